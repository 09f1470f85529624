import Foundation
import TestSupport
import Testing

/// Addresses that look like others, or like options and paths.
@Suite("Hostile addresses, through the whole program")
struct HostileAddressTests {
    private func note(_ mail: TestMail, _ installation: TestInstallation) throws -> String {
        #expect(try installation.receive(mail).status == 0)
        return try installation.query("SELECT note FROM message ORDER BY id DESC")
    }

    @Test(
        "reach command line and header as they are",
        arguments: [
            "\"a b\"@tester.example", "\"a\\\"b\"@tester.example", "\"a\\\\\"@tester.example",
            "\"<script>@b, c\"@tester.example", "\"../../etc/passwd\"@tester.example",
            "\"-oX/tmp/x\"@tester.example",
            "-C/etc@tester.example", "$HOME`id`@tester.example", "анна@tester.example",
            "jürgen@bücher.example",
            "=cmd|'/c'!a0@tester.example", "\"\"@tester.example",
        ])
    func kept(sender: String) throws {
        let installation = try TestInstallation()
        #expect(try note(.request(from: sender), installation) == "request")
        #expect(try installation.waitUntil { try installation.sentRoles() == ["c"] })
        let sent = try #require(try installation.sent().first)
        try InjectionTests.expectHarmless(sent, to: sender)
        #expect(sent.contains("\nTo: <\(sender)>\n"))
        let listed = try installation.run(["list", "--format=json"]).output
        let object = try JSONSerialization.jsonObject(with: Data(listed.utf8)) as? [String: Any]
        #expect((object?["checks"] as? [[String: Any]])?.first?["reversePath"] as? String == sender)
    }

    @Test(
        "of things that cannot be seen, or of names with two spellings, get no answer",
        arguments: [
            "an\u{200B}na@tester.example", "\u{202E}anna@tester.example", "anna\u{FEFF}@tester.example",
            "an\u{AD}na@tester.example", "an\u{2028}na@tester.example", "\"a\u{A0}b\"@tester.example",
            "an\u{E0041}na@tester.example", "anna@tester.examp\u{200D}le", "anna@\u{FF54}ester.example",
            "anna@dual.chec\u{212A}.example", "anna@tester\u{3002}example", "anna@te\u{AD}ster.example",
        ])
    func invisible(sender: String) throws {
        let installation = try TestInstallation()
        #expect(try note(.request(from: sender), installation) == "stray: malformed reverse-path")
    }

    @Test(
        "that look like ours are not ours",
        arguments: [
            // Cyrillic es, Greek omicron, a dotless i, and names beside ours.
            "anna@dual.\u{441}heck.example", "anna@dual.check.exampl\u{435}",
            "anna@dual.check.example.evil.example",
            "anna@xdual.check.example", "anna@dual-check.example", "anna@check.example",
        ])
    func lookalikes(sender: String) throws {
        let installation = try TestInstallation()
        #expect(try note(.request(from: sender), installation) == "request")
        var mail = TestMail.request()
        for name in ["test.chec\u{212A}.example", "test.\u{441}heck.example", "\u{FF54}est.check.example"] {
            mail.recipient = "test@\(name)"
            #expect(try note(mail, installation) == "stray: the recipient is no address of ours")
        }
    }

    @Test(
        "of robots and of ours are known in quotes and with backslashes",
        arguments: [
            ("\"mailer-daemon\"@tester.example", "sender is a robot or a list manager"),
            ("\"MAILER\\-DAEMON\"@tester.example", "sender is a robot or a list manager"),
            ("\"no\\reply\"@tester.example", "sender is a robot or a list manager"),
            ("\"owner\\-friends\"@tester.example", "sender is a robot or a list manager"),
            ("\"x=dual.check\\.example\"@tester.example", "mail of our own"),
        ])
    func robots(sender: String, stray: String) throws {
        #expect(try note(.request(from: sender), TestInstallation()) == "stray: \(stray)")
    }

    private static let spellings = [
        "anna@tester.example", "\"anna\"@tester.example", "\"An\\na\"@TESTER.example",
        "\"anna+tag x\"@tester.example",
        "prvs=1234567890=anna@tester.example", "\"\\a\\n\\n\\a\"@tester.example",
    ]

    @Test("of one mailbox share its limit, however they are spelt")
    func limits() throws {
        let installation = try TestInstallation()
        let notes = try Self.spellings.enumerated().map { number, sender in
            var mail = TestMail.request(from: sender, id: "m\(number)")
            mail.sender = sender
            return try note(mail, installation)
        }
        #expect(notes.prefix(3) == ["request", "request", "request"])
        #expect(Set(notes.dropFirst(3)) == ["stray: too many checks for this address"])
    }

    @Test("of one mailbox are blocked together", arguments: spellings)
    func blocked(sender: String) throws {
        let installation = try TestInstallation()
        #expect(try installation.run(["block", sender]).output == "blocked\n")
        for other in Self.spellings {
            #expect(
                try note(.request(from: other, id: other), installation)
                    == "stray: the sender wants no mail from us")
        }
        #expect(try installation.run(["unblock", sender]).output == "unblocked\n")
    }

    @Test("in quotes can be exported and forgotten")
    func people() throws {
        let installation = try TestInstallation()
        let sender = "\"a @ \\\"b\"@tester.example"
        #expect(try note(.request(from: sender), installation) == "request")
        #expect(try installation.waitUntil { try !installation.sent().isEmpty })
        try installation.waitForRunner()
        let export = try installation.run(["export", sender]).output
        let document = try JSONSerialization.jsonObject(with: Data(export.utf8)) as? [String: Any]
        #expect((document?["checks"] as? [Any])?.count == 1)
        #expect((document?["messages"] as? [Any])?.count == 1)
        let run = try installation.run(["forget", "--yes", sender])
        #expect(run.status == 0 && run.output.contains("  1 checks"), "\(run)")
        #expect(!run.output.contains("the database: "), "\(run.output)")
    }

    @Test(
        "that begin with a dash are no options",
        arguments: ["-x@tester.example", "--config=x@tester.example"])
    func dashes(address: String) throws {
        let installation = try TestInstallation()
        #expect(try note(.request(from: address), installation) == "request")
        for command in ["block", "unblock", "export", "forget"] {
            #expect(try installation.run([command, address]).status != 0, "\(command) without --")
        }
        #expect(try installation.run(["block", "--", address]).output == "blocked\n")
        #expect(try installation.run(["blocked"]).output.hasPrefix("\(address)  "))
        #expect(try installation.run(["unblock", "--", address]).output == "unblocked\n")
        #expect(try installation.run(["export", "--", address]).output.contains("\"\(address)\""))
        let forgotten = try installation.run(["forget", "--yes", "--", address])
        #expect(forgotten.status == 0 && forgotten.output.contains("  1 checks"), "\(forgotten)")
    }
}
