/// What all checks show together, as pictures, as tables and, beside it, as JSON.
package struct StatisticsPage: Sendable {
    private let site: Site
    private let renderer: PageRenderer

    package init(_ site: Site, _ renderer: PageRenderer) {
        self.site = site
        self.renderer = renderer
    }

    /// The page as text.
    package func text(_ statistics: Statistics, _ language: Language) -> String {
        let words = PageWords.of(language)
        let frame = PageFrame(site, language)
        let texts = words.statistics
        let isEmpty = statistics.checks == 0
        return renderer.page(
            .statistics,
            frame.values(
                title: texts.title, depth: frame.depth,
                [
                    "isStatistics": true, "translation": frame.translation(Site.statistics),
                    "words": [
                        "title": texts.title, "download": texts.download, "method": texts.method,
                    ],
                    "lead": isEmpty
                        ? texts.empty
                        : texts.lead(
                            statistics.checks, statistics.domains, String(statistics.until.prefix(10))),
                    "isEmpty": isEmpty, "data": Site.statisticsData, "method": texts.methodLines,
                    "figures": StatisticsFigures(statistics, words).all,
                ]))
    }
}

/// The sections of the statistics.
struct StatisticsFigures {
    private let statistics: Statistics
    private let words: PageWords
    private let texts: PageWords.StatisticsWords

    /// The abilities that a group of domains is shown with.
    private static let receiving: [Ability] = [.receive, .receiveFromSixEnvelope, .receiveFromSixAuthor]
    private static let shownOutcomes: [(Outcome, Tone)] = [
        (.passed, .good), (.failed, .bad), (.inconclusive, .open),
    ]
    /// Months, causes and providers that a picture has, at most; the tables have all.
    private static let mostMonths = 24
    private static let mostBars = 15

    init(_ statistics: Statistics, _ words: PageWords) {
        self.statistics = statistics
        self.words = words
        texts = words.statistics
    }

    /// The values of the template; what has no numbers is left out.
    var all: [[String: Any]] {
        [abilities, funnel, months, causes, providers, systems].compactMap(\.self)
    }

    private var abilities: [String: Any]? {
        let bars = Ability.allCases.map { bar(words.ability($0), statistics.abilities[$0.rawValue]) }
        let rows = Ability.allCases.map { ability -> [String: Any] in
            let counts = statistics.abilities[ability.rawValue]?.outcomes ?? [:]
            func number(_ outcome: Outcome) -> Int { counts[outcome.rawValue] ?? 0 }
            let numbers = [Outcome.passed, .failed, .inconclusive, .waiting].map(number)
            return row(
                words.ability(ability), (numbers + [number(.notSeen) + number(.notReached)]).map(String.init))
        }
        return figure(
            "abilities", texts.abilities, note: texts.abilitiesNote, isLegend: true,
            [drawing(texts.abilities, bars, whole: nil)],
            [texts.ability]
                + [Outcome.passed, .failed, .inconclusive, .waiting].map(words.outcome) + [texts.notTried],
            rows)
    }

    private var funnel: [String: Any]? {
        let found = statistics.funnel
        let numbers = [found.domains, found.withIPv6, found.answering, found.accepting]
        guard found.domains > 0 else { return nil }
        let bars = zip(texts.funnelStages, numbers).map { stage, number in
            BarChart.Bar(name: stage, parts: [("plain", number)], text: "\(number)")
        }
        return figure(
            "funnel", texts.funnel, [drawing(texts.funnel, bars, whole: found.domains)],
            [texts.domains, texts.number], zip(texts.funnelStages, numbers).map { row($0, ["\($1)"]) })
    }

    private var months: [String: Any]? {
        let months = statistics.months.filter { $0.name != StatisticsBuilder.others }.suffix(Self.mostMonths)
        guard !statistics.months.isEmpty else { return nil }
        let charts = Self.receiving.map { ability -> [String: Any] in
            let columns = months.map { ($0.name, parts($0.abilities[ability.rawValue])) }
            return [
                "caption": words.ability(ability),
                "drawing": ColumnChart.drawing(
                    texts.chart("\(texts.months), \(words.ability(ability))"), columns
                ).context,
            ]
        }
        return figure(
            "months", texts.months, isLegend: true, months.isEmpty ? [] : charts,
            [texts.month, texts.domains] + Self.receiving.map(words.ability), statistics.months.map(groupRow),
            tableNote: outcomesNote)
    }

