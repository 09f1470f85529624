import Foundation
import TestSupport
import Testing

@Suite("What is kept of people")
struct PeopleTests {
    /// An installation with a check of Anna's that has come to its verdict, and one of Bob's.
    private static func installation() throws -> TestInstallation {
        let installation = try TestInstallation()
        for sender in ["anna@tester.example", "bob@other.example"] {
            try #require(try installation.receive(.request(from: sender, id: sender)).status == 0)
            try #require(
                try installation.waitUntil { try installation.sent().contains { $0.contains(sender) } })
        }
        try installation.waitForRunner()
        let control = try #require(
            try installation.sent().first { $0.contains("\nanna@tester.example\n") }?
                .firstMatch(of: /\n-f\n(c-[a-z2-7]{32}@[a-z.]+)\n/))
        #expect(try installation.receive(.relayed(String(control.output.1))).status == 0)
        try #require(
            try installation.waitUntil { try Set(["p2", "p3", "p4"]).isSubset(of: installation.sentRoles()) })
        try installation.waitForRunner()
        return installation
    }

    /// How often a text stands in the files of the database, in whatever case.
    static func count(_ text: String, _ installation: TestInstallation) throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: installation.folder.path)
            .filter { $0.hasPrefix("store.sqlite") }
            .reduce(0) { count, name in
                let data = try Data(contentsOf: installation.folder.appendingPathComponent(name))
                let content = String(decoding: data, as: Unicode.ASCII.self).lowercased()
                return count + content.ranges(of: text).count
            }
    }

    @Test(
        "forget leaves no octet of it in any file of the database, and others alone",
        arguments: ["anna@tester.example", "tester.example"])
    func forget(subject: String) throws {
        let installation = try Self.installation()
        #expect(try Self.count("anna@tester.example", installation) > 5)
        let refused = try installation.run(["forget", subject])
        #expect(refused.status == 1 && refused.errors.contains("--yes"))
        #expect(try Self.count("anna@tester.example", installation) > 5)
        let run = try installation.run(["forget", "--yes", subject])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("  1 checks with their evidence and mails\n"))
        // All that comes in these tests comes from a host of that domain.
        #expect(run.output.contains("  \(subject.contains("@") ? 2 : 3) messages\n"))
        for place in ["mail logs", "mail queues", "backups", "next publish"] {
            #expect(run.output.contains(place))
        }
        #expect(try Self.count(subject, installation) == 0)
        #expect(try Self.count("bob@other.example", installation) > 0)
        #expect(try installation.query("SELECT quick_check FROM pragma_quick_check") == "ok")
    }

    /// Messages of somebody else's that name an address where no octet of it stands as it is.
    private static func encoded(_ address: String) -> [String] {
        func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
        let type = "Content-Type: text/plain; charset=utf-8\n"
        let message = "From: x@else.example\nSubject: forwarded\n\nPlease ask \(address), too.\n"
        let wide = Data("Přeposláno pro \(address).".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
        return [
            "\(type)Content-Transfer-Encoding: base64\n\n\(base64("ask \(address) about it"))\n",
            "\(type)Content-Transfer-Encoding: quoted-printable\n\nask \(address.replacing("@", with: "=\n=40"))\n",
            "Subject: =?utf-8?B?\(base64("for \(address)"))?=\n\nhello\n",
            "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n\(base64(message))\n",
            """
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/html; charset=utf-16be
            Content-Transfer-Encoding: base64

            \(wide.base64EncodedString())
            --b--

            """,
        ]
    }

    @Test(
        "export and forget find an address behind every encoding of mail, and no longer one that ends like it"
    )
    func encoded() throws {
        let installation = try TestInstallation()
        for text in Self.encoded("Anna@tester.example") + Self.encoded("hanna@tester.example") {
            let mail = TestMail(
                sender: "somebody@else.example", recipient: "c-x@dual.check.example", bytes: Array(text.utf8))
            try #require(try installation.receive(mail).status == 0)
        }
        try installation.waitForRunner()
        let export = try installation.run(["export", "anna@tester.example"])
        let document = try JSONSerialization.jsonObject(with: Data(export.output.utf8)) as? [String: Any]
        #expect((document?["messages"] as? [Any])?.count == 5)
        let run = try installation.run(["forget", "--yes", "anna@tester.example"])
        #expect(run.status == 0 && run.output.contains("  5 messages\n"), "\(run.output)")
        #expect(try installation.query("SELECT count(*) FROM message") == "5")
        let again = try installation.run(["forget", "--yes", "anna@tester.example"])
        #expect(again.output.contains("  0 messages\n"), "\(again.output)")
    }

    @Test("forget says that the block list still knows the address")
    func blocked() throws {
        let installation = try Self.installation()
        let stop = TestMail(
            sender: "anna@tester.example", recipient: "stop@test.check.example",
            bytes: Array(
                """
                Authentication-Results: mx.check.example; spf=pass smtp.mailfrom=tester.example
                Received: from out.tester.example by mx.check.example (Postfix) with ESMTPS id 4ABC123; now
                From: <anna@tester.example>

                stop

                """.utf8))
        #expect(try installation.receive(stop).status == 0)
        try installation.waitForRunner()
        #expect(try installation.query("SELECT count(*) FROM block") == "1")
        let run = try installation.run(["forget", "--yes", "anna@tester.example"])
        #expect(run.output.contains("1 in block.address (the block list"))
    }

    @Test("export tells a person all that is stored, and nothing of others")
    func export() throws {
        let installation = try Self.installation()
        let run = try installation.run(["export", "anna@tester.example"])
        #expect(run.status == 0)
        #expect(!run.output.contains("bob@other.example"))
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let checks = try #require(document["checks"] as? [[String: Any]])
        #expect(checks.count == 1)
        let status = try #require(checks.first?["status"] as? [String: Any])
        #expect(status["reversePath"] as? String == "anna@tester.example")
        let evidence = status["evidence"] as? [[String: Any]]
        #expect(evidence?.contains { $0["fact"] as? String == "arrived" } == true)
        let mails = try #require(checks.first?["mails"] as? [[String: Any]])
        #expect(Set(mails.compactMap { $0["mail"] as? String }).isSuperset(of: ["c", "p2", "p3", "p4"]))
        let messages = try #require(document["messages"] as? [[String: Any]])
        #expect(messages.count == 2)
        let content = messages.first?["content"] as? [String: Any]
        #expect((content?["text"] as? String)?.contains("Does it come back?") == true)
        let nobody = try installation.run(["export", "nobody@tester.example"])
        let empty = try JSONSerialization.jsonObject(with: Data(nobody.output.utf8)) as? [String: Any]
        #expect(
            (empty?["checks"] as? [Any])?.isEmpty == true && (empty?["messages"] as? [Any])?.isEmpty == true)
    }

    @Test("a check that is past its time leaves numbers and no name")
    func retention() throws {
        let installation = try Self.installation()
        let before = try installation.run(["stats", "--format", "json"]).output
        _ = try installation.change(
            """
            UPDATE checkRun SET openedAt = openedAt - 100 * 86400, due = NULL; UPDATE message SET receivedAt = 1;
            UPDATE opened SET at = at - 100 * 86400
            """
        )
        try installation.setTimer(lastRun: .now, steadySince: .now - 2 * 86_400)
        #expect(try installation.run(["reconcile"]).status == 0)
        try installation.waitForRunner()
        #expect(try installation.query("SELECT count(*) FROM checkRun") == "0")
        #expect(try installation.query("SELECT count(*) FROM message") == "0")
        #expect(try installation.query("SELECT count(*) FROM pastCheck") == "2")
        let after = try installation.run(["stats", "--format", "json"]).output
        for name in ["tester.example", "other.example"] {
            #expect(try Self.count(name, installation) == 0, "\(name)")
        }
        for line in ["\"checks\" : 2", "\"domains\" : 2"] {
            #expect(before.contains(line) && after.contains(line), "\(after)")
        }
    }

    @Test("no line of a log names anybody")
    func log() throws {
        let installation = try TestInstallation()
        let program = try RecordingProgram(
            then: "echo \"sendmail: anna@tester.example: unknown <Anna@Tester.Example>\" >&2; exit 75")
        let text = try String(contentsOfFile: installation.configuration, encoding: .utf8)
        try text.replacing(/sendmail = "[^"]*"/, with: "sendmail = \"\(program.path)\"").write(
            toFile: installation.configuration, atomically: true, encoding: .utf8)
        #expect(try installation.holdingRunner { try installation.receive(.request()).status } == 0)
        var log = ""
        for command in ["reconcile", "run-outbox", "reconcile", "rejudge"] {
            try installation.waitForRunner()
            _ = try installation.change("UPDATE effect SET notBefore = 0")
            let run = try installation.run([command])
            log += run.output + run.errors
        }
        #expect(log.contains("ended with exit status 75: sendmail: ~"), "\(log)")
        #expect(!log.lowercased().contains("anna"), "\(log)")
    }
}
