import TestSupport
import Testing

/// Mail that must never be answered (RFC 3834 §2), each with the note that says why it was not.
@Suite("Mail that is never answered, through the whole program")
struct NeverAnsweredTests {
    /// A request with one thing more, or another sender.
    struct Row: Sendable, CustomTestStringConvertible {
        let note: String
        let fields: [String]
        let sender: String
        var author: String?
        var body = "Does it come back?\n"
        var recipient = "test@test.check.example"

        init(
            _ note: String, _ fields: [String] = [], from sender: String = "anna@tester.example",
            author: String? = nil, body: String = "Does it come back?\n",
            to recipient: String = "test@test.check.example"
        ) {
            self.note = note
            self.fields = fields
            self.sender = sender
            self.author = author
            self.body = body
            self.recipient = recipient
        }

        var testDescription: String {
            "\(note): \(sender) \(author ?? "") \(fields.first?.prefix(60) ?? "") \(fields.count)"
        }

        var mail: TestMail {
            let domain = sender.split(separator: "@").last.map(String.init) ?? ""
            let text = """
                Authentication-Results: mx.check.example; spf=pass smtp.mailfrom=\(domain)
                Received: from out.tester.example by mx.check.example (Postfix) with ESMTPS id 4ABC123; now
                \(fields.map { $0 + "\n" }.joined())From: \(author ?? "Anna <anna@tester.example>")
                To: test@test.check.example
                Message-ID: <hello@tester.example>

                \(body)
                """
            return TestMail(sender: sender, recipient: recipient, bytes: Array(text.utf8))
        }
    }

    private static let report = "Content-Type: multipart/report; report-type=delivery-status; boundary=b"

    private static let automatic: [Row] = [
        Row("automatic mail", ["Auto-Submitted: auto-replied"]),
        Row("automatic mail", ["Auto-Submitted: auto-generated"]),
        Row("automatic mail", ["Auto-Submitted: auto-notified; owner-email=\"x@y.example\""]),
        Row("automatic mail", ["Auto-Submitted: auto-replied (vacation)"]),
        Row("automatic mail", ["Auto-Submitted: (no) auto-replied"]),
        Row("automatic mail", ["Auto-Submitted: (a (nested) no) auto-generated; x=no"]),
        Row("automatic mail", ["AUTO-SUBMITTED:AUTO-REPLIED"]),
        Row("automatic mail", ["Auto-Submitted:\n\tauto-replied"]),
        Row("automatic mail", ["Auto-Submitted : auto-replied"]),
        Row("automatic mail", ["Auto-Submitted: no", "Auto-Submitted: auto-replied"]),
        Row("automatic mail", ["Auto-Submitted: \"no\""]),
        Row("automatic mail", ["Auto-Submitted: nothing-that-is-known"]),
        Row("automatic mail", ["Auto-Submitted:"]),
        Row("automatic mail", ["X-Autoreply: yes"]),
        Row("automatic mail", ["X-Autorespond: 1"]),
        Row("automatic mail", ["X-Auto-Response-Suppress: All"]),
        Row("automatic mail", ["X-Auto-Response-Suppress: OOF, AutoReply"]),
        Row("automatic mail", ["X-Failed-Recipients: anna@other.example"]),
        Row("automatic mail", ["Subject: Automatic reply: Does it come back?"]),
        Row("automatic mail", ["Subject: =?utf-8?q?Automatick=C3=A1_odpov=C4=9B=C4=8F=3A?= dovolena"]),
        Row("automatic mail", ["Subject: Out of office: back on Monday"]),
        Row("automatic mail", [report], body: "--b\nContent-Type: text/plain\n\nfailed\n--b--\n"),
        Row(
            "automatic mail",
            ["Content-Type: multipart/report; report-type=disposition-notification; boundary=b"],
            body: "--b\nContent-Type: message/disposition-notification\n\nDisposition: automatic-action/"
                + "MDN-sent-automatically; displayed\n--b--\n"),
        Row(
            "automatic mail", ["Content-Type: multipart/report; report-type=feedback-report; boundary=b"],
            body: "--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\n--b--\n"),
    ]

    private static let lists: [Row] = [
        Row("list mail", ["Precedence: bulk"]),
        Row("list mail", ["Precedence: list"]),
        Row("list mail", ["PRECEDENCE: Junk"]),
        Row("list mail", ["Precedence: (first-class) bulk"]),
        Row("list mail", ["Precedence: first-class", "Precedence: bulk"]),
        Row("list mail", ["X-Precedence: bulk"]),
        Row("list mail", ["List-Id: Friends <friends.lists.example>"]),
        Row("list mail", ["List-Unsubscribe: <mailto:leave@lists.example>"]),
        Row("list mail", ["List-Post: NO"]),
        Row("list mail", ["list-help: <mailto:help@lists.example>"]),
        Row("list mail", ["List-Anything-New: x"]),
        Row("list mail", ["Mailing-List: contact friends-help@lists.example; run by ezmlm"]),
        Row("list mail", ["X-Mailing-List: <friends@lists.example> archive/latest/1"]),
        Row("list mail", ["X-BeenThere: friends@lists.example"]),
        Row("list mail", ["X-Mailman-Version: 2.1.39"]),
        Row("list mail", ["X-ML-Name: friends"]),
        Row("list mail", ["X-Google-Group-Id: 1234"]),
        Row(
            "list mail", ["X-Original-From: Anna <anna@tester.example>"],
            author: "Anna <friends@lists.example>"),
        Row("list mail", ["X-Original-Sender: anna@tester.example"]),
        Row(
            "list mail", ["Reply-To: Anna <anna@tester.example>"],
            author: "Anna via Friends <friends@tester.example>"),
        Row(
            "list mail", ["Sender: Friends <friends@tester.example>"],
            author: "=?utf-8?q?Anna_via_P=C5=99=C3=A1tel=C3=A9?= <friends@tester.example>"),
    ]

