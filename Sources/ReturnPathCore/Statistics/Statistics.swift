/// What all checks of a time show together (docs/stats.md): numbers, and no tester.
package struct Statistics: Codable, Hashable, Sendable {
    /// The first moment, RFC 3339; `nil` where the time has no beginning.
    package let since: String?
    package let until: String
    package let checks: Int
    package let domains: Int
    /// By ``Ability``.
    package let abilities: [String: AbilityCounts]
    package let destinations: Destinations
    package let funnel: Funnel
    package let senders: Senders
    /// By provider, the largest first; the small ones together, last.
    package let providers: [Group]
    /// By month (`2026-11`), the earliest first; the small ones together, last.
    package let months: [Group]

    /// Of how many domains (1 and 1b: senders) an ability came out how.
    package struct AbilityCounts: Codable, Hashable, Sendable {
        /// By ``Outcome``.
        package var outcomes: [String: Int] = [:]
        /// By ``Cause``, of those that did not pass.
        package var causes: [String: Int] = [:]

        mutating func add(_ result: CheckSummary.Result) {
            outcomes[result.outcome.rawValue, default: 0] += 1
            if let cause = result.cause { causes[cause.rawValue, default: 0] += 1 }
        }
    }

    /// The mail hosts of the domains, each counted once.
    package struct Destinations: Codable, Hashable, Sendable {
        /// Domains whose mail hosts were looked up.
        package let domains: Int
        package let hosts: Int
        package let ipv4Addresses: Int
        /// Those that are global.
        package let ipv6Addresses: Int
        /// Those of them whose port 25 was asked.
        package let ipv6Asked: Int
        /// Those of them that took a connection.
        package let ipv6Answering: Int
    }

    /// How many domains get how far on the way to taking mail over IPv6; each number is a part of the one before.
    package struct Funnel: Codable, Hashable, Sendable {
        /// Domains whose mail hosts were looked up.
        package let domains: Int
        /// Those of them that have a global IPv6 address at one mail host at least.
        package let withIPv6: Int
        /// Those of them where one such address takes connections on port 25.
        package let answering: Int
        /// Those of them that passed ability 2.
        package let accepting: Int
    }

    /// The mail systems that handed requests over.
    package struct Senders: Codable, Hashable, Sendable {
        package let all: Int
        package let overIPv6: Int
        package let throughFallback: Int
    }

    /// Domains that have something in common.
    package struct Group: Codable, Hashable, Sendable {
        package let name: String
        package let domains: Int
        /// By ``Ability``.
        package let abilities: [String: AbilityCounts]
    }
}
