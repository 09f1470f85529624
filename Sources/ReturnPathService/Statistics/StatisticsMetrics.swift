import ReturnPathCore

/// Writes statistics in the text format that Prometheus reads (exposition format 0.0.4).
///
/// All are gauges: a check is forgotten after its retention, so that a number may fall.
package enum StatisticsMetrics {
    /// Everything but the months, which the collector knows by itself.
    package static func text(_ statistics: Statistics) -> String {
        var page = Page()
        page.add("checks", "Checks in the time looked at.", [([], statistics.checks)])
        page.add("domains", "Domains that were checked.", [([], statistics.domains)])
        page.add(
            "ability_domains", "Domains (1 and 1b: sending systems) by ability and outcome.",
            samples(statistics.abilities, "outcome", \.outcomes))
        page.add(
            "cause_domains", "Domains (1 and 1b: sending systems) by ability and cause.",
            samples(statistics.abilities, "cause", \.causes))
        let found = statistics.destinations
        page.add("destination_hosts", "Mail hosts of the domains.", [([], found.hosts)])
        page.add(
            "destination_addresses", "Addresses of the mail hosts; of IPv6 those that are global.",
            [([("family", "ipv4")], found.ipv4Addresses), ([("family", "ipv6")], found.ipv6Addresses)])
        page.add(
            "destination_answering_addresses", "IPv6 addresses that take connections on port 25.",
            [([], found.ipv6Answering)])
        let funnel = statistics.funnel
        page.add(
            "funnel_domains", "Domains that get so far on the way to taking mail over IPv6.",
            [
                ([("stage", "surveyed")], funnel.domains), ([("stage", "with-ipv6")], funnel.withIPv6),
                ([("stage", "answering")], funnel.answering), ([("stage", "accepting")], funnel.accepting),
            ])
        page.add(
            "senders", "Sending systems by the way their mail came.",
            [
                ([("way", "ipv6")], statistics.senders.overIPv6),
                ([("way", "fallback")], statistics.senders.throughFallback),
            ])
        page.add(
            "provider_domains", "Domains by provider, ability and outcome; small providers are one.",
            statistics.providers.flatMap { group in
                samples(group.abilities, "outcome", \.outcomes).map {
                    ([("provider", group.name)] + $0.labels, $0.value)
                }
            })
        return page.text
    }

    private typealias Sample = (labels: [(name: String, value: String)], value: Int)

    private static func samples(
        _ abilities: [String: Statistics.AbilityCounts], _ label: String,
        _ part: KeyPath<Statistics.AbilityCounts, [String: Int]>
    ) -> [Sample] {
        Ability.allCases.flatMap { ability in
            (abilities[ability.rawValue]?[keyPath: part] ?? [:]).sorted { $0.key < $1.key }
                .map { ([("ability", ability.rawValue), (label, $0.key)], $0.value) }
        }
    }

    private struct Page {
        private(set) var text = ""

        mutating func add(_ name: String, _ help: String, _ samples: [Sample]) {
            guard !samples.isEmpty else { return }
            text += "# HELP sixreturn_\(name) \(help)\n# TYPE sixreturn_\(name) gauge\n"
            for sample in samples {
                let labels = sample.labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }
                text +=
                    "sixreturn_\(name)\(labels.isEmpty ? "" : "{\(labels.joined(separator: ","))}") \(sample.value)\n"
            }
        }

        /// What a label's value must not hold as it is.
        private static func escaped(_ value: String) -> String {
            TextLayout.printable(value).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        }
    }
}
