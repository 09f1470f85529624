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
    case submitted(Probe)
    /// The sending instance still has it; the reason is the instance's own.
    case queued(Probe, reason: String)
    /// The sending instance tried to deliver it, as its log says.
    case attempted(Probe, DeliveryAttempt)
    /// A delivery report speaks of it.
    case reported(Probe, Report)
    /// The person answered it: it reached the mailbox.
    case confirmed(Probe)
    /// A program at the tester's answered it (RFC 3834): it got as far as that program.
    case automaticResponse(Probe)
    /// The person asked us to stop.
    case stopped
    /// We looked at our own side, before the first mail left.
    case examined(Health)
    /// We looked at the tester's domain in DNS, and at port 25 of its mail hosts.
    case surveyed(DomainSurvey)
    /// A request came through the fallback: we looked whether its sender had tried IPv6 before.
    case watched(Reception)

    /// The probe that the fact is about.
    package var probe: Probe? {
        switch self {
        case .arrived, .stopped, .examined, .surveyed, .watched: nil
        case .submitted(let probe), .queued(let probe, _), .attempted(let probe, _), .reported(let probe, _),
            .confirmed(let probe), .automaticResponse(let probe):
            probe
        }
    }

    /// A stable word for the kind of fact, for lists and for the database.
    package var name: String {
        switch self {
        case .arrived: "arrived"
        case .submitted: "submitted"
        case .queued: "queued"
        case .attempted: "attempted"
        case .reported: "reported"
        case .confirmed: "confirmed"
        case .automaticResponse: "automatic-response"
        case .stopped: "stopped"
        case .examined: "examined"
        case .surveyed: "surveyed"
        case .watched: "watched"
        }
    }
}
