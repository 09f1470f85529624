extension Writer {
    /// What DNS and port 25 showed of a domain, a line or two for each mail host.
    package func hosts(_ survey: DomainSurvey, domain: String) -> [String] {
        let route: Sentence? =
            switch survey.route {
            case .exchangers: nil
            case .implicit: .noMX
            case .nullMX: .nullMX
            case .noDomain: .noDomain
            case .unknown: .noRoute
            }
        var lines = route.map { [say($0, ["domain": domain])] } ?? []
        lines += survey.hosts.map { line($0, isExchanger: survey.route == .exchangers) }
        if survey.omittedHosts > 0 { lines.append(say(.omittedHosts, count: survey.omittedHosts)) }
        if survey.hasDNS64 { lines.append(say(.dns64)) }
        return lines
    }

    private func line(_ host: MailHost, isExchanger: Bool) -> String {
        let notes = (host.isAlias ? [say(.alias)] : []) + (host.isLiteral ? [say(.literal)] : [])
        return (isExchanger ? "\(host.preference) " : "") + host.name
            + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
            + ": \(addresses(host.ipv4, "IPv4")); \(addresses(host.ipv6, "IPv6"))."
    }

    private func addresses(_ lookup: AddressLookup, _ family: String) -> String {
        say(
            .lookup(lookup.outcome),
            ["family": family, "addresses": lookup.addresses.map(address).joined(separator: ", ")])
    }

    private func address(_ found: HostAddress) -> String {
        let scope = found.scope == .global ? nil : say(.scope(found.scope))
        let notes = [scope, found.port.map { say(.port($0.outcome)) }].compactMap(\.self)
        return found.address.text + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
    }
}
