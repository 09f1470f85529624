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

    /// What a mail that asks this reverse-path for a confirmation is counted by.
    ///
    /// Apart from checks: anybody can cause such a mail in anybody's name, and must not use up checks of theirs. For
    /// the same reason nobody is of a shared provider here.
    ///
    /// - Parameter network: `nil` where it is not known.
    package func invitationPools(for reversePath: ReversePath, network: String?) -> [Pool] {
        [
            Pool(.address, reversePath.mailbox, .onceADay, of: .invitation),
            Pool(.domain, reversePath.domain, domain, of: .invitation),
        ] + commonInvitationPools(network)
    }

    /// What a mail that asks a postmaster whether to block a domain is counted by.
    package func blockPools(for domain: String, network: String?) -> [Pool] {
        [Pool(.domain, domain, .onceADay, of: .block)] + commonInvitationPools(network)
    }

    private func commonInvitationPools(_ network: String?) -> [Pool] {
        [
            Pool(.network, network ?? "-", self.network, of: .invitation),
            Pool(.total, "", total, of: .invitation),
        ]
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

    static let onceADay = Allowance(hour: 1, day: 1)

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

/// Checks that are counted together, or mails that ask for a confirmation.
package struct Pool: Hashable, Sendable {
    package let purpose: Purpose
    package let kind: Kind
    package let name: String
    package let allowance: Allowance

    /// What they have in common.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case address, domain, network, provider, total
    }

    /// What is counted; the raw value is how keys of it begin.
    package enum Purpose: String, CaseIterable, Hashable, Sendable {
        case check = ""
        /// Mails that ask for a confirmation.
        case invitation = "invitation "
        /// Those of them that ask a postmaster whether to block a domain.
        case block = "block "
    }

    init(_ kind: Kind, _ name: String, _ allowance: Allowance, of purpose: Purpose = .check) {
        self.purpose = purpose
        self.kind = kind
        self.name = name
        self.allowance = allowance
    }

    /// What the database counts by.
    package var key: String { "\(purpose.rawValue)\(kind.rawValue) \(name)" }
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
        guard pool.purpose == .check else { return .invitationLimit }
        return switch pool.kind {
        case .address: .addressLimit
        case .domain, .provider: .domainLimit
        case .network: .networkLimit
        case .total: .totalLimit
        }
    }
}
