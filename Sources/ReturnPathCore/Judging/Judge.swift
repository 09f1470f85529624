/// Folds evidence into a verdict. Holds nothing, asks nobody.
package struct Judge: Sendable {
    private let window: DeliveryWindow

    package init(window: DeliveryWindow) {
        self.window = window
    }

    /// The verdict that follows from the evidence, in whatever order it is given.
    package func judge(_ evidence: [Evidence], at now: Moment) -> Verdict {
        let control = state(of: .control, in: evidence, at: now)
        let controlFinding = self.control(control)
        var findings = [controlFinding, delivery(evidence), deliveryWithoutMX(evidence)]
        for ability in Ability.allCases {
            guard let probe = ability.probe, probe != .control else { continue }
            let state = state(of: probe, in: evidence, at: now)
            findings.append(finding(ability, probe, state, control: control, controlFinding))
        }
        let probes = ProbeKind.released.map { state(of: $0, in: evidence, at: now) }
        return Verdict(findings: findings, isSettled: Self.isSettled(control, probes))
    }

    /// The state of one probe.
    package func state(of probe: ProbeKind, in evidence: [Evidence], at now: Moment) -> ProbeState {
        ProbeState(of: probe, from: evidence, window: window, at: now)
    }

    /// All is settled when every mail that was or will be sent has its answer.
    private static func isSettled(_ control: ProbeState, _ probes: [ProbeState]) -> Bool {
        guard control.isSettled else { return false }
        if control.isRelease { return probes.allSatisfy(\.isSettled) }
        return probes.allSatisfy { $0 == .planned || $0.isSettled }
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
    private func delivery(_ evidence: [Evidence]) -> Finding {
        let arrivals = Self.arrivals(evidence)
        if let six = arrivals.first(where: { $0.client.family == .ipv6 && $0.name.takesRequests }) {
            return Finding(.deliver, .passed, basis: .arrival(six))
        }
        if let four = arrivals.first {
            return Finding(.deliver, .inconclusive, cause: .fallbackUsed, basis: .arrival(four))
        }
        return Finding(.deliver, .waiting)
    }

    /// Ability 1b is passed or not seen, never failed: not everybody writes to the MX-less name.
    private func deliveryWithoutMX(_ evidence: [Evidence]) -> Finding {
        let bare = Self.arrivals(evidence).first { $0.name == .bare && $0.client.family == .ipv6 }
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

    private func finding(
        _ ability: Ability, _ probe: ProbeKind, _ state: ProbeState, control: ProbeState,
        _ controlFinding: Finding
    ) -> Finding {
        if control.isSettled, !control.isRelease {
            let outcome: Outcome = state == .planned ? .notReached : .inconclusive
            return Finding(ability, outcome, cause: .controlFailed, basis: controlFinding.basis)
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
            if let mismatch = familyMismatch(ability, probe, report, accepted, control) { return mismatch }
            return failure(ability, .failed, report, accepted, of: probe)
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
        if let rule = CauseRule.first(for: report, of: probe) {
            let outcome: Outcome = rule.cause.countsAgainst || probe == .control ? worst : .inconclusive
            return Finding(ability, outcome, cause: rule.cause, rule: rule.id, basis: basis)
        }
        let cause =
            accepted != nil && report.author == .foreign && report.isFromAnotherHost(than: accepted)
            ? Cause.forwardingFailed : Cause(of: report.reason)
        return Finding(ability, probe == .control ? worst : .inconclusive, cause: cause, basis: basis)
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
    fileprivate var sortKey: String { "\(name.rawValue) \(client.text) \(clientName) \(helo)" }
}
