/// Counts checks, the newest first: of each domain the latest settled one counts, else the latest.
package struct StatisticsBuilder {
    /// A group of fewer domains would show one of them: it is counted together with others.
    package static let smallestGroup = 5
    /// What those groups are called together.
    package static let others = "others"

    private var checks = 0
    private var domains: [String: CheckSummary] = [:]
    private var senders: [String: CheckSummary] = [:]
    private var months: [String: [String: CheckSummary]] = [:]

    package init() {}

    /// Whether another check of a domain in a month would change anything but the number of checks.
    package func isComplete(domain: String, month: String) -> Bool {
        months[month]?[domain]?.isSettled ?? false
    }

    /// Counts a check of which no more is needed.
    package mutating func countOnly() { checks += 1 }

    /// Adds a check that is older than those before.
    package mutating func add(_ summary: CheckSummary) {
        checks += 1
        Self.keep(summary, in: &domains[summary.domain])
        if let sender = summary.sender { Self.keep(summary, in: &senders[sender]) }
        Self.keep(summary, in: &months[Self.month(summary.openedAt), default: [:]][summary.domain])
    }

    private static func keep(_ summary: CheckSummary, in place: inout CheckSummary?) {
        if place.map({ !$0.isSettled && summary.isSettled }) ?? true { place = summary }
    }

    /// The month of a moment: `2026-11`.
    package static func month(_ moment: Moment) -> String { String(MailDate.table(moment).prefix(7)) }

    /// The numbers.
    package func statistics(since: Moment?, until: Moment) -> Statistics {
        let names = Dictionary(
            domains.values.compactMap { $0.provider }.map { ($0.pseudonym, $0.name) },
            uniquingKeysWith: { $0 ?? $1 })
        // A provider of whom only checks are left that are gone has no name.
        let byProvider = Dictionary(grouping: domains.values.filter { $0.provider != nil }) {
            $0.provider.flatMap { names[$0.pseudonym] ?? nil } ?? Self.others
        }
        let providers = Self.groups(byProvider).sorted { ($1.domains, $0.name) < ($0.domains, $1.name) }
        let byMonth = months.mapValues { Array($0.values) }
        return Statistics(
            since: since.map(MailDate.iso), until: MailDate.iso(until), checks: checks,
            domains: domains.count,
            abilities: Self.abilities(of: Array(domains.values), senders: Array(senders.values)),
            destinations: destinations(), funnel: funnel(), senders: arrivals(),
            providers: Self.othersLast(providers),
            months: Self.othersLast(Self.groups(byMonth).sorted { $0.name < $1.name }))
    }

    private static func othersLast(_ groups: [Statistics.Group]) -> [Statistics.Group] {
        groups.filter { $0.name != others } + groups.filter { $0.name == others }
    }

    /// Groups of at least the smallest size; what is smaller is one group, and where that is too small
    /// itself, the smallest of the rest joins it.
    private static func groups(_ members: [String: [CheckSummary]]) -> [Statistics.Group] {
        var shown = members.filter { $0.key != others }.sorted {
            ($1.value.count, $0.key) < ($0.value.count, $1.key)
        }
        var rest: [String: CheckSummary] = [:]
        for summary in members[others] ?? [] { keep(summary, in: &rest[summary.domain]) }
        func isSmall(_ size: Int) -> Bool { size < smallestGroup }
        while let last = shown.last, isSmall(last.value.count) || !rest.isEmpty && isSmall(rest.count) {
            shown.removeLast()
            for summary in last.value.sorted(by: { $0.openedAt > $1.openedAt }) {
                keep(summary, in: &rest[summary.domain])
            }
        }
        let named = shown.map { group($0.key, $0.value) }
        return rest.isEmpty ? named : named + [group(others, Array(rest.values))]
    }

    private static func group(_ name: String, _ members: [CheckSummary]) -> Statistics.Group {
        Statistics.Group(
            name: name, domains: members.count, abilities: abilities(of: members, senders: members))
    }

    private static func abilities(
        of domains: [CheckSummary], senders: [CheckSummary]
    ) -> [String: Statistics.AbilityCounts] {
        Dictionary(
            uniqueKeysWithValues: Ability.allCases.map { ability in
                var counts = Statistics.AbilityCounts()
                for summary in ability.isOfSender ? senders : domains {
                    if let result = summary.results[ability] { counts.add(result) }
                }
                return (ability.rawValue, counts)
            })
    }

    private func destinations() -> Statistics.Destinations {
        let found = domains.values.compactMap(\.destinations)
        func count(_ part: KeyPath<CheckSummary.Destinations, Set<String>>) -> Int {
            found.reduce(into: Set<String>()) { $0.formUnion($1[keyPath: part]) }.count
        }
        // An address that answered once, for whomever, answers.
        return Statistics.Destinations(
            domains: found.count, hosts: count(\.hosts), ipv4Addresses: count(\.ipv4),
            ipv6Addresses: count(\.ipv6),
            ipv6Asked: count(\.ipv6Asked), ipv6Answering: count(\.ipv6Answering))
    }

    private func funnel() -> Statistics.Funnel {
        let looked = domains.values.compactMap { summary in summary.destinations.map { (summary, $0) } }
        let withIPv6 = looked.filter { !$0.1.ipv6.isEmpty }
        let answering = withIPv6.filter { !$0.1.ipv6Answering.isEmpty }
        return Statistics.Funnel(
            domains: looked.count, withIPv6: withIPv6.count, answering: answering.count,
            accepting: answering.count { $0.0.results[.receive]?.outcome == .passed })
    }

    private func arrivals() -> Statistics.Senders {
        let results = senders.values.compactMap { $0.results[.deliver] }
        return Statistics.Senders(
            all: senders.count, overIPv6: results.count { $0.outcome == .passed },
            throughFallback: results.count { $0.cause == .fallbackUsed || $0.cause == .deliversOverIPv4Only })
    }
}

extension Ability {
    /// Whether it is the ability of the system that sends the domain's mail, not of the one that takes it.
    package var isOfSender: Bool { self == .deliver || self == .deliverWithoutMX }
}
