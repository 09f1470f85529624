/// What the log of our IPv6 mail host tells of the time before a request came through the fallback: whether
/// its sender had tried IPv6.
package struct Reception: Hashable, Sendable {
    /// The span that was looked at ends with the request's arrival.
    package let since: Moment
    package let until: Moment
    /// Whether the log tells of the whole span.
    package let isWhole: Bool
    /// Connections over IPv6 of hosts that cannot be the sender's: our side was there.
    package let others: Int
    /// The first line about a host over IPv6 that may be the sender's.
    package let seen: String?
    /// The first line in which such a host was put off.
    package let deferred: String?

    package init(
        since: Moment, until: Moment, isWhole: Bool, others: Int, seen: String? = nil, deferred: String? = nil
    ) {
        self.since = since
        self.until = until
        self.isWhole = isWhole
        self.others = others
        self.seen = seen
        self.deferred = deferred
    }

    /// Whether the sender's host certainly did not try IPv6 in that time.
    package var sawNothing: Bool { isWhole && seen == nil && deferred == nil }

    /// The reception among a check's evidence; of two, that of the earlier span.
    package init?(in evidence: [Evidence]) {
        let all = evidence.compactMap { item in
            if case .watched(let reception) = item.fact { reception } else { nil }
        }
        guard let first = all.min(by: { ($0.until, $0.since, $0.others) < ($1.until, $1.since, $1.others) })
        else {
            return nil
        }
        self = first
    }
}

/// A sender's host, as far as it would be known again if it came over another address family.
///
/// Many systems name their hosts differently for each family, so only the registered domain counts.
package struct SenderHost: Hashable, Sendable {
    private let domains: Set<String>

    /// The host of an arrival, for a reverse-path's domain.
    package init(_ arrival: Arrival, domain: String) {
        domains = Set([arrival.clientName, arrival.helo, domain].compactMap(Self.registered))
    }

    /// Whether a host that goes by any of these names may be the same.
    package func mayBe(named names: [String]) -> Bool {
        !domains.isDisjoint(with: names.compactMap(Self.registered))
    }

    /// The registered domain of a name; `nil` for what names no host: `unknown`, a literal, a single label.
    private static func registered(_ name: String) -> String? {
        let isName = name.contains(".") && !name.contains(":") && !name.hasPrefix("[")
        return isName && IPAddress(name) == nil ? RegisteredDomain.of(name) : nil
    }
}
