import InternetMessage
import Testing

@Suite("Charsets")
struct CharsetTests {
    struct Row: Sendable, CustomStringConvertible {
        let label: String?
        let bytes: [UInt8]
        let text: String
        var defects: [Defect] = []

        var description: String { "\(label ?? "none") \(bytes)" }
    }

    static let rows: [Row] = [
        Row(label: nil, bytes: [0x61], text: "a"),
        Row(label: nil, bytes: [0xC5, 0x99], text: "ř"),
        Row(label: "", bytes: [0xE9], text: "é", defects: [.malformedCharset]),
        Row(label: "UTF-8", bytes: [0xC5], text: "Å", defects: [.malformedCharset]),
        Row(label: "us-ascii", bytes: [0x61, 0xE9], text: "aé", defects: [.malformedCharset]),
        Row(label: "iso-8859-1", bytes: [0x00, 0xE9, 0x61], text: "éa"),
        Row(label: "ISO-8859-2", bytes: [0xF8], text: "ř"),
        Row(label: "iso-8859-2", bytes: [0x61], text: "a"),
        Row(label: "windows-1252", bytes: [0x93, 0x61, 0x94], text: "“a”"),
        Row(label: "windows-1251", bytes: [0xCF], text: "П"),
        Row(label: "koi8-r", bytes: [0xF0], text: "П"),
        Row(label: "gb2312", bytes: [0xD6, 0xD0], text: "中"),
        Row(label: "big5", bytes: [0xA4, 0xA4], text: "中"),
        Row(label: "euc-jp", bytes: [0xA5, 0xB5], text: "サ"),
        Row(label: "shift_jis", bytes: [0x83, 0x54], text: "サ"),
        Row(label: "euc-kr", bytes: [0xB0, 0xA1], text: "가"),
        Row(label: "utf-16", bytes: [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x59, 0x01], text: "a\nř"),
        Row(label: "utf-16", bytes: [0xFE, 0xFF, 0x00, 0x61, 0x01, 0x59], text: "ař"),
        Row(label: "utf-16le", bytes: [0x61, 0x00, 0x59, 0x01], text: "ař"),
        Row(label: "utf-16be", bytes: [0x00, 0x61, 0x01, 0x59], text: "ař"),
        Row(label: "utf-7", bytes: Array("a+AVk-".utf8), text: "ař"),
        // Labels that lie: Latin-2 text that says UTF-8, UTF-8 that says it is nothing anybody knows.
        Row(label: "utf-8", bytes: [0x61, 0xF8, 0x62], text: "aøb", defects: [.malformedCharset]),
        Row(label: "x-unknown", bytes: [0xC5, 0x99], text: "ř", defects: [.unknownCharset]),
        Row(label: "utf-16", bytes: [0xFF, 0xFE, 0x61], text: "\u{FFFD}", defects: [.malformedCharset]),
        Row(
            label: "iso-2022-jp", bytes: [0x61, 0xFF, 0x62], text: "a\u{FFFD}b",
            defects: [.malformedCharset]),
        Row(label: "../../etc/passwd", bytes: [0x61], text: "a", defects: [.unknownCharset]),
        Row(label: "utf-8//IGNORE", bytes: [0x61], text: "a", defects: [.unknownCharset]),
    ]

    @Test("are converted, and lies survive", arguments: rows)
    func decodes(_ row: Row) {
        let decoded = Charset.decode(row.bytes[...], label: row.label)
        #expect(decoded.text == row.text)
        #expect(decoded.defects == row.defects)
    }

    @Test("of a body: UTF-16 in base64, its line ends CRLF")
    func utf16Body() {
        let text = Array("a\r\nř".utf16).flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let message = """
            Content-Type: text/plain; charset=utf-16le
            Content-Transfer-Encoding: base64

            YQANAAoAWQE=
            """
        #expect(text == [0x61, 0, 0x0D, 0, 0x0A, 0, 0x59, 0x01])
        let decoded = Entity.read(Array(message.utf8)).decodedText
        #expect(decoded.text == "a\nř")
        #expect(decoded.defects.isEmpty)
    }

    @Test("of raw header fields: UTF-8, else Latin-1")
    func rawFields() {
        let head: [UInt8] = [0x53, 0x75, 0x62, 0x6A, 0x65, 0x63, 0x74, 0x3A, 0x20]
        #expect(Entity.read(head + [0xC5, 0x99]).header["Subject"]?.text == "ř")
        #expect(Entity.read(head + [0xE9, 0x0A, 0x09, 0xE8]).header["Subject"]?.text == "é è")
    }
}
