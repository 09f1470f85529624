import Foundation
import TestSupport
import Testing

@Suite("The mail log")
struct MailLogTests {
    private struct Status: Decodable {
        struct Mail: Decodable {
            struct Attempt: Decodable {
                let outcome: String
                let host: String?
                let lines: [String]
            }
            let probe: String
            let state: String
            let delay: String?
            let nextAttempt: String?
            let attempts: [Attempt]
        }
        let probes: [Mail]
    }

    /// An installation with a check whose control was given to the sending instance.
    private func begun() throws -> (installation: TestInstallation, control: String) {
        let installation = try TestInstallation()
        #expect(try installation.receive(.request()).status == 0)
        #expect(try installation.waitUntil { try installation.sentRoles() == ["c"] })
        try installation.waitForRunner()
        return (installation, try #require(try installation.sender(of: "c")))
    }

    /// Lines of today's log about a mail.
    private func lines(_ texts: [String]) -> String {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.dateFormat = "MMM dd HH:mm:ss"
        let stamp = format.string(from: Date())
        return texts.map { "\(stamp) mx postfix-v6only/\($0)\n" }.joined()
    }

    private func write(_ text: String, to installation: TestInstallation) throws {
        let url = installation.folder.appendingPathComponent("v6only.log")
        let old = (try? Data(contentsOf: url)) ?? Data()
        // In place: a new file would be a rotated log.
        if old.isEmpty { try Data().write(to: url) }
        let file = try FileHandle(forWritingTo: url)
        try file.seekToEnd()
        try file.write(contentsOf: Data(text.utf8))
        try file.close()
    }

    private func control(_ installation: TestInstallation) throws -> Status.Mail {
        let text = try installation.run(["status", "--format=json"]).output
        let checks = try JSONDecoder().decode([Status].self, from: Data(text.utf8))
        return try #require(checks.first?.probes.first { $0.probe == "control" })
    }

    @Test("says why a mail is still under way and when it is tried again, once, however often it is read")
    func deferred() throws {
        let (installation, sender) = try begun()
        try write(
            lines([
                "qmgr[5]: 4jZjjK36gMzV9: from=<\(sender)>, size=1618, nrcpt=1 (queue active)",
                "smtp[7]: connect to mx.tester.example[2001:db8:1::25]:25: Connection timed out",
            ]), to: installation)
        #expect(try installation.run(["reconcile"]).status == 0)
        #expect(try control(installation).attempts.isEmpty)
        try write(
            lines([
                "smtp[7]: 4jZjjK36gMzV9: to=<anna@tester.example>, relay=none, delay=30, delays=0/0/30/0, dsn=4.4.1, "
                    + "status=deferred (connect to mx.tester.example[2001:db8:1::25]:25: Connection timed out)",
                "qmgr[5]: 4AAAAAAAAAAA1: from=<c-forged@dual.check.example>, size=1, nrcpt=1 (queue active)",
                "smtp[8]: 4AAAAAAAAAAA1: to=<b@tester.example>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, "
                    + "status=deferred (forged)",
            ]), to: installation)
        for _ in 0..<3 { #expect(try installation.run(["reconcile"]).status == 0) }
        let mail = try control(installation)
        #expect(mail.state == "in-flight")
        #expect(mail.delay == "connect to mx.tester.example[2001:db8:1::25]:25: Connection timed out")
        #expect(mail.nextAttempt != nil)
        #expect(mail.attempts.count == 1)
        #expect(mail.attempts.first?.host == "mx.tester.example [2001:db8:1::25]")
        #expect(mail.attempts.first?.lines.count == 2)
    }

    @Test("is enough to know that a mail was taken, where the report about it is lost")
    func taken() throws {
        let (installation, sender) = try begun()
        try write(
            lines([
                "qmgr[5]: 4jZjjK36gMzV9: from=<\(sender)>, size=1618, nrcpt=1 (queue active)",
                "smtp[7]: 4jZjjK36gMzV9: to=<anna@tester.example>, relay=mx.tester.example[192.0.2.1]:25, delay=1, "
                    + "delays=0/0/1/0, dsn=2.0.0, status=sent (250 Ok)",
                "qmgr[5]: 4jZjjK36gMzV9: removed",
            ]), to: installation)
        #expect(try installation.run(["reconcile"]).status == 0)
        #expect(try control(installation).state == "accepted")
        #expect(try installation.sentRoles() == ["c", "p2", "p3", "p4"])
        #expect(try installation.query("SELECT count(*) FROM queuedMail") == "0")
    }

    @Test("that cannot be read is complained of once, and stops nothing")
    func missing() throws {
        let (installation, _) = try begun()
        let complaints = try (0..<2).map { _ in try installation.run(["reconcile"]).errors }
        #expect(complaints.allSatisfy { !$0.contains("v6only.log") })
        #expect(
            try installation.query("SELECT problem FROM mailLog").contains("v6only.log cannot be read"))
        try write("", to: installation)
        #expect(try installation.run(["reconcile"]).status == 0)
        #expect(try installation.query("SELECT problem IS NULL FROM mailLog") == "1")
    }
}
