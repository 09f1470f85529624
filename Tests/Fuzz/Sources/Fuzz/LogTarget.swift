import Foundation
import Glibc
import MailTransport
import ReturnPathCore

/// The logs of both Postfix instances: what was delivered, and who came.
enum LogTarget {
    /// 2026-11-24 04:00:00 UTC, the end of the span that the seeds tell of.
    private static let now: Moment = 1_795_492_800
    private static let relay = Set([IPAddress("2001:db8:25::26")].compactMap(\.self))

    static func run(_ bytes: [UInt8]) {
        let lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
        deliveries(lines)
        guard let file = MemoryFile(bytes) else { return }
        demand(
            portions(of: file.path) == Array(lines.prefix(upToLastEnd(bytes))),
            "the file's lines are the log's")
        receptions(file.path, lines)
    }

    private static func upToLastEnd(_ bytes: [UInt8]) -> Int {
        guard let last = bytes.lastIndex(of: 0x0A) else { return 0 }
        return bytes[..<last].split(separator: 0x0A).count
    }

    private static func deliveries(_ lines: [String]) {
        var reader = LogReader()
        var seen: Set<String> = []
        for line in lines {
            seen.insert(line)
            var twin = reader
            let event = reader.take(line, at: now)
            demand(twin.take(line, at: now) == event && twin == reader, "the same line reads the same")
            switch event {
            case .begun(let queueID, let sender):
                demand(line.contains("\(queueID): from=<\(sender)>, "), "the sender stands in the line")
            case .ended(let queueID): demand(line.contains("\(queueID): removed"), "the number does, too")
            case .attempted(let queueID, let attempt):
                demand(line.contains("\(queueID): "), "the number stands in the line")
                check(attempt, line, seen)
            case nil: break
            }
        }
        let stored = try? JSONEncoder().encode(reader)
        demand(
            stored.flatMap { try? JSONDecoder().decode(LogReader.self, from: $0) } == reader,
            "it can be stored")
    }

    private static func check(_ attempt: DeliveryAttempt, _ line: String, _ seen: Set<String>) {
        demand(attempt.lines.last == line, "the last line is the attempt's own")
        demand(attempt.lines.count <= 21, "few lines are remembered")
        demand(attempt.lines.allSatisfy(seen.contains), "all lines are the log's")
        // Foundation says of no text that it contains an empty one.
        demand(attempt.reply.isEmpty || line.contains(attempt.reply), "the reply stands in the line")
        if let status = attempt.status { demand(line.contains("dsn=\(status)"), "the status does, too") }
        if let host = attempt.host { demand(line.contains("\(host)["), "the host does, too") }
        if let address = attempt.address {
            demand(addresses(in: line).contains(address), "the address does, too")
        }
        if let encryption = attempt.encryption {
            demand(attempt.lines.contains { $0.contains(encryption) }, "the encryption does, too")
        }
    }

    /// Whatever stands in brackets and is an address.
    private static func addresses(in line: String) -> Set<IPAddress> {
        let pieces = line.split(separator: "[", omittingEmptySubsequences: false).dropFirst()
        return Set(pieces.compactMap { IPAddress(String($0.prefix { $0 != "]" })) })
    }

    private static func portions(of path: String) -> [String]? {
        guard let portion = try? LogFile(path).read(after: nil) else { return nil }
        demand(!portion.hasMore && !portion.isInterrupted, "a short log is one portion")
        let rest = try? LogFile(path).read(after: portion.position)
        demand(rest?.lines.isEmpty == true, "what was read is not read again")
        return portion.lines
    }

    private static func receptions(_ path: String, _ lines: [String]) {
        guard let client = IPAddress("192.0.2.25") else { return }
        let arrival = Arrival(
            name: .test, client: client, clientName: "mail.tester.example", helo: "out.tester.example")
        let log = ReceptionLog(path, ours: relay)
        let host = SenderHost(arrival, domain: "tester.example")
        guard let reception = try? log.look(for: host, since: now - 3600, until: now) else { return }
        demand(reception.others <= lines.count, "every host has a line")
        for line in [reception.seen, reception.deferred].compactMap(\.self) {
            demand(lines.contains { $0.hasPrefix(line) }, "what is shown is a line's beginning")
            demand(line.count <= 500, "and not long")
        }
        if let seen = reception.seen, seen.count < 500 {
            let found = addresses(in: seen).filter { $0.family == .ipv6 }
            demand(!found.subtracting(relay).isEmpty, "and names a host over IPv6 that is not ours")
        }
        demand(
            (try? log.look(for: host, since: now - 3600, until: now)) == reception,
            "looking twice shows the same")
    }
}

/// memfd_create(2), which the C library shows to programs in C alone that ask for it.
@_silgen_name("memfd_create")
private func createMemoryFile(_ name: UnsafePointer<CChar>, _ flags: UInt32) -> Int32

/// A file that is in memory alone and has a path.
private struct MemoryFile: ~Copyable {
    private let handle: Int32

    init?(_ bytes: [UInt8]) {
        handle = createMemoryFile("log", 0)
        let count = bytes.withUnsafeBytes { write(handle, $0.baseAddress, $0.count) }
        guard handle >= 0, count == bytes.count else { return nil }
    }

    deinit { close(handle) }

    var path: String { "/proc/self/fd/\(handle)" }
}
