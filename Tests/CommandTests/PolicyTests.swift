import Foundation
import TestSupport
import Testing

@Suite("sixreturn policy")
struct PolicyTests {
    static func question(
        _ recipient: String = "test@test.check.example", from sender: String = "anna@tester.example",
        client: String = "2001:db8:1::25"
    ) -> String {
        """
        request=smtpd_access_policy
        protocol_state=RCPT
        protocol_name=ESMTP
        client_address=\(client)
        helo_name=out.tester.example
        sender=\(sender)
        recipient=\(recipient)
        instance=1a2b.3c


        """
    }

    private func ask(_ installation: TestInstallation, _ questions: [String]) throws -> [String] {
        let run = try installation.run(["policy"], input: Array(questions.joined().utf8))
        #expect(run.status == 0)
        let answers = run.output.components(separatedBy: "\n\n")
        #expect(answers.last == "")
        return answers.dropLast().map { String($0.dropFirst("action=".count)) }
    }

    @Test("answers one question after another, in their order")
    func answers() throws {
        let installation = try TestInstallation()
        let forged = "c-\(String(repeating: "a", count: 32))@dual.check.example"
        let answers = try ask(
            installation,
            [
                Self.question(), Self.question("nobody@test.check.example"), Self.question("x@other.example"),
                Self.question(forged, from: ""), Self.question(from: "noreply@tester.example"), "a=b\n\n",
                Self.question(),
            ])
        #expect(
            answers.map { $0.prefix(9) } == [
                "DUNNO", "550 5.1.1", "DUNNO", "550 5.1.1", "550 5.7.1", "DUNNO", "DUNNO",
            ])
    }

    @Test("takes reports about our mails from the null reverse-path")
    func reports() throws {
        let installation = try TestInstallation()
        #expect(try installation.receive(.request()).status == 0)
        #expect(try installation.waitUntil { try installation.sender(of: "c") != nil })
        let control = try #require(try installation.sender(of: "c"))
        #expect(try ask(installation, [Self.question(control, from: "")]) == ["DUNNO"])
    }

    @Test(
        "refuses at RCPT who is over a limit, under every address of the mailbox, and says when to come again"
    )
    func limits() throws {
        let installation = try TestInstallation()
        for number in 1...3 {
            #expect(try ask(installation, [Self.question()]) == ["DUNNO"])
            #expect(try installation.receive(.request(id: "m\(number)")).status == 0)
        }
        let answers = try ask(
            installation,
            [
                Self.question(), Self.question(from: "Anna+more@tester.example"),
                Self.question(from: "otto@tester.example"),
                // The newest check may be this very mail's, which goes to a second name of ours.
                Self.question("test@bare.check.example"),
            ])
        for answer in answers.prefix(2) {
            #expect(
                answer.wholeMatch(
                    of:
                        /550 5\.7\.1 We make at most 3 checks an hour for one address; please write again after [-0-9]+ [:0-9]+ UTC/
                ) != nil, "\(answer)")
        }
        #expect(answers.suffix(2) == ["DUNNO", "DUNNO"])
        #expect(try installation.receive(.request(id: "m4")).status == 0)
        #expect(
            try installation.query("SELECT note FROM message ORDER BY id DESC")
                == "stray: too many checks for this address")
        #expect(try installation.query("SELECT count(*) FROM checkRun") == "3")
    }

    @Test("refuses whom the operator or the person has blocked")
    func blocked() throws {
        let installation = try TestInstallation()
        #expect(try installation.run(["block", "tester.example"]).output == "blocked\n")
        let answer = try #require(try ask(installation, [Self.question()]).first)
        #expect(answer.hasPrefix("550 5.7.1 ") && answer.hasSuffix("postmaster@check.example"))
        #expect(try ask(installation, [Self.question("stop@dual.check.example")]) == ["DUNNO"])
    }

    @Test("says what is configured where the database cannot be read, and looks again at the next question")
    func failure() throws {
        let installation = try TestInstallation()
        try FileManager.default.moveItem(atPath: installation.store, toPath: installation.store + ".away")
        #expect(
            try ask(installation, [Self.question(), Self.question("x@test.check.example")])
                == ["DUNNO", "550 5.1.1 There is no such address here"])
        let text = try String(contentsOfFile: installation.configuration, encoding: .utf8)
        try (text + "[policy]\non_failure = \"defer\"\n").write(
            toFile: installation.configuration, atomically: true, encoding: .utf8)
        #expect(try ask(installation, [Self.question()]).first?.hasPrefix("450 4.3.0 ") == true)
        try FileManager.default.moveItem(atPath: installation.store + ".away", toPath: installation.store)
        #expect(try ask(installation, [Self.question()]) == ["DUNNO"])
    }

    @Test("ends where nobody speaks the protocol, and answers nothing to half a question")
    func noise() throws {
        let installation = try TestInstallation()
        let noise = [UInt8](repeating: 0x61, count: 200_000)
        #expect(try installation.run(["policy"], input: noise).status == 75)
        let half = try installation.run(["policy"], input: Array(Self.question().utf8.dropLast()))
        #expect(half.status == 0 && half.output.isEmpty)
        let foreign = try installation.run(["policy"], input: [0, 255, 254, 10, 61, 10, 10])
        #expect(foreign.status == 0 && foreign.output == "action=DUNNO\n\n")
    }
}

