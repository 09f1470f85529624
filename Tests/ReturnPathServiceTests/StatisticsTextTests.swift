import Foundation
import TestSupport
import Testing

@testable import ReturnPathCore
@testable import ReturnPathService

@Suite("Statistics as they are printed")
struct StatisticsTextTests {
    private static let counts: [String: Statistics.AbilityCounts] = [
        "0": .init(outcomes: ["passed": 80, "failed": 8], causes: ["user-unknown": 6, "mailbox-full": 2]),
        "1": .init(outcomes: ["passed": 40, "inconclusive": 20], causes: ["fallback-used": 20]),
        "1b": .init(outcomes: ["passed": 3, "not-seen": 57]),
        "2": .init(
            outcomes: ["passed": 30, "failed": 42, "inconclusive": 6, "waiting": 2, "not-reached": 8],
            causes: ["no-ipv6-address": 40, "no-answer": 2, "control-failed": 8, "silence": 6]),
        "3": .init(
            outcomes: ["passed": 70, "failed": 10, "not-reached": 8], causes: ["six-sender-refused": 10]),
        "4": .init(
            outcomes: ["passed": 79, "failed": 1, "not-reached": 8], causes: ["six-author-refused": 1]),
    ]

    private static let full = Statistics(
        since: "2026-08-26T04:00:00Z", until: "2026-11-24T04:00:00Z", checks: 1234, domains: 88,
        abilities: counts,
        destinations: .init(
            domains: 88, hosts: 135, ipv4Addresses: 113, ipv6Addresses: 71, ipv6Asked: 71, ipv6Answering: 50),
        funnel: .init(domains: 88, withIPv6: 48, answering: 36, accepting: 30),
        senders: .init(all: 60, overIPv6: 40, throughFallback: 20),
        providers: [
            .init(name: "big.example", domains: 40, abilities: counts),
            .init(name: "\"odd\\\u{1B}name\n.example", domains: 7, abilities: [:]),
            .init(name: "others", domains: 41, abilities: ["2": .init(outcomes: ["failed": 41])]),
        ], months: [.init(name: "2026-11", domains: 88, abilities: counts)])

    private static let empty = StatisticsBuilder().statistics(since: nil, until: Experiment.start)

    @Test("for people", arguments: [("full", full), ("empty", empty)])
    func text(name: String, statistics: Statistics) throws {
        let text = StatisticsText.text(statistics)
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        try expectGolden(text, at: folder("Golden").appending(path: "stats-\(name).txt"))
    }

    @Test("for Prometheus", arguments: [("full", full), ("empty", empty)])
    func metrics(name: String, statistics: Statistics) throws {
        let text = StatisticsMetrics.text(statistics)
        try expectGolden(text, at: folder("Golden").appending(path: "stats-\(name).prom"))
        // The format's own grammar: a type before the first sample of a name, names and labels as they must be.
        var typed: Set<Substring> = []
        for line in text.split(separator: "\n") {
            if let type = line.wholeMatch(of: /# TYPE ([a-z0-9_]+) gauge/) {
                #expect(typed.insert(type.output.1).inserted, "\(line)")
            } else if !line.hasPrefix("# HELP ") {
                let sample = try #require(
                    line.wholeMatch(
                        of:
                            /([a-z0-9_]+)(\{[a-z0-9_]+="([^"\\]|\\[\\"n])*"(,[a-z0-9_]+="([^"\\]|\\[\\"n])*")*\})? [0-9]+/
                    ),
                    "\(line)")
                #expect(typed.contains(sample.output.1), "\(line)")
            }
        }
    }

    @Test("for programs, and read again")
    func json() throws {
        let text = try StatusJSON.text(Self.full)
        #expect(try JSONDecoder().decode(Statistics.self, from: Data(text.utf8)) == Self.full)
    }

    @Test("since a day, or for a length of time")
    func since() {
        let now = Experiment.start
        #expect(StatisticsTime.moment("90d", at: now) == now - 90 * 86_400)
        #expect(StatisticsTime.moment("12h", at: now) == now - 12 * 3600)
        #expect(StatisticsTime.moment("1970-01-02", at: now) == 86_400)
        for wrong in [
            "", "d", "-3d", "2026-13-01", "2026-02-30", "yesterday", "2026-1-1", "1970-01-02T00:00:00Z",
        ] {
            #expect(StatisticsTime.moment(wrong, at: now) == nil, "\(wrong)")
        }
    }
}
