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
        /// The latest reason known; where Postfix only remembers that a host was dead, what it found then.
        package let reason: String
        package let at: Moment
        /// How often the instance has tried, as far as its log was read.
        package let attempts: Int
        /// When it tries again, at the earliest; `nil` where no attempt is known.
        package let next: Moment?

        package init(reason: String, at: Moment, attempts: Int, next: Moment?) {
            self.reason = reason
            self.at = at
            self.attempts = attempts
            self.next = next
        }
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
        let attempts = DeliveryAttempt.all(of: probe, in: mine)
        // A report says more, but the log alone says enough.
        let acceptance =
            Self.leading(mine) { $0.isAcceptance } ?? attempts.first { $0.outcome == .sent }.map(Report.init)
        if mine.contains(where: { $0.fact == .confirmed(probe) }) {
            self = .confirmed(accepted: acceptance)
        } else if let failure = Self.leading(mine, where: { $0.action == .failed }) {
            self = .failed(failure, accepted: acceptance)
        } else if let acceptance {
            self = .accepted(acceptance)
        } else if let start = mine.map(\.at).min() {
            let delay = Self.delay(mine, attempts, since: start, window)
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

    private static func delay(
        _ evidence: [Evidence], _ attempts: [DeliveryAttempt], since start: Moment, _ window: DeliveryWindow
    ) -> Delay? {
        let reasons = evidence.compactMap { item -> (reason: String, at: Moment)? in
            switch item.fact {
            case .queued(_, let reason): (reason, item.at)
            case .attempted(_, let attempt) where attempt.outcome == .deferred: (attempt.reply, attempt.at)
            case .reported(_, let report) where report.action == .delayed: (report.diagnostic, item.at)
            default: nil
            }
        }
        guard let last = reasons.max(by: { ($0.at, $0.reason) < ($1.at, $1.reason) }) else { return nil }
        return Delay(
            reason: DeliveryAttempt.reason(last.reason), at: last.at,
            attempts: attempts.count { !$0.isRemembered },
            next: attempts.last.map { window.nextAttempt(after: $0.at, since: start) })
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
