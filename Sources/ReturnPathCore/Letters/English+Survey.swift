extension English {
    /// What DNS and port 25 showed of a domain, a line or two for each mail host.
    package static func hosts(_ survey: DomainSurvey, domain: String) -> [String] {
        var lines: [String] = []
        switch survey.route {
        case .exchangers: break
        case .implicit: lines.append("\(domain) has no MX record, so mail goes to its own addresses.")
        case .nullMX: lines.append("\(domain) has a null MX: it takes no mail.")
        case .noDomain: lines.append("\(domain) does not exist in DNS.")
        case .unknown: lines.append("The DNS servers of \(domain) gave no answer about its mail hosts.")
        }
        lines += survey.hosts.map { line($0, isExchanger: survey.route == .exchangers) }
        if survey.omittedHosts > 0 { lines.append("\(survey.omittedHosts) more were not looked at.") }
        if survey.hasDNS64 {
            lines.append("Our own resolver makes up IPv6 addresses (DNS64), so nothing follows from these.")
        }
        return lines
    }

    private static func line(_ host: MailHost, isExchanger: Bool) -> String {
        let name = TextLayout.printable(host.name)
        let notes =
            (host.isAlias ? ["an alias, which an MX record must not name"] : [])
            + (host.isLiteral ? ["an address, where an MX record must have a name"] : [])
        return (isExchanger ? "\(host.preference) " : "") + name
            + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
            + ": \(addresses(host.ipv4, "IPv4")); \(addresses(host.ipv6, "IPv6"))."
    }

    private static func addresses(_ lookup: AddressLookup, _ family: String) -> String {
        switch lookup.outcome {
        case .found: "\(family) " + lookup.addresses.map(address).joined(separator: ", ")
        case .noData: "no \(family) address"
        case .noName: "no such host"
        case .failed: "no usable DNS answer about \(family)"
        case .timedOut: "no DNS answer about \(family) in time"
        }
    }

    private static func address(_ found: HostAddress) -> String {
        let notes = [scope(found.scope), found.port.map { port($0.outcome) }].compactMap(\.self)
        return found.address.text + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
    }

    /// What is wrong with an address; nothing is with a global one.
    private static func scope(_ scope: AddressScope) -> String? {
        switch scope {
        case .global: nil
        case .ours: "our own server's address"
        case .loopback: "leads every host to itself"
        case .linkLocal: "reached on its own link only"
        case .uniqueLocal: "reached in its own network only"
        case .mapped: "an IPv4 address in disguise"
        case .documentation: "an address for examples"
        case .special: "no address that mail can be sent to"
        }
    }

    private static func port(_ outcome: PortAnswer.Outcome) -> String {
        switch outcome {
        case .answers: "answers on port 25"
        case .silent: "port 25 is open, but nobody speaks"
        case .refuses: "port 25 refuses"
        case .noAnswer: "port 25 does not answer"
        case .unreachable: "no way leads there"
        case .noWayOut: "our own server has no way there"
        }
    }
}
