/// What one check adds to the statistics: pseudonyms and outcomes, no address, no name, no words of a server.
package struct CheckSummary: Hashable, Sendable {
    /// Stands for the tester's domain; counted, and never shown.
    package let domain: String
    package let openedAt: Moment
    package let isSettled: Bool
    package let results: [Ability: Result]
    /// Stands for whose server handed the request over: the registered domain of its name, else its network.
    package let sender: String?
    package let provider: Provider?
    package let destinations: Destinations?

    /// What came of one ability.
    package struct Result: Hashable, Sendable {
        package let outcome: Outcome
        package let cause: Cause?

        package init(_ outcome: Outcome, _ cause: Cause? = nil) {
            self.outcome = outcome
            self.cause = cause
        }
    }

    /// The provider that takes the domain's mail.
    package struct Provider: Hashable, Sendable {
        package let pseudonym: String
        /// The registered domain of its most preferred mail host; not kept when the check is gone.
        package let name: String?
    }

    /// The mail hosts of the domain and their addresses, by their pseudonyms.
    package struct Destinations: Hashable, Sendable {
        package let hosts: Set<String>
        package let ipv4: Set<String>
        /// Those that are global.
        package let ipv6: Set<String>
        /// Those of them whose port 25 was asked.
        package let ipv6Asked: Set<String>
        /// Those of them that took a connection.
        package let ipv6Answering: Set<String>

        init(
            hosts: Set<String>, ipv4: Set<String>, ipv6: Set<String>, ipv6Asked: Set<String>,
            ipv6Answering: Set<String>
        ) {
            self.hosts = hosts
            self.ipv4 = ipv4
            self.ipv6 = ipv6
            self.ipv6Asked = ipv6Asked
            self.ipv6Answering = ipv6Answering
        }

        init(_ survey: DomainSurvey, _ pseudonym: (String) -> String) {
            func names(_ addresses: [HostAddress]) -> Set<String> {
                Set(addresses.map { pseudonym($0.address.text) })
            }
            let six = survey.addresses.filter { $0.scope == .global }
            self.init(
                hosts: Set(survey.hosts.map { pseudonym($0.name.lowercased()) }),
                ipv4: names(survey.hosts.flatMap(\.ipv4.addresses)), ipv6: names(six),
                ipv6Asked: names(six.filter { $0.port != nil }),
                ipv6Answering: names(
                    six.filter { $0.port?.outcome == .answers || $0.port?.outcome == .silent }))
        }
    }

    init(
        domain: String, openedAt: Moment, isSettled: Bool, results: [Ability: Result], sender: String?,
        provider: Provider?, destinations: Destinations?
    ) {
        self.domain = domain
        self.openedAt = openedAt
        self.isSettled = isSettled
        self.results = results
        self.sender = sender
        self.provider = provider
        self.destinations = destinations
    }

    /// - Parameter pseudonym: What stands for a name (``Signer/pseudonym(of:)``).
    package init(
        domain: String, openedAt: Moment, isSettled: Bool = true, results: [Ability: Result], sender: String?,
        survey: DomainSurvey?, pseudonym: (String) -> String
    ) {
        self.init(
            domain: pseudonym(domain), openedAt: openedAt, isSettled: isSettled, results: results,
            sender: sender.map(pseudonym),
            provider: survey?.hosts.min { $0.preference < $1.preference }.map { host in
                let name = RegisteredDomain.of(host.name)
                return Provider(pseudonym: pseudonym(name), name: name)
            }, destinations: survey.map { Destinations($0, pseudonym) })
    }

    /// What is kept when the check is gone: the day, and no name.
    package var past: CheckSummary {
        CheckSummary(
            domain: domain, openedAt: Self.day(openedAt), isSettled: isSettled, results: results,
            sender: sender,
            provider: provider.map { Provider(pseudonym: $0.pseudonym, name: nil) },
            destinations: destinations)
    }

    /// The beginning of a moment's day.
    package static func day(_ moment: Moment) -> Moment { moment - moment % 86_400 }

    /// Sums a check up.
    package init(_ check: Check, _ verdict: Verdict, pseudonym: (String) -> String) {
        let arrivals = verdict.findings.compactMap { finding -> Arrival? in
            if case .arrival(let arrival) = finding.basis { arrival } else { nil }
        }
        self.init(
            domain: check.reversePath.domain, openedAt: check.openedAt,
            isSettled: verdict.isSettled,
            results: Dictionary(
                uniqueKeysWithValues: verdict.findings.map { ($0.ability, Result($0.outcome, $0.cause)) }),
            sender: arrivals.first.map { Self.sender($0, network: check.clientNetwork) },
            survey: verdict.survey, pseudonym: pseudonym)
    }

    private static func sender(_ arrival: Arrival, network: String) -> String {
        let hasName = !arrival.clientName.isEmpty && arrival.clientName != "unknown"
        return hasName ? RegisteredDomain.of(arrival.clientName) : network
    }
}
