import ReturnPathCore

/// Asks DNS for everything that mail to a domain depends on, in two rounds: the domain, then its hosts.
package struct DomainSurveyor: Sendable {
    private let resolver: Resolver
    private let ours: Set<IPAddress>
    private let documentationIsGlobal: Bool

    /// - Parameters:
    ///   - ours: The addresses of this machine.
    ///   - documentationIsGlobal: A lab is made of documentation addresses (RFC 3849).
    package init(resolver: Resolver, ours: Set<IPAddress>, documentationIsGlobal: Bool) {
        self.resolver = resolver
        self.ours = ours
        self.documentationIsGlobal = documentationIsGlobal
    }

    /// The well-known name that has A records alone, so that an AAAA is made up (RFC 7050 §3).
    private static let ipv4Only = Question("ipv4only.arpa", .aaaa)

    /// Looks at a domain; it blocks for as long as the resolver's deadline, twice.
    ///
    /// - Throws: ``ResolverError`` when nothing can be asked at all.
    package func survey(_ domain: String) throws(ResolverError) -> DomainSurvey {
        let exchange = Question(domain, .mx)
        let first = try resolver.resolve([exchange, Self.ipv4Only])
        let (route, names) = Self.route(first[exchange] ?? .timedOut, domain)
        let kept = names.prefix(DomainSurvey.mostHosts)
        let askable = kept.map(\.name).filter { IPAddress($0) == nil }
        let answers = try resolver.resolve(askable.flatMap { [Question($0, .a), Question($0, .aaaa)] })
        let hosts = kept.map { host(preference: $0.preference, name: $0.name, answers) }
        // A domain without MX records and without addresses takes no mail, but it exists.
        return DomainSurvey(
            route: route, hosts: hosts, omittedHosts: names.count - kept.count,
            hasDNS64: !(first[Self.ipv4Only] ?? .timedOut).records.isEmpty)
    }

    /// How mail finds its way, and the hosts in the order in which they are tried.
    static func route(
        _ answer: Answer, _ domain: String
    ) -> (DomainSurvey.Route, [(preference: Int, name: String)]) {
        switch answer {
        case .records(let records):
            let exchanges = records.compactMap { record -> (preference: Int, name: String)? in
                guard case .exchange(let preference, let host) = record else { return nil }
                return (Int(preference), host.lowercased())
            }
            if exchanges.count == 1, exchanges[0].name.isEmpty { return (.nullMX, []) }
            return (.exchangers, exchanges.filter { !$0.name.isEmpty }.sorted { $0 < $1 })
        case .noData: return (.implicit, [(0, domain)])
        case .nxDomain: return (.noDomain, [])
        case .serverFailure, .refused, .timedOut, .unreachable, .unaskable, .failed: return (.unknown, [])
        }
    }

    private func host(preference: Int, name: String, _ answers: [Question: Answer]) -> MailHost {
        if let literal = IPAddress(name) {
            let found = AddressLookup(.found, [address(literal, in: literal.family)])
            let none = AddressLookup(.noData)
            return MailHost(
                name: name, preference: preference, isAlias: false,
                ipv4: literal.family == .ipv4 ? found : none, ipv6: literal.family == .ipv6 ? found : none)
        }
        let four = answers[Question(name, .a)] ?? .timedOut
        let six = answers[Question(name, .aaaa)] ?? .timedOut
        return MailHost(
            name: name, preference: preference,
            isAlias: four.records.contains(.alias) || six.records.contains(.alias),
            ipv4: lookup(four, .ipv4), ipv6: lookup(six, .ipv6))
    }

    private func lookup(_ answer: Answer, _ family: IPAddress.Family) -> AddressLookup {
        switch answer {
        case .records(let records):
            let addresses = records.compactMap { record -> HostAddress? in
                if case .address(let found) = record { address(found, in: family) } else { nil }
            }
            return AddressLookup(.found, Array(addresses.prefix(DomainSurvey.mostAddresses)))
        case .noData: return AddressLookup(.noData)
        case .nxDomain: return AddressLookup(.noName)
        case .timedOut: return AddressLookup(.timedOut)
        case .serverFailure, .refused, .unreachable, .unaskable, .failed: return AddressLookup(.failed)
        }
    }

    private func address(_ address: IPAddress, in family: IPAddress.Family) -> HostAddress {
        HostAddress(
            address,
            AddressScope(of: address, in: family, ours: ours, documentationIsGlobal: documentationIsGlobal))
    }
}
