import DeliveryReports

/// Folds evidence into a verdict. Holds nothing, asks nobody.
package struct Judge: Sendable {
    private let window: DeliveryWindow
    private let rules: [CauseRule]

    package init(window: DeliveryWindow, rules: [CauseRule] = CauseRule.table) {
        self.window = window
        self.rules = rules
    }

    /// The verdict that follows from the evidence, in whatever order it is given.
    package func judge(_ evidence: [Evidence], at now: Moment) -> Verdict {
        let control = state(of: .control, in: evidence, at: now)
        var findings = [self.control(control), delivery(evidence, at: now), deliveryWithoutMX(evidence)]
        let survey = DomainSurvey(in: evidence)
        let health = Health(in: evidence)
        for probe in Probe.released {
            let first = finding(of: probe, beside: .control, in: evidence, at: now)
            guard first.needsRepeat else {
                findings.append(first.explained(by: survey).excused(by: health))
                continue
            }
            let second = finding(of: probe.again, beside: .control.again, in: evidence, at: now)
            findings.append(Self.confirm(first, by: second).explained(by: survey).excused(by: health))
        }
        return Verdict(
            findings: findings, isSettled: isSettled(findings, control, evidence, at: now), survey: survey,
            health: health, reception: Reception(in: evidence), log: Verdict.LoggedMail.all(in: evidence),
            moments: findings.map { $0.moment(in: evidence) })
    }

    /// The mails that the evidence has released, whether they were sent already or not.
    ///
    /// The control alone; once it is accepted, the probes; and where one was refused, a fresh control
    /// and beside it the same probe again.
    package func released(_ evidence: [Evidence], at now: Moment) -> [Probe] {
        guard state(of: .control, in: evidence, at: now).isRelease else { return [.control] }
        let refused = Probe.released.filter {
            finding(of: $0, beside: .control, in: evidence, at: now).needsRepeat
        }
        guard !refused.isEmpty else { return Probe.first }
        let isFresh = state(of: .control.again, in: evidence, at: now).isRelease
        return Probe.first + [.control.again] + (isFresh ? refused.map(\.again) : [])
    }

    /// A refusal counts where it was met twice; one that was met once says that something is unsteady.
    private static func confirm(_ first: Finding, by second: Finding) -> Finding {
        switch second.outcome {
        case .failed: first
        case .passed:
            Finding(first.ability, .inconclusive, cause: .unsteady, rule: first.rule, basis: first.basis)
        case .waiting:
            Finding(first.ability, .waiting, cause: first.cause, rule: first.rule, basis: first.basis)
        case .inconclusive, .notReached, .notSeen:
            Finding(first.ability, .inconclusive, cause: second.cause, rule: second.rule, basis: second.basis)
        }
    }

    /// The state of one mail.
    package func state(of probe: Probe, in evidence: [Evidence], at now: Moment) -> ProbeState {
        ProbeState(of: probe, from: evidence, window: window, at: now)
    }

    /// All is settled when every finding is final, and every mail that was sent beside a control that failed
    /// has its answer.
    private func isSettled(
        _ findings: [Finding], _ control: ProbeState, _ evidence: [Evidence], at now: Moment
    ) -> Bool {
        guard control.isSettled else { return false }
        if control.isRelease {
            return findings.allSatisfy { $0.outcome != .waiting || $0.ability == .deliver }
        }
        return Probe.released.map { state(of: $0, in: evidence, at: now) }
            .allSatisfy { $0 == .planned || $0.isSettled }
    }

    private func control(_ state: ProbeState) -> Finding {
        switch state {
        case .planned: Finding(.control, .waiting)
        case .inFlight(_, let delay):
            Finding(.control, .waiting, basis: delay.map(Finding.Basis.delay) ?? .nothing)
        case .accepted(let report): Finding(.control, .passed, basis: .acceptance(report))
        case .confirmed(let accepted): Finding(.control, .passed, basis: .reply(accepted: accepted))
        case .silent(let since):
            Finding(.control, .inconclusive, cause: .silence, basis: .silence(since: since))
        case .failed(let report, let accepted):
            failure(.control, .failed, report, accepted, of: .control)
        }
    }

    /// Ability 1: the request itself is the evidence.
    private func delivery(_ evidence: [Evidence], at now: Moment) -> Finding {
        let arrivals = Self.arrivals(evidence)
        if let six = arrivals.first(where: { $0.isOverIPv6 && $0.name.takesRequests }) {
            return Finding(.deliver, .passed, basis: .arrival(six))
        }
        if let four = arrivals.first {
            return isDeliveredOverIPv4Only(evidence, at: now)
                ? Finding(.deliver, .failed, cause: .deliversOverIPv4Only, basis: .arrival(four))
                : Finding(.deliver, .inconclusive, cause: .fallbackUsed, basis: .arrival(four))
        }
        return Finding(.deliver, .waiting)
    }

    /// Whether the sender had no reason to take the fallback: our IPv6 side was healthy, had not put that host off,
    /// and had seen nothing of it. That it was healthy is shown by what travelled over IPv6 at that time.
    private func isDeliveredOverIPv4Only(_ evidence: [Evidence], at now: Moment) -> Bool {
        guard let reception = Reception(in: evidence), reception.sawNothing, let health = Health(in: evidence)
        else { return false }
        let isHealthy = health.faults.allSatisfy { $0.kind == .reverseName || $0.kind == .authentication }
        let answers = DomainSurvey(in: evidence)?.addresses.contains { $0.port?.outcome == .answers } ?? false
        let isAccepted = Probe.all.contains {
            state(of: $0, in: evidence, at: now).acceptedBy?.remoteAddress?.family == .ipv6
        }
        return isHealthy && (reception.others > 0 || answers || isAccepted)
    }

    /// Ability 1b is passed or not seen, never failed: not everybody writes to the MX-less name.
    private func deliveryWithoutMX(_ evidence: [Evidence]) -> Finding {
        let bare = Self.arrivals(evidence).first { $0.name == .bare && $0.isOverIPv6 }
        return bare.map { Finding(.deliverWithoutMX, .passed, basis: .arrival($0)) }
            ?? Finding(.deliverWithoutMX, .notSeen)
    }

    /// All arrivals, earliest first; those of one moment in a fixed order.
    private static func arrivals(_ evidence: [Evidence]) -> [Arrival] {
        evidence.compactMap { item -> (Moment, Arrival)? in
            guard case .arrived(let arrival) = item.fact else { return nil }
            return (item.at, arrival)
        }
        .sorted { ($0.0, $0.1.sortKey) < ($1.0, $1.1.sortKey) }
        .map(\.1)
    }

    /// What one mail tells beside its control, taken alone.
    private func finding(
        of probe: Probe, beside control: Probe, in evidence: [Evidence], at now: Moment
    ) -> Finding {
        let ability = Ability(of: probe.kind)
        let state = state(of: probe, in: evidence, at: now)
        let control = self.state(of: control, in: evidence, at: now)
        if control.isSettled, !control.isRelease {
            let outcome: Outcome = state == .planned ? .notReached : .inconclusive
            return Finding(ability, outcome, cause: .controlFailed, basis: self.control(control).basis)
        }
        switch state {
        case .planned: return Finding(ability, .waiting)
        case .inFlight(_, let delay):
            return Finding(ability, .waiting, basis: delay.map(Finding.Basis.delay) ?? .nothing)
        case .silent(let since):
            return Finding(ability, .inconclusive, cause: .silence, basis: .silence(since: since))
        case .accepted(let report): return Finding(ability, .passed, basis: .acceptance(report))
        case .confirmed(let accepted): return Finding(ability, .passed, basis: .reply(accepted: accepted))
        case .failed(let report, let accepted):
            if let mismatch = familyMismatch(ability, probe.kind, report, accepted, control) {
                return mismatch
            }
            return failure(ability, .failed, report, accepted, of: probe.kind)
        }
    }

    /// A failure of 3 or 4 counts only beside a control that went over the same family.
    private func familyMismatch(
        _ ability: Ability, _ probe: ProbeKind, _ report: Report, _ accepted: Report?, _ control: ProbeState
    ) -> Finding? {
        guard probe != .overIPv6, let used = (report.remoteAddress ?? accepted?.remoteAddress)?.family,
            let controlled = control.acceptedBy?.remoteAddress?.family, used != controlled
        else { return nil }
        return Finding(
            ability, .inconclusive, cause: .controlOtherFamily, basis: .failure(report, accepted: accepted))
    }

    /// Names the cause; only one about the variable makes an ability fail.
    private func failure(
        _ ability: Ability, _ worst: Outcome, _ report: Report, _ accepted: Report?, of probe: ProbeKind
    ) -> Finding {
        let basis = Finding.Basis.failure(report, accepted: accepted)
        let isBeyond =
            accepted != nil && report.author == .foreign && report.isFromAnotherHost(than: accepted)
        // Whoever forwards a mail breaks its SPF; a host further on that minds does not speak of us.
        if let rule = CauseRule.first(for: report, of: probe, in: rules),
            !(isBeyond && rule.cause.owner == .us)
        {
            let outcome: Outcome = rule.cause.countsAgainst || probe == .control ? worst : .inconclusive
            return Finding(ability, outcome, cause: rule.cause, rule: rule.id, basis: basis)
        }
        let cause = isBeyond ? Cause.forwardingFailed : Cause(of: report.reason)
        return Finding(ability, probe == .control ? worst : .inconclusive, cause: cause, basis: basis)
    }
}

