import ReturnPathCore

/// Writes statistics for people, within 80 columns where foreign names allow.
package enum StatisticsText {
    /// Everything.
    package static func text(_ statistics: Statistics) -> String {
        var out =
            "\(statistics.since.map { "From \(day($0)) to" } ?? "Until") \(day(statistics.until)) (UTC): "
        out += "\(count(statistics.checks, "check")) of \(count(statistics.domains, "domain")).\n"
        guard statistics.checks > 0 else { return out }
        out += "\n" + abilities(statistics)
        out += "\n" + causes(statistics)
        out += destinations(statistics.destinations)
        let senders = statistics.senders
        out += "\(count(senders.all, "sending system")): \(senders.overIPv6) reached us over IPv6, "
        out += "\(senders.throughFallback) through the fallback.\n"
        out += groups("PROVIDER", statistics.providers)
        out += groups("MONTH", statistics.months)
        return out
    }

    private static let outcomes: [(Outcome, title: String)] = [
        (.passed, "PASSED"), (.failed, "FAILED"), (.inconclusive, "UNCLEAR"), (.waiting, "OPEN"),
    ]
    private static let nameWidth = 36

    private static func abilities(_ statistics: Statistics) -> String {
        var out =
            "ABILITY".padded(nameWidth) + outcomes.map { $0.title.aligned(8) }.joined()
            + "NOT TRIED\n".aligned(12)
        for ability in Ability.allCases {
            let counts = statistics.abilities[ability.rawValue]?.outcomes ?? [:]
            func number(_ outcome: Outcome) -> Int { counts[outcome.rawValue] ?? 0 }
            out += "\(ability.rawValue.padded(3))\(ability.title)".padded(nameWidth)
            out += outcomes.map { "\(number($0.0))".aligned(8) }.joined()
            out += "\(number(.notSeen) + number(.notReached))".aligned(11) + "\n"
        }
        return out
    }

    private static func causes(_ statistics: Statistics) -> String {
        var out = ""
        for ability in Ability.allCases {
            let causes = (statistics.abilities[ability.rawValue]?.causes ?? [:])
                .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            for (cause, number) in causes {
                out +=
                    "\(ability.rawValue.padded(3))\(cause)".padded(nameWidth) + "\(number)".aligned(9) + "\n"
            }
        }
        return out.isEmpty ? "" : "CAUSE".padded(nameWidth) + "DOMAINS\n".aligned(10) + out + "\n"
    }

    private static func destinations(_ found: Statistics.Destinations) -> String {
        "\(count(found.hosts, "mail host")) of \(count(found.domains, "domain")), with "
            + "\(count(found.ipv4Addresses, "IPv4 address", "es")) and \(found.ipv6Addresses) of IPv6;\n"
            + "\(found.ipv6Answering) of these answer on port 25 (\(found.ipv6Asked) were asked).\n"
    }

    /// Passed, failed and unclear of abilities 2, 3 and 4.
    private static func groups(_ title: String, _ groups: [Statistics.Group]) -> String {
        guard !groups.isEmpty else { return "" }
        let shown: [Ability] = [.receive, .receiveFromSixEnvelope, .receiveFromSixAuthor]
        var out = "\n" + title.padded(nameWidth) + "DOMAINS".aligned(9)
        out += shown.map { "\($0.rawValue): + - ?".aligned(11) }.joined() + "\n"
        for group in groups {
            out +=
                "\(TextLayout.printable(group.name).padded(nameWidth - 1)) \("\(group.domains)".aligned(9))"
            for ability in shown { out += results(group, ability).aligned(11) }
            out += "\n"
        }
        return out
    }

    private static func results(_ group: Statistics.Group, _ ability: Ability) -> String {
        let counts = group.abilities[ability.rawValue]?.outcomes ?? [:]
        return [Outcome.passed, .failed, .inconclusive].map { "\(counts[$0.rawValue] ?? 0)" }
            .joined(separator: " ")
    }

    private static func day(_ time: String) -> String { String(time.prefix(10)) }

    private static func count(_ number: Int, _ noun: String, _ ending: String = "s") -> String {
        "\(number) \(noun)\(number == 1 ? "" : ending)"
    }
}

extension Ability {
    /// A few words for tables.
    fileprivate var title: String {
        switch self {
        case .control: "takes our ordinary mail"
        case .deliver: "delivers over IPv6"
        case .deliverWithoutMX: "delivers where there is no MX"
        case .receive: "receives over IPv6"
        case .receiveFromSixEnvelope: "receives: return path IPv6-only"
        case .receiveFromSixAuthor: "receives: author IPv6-only"
        }
    }
}

extension String {
    fileprivate func aligned(_ width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}
