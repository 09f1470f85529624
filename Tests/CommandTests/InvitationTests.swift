import Foundation
import TestSupport
import Testing

@Suite("Confirmations by mail, through the whole program")
struct InvitationTests {
    /// An installation in which Anna was asked, and where her answer goes.
    private func asked() throws -> (TestInstallation, address: String) {
        let installation = try TestInstallation(invites: true)
        #expect(try installation.receive(.unvouched()).status == 0)
        try #require(try installation.waitUntil { try installation.sentRoles() == ["i1"] })
        try installation.waitForRunner()
        let mail = try #require(try installation.sent().first)
        #expect(mail.contains("\nanna@tester.example\n") && mail.contains("Auto-Submitted: auto-replied"))
        #expect(mail.contains("In-Reply-To: <hello@tester.example>"))
        let reply = try #require(
            mail.firstMatch(of: /\nReply-To: <(confirm-[a-z2-7]{32}@dual\.check\.example)>\n/))
        return (installation, String(reply.output.1))
    }

    @Test("by default nobody is asked")
    func off() throws {
        let installation = try TestInstallation()
        #expect(try installation.receive(.unvouched()).status == 0)
        #expect(try installation.run(["reconcile"]).status == 0)
        #expect(try installation.sent().isEmpty)
    }

    @Test("one mail asks, and an answer to it opens the check, which runs like any other")
    func confirmed() throws {
        let (installation, address) = try asked()
        #expect(try installation.query("SELECT count(*) FROM checkRun") == "0")
        #expect(try installation.receive(.answer(to: address, from: "otto@other.example")).status == 0)
        #expect(try installation.waitUntil { try installation.sentRoles() == ["c", "i1"] })
        let control = try #require(try installation.sender(of: "c"))
        #expect(try installation.receive(.relayed(control)).status == 0)
        #expect(
            try installation.waitUntil {
                try installation.sentRoles() == ["c", "i1", "p2", "p3", "p4"]
            })
        let status = try installation.run(["status", "--format", "json"]).output
        #expect(status.contains("\"reversePath\" : \"anna@tester.example\""), "\(status)")
        let control1 = try #require(try installation.sent().first { $0.contains("\n\(control)\n") })
        #expect(control1.contains("In-Reply-To: <hello@tester.example>"))
    }

    @Test("policy lets confirmations in, and nothing that looks like one")
    func policy() throws {
        let (installation, address) = try asked()
        func answer(_ recipient: String, from sender: String = "otto@other.example") throws -> String {
            let question = """
                request=smtpd_access_policy
                protocol_state=RCPT
                client_address=2001:db8:1::25
                sender=\(sender)
                recipient=\(recipient)


                """
            return try installation.run(["policy"], input: Array(question.utf8)).output
        }
        #expect(try answer(address) == "action=DUNNO\n\n")
        #expect(try answer(address.uppercased()) == "action=DUNNO\n\n")
        #expect(try answer(address.replacing("confirm-", with: "block-")).hasPrefix("action=550 5.1.1"))
        #expect(try answer(address.replacing("@", with: "a@")).hasPrefix("action=550 5.1.1"))
    }

    @Test("a postmaster who wants to be left alone is asked about the domain, though blocked from then on")
    func postmaster() throws {
        let installation = try TestInstallation()
        var stop = TestMail.request(from: "postmaster@tester.example", id: "stop")
        stop.recipient = "stop@test.check.example"
        #expect(try installation.receive(stop).status == 0)
        try #require(try installation.waitUntil { try installation.sentRoles() == ["i2"] })
        let mail = try #require(try installation.sent().first)
        let reply = try #require(mail.firstMatch(of: /<(block-[a-z2-7]{32}@dual\.check\.example)>/))
        #expect(try installation.run(["blocked"]).output.contains("postmaster@tester.example"))
        let answer = TestMail.answer(to: String(reply.output.1), from: "postmaster@tester.example")
        #expect(try installation.receive(answer).status == 0)
        #expect(try installation.run(["blocked"]).output.contains("\ntester.example"))
        #expect(try installation.receive(.request()).status == 0)
        #expect(try installation.run(["reconcile"]).status == 0)
        #expect(try installation.sentRoles() == ["i2"])
    }

    @Test(
        "what waited until nobody could confirm it, or for somebody blocked, is not sent",
        arguments: [true, false])
    func dropped(isLate: Bool) throws {
        let installation = try TestInstallation(invites: true)
        try installation.holdingRunner {
            #expect(try installation.receive(.unvouched()).status == 0)
            if isLate {
                _ = try installation.change("UPDATE invitation SET issuedAt = issuedAt - 86400")
            } else {
                #expect(try installation.run(["block", "anna@tester.example"]).status == 0)
            }
        }
        #expect(try installation.run(["reconcile"]).status == 0)
        #expect(try installation.sent().isEmpty)
        #expect(try installation.query("SELECT ending FROM invitation") == "dropped")
    }

    @Test("sendmail that fails is tried again with the same octets")
    func again() throws {
        let installation = try TestInstallation(invites: true)
        let program = try RecordingProgram(then: "exit 75")
        let text = try String(contentsOfFile: installation.configuration, encoding: .utf8)
        let failing = text.replacing(/sendmail = "[^"]*"/, with: "sendmail = \"\(program.path)\"")
        try failing.write(toFile: installation.configuration, atomically: true, encoding: .utf8)
        #expect(try installation.receive(.unvouched()).status == 0)
        #expect(try installation.run(["reconcile"]).status == 0)
        try installation.waitForRunner()
        #expect(try installation.query("SELECT attempts || coalesce(ending, '') FROM invitation") == "1")
        let octets = try installation.query("SELECT hex(message) FROM invitation")
        _ = try installation.change("UPDATE invitation SET notBefore = 0")
        try text.write(toFile: installation.configuration, atomically: true, encoding: .utf8)
        #expect(try installation.run(["reconcile"]).status == 0)
        #expect(try installation.sentRoles() == ["i1"])
        #expect(try installation.query("SELECT hex(message) FROM invitation") == octets)
        #expect(try installation.query("SELECT attempts || ending FROM invitation") == "2submitted")
    }

    @Test("export shows it, forget removes it, and retention does")
    func people() throws {
        let (installation, address) = try asked()
        let export = try installation.run(["export", "anna@tester.example"]).output
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(export.utf8)) as? [String: Any])
        let invitation = try #require((document["invitations"] as? [[String: Any]])?.first)
        #expect(invitation["messageID"] as? String == "<hello@tester.example>")
        #expect((invitation["arrivals"] as? [Any])?.count == 1 && invitation["confirmedAt"] == nil)
        let mail = try #require(invitation["mail"] as? [String: Any])
        #expect(mail["mail"] as? String == "i1" && mail["to"] as? String == "anna@tester.example")
        let copy = try TestInstallation(copying: installation)
        let run = try installation.run(["forget", "--yes", "anna@tester.example"])
        #expect(run.output.contains("  1 requests to confirm\n"), "\(run.output)")
        #expect(try installation.query("SELECT count(*) FROM invitation") == "0")
        #expect(
            try installation.query("SELECT count(*) FROM opened WHERE pool LIKE '%anna%'") == "0")
        #expect(try installation.receive(.answer(to: address)).status == 0)
        #expect(
            try installation.query("SELECT note FROM message ORDER BY id DESC")
                == "stray: what it confirms is no longer known")
        _ = try copy.change("UPDATE invitation SET issuedAt = issuedAt - 15 * 86400")
        try copy.setTimer(lastRun: .now, steadySince: .now - 2 * 86_400)
        #expect(try copy.run(["reconcile"]).status == 0)
        #expect(try copy.query("SELECT count(*) FROM invitation") == "0")
    }
}
