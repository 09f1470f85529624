extension Finding {
    /// The finding about ability 2 in the light of what DNS and port 25 showed.
    ///
    /// The bounce tells of the last host alone; and where our own resolver makes up IPv6 addresses, a mail
    /// may have left over IPv4 after all, whatever the bounce says.
    func explained(by survey: DomainSurvey?) -> Finding {
        guard let survey, ability == .receive else { return self }
        if let end = survey.deadEnd, outcome != .passed, cause != .controlFailed, wasAnswered {
            return Finding(ability, .failed, cause: end, rule: rule, basis: basis)
        }
        guard outcome == .failed || outcome == .passed else { return self }
        if survey.hasDNS64 {
            return Finding(ability, .inconclusive, cause: .ourNetwork, rule: rule, basis: basis)
        }
        guard outcome == .failed, !survey.addresses.isEmpty else { return self }
        let ports = survey.addresses.filter { $0.scope == .global }.map { $0.port?.outcome }
        if cause == .unreachable || cause == .noAnswer, ports.contains(.noWayOut) {
            return Finding(ability, .inconclusive, cause: .ourNetwork, rule: rule, basis: basis)
        }
        guard cause == .noIPv6Address else { return self }
        let better: Cause? =
            if ports.isEmpty {
                .addressNotGlobal
            } else if ports.contains(.noWayOut) {
                nil
            } else if ports.contains(.answers) || ports.contains(nil) {
                // Another host was there, yet the mail failed: the bounce does not tell why.
                nil
            } else if ports.allSatisfy({ $0 == .refuses }) {
                .connectionRefused
            } else if ports.allSatisfy({ $0 == .unreachable }) {
                .unreachable
            } else {
                .noAnswer
            }
        return better.map { Finding(ability, outcome, cause: $0, rule: rule, basis: basis) }
            ?? Finding(ability, .inconclusive, cause: .unclear, rule: rule, basis: basis)
    }
}

extension Finding {
    /// Whether somebody refused the mail or put it off.
    private var wasAnswered: Bool {
        switch basis {
        case .failure, .delay: true
        case .nothing, .arrival, .acceptance, .reply, .silence: false
        }
    }
}

extension DomainSurvey {
    /// Why no mail can ever arrive over IPv6, where all that DNS knows is known: our sending instance would
    /// put the mail off for a day.
    fileprivate var deadEnd: Cause? {
        let isComplete = hosts.allSatisfy { $0.ipv6.outcome != .failed && $0.ipv6.outcome != .timedOut }
        guard !hasDNS64, omittedHosts == 0, isComplete, !addresses.isEmpty else { return nil }
        let reachable = addresses.map(\.scope).filter { $0 == .global || $0 == .ours }
        if reachable.isEmpty { return .addressNotGlobal }
        // Our own mail server is asked, and refuses to relay.
        return reachable.allSatisfy { $0 == .ours } ? .loopsBack : nil
    }

    /// The survey among a check's evidence; of two, the earlier.
    package init?(in evidence: [Evidence]) {
        let surveys = evidence.compactMap { item -> (at: Moment, survey: DomainSurvey)? in
            if case .surveyed(let survey) = item.fact { (item.at, survey) } else { nil }
        }
        guard let first = surveys.min(by: { ($0.at, $0.survey.sortKey) < ($1.at, $1.survey.sortKey) }) else {
            return nil
        }
        self = first.survey
    }

    /// Orders surveys of one second.
    private var sortKey: String {
        hosts.map { "\($0.preference) \($0.name) \($0.ipv6.addresses.map(\.address.text))" }.joined()
            + "\(route.rawValue) \(omittedHosts) \(hasDNS64)"
    }
}
