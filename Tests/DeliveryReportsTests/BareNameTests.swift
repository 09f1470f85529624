@testable import DeliveryReports
import InternetMessage
import Testing

/// Recipients that a text names without a domain.
@Suite("Bare local parts")
struct BareNameTests {
    static let recipients = [
        "kate@a.example", "info@a.example", "info@b.example", "postmaster@a.example", "m.b-c@a.example",
        "Kate@a.example",
    ]

    static let places: [(String, [String])] = [
        ("kate", ["kate@a.example"]), ("  - <Kate>: gone", ["kate@a.example"]),
        ("kate (gone)", ["kate@a.example"]), ("kate, m.b-c; x", ["kate@a.example", "m.b-c@a.example"]),
        ("kate.", ["kate@a.example"]), ("\"kate\" - gone", ["kate@a.example"]),
        (">>> RCPT To:<kate>", ["kate@a.example"]),
        ("<<< 550 kate IS NOT ACCEPTING MAIL", ["kate@a.example"]),
        ("550 5.1.1 <kate>... User unknown", ["kate@a.example"]),
        ("550 kate... User unknown", ["kate@a.example"]),
        // Words that are no names here.
        ("kate is a friend", []), ("550 kate unknown", []), ("for kate", []), ("katex", []), ("", []),
        ("<", []),
        // Nobody can know the domain.
        ("info", []),
        // Whoever signs the text.
        ("postmaster", []), ("550 ", []), ("550 5.1.1", []),
    ]

    @Test("are known by whom the mail was written to", arguments: places)
    func lines(_ line: String, _ expected: [String]) {
        let names = BareNames(
            TextLines(Array("\(line)\n".utf8)), recipients: Self.recipients.compactMap(Mailbox.read))
        #expect(names.addresses(in: 0).addresses.map { $0.lowercased() } == expected)
    }

    static func reading(_ text: String, to: String = "kate@a.example, martin@a.example") -> Reading {
        Reading.read(
            Array(
                """
                From: mailer-daemon@a.example
                To: me@y.example
                Content-Type: multipart/mixed; boundary=b

                --b

                \(text)
                --b
                Content-Type: message/rfc822

                To: \(to)

                x
                --b--

                """.utf8))
    }

    @Test("in a field are known in the same way, and stay as they are")
    func field() {
        func read(_ local: String) -> Recipient? {
            let status =
                "Reporting-MTA: dns; x\n\nFinal-Recipient: local; \(local)\nAction: failed\nStatus: 5.1.1\n"
            let third =
                "Content-Type: message/rfc822\n\nTo: kate@a.example, q@b.example\nCc: q@c.example\n\nx\n"
            return Reading.read(Array(StandardReportTests.report(status, third: third).utf8)).recipients.first
        }
        #expect(read("Kate")?.finalRecipient.address == "Kate")
        #expect(read("Kate")?.originalRecipient?.address == "kate@a.example")
        #expect(read("q")?.originalRecipient == nil)
        #expect(read("martin")?.originalRecipient == nil)
    }

    @Test("count where a failure is spoken of, and no address is named")
    func failure() {
        func names(_ text: String) -> [String] {
            Self.reading(text).recipients.map(\.finalRecipient.address)
        }
        #expect(names("not delivered:\n\nkate") == ["kate@a.example"])
        #expect(names("kate\n\nnot delivered") == [])
        #expect(names("not delivered:\n\nkate\n<martin@a.example>") == ["martin@a.example"])
        #expect(names("not delivered:\n>>> RCPT To:<kate>\n<<< 250 ok") == [])
    }
}
