/// How many checks may be opened, by what they are counted by.
package struct CheckLimits: Hashable, Sendable {
    package let address: Allowance
    package let domain: Allowance
    package let network: Allowance
    /// For one shared provider from one client network.
    package let provider: Allowance
    /// For everybody together.
    package let total: Allowance
    package let providers: SharedProviders

    package init(
        address: Allowance, domain: Allowance, network: Allowance, provider: Allowance, total: Allowance,
        providers: SharedProviders = SharedProviders()
    ) {
        self.address = address
        self.domain = domain
        self.network = network
        self.provider = provider
        self.total = total
        self.providers = providers
    }

    /// What a check of this reverse-path from this client network is counted by.
    ///
    /// A shared provider sends everybody's mail from the same few networks, that of its customers' own domains among
    /// it: its addresses are counted by themselves, for each of its networks, and take nothing from those.
    ///
    /// - Parameter network: `nil` where it is not known.
    package func pools(for reversePath: ReversePath, network: String?) -> [Pool] {
        let domain = reversePath.domain
        let shared: [Pool] =
            providers.contains(domain)
            ? [Pool(.provider, "\(domain) \(network ?? "-")", provider)]
            : [Pool(.domain, domain, self.domain)]
                + (network.map { [Pool(.network, $0, self.network)] } ?? [])
        return [Pool(.address, reversePath.mailbox, address)] + shared + [Pool(.total, "", total)]
    }
}

/// How many checks may be opened in any hour and in any day.
package struct Allowance: Hashable, Sendable {
    package let hour: Int
    package let day: Int

    package init(hour: Int, day: Int) {
        self.hour = hour
        self.day = day
    }

    /// The number for a span.
    package func most(in span: LimitSpan) -> Int {
        switch span {
        case .hour: hour
        case .day: day
        }
    }
}

/// The spans that limits are for; they slide, and so nobody gains by waiting for midnight.
package enum LimitSpan: String, CaseIterable, Hashable, Sendable {
    case hour, day

    package var seconds: Seconds {
        switch self {
        case .hour: 3600
        case .day: 86_400
        }
    }
}

/// Checks that are counted together.
package struct Pool: Hashable, Sendable {
    package let kind: Kind
    package let name: String
    package let allowance: Allowance

    /// What they have in common.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case address, domain, network, provider, total
    }

    init(_ kind: Kind, _ name: String, _ allowance: Allowance) {
        self.kind = kind
        self.name = name
        self.allowance = allowance
    }

    /// What the database counts by.
    package var key: String { "\(kind.rawValue) \(name)" }
}

/// A pool that allows no more checks for a while.
package struct Exhaustion: Hashable, Sendable {
    package let pool: Pool
    package let span: LimitSpan
    /// When there is room for the next check.
    package let until: Moment

    package init(_ pool: Pool, _ span: LimitSpan, until: Moment) {
        self.pool = pool
        self.span = span
        self.until = until
    }

    /// Why a request leads to nothing.
    package var stray: Stray {
        switch pool.kind {
        case .address: .addressLimit
        case .domain, .provider: .domainLimit
        case .network: .networkLimit
        case .total: .totalLimit
        }
    }
}
