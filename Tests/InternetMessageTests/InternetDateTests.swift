import InternetMessage
import Testing

@Suite("Dates")
struct InternetDateTests {
    static let rows: [(String, String?)] = [
        ("Mon, 23 Nov 2026 14:08:05 +0000", "2026-11-23T14:08:05Z"),
        ("Mon, 23 Nov 2026 14:08:05 +0000 (UTC)", "2026-11-23T14:08:05Z"),
        ("23 Nov 2026 14:08 +0130", "2026-11-23T12:38:00Z"),
        ("Mon, 23 Nov 2026 14:08:05 -0500", "2026-11-23T19:08:05Z"),
        ("Mon,23 Nov 2026 14:08:05 EST", "2026-11-23T19:08:05Z"),
        ("Mon, 23 Nov 2026 14:08:05 PDT", "2026-11-23T21:08:05Z"),
        ("Mon, 23 Nov 2026 14:08:05 GMT", "2026-11-23T14:08:05Z"),
        ("Mon, 23 Nov 2026 14:08:05 Z", "2026-11-23T14:08:05Z"),
        ("Mon, 23 Nov 2026 14:08:05", "2026-11-23T14:08:05Z"),
        ("Mon, 23 Nov 26 14:08:05 +0000", "2026-11-23T14:08:05Z"),
        ("Mon, 23 Nov 98 14:08:05 +0000", "1998-11-23T14:08:05Z"),
        ("Mon, 23 Nov 126 14:08:05 +0000", "2026-11-23T14:08:05Z"),
        ("Mon Nov 23 14:08:05 2026", "2026-11-23T14:08:05Z"),
        ("Mon Nov  3 14:08:05 2026", "2026-11-03T14:08:05Z"),
        ("2026-11-23T14:08:05Z", "2026-11-23T14:08:05Z"),
        ("2026-11-23 14:08:05+02:00", "2026-11-23T12:08:05Z"),
        ("2026-11-23", "2026-11-23T00:00:00Z"),
        ("23-Nov-2026 14:08:05 +0000", "2026-11-23T14:08:05Z"),
        ("Thu, 1 Jan 1970 00:00:00 +0000", "1970-01-01T00:00:00Z"),
        ("Wed, 31 Dec 1969 23:59:59 +0000", "1969-12-31T23:59:59Z"),
        ("Thu, 29 Feb 2024 12:00:00 +0000", "2024-02-29T12:00:00Z"),
        ("(a (nested) comment) 23 Nov 2026 14:08:05 +0000", "2026-11-23T14:08:05Z"),
        ("Mon, 99 Foo 2026", nil),
        ("yesterday", nil),
        ("", nil),
        ("99999999999 Nov 9999999999", nil),
    ]

    @Test("are read in every zone and form", arguments: rows)
    func reads(_ text: String, _ expected: String?) {
        #expect(InternetDate.read(Array(text.utf8)[...]).map(InternetDate.format) == expected)
    }

    @Test("are written, however far away they are")
    func writes() {
        #expect(InternetDate.format(-62_167_219_200) == "0000-01-01T00:00:00Z")
        #expect(InternetDate.format(253_402_300_799) == "9999-12-31T23:59:59Z")
        #expect(InternetDate.format(253_402_300_800) == "10000-01-01T00:00:00Z")
        #expect(InternetDate.format(.max).hasSuffix("-12-04T15:30:07Z"))
        #expect(InternetDate.format(.min).hasSuffix("-01-27T08:29:52Z"))
    }

    @Test("count the seconds since 1970")
    func counts() {
        #expect(InternetDate.read(Array("Mon, 23 Nov 2026 14:08:05 +0000".utf8)[...]) == 1_795_442_885)
    }
}
