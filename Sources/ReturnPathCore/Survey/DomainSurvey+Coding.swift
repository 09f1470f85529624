extension DomainSurvey: Codable {
    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: FactKey.self)
        try fields.encode(route, forKey: .route)
        try fields.encode(hosts, forKey: .hosts)
        try fields.encode(omittedHosts, forKey: .omittedHosts)
        try fields.encode(hasDNS64, forKey: .hasDNS64)
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FactKey.self)
        route = try fields.decode(Route.self, forKey: .route)
        hosts = try fields.decode([MailHost].self, forKey: .hosts)
        omittedHosts = try fields.decode(Int.self, forKey: .omittedHosts)
        hasDNS64 = try fields.decode(Bool.self, forKey: .hasDNS64)
    }
}

extension MailHost: Codable {
    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: FactKey.self)
        try fields.encode(name, forKey: .name)
        try fields.encode(preference, forKey: .preference)
        try fields.encode(isAlias, forKey: .isAlias)
        try fields.encode(ipv4, forKey: .ipv4)
        try fields.encode(ipv6, forKey: .ipv6)
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FactKey.self)
        name = try fields.decode(String.self, forKey: .name)
        preference = try fields.decode(Int.self, forKey: .preference)
        isAlias = try fields.decode(Bool.self, forKey: .isAlias)
        ipv4 = try fields.decode(AddressLookup.self, forKey: .ipv4)
        ipv6 = try fields.decode(AddressLookup.self, forKey: .ipv6)
    }
}

extension AddressLookup: Codable {
    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: FactKey.self)
        try fields.encode(outcome, forKey: .outcome)
        try fields.encode(addresses, forKey: .addresses)
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FactKey.self)
        outcome = try fields.decode(Outcome.self, forKey: .outcome)
        addresses = try fields.decode([HostAddress].self, forKey: .addresses)
    }
}

extension HostAddress: Codable {
    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: FactKey.self)
        try fields.encode(address, forKey: .address)
        try fields.encode(scope, forKey: .scope)
        try fields.encodeIfPresent(port, forKey: .port)
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FactKey.self)
        address = try fields.decode(IPAddress.self, forKey: .address)
        scope = try fields.decode(AddressScope.self, forKey: .scope)
        port = try fields.decodeIfPresent(PortAnswer.self, forKey: .port)
    }
}

extension PortAnswer: Codable {
    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: FactKey.self)
        try fields.encode(outcome, forKey: .outcome)
        try fields.encodeIfPresent(greeting, forKey: .greeting)
        try fields.encode(at, forKey: .at)
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FactKey.self)
        outcome = try fields.decode(Outcome.self, forKey: .outcome)
        greeting = try fields.decodeIfPresent(String.self, forKey: .greeting)
        at = try fields.decode(Moment.self, forKey: .at)
    }
}
