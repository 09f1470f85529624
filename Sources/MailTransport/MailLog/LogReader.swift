import ReturnPathCore

/// Makes deliveries out of log lines: which mail a queue number stands for, and what became of it.
///
/// A client's lines about a connection name no mail; they belong to the next attempt of the same process.
/// They are kept from one reading to the next, so this is a value that is stored.
package struct LogReader: Codable, Hashable, Sendable {
    /// What a line brought about.
    package enum Event: Hashable, Sendable {
        /// A mail with this envelope sender goes by this queue number.
        case begun(queueID: String, sender: String)
        /// An attempt to deliver it is over.
        case attempted(queueID: String, DeliveryAttempt)
        /// It has left the queue.
        case ended(queueID: String)
    }

    /// Lines of processes whose attempt is not over.
    private var notes: [Int: [String]] = [:]

    /// Processes and lines for each that are remembered at most.
    private static let mostProcesses = 200
    private static let mostNotes = 20

    /// Starts with nothing remembered.
    package init() {}

    /// Takes one line.
    ///
    /// - Parameter now: The moment of reading: the line has no year.
    package mutating func take(_ line: String, at now: Moment) -> Event? {
        guard let entry = LogEntry(line, before: now) else { return nil }
        guard let queueID = entry.queueID else {
            note(entry)
            return nil
        }
        if entry.program == "qmgr" { return Self.queueEvent(queueID, entry) }
        guard entry.text.hasPrefix("to=<"), let outcome = outcome(entry.text) else {
            note(entry)
            return nil
        }
        let attempt = attempt(entry, outcome)
        notes[entry.process] = nil
        return .attempted(queueID: queueID, attempt)
    }

    private static func queueEvent(_ queueID: String, _ entry: LogEntry) -> Event? {
        if entry.text == "removed" { return .ended(queueID: queueID) }
        guard entry.text.hasPrefix("from=<"), let end = entry.text.firstRange(of: ">, ") else { return nil }
        guard entry.text[end.upperBound...].hasPrefix("status=") else {
            return .begun(
                queueID: queueID,
                sender: String(entry.text[..<end.lowerBound].dropFirst("from=<".count)))
        }
        let reply = String(entry.text[end.upperBound...].dropFirst("status=".count))
        return .attempted(
            queueID: queueID,
            DeliveryAttempt(
                at: entry.at, outcome: .expired, host: nil, address: nil, encryption: nil, status: nil,
                reply: reply, lines: [entry.line]))
    }

    private mutating func note(_ entry: LogEntry) {
        guard entry.program == "smtp", !entry.text.hasPrefix("discarding EHLO keywords") else { return }
        if notes[entry.process] == nil, notes.count >= Self.mostProcesses { notes = [:] }
        notes[entry.process, default: []].append(entry.line)
        if notes[entry.process, default: []].count > Self.mostNotes { notes[entry.process]?.removeFirst() }
    }

    /// `status=sent (250 OK)`: the word, and what is in the parentheses.
    private func outcome(_ text: String) -> (word: DeliveryAttempt.Outcome, reply: String)? {
        guard let start = text.firstRange(of: ", status="),
            let space = text[start.upperBound...].firstIndex(of: " "),
            let word = DeliveryAttempt.Outcome(rawValue: String(text[start.upperBound..<space]))
        else { return nil }
        var reply = text[text.index(after: space)...]
        if reply.hasPrefix("("), reply.hasSuffix(")") { reply = reply.dropFirst().dropLast() }
        return (word, String(reply))
    }

    private func attempt(
        _ entry: LogEntry, _ outcome: (word: DeliveryAttempt.Outcome, reply: String)
    ) -> DeliveryAttempt {
        let relay = Self.value(of: "relay", in: entry.text)
        let place = relay == "none" ? Place(in: outcome.reply) : Place(in: relay ?? "")
        let earlier = notes[entry.process] ?? []
        return DeliveryAttempt(
            at: entry.at, outcome: outcome.word, host: place?.host, address: place?.address,
            encryption: place.flatMap { Self.encryption(to: $0.address, in: earlier) },
            status: Self.value(of: "dsn", in: entry.text), reply: outcome.reply,
            lines: earlier + [entry.line])
    }

    /// `name=value` before the status; `nil` where the value is empty.
    private static func value(of name: String, in text: String) -> String? {
        guard let start = text.firstRange(of: ", \(name)=") else { return nil }
        let value = text[start.upperBound...].prefix { $0 != "," }
        return value.isEmpty ? nil : String(value)
    }

    /// `Untrusted TLS connection established to mx.example[2001:db8::25]:25: TLSv1.3 with cipher …`.
    private static func encryption(to address: IPAddress, in lines: [String]) -> String? {
        for line in lines.reversed() {
            guard let start = line.firstRange(of: " TLS connection established to ") else { continue }
            let rest = line[start.upperBound...]
            guard let place = Place(in: rest), place.address == address, let colon = rest.firstRange(of: ": ")
            else {
                continue
            }
            let name = rest[colon.upperBound...].prefix { $0 != " " }
            return name.isEmpty ? nil : String(name)
        }
        return nil
    }
}

/// A host as Postfix names it: `mx.example[2001:db8::25]`.
private struct Place {
    let host: String
    let address: IPAddress

    /// The first in a text.
    init?(in text: some StringProtocol) {
        var rest = text[...]
        while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
            let name = rest[..<open].split(separator: " ", omittingEmptySubsequences: false).last ?? ""
            if !name.isEmpty, let address = IPAddress(String(rest[rest.index(after: open)..<close])) {
                self.host = String(name)
                self.address = address
                return
            }
            rest = rest[rest.index(after: close)...]
        }
        return nil
    }
}
