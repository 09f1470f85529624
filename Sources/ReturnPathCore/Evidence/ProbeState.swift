import DeliveryReports

/// Where a probe stands, told from what is known of it and from the clock.
///
///     planned ──submitted──▶ inFlight ──relayed──▶ accepted ──a reply──▶ confirmed
///                               │                     │
///                               │                     └──failed (a host further on)──▶ failed
///                               ├──failed──▶ failed
///                               └──the window closes, nothing known──▶ silent
///
/// Never stored: `silent` is the clock's doing, and a late report simply outranks it.
package enum ProbeState: Hashable, Sendable {
    case planned
    case inFlight(since: Moment, delay: Delay?)
    case accepted(Report)
    /// `returned` is set where some host had accepted the mail before it failed.
    case failed(Report, accepted: Report?)
    case confirmed(accepted: Report?)
    case silent(since: Moment)

    /// Why a mail is still in flight.
    package struct Delay: Hashable, Sendable {
        /// The latest reason known.
        package let reason: String
        package let at: Moment
    }

    /// Whether only new evidence, and never the clock, can change the state.
    package var isSettled: Bool {
        switch self {
        case .planned, .inFlight: false
        case .accepted, .failed, .confirmed, .silent: true
        }
    }

    /// A stable word for lists and for programs.
    package var name: String {
        switch self {
        case .planned: "planned"
        case .inFlight: "in-flight"
        case .accepted: "accepted"
        case .failed: "failed"
        case .confirmed: "confirmed"
        case .silent: "silent"
        }
    }

    /// The state that follows from all facts, in whatever order they came.
    ///
    /// A failure outranks an acceptance (a host further on refused), a reply outranks everything,
    /// and any fact outranks silence. Of several reports of one kind the first-hand one counts,
    /// then the earliest.
    package init(of probe: Probe, from evidence: [Evidence], window: DeliveryWindow, at now: Moment) {
        let mine = evidence.filter { $0.fact.probe == probe }
        let acceptance = Self.leading(mine) { $0.isAcceptance }
        if mine.contains(where: { $0.fact == .confirmed(probe) }) {
            self = .confirmed(accepted: acceptance)
        } else if let failure = Self.leading(mine, where: { $0.action == .failed }) {
            self = .failed(failure, accepted: acceptance)
        } else if let acceptance {
            self = .accepted(acceptance)
        } else if let start = mine.map(\.at).min() {
            let delay = Self.delay(mine)
            self =
                now > start + window.length
                ? .silent(since: start) : .inFlight(since: start, delay: delay)
        } else {
            self = .planned
        }
    }

    /// The report that speaks for all of its kind; the order is total, so it never depends on arrival.
    private static func leading(_ evidence: [Evidence], where wanted: (Report) -> Bool) -> Report? {
        evidence.compactMap { item -> (Moment, Report)? in
            guard case .reported(_, let report) = item.fact, wanted(report) else { return nil }
            return (item.at, report)
        }
        .min { left, right in
            if left.1.author != right.1.author { return left.1.author == .ours }
            if left.0 != right.0 { return left.0 < right.0 }
            return left.1.sortKey < right.1.sortKey
        }?
        .1
    }

    private static func delay(_ evidence: [Evidence]) -> Delay? {
        evidence.compactMap { item -> Delay? in
            switch item.fact {
            case .queued(_, let reason): Delay(reason: reason, at: item.at)
            case .reported(_, let report) where report.action == .delayed:
                Delay(reason: report.diagnostic, at: item.at)
            default: nil
            }
        }
        .max { ($0.at, $0.reason) < ($1.at, $1.reason) }
    }
}

extension Report {
    /// Orders reports that came in the same second.
    fileprivate var sortKey: String {
        [
            action.rawValue, status ?? "", diagnostic, reportingMTA ?? "", remoteMTA ?? "",
            remoteAddress?.text ?? "", finalRecipient ?? "", tokenPlace.rawValue,
            proof.joined(separator: "\n"),
        ].joined(separator: "\u{0}")
    }
}