@Suite("sixreturn block, unblock, blocked")
struct BlockTests {
    @Test("a blocked address gets no answer, not even what is waiting; an unblocked one does")
    func block() throws {
        let installation = try TestInstallation()
        #expect(try installation.run(["blocked"]).output == "Nobody is blocked.\n")
        let answer = try installation.holdingRunner {
            _ = try installation.receive(.request())
            return try installation.run(["block", "Anna+x@tester.example"]).output
        }
        #expect(answer == "blocked\n")
        #expect(try installation.run(["reconcile"]).status == 0)
        #expect(try installation.sent().isEmpty)
        #expect(try installation.receive(.request(id: "again")).status == 0)
        #expect(
            try installation.query("SELECT note FROM message ORDER BY id DESC")
                == "stray: the sender wants no mail from us")
        #expect(try installation.run(["block", "anna@tester.example"]).output == "was blocked already\n")
        #expect(try installation.run(["unblock", "anna@tester.example"]).output == "unblocked\n")
        #expect(try installation.run(["unblock", "anna@tester.example"]).status == 1)
        #expect(try installation.receive(.request(id: "third")).status == 0)
        #expect(try installation.waitUntil { try installation.sentRoles() == ["c"] })
    }

    @Test("the list names address or domain, time and origin, for people and for programs")
    func list() throws {
        let installation = try TestInstallation()
        #expect(try installation.run(["block", "otto@tester.example"]).status == 0)
        #expect(try installation.run(["block", "EVIL.example"]).status == 0)
        let text = try installation.run(["blocked"]).output
        #expect(text.contains(/evil\.example +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d  blocked by the operator\n/))
        let json = try JSONSerialization.jsonObject(
            with: Data(try installation.run(["blocked", "--format", "json"]).output.utf8))
        #expect(
            (json as? [[String: Any]])?.compactMap { $0["name"] as? String } == [
                "evil.example", "otto@tester.example",
            ])
    }

    @Test(
        "refuses what is neither address nor domain",
        arguments: ["", "anna", "@", "a b@c.example", "x@[::1]"])
    func malformed(name: String) throws {
        #expect(try TestInstallation().run(["block", name]).status == 64)
    }

    @Test("a mail to the stop address of a check blocks, whatever it says and whoever sends it")
    func stop() throws {
        let installation = try TestInstallation()
        #expect(try installation.receive(.request()).status == 0)
        #expect(try installation.waitUntil { try !installation.sent().isEmpty })
        let mail = try #require(try installation.sent().first)
        let stop = try #require(mail.firstMatch(of: /stop-[a-z2-7]{32}@dual\.check\.example/)).output
        for (sender, bytes) in [("", [UInt8]()), ("mailer-daemon@x.example", DSN.failed())] {
            let copy = TestMail(sender: sender, recipient: String(stop), bytes: bytes)
            #expect(try installation.receive(copy).status == 0)
        }
        #expect(try installation.run(["blocked"]).output.hasPrefix("anna@tester.example  "))
    }
}
