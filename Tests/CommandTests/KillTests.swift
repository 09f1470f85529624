import Foundation
import TestSupport
import Testing

/// Ends the processes that mail goes through at every write, and looks whether a second attempt mends everything.
@Suite("Killed at every write", .serialized)
struct KillTests {
    /// Every mail was submitted, and one that was submitted twice has the same octets.
    private func wasSent(_ roles: [String], _ installation: TestInstallation) throws -> Bool {
        try installation.waitUntil { try Set(installation.sentRoles()) == Set(roles) }
            && Set(try installation.sent()).count == roles.count
    }

    /// How often a fact is in the evidence of the only check.
    private func count(_ fact: String, _ installation: TestInstallation) throws -> Int {
        let text = try installation.run(["status", "--format", "json"]).output
        let checks = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
        let evidence = checks?.first?["evidence"] as? [[String: Any]] ?? []
        return evidence.count { $0["fact"] as? String == fact }
    }

    /// A check whose control was sent.
    private func opened() throws -> (TestInstallation, control: String) {
        let installation = try TestInstallation()
        #expect(try installation.receive(.request()).status == 0)
        #expect(try wasSent(["c"], installation))
        try installation.waitForRunner()
        return (installation, try #require(try installation.sender(of: "c")))
    }

    @Test("a request is not lost and is answered once")
    func request() throws {
        let kills = try Killer(from: try TestInstallation()).killEverywhere(messages: 1) {
            installation, wrapper in
            try installation.receive(.request(), wrapper: wrapper)
        } mended: { installation in
            let second = try installation.receive(.request())
            let tidy = try installation.run(["reconcile"])
            return try second.status == 0 && tidy.status == 0 && wasSent(["c"], installation)
        }
        #expect(kills > 10)
    }

    @Test("a request that nobody vouches for is not lost, and its sender is asked once")
    func unvouched() throws {
        let beginning = try TestInstallation(invites: true)
        let kills = try Killer(from: beginning).killEverywhere(messages: 1) { installation, wrapper in
            try installation.receive(.unvouched(), wrapper: wrapper)
        } mended: { installation in
            let second = try installation.receive(.unvouched())
            let tidy = try installation.run(["reconcile"])
            return try second.status == 0 && tidy.status == 0 && wasSent(["i1"], installation)
        }
        #expect(kills > 10)
    }

    @Test("a confirmation is not lost and opens its check once")
    func confirmation() throws {
        let beginning = try TestInstallation(invites: true)
        #expect(try beginning.receive(.unvouched()).status == 0)
        #expect(try wasSent(["i1"], beginning))
        try beginning.waitForRunner()
        let address = try #require(
            try beginning.sent().first?.firstMatch(of: /confirm-[a-z2-7]{32}@dual\.check\.example/))
        let answer = TestMail.answer(to: String(address.output))
        let kills = try Killer(from: beginning).killEverywhere(messages: 2) { installation, wrapper in
            try installation.receive(answer, wrapper: wrapper)
        } mended: { installation in
            let second = try installation.receive(answer)
            let tidy = try installation.run(["reconcile"])
            return try second.status == 0 && tidy.status == 0 && wasSent(["i1", "c"], installation)
        }
        #expect(kills > 10)
    }

    @Test("a report is not lost, and what follows from it is sent")
    func report() throws {
        let (beginning, control) = try opened()
        let kills = try Killer(from: beginning).killEverywhere(messages: 2) { installation, wrapper in
            try installation.receive(.relayed(control), wrapper: wrapper)
        } mended: { installation in
            let second = try installation.receive(.relayed(control))
            let tidy = try installation.run(["reconcile"])
            return try second.status == 0 && tidy.status == 0
                && wasSent(["c", "p2", "p3", "p4"], installation)
        }
        #expect(kills > 10)
    }

