/// What DNS and port 25 showed of a tester's domain when the check was opened.
///
/// A bounce names one mail host, the last that was tried; this tells of all of them.
package struct DomainSurvey: Hashable, Sendable {
    /// How mail for the domain finds a host (RFC 5321 §5.1).
    package enum Route: String, Codable, Hashable, Sendable, CaseIterable {
        /// By MX records.
        case exchangers
        /// By the domain's own addresses, for it has no MX record.
        case implicit
        /// Not at all: it has a null MX (RFC 7505 §3).
        case nullMX = "null-mx"
        /// Not at all: there is no such domain.
        case noDomain = "no-domain"
        /// DNS gave no answer.
        case unknown
    }

    package let route: Route
    /// The mail hosts, the most preferred first.
    package let hosts: [MailHost]
    /// How many more hosts there are than were looked at.
    package let omittedHosts: Int
    /// Whether our own resolver makes up IPv6 addresses (RFC 6147), so that nothing follows from one.
    package let hasDNS64: Bool

    /// Hosts that are looked at, at most.
    package static let mostHosts = 20
    /// Addresses of a family that are kept of a host, at most.
    package static let mostAddresses = 10
    /// Addresses whose port 25 is asked, at most.
    package static let mostPorts = 8

    package init(route: Route, hosts: [MailHost], omittedHosts: Int = 0, hasDNS64: Bool = false) {
        self.route = route
        self.hosts = hosts
        self.omittedHosts = omittedHosts
        self.hasDNS64 = hasDNS64
    }

    /// Every IPv6 address of every host.
    package var addresses: [HostAddress] { hosts.flatMap(\.ipv6.addresses) }

    /// The same survey with what port 25 of some addresses said.
    package func with(_ answers: [IPAddress: PortAnswer]) -> DomainSurvey {
        DomainSurvey(
            route: route,
            hosts: hosts.map { host in
                let addresses = host.ipv6.addresses.map { found in
                    HostAddress(found.address, found.scope, port: answers[found.address] ?? found.port)
                }
                return MailHost(
                    name: host.name, preference: host.preference, isAlias: host.isAlias, ipv4: host.ipv4,
                    ipv6: .init(host.ipv6.outcome, addresses))
            }, omittedHosts: omittedHosts, hasDNS64: hasDNS64)
    }
}

/// One mail host of a domain.
package struct MailHost: Hashable, Sendable {
    package let name: String
    /// Of the MX record; 0 where there is none.
    package let preference: Int
    /// Whether the MX record names an alias, which it must not (RFC 2181 §10.3).
    package let isAlias: Bool
    package let ipv4: AddressLookup
    package let ipv6: AddressLookup

    package init(name: String, preference: Int, isAlias: Bool, ipv4: AddressLookup, ipv6: AddressLookup) {
        self.name = name
        self.preference = preference
        self.isAlias = isAlias
        self.ipv4 = ipv4
        self.ipv6 = ipv6
    }

    /// Whether the MX record holds an address where a name belongs (RFC 1035 §3.3.9).
    package var isLiteral: Bool { IPAddress(name) != nil }
}

/// What DNS said of a host's addresses of one family.
package struct AddressLookup: Hashable, Sendable {
    /// Every kind of "no" is kept apart.
    package enum Outcome: String, Codable, Hashable, Sendable, CaseIterable {
        case found
        /// The host exists and has no such address (RFC 2308 §2.2).
        case noData = "no-data"
        /// The host does not exist (RFC 2308 §2.1).
        case noName = "no-name"
        /// The servers of its zone failed (SERVFAIL, REFUSED).
        case failed
        /// Nobody answered in time.
        case timedOut = "timed-out"
    }

    package let outcome: Outcome
    package let addresses: [HostAddress]

    package init(_ outcome: Outcome, _ addresses: [HostAddress] = []) {
        self.outcome = outcome
        self.addresses = addresses
    }
}

/// One address of a mail host.
package struct HostAddress: Hashable, Sendable {
    package let address: IPAddress
    package let scope: AddressScope
    /// What answered there; `nil` where nobody asked.
    package let port: PortAnswer?

    package init(_ address: IPAddress, _ scope: AddressScope, port: PortAnswer? = nil) {
        self.address = address
        self.scope = scope
        self.port = port
    }
}

/// What came of a connection to port 25.
package struct PortAnswer: Hashable, Sendable {
    package enum Outcome: String, Codable, Hashable, Sendable, CaseIterable {
        /// A server greeted us.
        case answers
        /// The connection was taken, and nothing was said.
        case silent
        /// The connection was refused.
        case refuses
        /// Nothing came back in time.
        case noAnswer = "no-answer"
        /// No way leads there.
        case unreachable
        /// This very machine has no way there, and no packet left it.
        case noWayOut = "no-way-out"
    }

    package let outcome: Outcome
    /// The first line of the greeting, as far as it is printable.
    package let greeting: String?
    package let at: Moment

    package init(_ outcome: Outcome, greeting: String? = nil, at: Moment) {
        self.outcome = outcome
        self.greeting = greeting
        self.at = at
    }
}