    private var causes: [String: Any]? {
        let found = Ability.allCases.flatMap { ability in
            (statistics.abilities[ability.rawValue]?.causes ?? [:]).compactMap { name, number in
                Cause(rawValue: name).map { (cause: $0, ability: ability, number: number) }
            }
        }
        .sorted {
            ($1.number, $0.ability.rawValue, $0.cause.rawValue)
                < ($0.number, $1.ability.rawValue, $1.cause.rawValue)
        }
        guard let most = found.first?.number else { return nil }
        let bars = found.prefix(Self.mostBars).map { item in
            BarChart.Bar(
                name: "\(words.cause(item.cause)) (\(item.ability.rawValue))",
                parts: [("plain", item.number)], text: "\(item.number)")
        }
        return figure(
            "causes", texts.causes, [drawing(texts.causes, bars, whole: most)],
            [texts.cause, texts.ability, texts.number],
            found.map { row(words.cause($0.cause), [words.ability($0.ability), "\($0.number)"]) })
    }

    private var providers: [String: Any]? {
        guard !statistics.providers.isEmpty else { return nil }
        let bars = statistics.providers.prefix(Self.mostBars).map {
            bar(name($0), $0.abilities[Ability.receive.rawValue])
        }
        return figure(
            "providers", texts.providers, note: texts.providersNote, isLegend: true,
            [drawing(texts.providers, bars, whole: nil)],
            [texts.provider, texts.domains] + Self.receiving.map(words.ability),
            statistics.providers.map(groupRow), tableNote: outcomesNote)
    }

    private var systems: [String: Any]? {
        let found = statistics.destinations
        let senders = statistics.senders
        return figure(
            "systems", texts.systems, [], [texts.system, texts.number],
            [
                (texts.hosts, found.hosts), (texts.ipv4Addresses, found.ipv4Addresses),
                (texts.ipv6Addresses, found.ipv6Addresses), (texts.ipv6Asked, found.ipv6Asked),
                (texts.ipv6Answering, found.ipv6Answering), (texts.senders, senders.all),
                (texts.sendersIPv6, senders.overIPv6), (texts.sendersFallback, senders.throughFallback),
            ].map { row($0.0, ["\($0.1)"]) })
    }
}

extension StatisticsFigures {
    private var outcomesNote: String {
        Self.shownOutcomes.map { words.outcome($0.0) }.joined(separator: " / ")
    }

    private func name(_ group: Statistics.Group) -> String {
        group.name == StatisticsBuilder.others ? texts.others : TextLayout.printable(group.name)
    }

    private func parts(_ counts: Statistics.AbilityCounts?) -> [(style: String, number: Int)] {
        Self.shownOutcomes.map { ($0.1.rawValue, counts?.outcomes[$0.0.rawValue] ?? 0) }
    }

    /// A bar that is a whole of its own: so many of so many work.
    private func bar(_ name: String, _ counts: Statistics.AbilityCounts?) -> BarChart.Bar {
        let parts = parts(counts)
        let all = parts.map(\.number).reduce(0, +)
        return BarChart.Bar(
            name: name, parts: parts, text: all == 0 ? "–" : "✓ \(parts[0].number) / \(all)")
    }

    private func groupRow(_ group: Statistics.Group) -> [String: Any] {
        row(
            name(group),
            ["\(group.domains)"]
                + Self.receiving.map { ability in
                    parts(group.abilities[ability.rawValue]).map { "\($0.number)" }.joined(separator: " / ")
                })
    }

    private func row(_ head: String, _ cells: [String]) -> [String: Any] { ["head": head, "cells": cells] }

    private func drawing(_ title: String, _ bars: [BarChart.Bar], whole: Int?) -> [String: Any] {
        ["drawing": BarChart.drawing(texts.chart(title), bars, whole: whole).context]
    }

    private func figure(
        _ id: String, _ heading: String, note: String? = nil, isLegend: Bool = false,
        _ drawings: [[String: Any]], _ columns: [String], _ rows: [[String: Any]], tableNote: String? = nil
    ) -> [String: Any] {
        var values: [String: Any] = [
            "id": id, "heading": heading, "drawings": drawings, "rows": rows, "hasLegend": isLegend,
            "isWide": columns.count > 3,
            "legend": Self.shownOutcomes.map { ["style": $0.1.rawValue, "text": words.outcome($0.0)] },
            "columns": columns.enumerated().map { ["text": $1, "isNumber": $0 > 0] as [String: Any] },
        ]
        values["note"] = note
        values["tableNote"] = tableNote
        return values
    }
}
