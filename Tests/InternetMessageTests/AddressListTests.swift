import InternetMessage
import Testing

@Suite("Addresses")
struct AddressListTests {
    struct Row: Sendable {
        let text: String
        let expected: [Mailbox]

        init(_ text: String, _ expected: Mailbox...) {
            self.text = text
            self.expected = expected
        }
    }

    static let rows: [Row] = [
        Row("a@b.example", Mailbox(localPart: "a", domain: "b.example")),
        Row("<a@b.example>", Mailbox(localPart: "a", domain: "b.example")),
        Row("Ann <a@b.example>", Mailbox(displayName: "Ann", localPart: "a", domain: "b.example")),
        Row(
            "\"Ann, \\\"the\\\" one\" <a@b.example>",
            Mailbox(displayName: "Ann, \"the\" one", localPart: "a", domain: "b.example")),
        Row(
            "a@b.example, c@d.example", Mailbox(localPart: "a", domain: "b.example"),
            Mailbox(localPart: "c", domain: "d.example")),
        Row(
            "Team: a@b.example, c@d.example;, e@f.example", Mailbox(localPart: "a", domain: "b.example"),
            Mailbox(localPart: "c", domain: "d.example"), Mailbox(localPart: "e", domain: "f.example")),
        Row("undisclosed-recipients:;"),
        Row("\"a b\"@c.example", Mailbox(localPart: "a b", domain: "c.example")),
        Row("\"a@b\"@c.example", Mailbox(localPart: "a@b", domain: "c.example")),
        Row("<@r1.example,@r2.example:a@b.example>", Mailbox(localPart: "a", domain: "b.example")),
        Row(
            "a@b.example (Ann (of B))",
            Mailbox(displayName: "Ann (of B)", localPart: "a", domain: "b.example")),
        Row("a (x) @ (y) b.example", Mailbox(displayName: "y", localPart: "a", domain: "b.example")),
        Row("a@[IPv6:2001:db8::1]", Mailbox(localPart: "a", domain: "[IPv6:2001:db8::1]")),
        Row(
            "Čeněk Řehák <čeněk@háčky.example>",
            Mailbox(displayName: "Čeněk Řehák", localPart: "čeněk", domain: "háčky.example")),
        Row(
            "=?utf-8?q?=C4=8Cen=C4=9Bk?= <c@b.example>",
            Mailbox(displayName: "Čeněk", localPart: "c", domain: "b.example")),
        Row("mailer-daemon@", Mailbox(localPart: "mailer-daemon", domain: "")),
        Row("MAILER-DAEMON", Mailbox(localPart: "MAILER-DAEMON", domain: "")),
        Row("MAILER-DAEMON <>"),
        Row("<>"),
        Row(""),
        Row("words without any address"),
        Row("\"never closed", Mailbox(localPart: "never closed", domain: "")),
        Row("a@b.example trailing words", Mailbox(localPart: "a", domain: "b.example")),
        Row("<a@b.example", Mailbox(localPart: "a", domain: "b.example")),
        Row("first.last+tag@sub.b.example", Mailbox(localPart: "first.last+tag", domain: "sub.b.example")),
    ]

    @Test("are read as RFC 5322 means them", arguments: rows)
    func reads(_ row: Row) {
        #expect(AddressList.read(Array(row.text.utf8)[...]) == row.expected)
    }

    @Test("are quoted where they must be")
    func quotes() {
        #expect(Mailbox(localPart: "a b", domain: "c.example").address == "\"a b\"@c.example")
        #expect(Mailbox(localPart: "a\"b", domain: "c.example").address == "\"a\\\"b\"@c.example")
        #expect(Mailbox(localPart: "a.b", domain: "c.example").address == "a.b@c.example")
        #expect(Mailbox(localPart: "a..b", domain: "c.example").address == "\"a..b\"@c.example")
        #expect(Mailbox.read("Ann <a@b.example>")?.address == "a@b.example")
    }

    @Test("are bounded in number")
    func bounded() {
        let many = Array(repeating: "a@b.example", count: 3_000).joined(separator: ",")
        #expect(AddressList.read(Array(many.utf8)[...]).count == 1_000)
    }
}
