/// What a check tells about the tester's mail system (docs/flow.md).
package enum Ability: String, CaseIterable, Codable, Hashable, Sendable {
    /// The address takes our mail at all.
    case control = "0"
    /// Deliver to an IPv6-only destination.
    case deliver = "1"
    /// The same where the name has no MX record (RFC 5321 §5.1).
    case deliverWithoutMX = "1b"
    /// Receive mail over IPv6.
    case receive = "2"
    /// Receive mail from an IPv6-only envelope domain.
    case receiveFromSixEnvelope = "3"
    /// Receive mail from an IPv6-only `From:` domain.
    case receiveFromSixAuthor = "4"

    /// Whether it counts for the outcome of the whole check.
    package var counts: Bool {
        switch self {
        case .deliver, .receive, .receiveFromSixEnvelope, .receiveFromSixAuthor: true
        case .control, .deliverWithoutMX: false
        }
    }

    /// The ability that a mail tests.
    init(of kind: ProbeKind) {
        self =
            switch kind {
            case .control: .control
            case .overIPv6: .receive
            case .sixEnvelope: .receiveFromSixEnvelope
            case .sixAuthor: .receiveFromSixAuthor
            }
    }
}

/// How an ability came out. "We do not know" is an answer.
package enum Outcome: String, CaseIterable, Codable, Hashable, Sendable {
    case passed, failed, inconclusive
    /// The answer is still to come.
    case waiting
    /// Nobody tried it, and nothing follows from that (1b).
    case notSeen = "not-seen"
    /// The control was not accepted, so the probe was never sent.
    case notReached = "not-reached"
}
