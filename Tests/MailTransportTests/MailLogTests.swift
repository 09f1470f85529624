import Foundation
import ReturnPathCore
import Testing

@testable import MailTransport

@Suite("The sending instance's log")
struct MailLogTests {
    /// 2026-11-26 04:10:00 in the time zone of the machine, which is that of its logs.
    private static var now: Moment {
        var parts = tm()
        (parts.tm_year, parts.tm_mon, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_isdst) =
            (126, 10, 26, 4, 10, -1)
        return Moment(mktime(&parts))
    }

    private static let host = "Nov 26 04:09:09 postfix-v6only postfix-v6only"
    private static let mail = "4jZjjK36gMzV9"

    private func read(_ lines: [String]) -> [LogReader.Event] {
        var reader = LogReader()
        return lines.compactMap { reader.take($0, at: Self.now) }
    }

    private func attempt(_ lines: [String]) throws -> DeliveryAttempt {
        let events = read(lines)
        guard case .attempted(Self.mail, let attempt) = try #require(events.first), events.count == 1 else {
            throw CancellationError()
        }
        return attempt
    }

    // MARK: Lines

    @Test(
        "have the time of the year that is nearest before now",
        arguments: [
            ("Nov 26 04:09:09", -51), ("Nov  6 04:09:09", -51 - 20 * 86_400),
            ("Nov 26 04:10:30", 30), ("Nov 27 04:10:00", 86_400 - 365 * 86_400),
        ] as [(String, Seconds)])
    func time(stamp: String, offset: Seconds) throws {
        let entry = try #require(LogEntry("\(stamp) host postfix/qmgr[5]: 4ABC12: removed", before: Self.now))
        #expect(entry.at == Self.now + offset)
        #expect(entry.queueID == "4ABC12")
        #expect(entry.program == "qmgr")
        #expect(entry.process == 5)
    }

    @Test(
        "may have the time of RFC 3339",
        arguments: ["2026-11-24T04:00:00Z", "2026-11-24T05:00:00.123456+01:00"])
    func internetTime(stamp: String) throws {
        let entry = try #require(LogEntry("\(stamp) host postfix/smtp[5]: some text", before: Self.now))
        #expect(entry.at == 1_795_492_800)
        #expect(entry.queueID == nil)
        #expect(entry.text == "some text")
    }

    @Test(
        "of another form are none",
        arguments: [
            "", "x", "Nov 26 04:09:09 host", "Nov 26 04:09:09 host postfix/smtp: text",
            "Nov 26 99 host postfix/smtp[1]: text", "Foo 26 04:09:09 host postfix/smtp[1]: text",
            "Nov 26 04:09:09 host smtp[1]: text", "Nov 26 04:09:09 host postfix/smtp[x]: text",
            "]: [ / ]: [/", "Nov 26 04:09:09 host /[1]:",
        ])
    func otherForm(line: String) {
        #expect(LogEntry(line, before: Self.now) == nil)
    }

    // MARK: Deliveries

    @Test("tell which mail a queue number stands for, and when it is free again")
    func queueIDs() {
        let events = read([
            "\(Self.host)/pickup[530]: \(Self.mail): uid=999 from=<p2-x@dual.checker.example>",
            "\(Self.host)/cleanup[636]: \(Self.mail): message-id=<p2-x@dual.checker.example>",
            "\(Self.host)/qmgr[531]: \(Self.mail): from=<p2-x@dual.checker.example>, size=1618, nrcpt=1 (queue active)",
            "\(Self.host)/qmgr[531]: \(Self.mail): removed",
        ])
        #expect(
            events == [
                .begun(queueID: Self.mail, sender: "p2-x@dual.checker.example"), .ended(queueID: Self.mail),
            ])
    }

    @Test("tell the host that refused the connection, with the line that says so")
    func connectionRefused() throws {
        let lines = [
            "\(Self.host)/smtp[725]: connect to mx.refused.test[2001:db8:25::99]:25: Connection refused",
            "\(Self.host)/smtp[725]: \(Self.mail): to=<s03@refused.test>, relay=none, delay=0.04, delays=0.02/0.02/0/0, dsn=4.4.1, status=deferred (connect to mx.refused.test[2001:db8:25::99]:25: Connection refused)",
        ]
        let attempt = try attempt(lines)
        #expect(attempt.outcome == .deferred)
        #expect(attempt.place == "mx.refused.test [2001:db8:25::99]")
        #expect(attempt.status == "4.4.1")
        #expect(attempt.lines == lines)
        #expect(!attempt.isRemembered)
        #expect(attempt.at == Self.now - 51)
    }

    @Test("tell the encryption of the connection that took the mail, and of no other")
    func encryption() throws {
        let lines = [
            "\(Self.host)/smtp[9]: Untrusted TLS connection established to mx1.tester.test[2001:db8::1]:25: TLSv1.2 with cipher X (256/256 bits)",
            "\(Self.host)/smtp[9]: \(Self.mail): host mx1.tester.test[2001:db8::1] said: 451 4.7.1 Greylisted (in reply to RCPT TO command)",
            "\(Self.host)/smtp[8]: Trusted TLS connection established to mx3.other.test[2001:db8::3]:25: TLSv1.1 with cipher Y",
            "\(Self.host)/smtp[9]: discarding EHLO keywords: DSN",
            "\(Self.host)/smtp[9]: Verified TLS connection established to mx2.tester.test[2001:db8::2]:25: TLSv1.3 with cipher Z",
            "\(Self.host)/smtp[9]: \(Self.mail): to=<a@tester.test>, relay=mx2.tester.test[2001:db8::2]:25, delay=0.3, delays=0/0/0/0.2, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued (as 4X))",
        ]
        let attempt = try attempt(lines)
        #expect(attempt.outcome == .sent)
        #expect(attempt.place == "mx2.tester.test [2001:db8::2]")
        #expect(attempt.encryption == "TLSv1.3")
        #expect(attempt.reply == "250 2.0.0 Ok: queued (as 4X)")
        #expect(attempt.lines == [lines[0], lines[1], lines[4], lines[5]])
    }

    @Test("tell nothing where a value is empty")
    func emptyValues() throws {
        let attempt = try attempt([
            "\(Self.host)/smtp[9]: Trusted TLS connection established to mx.tester.test[2001:db8::2]:25: ",
            "\(Self.host)/smtp[9]: \(Self.mail): to=<a@tester.test>, relay=mx.tester.test[2001:db8::2]:25, dsn=, status=sent (250 Ok)",
        ])
        #expect(attempt.place == "mx.tester.test [2001:db8::2]")
        #expect(attempt.status == nil)
        #expect(attempt.encryption == nil)
    }

    @Test("tell a host that Postfix only remembers from one that it asked")
    func remembered() throws {
        let attempt = try attempt([
            "\(Self.host)/error[7]: \(Self.mail): to=<a@tester.test>, relay=none, delay=9, delays=9/0/0/0, dsn=4.4.1, status=deferred (delivery temporarily suspended: connect to mx.tester.test[2001:db8::1]:25: Connection timed out)"
        ])
        #expect(attempt.isRemembered)
        #expect(attempt.place == "mx.tester.test [2001:db8::1]")
        #expect(
            DeliveryAttempt.reason(attempt.reply)
                == "connect to mx.tester.test[2001:db8::1]:25: Connection timed out")
    }

    @Test(
        "tell what was given back and what was given up",
        arguments: [
            (
                "smtp[9]: \(mail): to=<a@tester.test>, relay=mx.tester.test[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.tester.test[192.0.2.1] said: 550 5.1.1 no such user (in reply to RCPT TO command))",
                DeliveryAttempt.Outcome.bounced,
                "host mx.tester.test[192.0.2.1] said: 550 5.1.1 no such user (in reply to RCPT TO command)"
            ),
            (
                "qmgr[9]: \(mail): from=<p2-x@dual.checker.example>, status=expired, returned to sender",
                .expired, "expired, returned to sender"
            ),
            ("smtp[9]: \(mail): to=<a@tester.test>, relay=none, dsn=4.4.1, status=deferred ", .deferred, ""),
        ])
    func ends(line: String, outcome: DeliveryAttempt.Outcome, reply: String) throws {
        let attempt = try attempt(["\(Self.host)/\(line)"])
        #expect(attempt.outcome == outcome)
        #expect(attempt.reply == reply)
    }

    @Test("bring nothing about where they are damaged or are no deliveries")
    func noise() {
        let lines = [
            "\(Self.host)/smtp[9]: \(Self.mail): to=<a@tester.test>, relay=none",
            "\(Self.host)/smtp[9]: \(Self.mail): to=<a@tester.test>, status=wonderful (x)",
            "\(Self.host)/qmgr[9]: \(Self.mail): from=<unfinished",
            "\(Self.host)/bounce[9]: \(Self.mail): sender delivery status notification: 4ABC",
        ]
        #expect(read(lines).isEmpty)
    }

    @Test("do not fill the memory, however many processes say something")
    func bounded() throws {
        var reader = LogReader()
        for process in 0..<1000 {
            for _ in 0..<30 {
                _ = reader.take("\(Self.host)/smtp[\(process)]: warning: something", at: Self.now)
            }
        }
        #expect(try JSONEncoder().encode(reader).count < 1_000_000)
    }

    // MARK: The file

    /// A log in a folder of its own.
    private final class Log {
        let folder: URL
        let url: URL
        var position: LogFile.Position?

        init() throws {
            folder = FileManager.default.temporaryDirectory.appendingPathComponent("log-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            url = folder.appendingPathComponent("v6.log")
            try Data().write(to: url)
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        func append(_ text: String, to other: String? = nil) throws {
            let file = try FileHandle(forWritingTo: other.map { folder.appendingPathComponent($0) } ?? url)
            try file.seekToEnd()
            try file.write(contentsOf: Data(text.utf8))
            try file.close()
        }

        func rotate(to name: String) throws {
            try FileManager.default.moveItem(at: url, to: folder.appendingPathComponent(name))
            try Data().write(to: url)
        }

        /// Reads on, with a position that went through the database.
        func read() throws -> [String] {
            let portion = try LogFile(url.path).read(after: position)
            let text = try JSONEncoder().encode(portion.position)
            position = try JSONDecoder().decode(LogFile.Position.self, from: text)
            return portion.lines
        }
    }

    @Test("is read from where the last reading ended, whole lines alone")
    func growing() throws {
        let log = try Log()
        #expect(try log.read() == [])
        try log.append("one\ntw")
        #expect(try log.read() == ["one"])
        #expect(try log.read() == [])
        try log.append("o\nthree\n")
        #expect(try log.read() == ["two", "three"])
    }

    @Test("is read on in the old file and then in the new one, whoever still writes there")
    func rotation() throws {
        let log = try Log()
        try log.append("one\n")
        #expect(try log.read() == ["one"])
        try log.append("two\n")
        try log.rotate(to: "v6.log.1")
        try log.append("three\n", to: "v6.log.1")
        try log.append("five\n")
        #expect(try log.read() == ["two", "three", "five"])
        try log.append("four\n", to: "v6.log.1")
        try log.append("six\n")
        #expect(try log.read() == ["four", "six"])
        try FileManager.default.removeItem(at: log.folder.appendingPathComponent("v6.log.1"))
        try log.append("seven\n")
        #expect(try log.read() == ["seven"])
    }

    @Test("is read from the beginning where it was cut, and says so where the old one is gone")
    func cutAndLost() throws {
        let log = try Log()
        try log.append("one and a long line\n")
        #expect(try log.read() == ["one and a long line"])
        try Data("two\n".utf8).write(to: log.url, options: [])
        let portion = try LogFile(log.url.path).read(after: log.position)
        #expect(portion.lines == ["two"])
        let second = try Log()
        try second.append("one\n")
        #expect(try second.read() == ["one"])
        try second.rotate(to: "elsewhere")
        try second.append("two\n")
        let lost = try LogFile(second.url.path).read(after: second.position)
        #expect(lost.lines == ["two"])
        #expect(lost.isInterrupted)
    }

    @Test("is read in portions, and a line without an end is skipped")
    func portions() throws {
        let log = try Log()
        let line = String(repeating: "x", count: 99) + "\n"
        try log.append(String(repeating: line, count: 25_000))
        var count = 0
        for _ in 0..<4 { count += try log.read().count }
        #expect(count == 25_000)
        try log.append(String(repeating: "y", count: 3 << 20) + "\nlast\n")
        var last: [String] = []
        for _ in 0..<5 { last += try log.read() }
        #expect(last.last == "last")
        #expect(last.allSatisfy { $0.count < 1 << 20 })
    }

    @Test("that cannot be opened is named, with what to do")
    func missing() throws {
        let error = #expect(throws: LogFile.ReadError.self) {
            try LogFile("/nonexistent/v6.log").read(after: nil)
        }
        #expect(error?.problem.contains("/nonexistent/v6.log cannot be read: No such file") == true)
    }
}