    @Test("an answer, of a person or of a program, is not lost and counts once", arguments: [true, false])
    func answer(isPerson: Bool) throws {
        let (beginning, control) = try opened()
        let reply = try #require(
            try beginning.sent().first?.firstMatch(of: /reply-[a-z2-7]{32}@dual\.check\.example/))
        let mail = TestMail(
            sender: isPerson ? "anna@tester.example" : "",
            recipient: isPerson ? String(reply.output) : control,
            bytes: Array(
                """
                From: <anna@tester.example>
                Subject: Re: a mail
                Auto-Submitted: \(isPerson ? "no" : "auto-replied")

                It has arrived.

                """.utf8))
        let kills = try Killer(from: beginning).killEverywhere(messages: 2) { installation, wrapper in
            try installation.receive(mail, wrapper: wrapper)
        } mended: { installation in
            let second = try installation.receive(mail)
            let fact = isPerson ? "confirmed" : "automatic-response"
            // What the first process died of is read by the one that runs the outbox.
            return try second.status == 0
                && installation.waitUntil { try count(fact, installation) == 1 }
        }
        #expect(kills > 10)
    }

    @Test("a stray message is kept")
    func stray() throws {
        let mail = TestMail(
            sender: "somebody@else.example", recipient: "c-x@dual.check.example", bytes: Array("hello\n".utf8)
        )
        let kills = try Killer(from: try TestInstallation()).killEverywhere(messages: 1) {
            installation, wrapper in
            try installation.receive(mail, wrapper: wrapper)
        } mended: { installation in
            try installation.receive(mail).status == 0
                && installation.waitUntil { try installation.query("SELECT state FROM message") == "sorted" }
        }
        #expect(kills > 5)
    }

    @Test("a mail in the outbox is sent, whoever is killed on it", arguments: ["reconcile", "run-outbox"])
    func outbox(command: String) throws {
        let beginning = try TestInstallation()
        let status = try beginning.holdingRunner { try beginning.receive(.request()).status }
        #expect(status == 0)
        #expect(try beginning.sent().isEmpty)
        let kills = try Killer(from: beginning, .files).killEverywhere(messages: 1) { installation, wrapper in
            try installation.run([command], wrapper: wrapper)
        } mended: { installation in
            try installation.run(["reconcile"]).status == 0 && wasSent(["c"], installation)
        }
        #expect(kills > 5)
    }

    @Test("what the mail queue says, and the verdict that follows, is not lost")
    func queue() throws {
        let (beginning, control) = try opened()
        let line =
            #"{"queue_name":"deferred","queue_id":"4X","arrival_time":1,"message_size":1,"sender":"\#(control)","#
            + #""recipients":[{"address":"anna@tester.example","delay_reason":"450 4.2.0 greylisted"}]}"#
        try line.write(
            toFile: beginning.folder.appendingPathComponent("queue.json").path, atomically: true,
            encoding: .utf8)
        let kills = try Killer(from: beginning, .files).killEverywhere(messages: 1) { installation, wrapper in
            try installation.run(["reconcile"], wrapper: wrapper)
        } mended: { installation in
            try installation.run(["reconcile"]).status == 0 && count("queued", installation) == 1
        }
        #expect(kills > 5)
    }

    @Test("a verdict is sent once")
    func verdict() throws {
        let (beginning, control) = try opened()
        #expect(try beginning.receive(.relayed(control)).status == 0)
        #expect(try wasSent(["c", "p2", "p3", "p4"], beginning))
        let statuses = try beginning.holdingRunner {
            try ["p2", "p3", "p4"].map { role in
                try beginning.receive(.relayed(try beginning.sender(of: role) ?? "")).status
            }
        }
        #expect(statuses == [0, 0, 0])
        let kills = try Killer(from: beginning, .files).killEverywhere(messages: 5) { installation, wrapper in
            try installation.run(["reconcile"], wrapper: wrapper)
        } mended: { installation in
            try installation.run(["reconcile"]).status == 0
                && wasSent(["c", "p2", "p3", "p4", "v1"], installation)
        }
        #expect(kills > 5)
    }

    @Test("receive says yes only after its commit is on the disk, the first time and the second")
    func synced() throws {
        let installation = try TestInstallation()
        for _ in 0..<2 {
            let file = installation.folder.appendingPathComponent("trace")
            let run = try installation.receive(
                .request(),
                wrapper: [
                    Killer.strace, "-qq", "-y", "-o", file.path, "-e",
                    "trace=pwrite64,fdatasync,fsync,exit_group",
                ])
            #expect(run.status == 0)
            let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
            let write = try #require(lines.lastIndex { $0.hasPrefix("pwrite64") && $0.contains("-wal>") })
            let sync = try #require(lines.lastIndex { $0.contains("sync(") && $0.contains("-wal>") })
            let exit = try #require(lines.lastIndex { $0.hasPrefix("exit_group(0)") })
            #expect(write < sync && sync < exit)
        }
    }
}
