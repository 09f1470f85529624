/// One dated fact about a check. Appended, never changed, never removed while the check is kept.
package struct Evidence: Hashable, Sendable {
    /// When we learned of it.
    package let at: Moment
    /// What we learned.
    package let fact: Fact
    /// The stored message that shows it, where there is one.
    package let message: Int64?

    package init(at: Moment, fact: Fact, message: Int64? = nil) {
        self.at = at
        self.fact = fact
        self.message = message
    }
}

/// What can be known about a check.
package enum Fact: Hashable, Sendable {
    /// The request, or the same request once more, reached us.
    case arrived(Arrival)
    /// A mail of ours was given to the sending instance.
    case submitted(ProbeKind)
    /// The sending instance still has it; the reason is the instance's own.
    case queued(ProbeKind, reason: String)
    /// A delivery report speaks of it.
    case reported(ProbeKind, Report)
    /// The person answered it: it reached the mailbox.
    case confirmed(ProbeKind)
    /// A program at the tester's answered it (RFC 3834): it got as far as that program.
    case automaticResponse(ProbeKind)
    /// The person asked us to stop.
    case stopped

    /// The probe that the fact is about.
    package var probe: ProbeKind? {
        switch self {
        case .arrived, .stopped: nil
        case .submitted(let kind), .queued(let kind, _), .reported(let kind, _), .confirmed(let kind),
            .automaticResponse(let kind):
            kind
        }
    }

    /// A stable word for the kind of fact, for lists and for the database.
    package var name: String {
        switch self {
        case .arrived: "arrived"
        case .submitted: "submitted"
        case .queued: "queued"
        case .reported: "reported"
        case .confirmed: "confirmed"
        case .automaticResponse: "automatic-response"
        case .stopped: "stopped"
        }
    }
}