extension Finding {
    /// Whether the failure is tried once more before it is called one.
    ///
    /// Not where DNS is the cause, and not where our own instance gave up: it had tried for a day.
    fileprivate var needsRepeat: Bool {
        guard outcome == .failed, let cause, !cause.isCertain, case .failure(let report, _) = basis else {
            return false
        }
        return !(report.author == .ours && report.status?.hasPrefix("4.") ?? false)
    }
}

extension ProbeState {
    /// Whether this state of the control releases the probes.
    package var isRelease: Bool {
        switch self {
        case .accepted, .confirmed: true
        case .planned, .inFlight, .failed, .silent: false
        }
    }

    /// The acceptance that a settled mail rests on.
    var acceptedBy: Report? {
        switch self {
        case .accepted(let report): report
        case .confirmed(let accepted), .failed(_, let accepted): accepted
        case .planned, .inFlight, .silent: nil
        }
    }
}

extension Report {
    /// Whether the report tells of a host beyond the one that had accepted the mail.
    fileprivate func isFromAnotherHost(than accepted: Report?) -> Bool {
        guard let taker = accepted?.remoteMTA?.lowercased(), let host = remoteMTA?.lowercased() else {
            return false
        }
        return taker != host
    }
}

extension Arrival {
    /// Orders arrivals of the same second.
    fileprivate var sortKey: String {
        "\(name.rawValue) \(client.text) \(clientName) \(helo) \(relay?.text ?? "")"
    }
}