    private static let robots: [Row] =
        [
            "MAILER-DAEMON", "mailer-daemon", "owner-friends", "friends-owner", "friends-request",
            "friends-bounces",
            "friends-bounces+anna=tester.example", "friends-return-17-anna=tester.example", "bounce-4711",
            "bounces+99-anna", "LISTSERV", "majordomo", "noreply", "no-reply", "NoReply", "no_reply",
            "donotreply",
            "do-not-reply", "noreply+checks", "notifications-noreply", "autoreply", "double-bounce",
        ].map { Row("sender is a robot or a list manager", from: "\($0)@tester.example") } + [
            Row("sender is a robot or a list manager", author: "No Reply <noreply@tester.example>"),
            Row("sender is a robot or a list manager", ["Sender: owner-friends@tester.example"]),
        ]

    private static let ours: [Row] = [
        Row("mail of our own", from: "test@test.check.example"),
        Row("mail of our own", from: "anna@DUAL.check.example"),
        Row("mail of our own", from: "anna@mail.six.check.example"),
        Row("mail of our own", from: "SRS0=ab12=XY=dual.check.example=c-abc@tester.example"),
        Row("mail of our own", from: "x+test=test.check.example@tester.example"),
        Row("mail of our own", from: "anna%bare.check.example@tester.example"),
        Row("mail of our own", author: "Test <test@test.check.example>"),
        Row("mail of our own", ["Sender: postmaster@author.check.example"]),
        Row("mail of our own", ["Resent-From: postmaster@six.check.example"]),
        Row("mail of our own", ["Message-ID: <c-abc@dual.check.example>"]),
        Row("mail of our own", ["X-Sixreturn-Mail: c-abc"]),
        Row("mail of our own", ["x-sixreturn-mail:"]),
        Row("too many hops", ["Delivered-To: test@test.check.example"]),
        Row("too many hops", ["X-Loop: test@bare.check.example"]),
        Row("too many hops", (0..<100).map { "Received: from a\($0).example by b\($0).example; now" }),
    ]

    private static let envelopes: [Row] = [
        Row("null reverse-path", from: ""),
        Row("null reverse-path", from: "", to: "test-cs@bare.check.example"),
        Row("malformed reverse-path", from: "anna"),
        Row("malformed reverse-path", from: "anna@[192.0.2.1]"),
        Row("malformed reverse-path", from: "anna@tester"),
        Row("malformed reverse-path", from: "anna@tester.example\nBcc: otto@tester.example"),
        Row("the recipient is no address of ours", to: "test@dual.check.example"),
        Row("the recipient is no address of ours", to: "nobody@test.check.example"),
        Row("the recipient is no address of ours", to: "test@tester.example"),
        Row(
            "the address is not one that we signed",
            to: "c-\(String(repeating: "a", count: 32))@dual.check.example"),
    ]

    static let rows = automatic + lists + robots + ours + envelopes

    @Test("leads to no check, and no mail leaves", arguments: rows)
    func table(row: Row) throws {
        let installation = try TestInstallation()
        #expect(try installation.receive(row.mail).status == 0)
        #expect(try installation.query("SELECT note FROM message") == "stray: \(row.note)")
        #expect(try installation.query("SELECT count(*) FROM effect") == "0")
        #expect(try installation.run(["reconcile"]).status == 0)
        #expect(try installation.sent().isEmpty)
    }

    @Test("is not asked to confirm anything either, where nobody vouches for it", arguments: rows)
    func uninvited(row: Row) throws {
        let installation = try TestInstallation(invites: true)
        var mail = row.mail
        mail.bytes = Array(mail.bytes.drop { $0 != 0x0A }.dropFirst())
        #expect(try installation.receive(mail).status == 0)
        #expect(try installation.query("SELECT note FROM message") == "stray: \(row.note)")
        #expect(try installation.query("SELECT count(*) FROM invitation") == "0")
    }

    /// What people's mail looks like.
    private static let people: [Row] = [
        Row("request"),
        Row("request", ["Auto-Submitted: no"]),
        Row("request", ["Auto-Submitted: (really) No ; by=hand"]),
        Row("request", ["Precedence: first-class"]),
        Row("request", ["Precedence: (x) normal"]),
        Row("request", from: "ownership@tester.example"),
        Row("request", from: "anna+tag@tester.example"),
        Row("request", from: "prvs=1234567890=anna@tester.example"),
        Row("request", from: "postmaster@tester.example"),
        Row("request", author: "Anna via Berlin <anna@tester.example>"),
        Row(
            "request", ["Subject: 550 5.1.1 user unknown"], body: "> <x@y.example>: 550 5.1.1 User unknown\n"),
        Row("request", (0..<99).map { "Received: from a\($0).example by b\($0).example; now" }),
    ]

    @Test("and what people write is answered", arguments: people)
    func answered(row: Row) throws {
        let installation = try TestInstallation()
        #expect(try installation.receive(row.mail).status == 0)
        #expect(try installation.query("SELECT note FROM message") == row.note)
        #expect(try installation.waitUntil { try installation.sentRoles() == ["c"] })
    }

    @Test("has at least sixty cases, each unlike the others")
    func count() {
        #expect(
            Set(Self.rows.map { $0.mail.bytes + Array($0.sender.utf8) + Array($0.recipient.utf8) }).count
                >= 60)
        #expect(Self.rows.count >= 60)
    }
}
