import CMemory
import ReturnPathCore

/// The log of the Postfix that takes mail for us over IPv6: who came, and who was put off.
package struct ReceptionLog: Sendable {
    private let path: String
    /// Our own hosts, which are no senders: the relay, and this machine.
    private let ours: Set<IPAddress>

    /// Bytes of one file that are read at most: the newest.
    static let most: Int64 = 64 << 20
    /// Characters of a line that are kept.
    static let longestLine = 500

    package init(_ path: String, ours: Set<IPAddress>) {
        self.path = path
        self.ours = ours
    }

    /// Looks whether a host tried IPv6 in a span; reads the log backwards as far as it must, and the one before
    /// where the log was rotated since (`logrotate` with `delaycompress`, `postfix logrotate` without a compressor).
    ///
    /// - Throws: ``LogFile/ReadError`` where the log cannot be opened.
    package func look(for host: SenderHost, since: Moment, until: Moment) throws(LogFile.ReadError)
        -> Reception
    {
        let file = try OpenFile(path)
        var (lines, isWhole) = Self.lines(of: file, since: since, until: until)
        if !isWhole, let before = try? OpenFile(path + ".1") {
            let (earlier, reachesBack) = Self.lines(of: before, since: since, until: until)
            lines = earlier + lines
            isWhole = reachesBack
        }
        return reception(lines, host, since: since, until: until, isWhole: isWhole)
    }

    /// The lines of a span about clients, and whether the file begins before it.
    private static func lines(
        of file: borrowing OpenFile, since: Moment, until: Moment
    ) -> (lines: [LogEntry], reachesBack: Bool) {
        var entries: [LogEntry] = []
        var reachesBack = false
        var start = file.size
        var length: Int64 = 1 << 16
        // Steps back, each twice as long, until the file's first whole line is older than the span.
        while start > 0, file.size - start < most, !reachesBack {
            start = max(0, file.size - length)
            length *= 2
            reachesBack = file.firstEntry(after: start, before: until).map { $0.at < since } ?? false
        }
        file.forEachLine(after: start) { line in
            guard LogEntry.mayBeOfClient(line) else { return }
            let entry = LogEntry(String(decoding: line, as: UTF8.self), before: until + 1)
            if let entry, entry.at >= since, entry.at <= until { entries.append(entry) }
        }
        return (entries, reachesBack)
    }

    private func reception(
        _ entries: [LogEntry], _ host: SenderHost, since: Moment, until: Moment, isWhole: Bool
    ) -> Reception {
        let visits = entries.compactMap { Visit($0) }.filter { !ours.contains($0.address) }
        // A host without a name may be anybody's, unless it came with a mail, which then is another.
        let delivered = Set(visits.filter { $0.kind == .took }.map(\.address))
        func isSuspect(_ visit: Visit) -> Bool {
            host.mayBe(named: visit.names) || (visit.isNameless && !delivered.contains(visit.address))
        }
        let seen = visits.first { isSuspect($0) && $0.kind != .deferred }
        let deferred = visits.first { isSuspect($0) && $0.kind == .deferred }
        return Reception(
            since: since, until: until, isWhole: isWhole,
            others: visits.count { $0.kind == .connected && !isSuspect($0) },
            seen: (seen?.line).map(Self.cut), deferred: (deferred?.line).map(Self.cut))
    }

    private static func cut(_ line: String) -> String { String(line.prefix(longestLine)) }
}

/// One thing that happened to a client over IPv6.
private struct Visit {
    enum Kind {
        case connected, took, deferred, refused
    }

    let kind: Kind
    let address: IPAddress
    /// What the host is known by: its name, its HELO, its sender's domain.
    let names: [String]
    let isNameless: Bool
    let line: String

    /// Reads a line of smtpd(8) or postscreen(8); `nil` for one that tells of no client over IPv6.
    init?(_ entry: LogEntry) {
        let marker: String
        let text = entry.text
        if text.hasPrefix("connect from ") || text.hasPrefix("CONNECT from ") {
            (kind, marker) = (.connected, "connect from ")
        } else if text.hasPrefix("client=") {
            (kind, marker) = (.took, "client=")
        } else if text.contains("reject: "), text.contains(" from ") {
            let reply =
                text.firstRange(of: "]: ").map { text[$0.upperBound...] }
                ?? text.firstRange(of: ": 4").map { text[$0.lowerBound...].dropFirst(2) } ?? ""
            (kind, marker) = (reply.first == "4" ? .deferred : .refused, "")
        } else {
            return nil
        }
        let rest =
            marker.isEmpty
            ? text.firstRange(of: " from ").map { text[$0.upperBound...] } ?? ""
            : text.dropFirst(marker.count)
        guard let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]"),
            let address = IPAddress(String(rest[rest.index(after: open)..<close])), address.family == .ipv6
        else { return nil }
        self.address = address
        let name = String(rest[..<open])
        isNameless = name.isEmpty || name == "unknown"
        let sender = Self.bracketed("from=<", in: text).flatMap {
            $0.split(separator: "@").last.map(String.init)
        }
        names = [name, Self.bracketed("helo=<", in: text), sender].compactMap(\.self)
        line = entry.line
    }

    private static func bracketed(_ start: String, in text: String) -> String? {
        text.firstRange(of: start).map { String(text[$0.upperBound...].prefix { $0 != ">" }) }
    }
}

extension LogEntry {
    /// Whether a line can be one of smtpd(8) or postscreen(8); asked of every line of a long log.
    fileprivate static func mayBeOfClient(_ line: ArraySlice<UInt8>) -> Bool {
        contains(line, "/smtpd[") || contains(line, "/postscreen[")
    }

    private static func contains(_ line: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
        line.withUnsafeBytes {
            memmem($0.baseAddress, $0.count, word.utf8Start, word.utf8CodeUnitCount) != nil
        }
    }
}
