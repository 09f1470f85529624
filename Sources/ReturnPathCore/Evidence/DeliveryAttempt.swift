/// One attempt of the sending instance to deliver a mail, as its log tells it.
package struct DeliveryAttempt: Hashable, Sendable {
    /// How an attempt ended, in Postfix's word.
    package enum Outcome: String, Codable, Hashable, Sendable, CaseIterable {
        case sent, deferred, bounced, expired
    }

    /// When it ended.
    package let at: Moment
    package let outcome: Outcome
    /// The last host that it was about; `nil` where it got as far as none.
    package let host: String?
    package let address: IPAddress?
    /// The protocol of the encryption, such as `TLSv1.3`; `nil` where there was none.
    package let encryption: String?
    /// The enhanced status code (RFC 3463).
    package let status: String?
    /// What the host said, or what the instance says in its place.
    package let reply: String
    /// The log's own lines, verbatim.
    package let lines: [String]

    package init(
        at: Moment, outcome: Outcome, host: String?, address: IPAddress?, encryption: String?,
        status: String?, reply: String, lines: [String]
    ) {
        self.at = at
        self.outcome = outcome
        self.host = host
        self.address = address
        self.encryption = encryption
        self.status = status
        self.reply = reply
        self.lines = lines
    }

    /// The attempts to deliver a mail that are among the evidence, the earliest first.
    package static func all(of probe: Probe, in evidence: [Evidence]) -> [DeliveryAttempt] {
        evidence.compactMap { item in
            if case .attempted(probe, let attempt) = item.fact { attempt } else { nil }
        }
        .sorted { ($0.at, $0.lines.joined()) < ($1.at, $1.lines.joined()) }
    }

    /// How Postfix begins the reason where it only remembers that a host was dead (qmgr(8)).
    package static let remembered = "delivery temporarily suspended: "

    /// Whether no host was asked at all: what an earlier attempt found says nothing new.
    package var isRemembered: Bool { reply.hasPrefix(Self.remembered) }

    /// A reason without what Postfix puts before one that it only remembers.
    package static func reason(_ text: String) -> String {
        text.hasPrefix(remembered) ? String(text.dropFirst(remembered.count)) : text
    }

    /// The host with its address, as far as they are known.
    package var place: String? {
        guard let host else { return address?.text }
        return address.map { "\(host) [\($0.text)]" } ?? host
    }
}
