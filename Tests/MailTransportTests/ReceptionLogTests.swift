import Foundation
import ReturnPathCore
import Testing

@testable import MailTransport

/// Whether a sender's host had tried IPv6, as the log of the operator's own Postfix tells.
@Suite("The log of our IPv6 mail host")
struct ReceptionLogTests {
    private static let since: Moment = 1_795_492_800
    private static let until: Moment = since + 3600

    /// A line of smtpd(8) some seconds after the beginning of the span.
    private static func line(_ seconds: Seconds, _ text: String, program: String = "smtpd") -> String {
        "\(MailDate.iso(since + seconds)) mx postfix/\(program)[7]: \(text)"
    }

    /// The span is told of from its beginning on, unless `early` is taken away.
    private static let early = line(-60, "statistics: max connection count 1", program: "anvil")

    private static func arrival(_ name: String, _ helo: String) throws -> Arrival {
        let client = try #require(IPAddress("192.0.2.25"))
        return Arrival(name: .test, client: client, clientName: name, helo: helo)
    }

    private func look(
        _ lines: [String], before: [String] = [], name: String = "mail.tester.example",
        helo: String = "mail.tester.example", domain: String = "tester.example"
    ) throws -> Reception {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reception-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("mail.log").path
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
        if !before.isEmpty {
            try Data((before.joined(separator: "\n") + "\n").utf8).write(
                to: URL(fileURLWithPath: path + ".1"))
        }
        let arrival = try Self.arrival(name, helo)
        let relay = try #require(IPAddress("2001:db8:25::26"))
        return try ReceptionLog(path, ours: [relay]).look(
            for: SenderHost(arrival, domain: domain), since: Self.since, until: Self.until)
    }

    @Test(
        "shows who may have been the sender's host",
        arguments: [
            "connect from mail6.tester.example[2001:db8:1::25]", "connect from unknown[2001:db8:1::25]",
            "NOQUEUE: reject: RCPT from mx.far.example[2001:db8:1::25]: 550 5.7.1 No; "
                + "from=<anna@tester.example> to=<test@test.check.example> proto=ESMTP helo=<mx.far.example>",
            "NOQUEUE: reject: RCPT from mx.far.example[2001:db8:1::25]: 550 5.7.1 No; "
                + "from=<x@far.example> to=<test@test.check.example> proto=ESMTP helo=<out.tester.example>",
        ])
    func seen(text: String) throws {
        let reception = try look([Self.early, Self.line(10, text)])
        #expect(reception.seen == Self.line(10, text))
        #expect(reception.deferred == nil)
        #expect(!reception.sawNothing)
    }

    @Test(
        "shows that it was put off",
        arguments: [
            (
                "smtpd",
                "NOQUEUE: reject: RCPT from mail6.tester.example[2001:db8:1::25]: 450 4.3.2 Busy; from=<a@b.example>"
            ),
            (
                "smtpd",
                "4jZjjK36gMzV9: milter-reject: END-OF-MESSAGE from mail6.tester.example[2001:db8:1::25]: 4.7.1 Later"
            ),
            (
                "postscreen",
                "NOQUEUE: reject: RCPT from [2001:db8:1::25]:4711: 450 4.3.2 Service currently unavailable"
            ),
        ])
    func deferred(program: String, text: String) throws {
        let line = Self.line(10, text, program: program)
        let reception = try look([Self.early, line])
        #expect(reception.deferred == line)
        #expect(!reception.sawNothing)
    }

    @Test("counts others, and sees nothing in them")
    func others() throws {
        let reception = try look([
            Self.early, Self.line(1, "connect from mx.far.example[2001:db8:2::25]"),
            Self.line(2, "connect from unknown[2001:db8:3::25]"),
            Self.line(3, "4jZjjK36gMzV9: client=unknown[2001:db8:3::25]"),
            Self.line(
                4,
                "NOQUEUE: reject: RCPT from mx.far.example[2001:db8:2::25]: 450 4.2.0 Later; from=<x@far.example> "
                    + "to=<y@check.example> proto=ESMTP helo=<mx.far.example>"),
        ])
        #expect(reception.others == 2)
        #expect(reception.sawNothing)
    }

    @Test(
        "leaves aside what is over IPv4, our own, of another time or of another program",
        arguments: [
            line(10, "connect from mail.tester.example[192.0.2.25]"),
            line(10, "connect from relay.tester.example[2001:db8:25::26]"),
            line(-10, "connect from mail.tester.example[2001:db8:1::25]"),
            line(3601, "connect from mail.tester.example[2001:db8:1::25]"),
            line(10, "connect to mail.tester.example[2001:db8:1::25]", program: "smtp"),
            "connect from mail.tester.example[2001:db8:1::25]",
        ])
    func aside(line: String) throws {
        let reception = try look([Self.early, line])
        #expect(reception.sawNothing)
        #expect(reception.others == 0)
    }

    @Test("is whole where it begins before the span, in the file before, too")
    func whole() throws {
        let inside = Self.line(10, "connect from mx.far.example[2001:db8:2::25]")
        #expect(try look([Self.early, inside]).isWhole)
        #expect(try !look([inside]).isWhole)
        let rotated = try look(
            [inside], before: [Self.early, Self.line(5, "connect from tester.example[2001:db8:1::9]")])
        #expect(rotated.isWhole)
        #expect(rotated.seen?.contains("2001:db8:1::9") == true)
        #expect(try !look([inside], before: [Self.line(1, "lost connection after CONNECT")]).isWhole)
    }

    @Test("finds the span at the end of a long log")
    func long() throws {
        let old = (0..<20_000).map {
            Self.line(-90_000 + $0, "connect from mail.tester.example[2001:db8:1::25]")
        }
        let reception = try look(
            old + [Self.early, Self.line(9, "connect from mx.far.example[2001:db8:2::25]")])
        #expect(reception.sawNothing)
        #expect(reception.others == 1)
    }

    @Test("that is not there is an error")
    func missing() throws {
        let host = SenderHost(
            try Self.arrival("unknown", "x"),
            domain: "a.example")
        #expect(throws: LogFile.ReadError.self) {
            try ReceptionLog("/nonexistent/mail.log", ours: []).look(for: host, since: 0, until: 1)
        }
    }

    @Test(
        "knows a host again by its registered domain, its HELO and its sender, and not by what names no host",
        arguments: [
            (["mail-1.v6.tester.example"], true), (["mx.other.example", "out.tester.example"], true),
            (["unknown"], false), (["[192.0.2.1]"], false), (["localhost"], false),
            (["mx.other.test"], false),
        ])
    func host(names: [String], isSame: Bool) throws {
        let arrival = try Self.arrival("unknown", "localhost")
        #expect(SenderHost(arrival, domain: "tester.example").mayBe(named: names) == isSame)
    }
}
