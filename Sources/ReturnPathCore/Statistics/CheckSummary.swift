/// What one check adds to the statistics: no address, no name of a person, no words of a server.
package struct CheckSummary: Hashable, Sendable {
    /// The tester's domain in small letters; counted, and never shown.
    package let domain: String
    package let openedAt: Moment
    package let isSettled: Bool
    package let results: [Ability: Result]
    /// Whose server handed the request over: the registered domain of its name, else its network.
    package let sender: String?
    /// The provider that takes the domain's mail: the registered domain of its most preferred mail host.
    package let provider: String?
    package let survey: DomainSurvey?

    /// What came of one ability.
    package struct Result: Hashable, Sendable {
        package let outcome: Outcome
        package let cause: Cause?

        package init(_ outcome: Outcome, _ cause: Cause? = nil) {
            self.outcome = outcome
            self.cause = cause
        }
    }

    package init(
        domain: String, openedAt: Moment, isSettled: Bool = true, results: [Ability: Result], sender: String?,
        survey: DomainSurvey?
    ) {
        self.domain = domain
        self.openedAt = openedAt
        self.isSettled = isSettled
        self.results = results
        self.sender = sender
        self.survey = survey
        provider = survey?.hosts.min { $0.preference < $1.preference }.map { RegisteredDomain.of($0.name) }
    }

    /// Sums a check up.
    package init(_ check: Check, _ verdict: Verdict) {
        let arrivals = verdict.findings.compactMap { finding -> Arrival? in
            if case .arrival(let arrival) = finding.basis { arrival } else { nil }
        }
        self.init(
            domain: check.reversePath.domain.lowercased(), openedAt: check.openedAt,
            isSettled: verdict.isSettled,
            results: Dictionary(
                uniqueKeysWithValues: verdict.findings.map { ($0.ability, Result($0.outcome, $0.cause)) }),
            sender: arrivals.first.map { Self.sender($0, network: check.clientNetwork) },
            survey: verdict.survey)
    }

    private static func sender(_ arrival: Arrival, network: String) -> String {
        let hasName = !arrival.clientName.isEmpty && arrival.clientName != "unknown"
        return hasName ? RegisteredDomain.of(arrival.clientName) : network
    }
}
