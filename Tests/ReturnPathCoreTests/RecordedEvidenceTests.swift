import Foundation
import Testing
import TestSupport

@testable import ReturnPathCore

/// What real mail servers made happen in the lab (`deploy/lab/run --record`), judged again.
@Suite("Evidence recorded in the lab")
struct RecordedEvidenceTests {
    struct Record: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let judgement: Judgement
        let evidence: [Evidence]

        struct Judgement: Decodable {
            let judgedAt: Moment
            let verdict: String
            let settled: Bool
            let abilities: [String: Ability]
            struct Ability: Decodable, Hashable {
                let outcome: String
                let cause: String?
            }
        }

        struct Line: Decodable {
            let at: Moment
            let fact: Fact
        }

        init(_ file: URL) throws {
            testDescription = file.deletingPathExtension().lastPathComponent
            var lines = try Data(contentsOf: file).split(separator: 0x0A)
            judgement = try JSONDecoder().decode(Judgement.self, from: lines.removeFirst())
            evidence = try lines.map { line in
                let line = try JSONDecoder().decode(Line.self, from: line)
                return Evidence(at: line.at, fact: line.fact)
            }
        }
    }

    /// The lab's queue (`deploy/lab/overrides`).
    private static func judge() throws -> Judge {
        Judge(window: try DeliveryWindow(length: nil, queueLifetime: 40, minimalBackoff: 3, backoff: 8))
    }

    static let records: [Record] = {
        do {
            return try FileManager.default.contentsOfDirectory(
                at: folder("Recorded"), includingPropertiesForKeys: nil
            ).sorted { $0.path < $1.path }.map(Record.init)
        } catch { preconditionFailure("\(error)") }
    }()

    @Test("is judged as it was in the lab", arguments: records)
    func judged(record: Record) throws {
        let verdict = try Self.judge().judge(record.evidence, at: record.judgement.judgedAt)
        #expect(verdict.overall.rawValue == record.judgement.verdict)
        #expect(verdict.isSettled == record.judgement.settled)
        for finding in verdict.findings {
            let ability = Record.Judgement.Ability(
                outcome: finding.outcome.rawValue, cause: finding.cause?.rawValue)
            #expect(record.judgement.abilities[finding.ability.rawValue] == ability)
        }
    }

    @Test("gives one verdict in whatever order it arrives", arguments: records)
    func orders(record: Record) throws {
        let judge = try Self.judge()
        let expected = judge.judge(record.evidence, at: record.judgement.judgedAt)
        var generator = SeededGenerator(seed: 1)
        let orders =
            record.evidence.count <= 6
            ? permutations(of: record.evidence)
            : (0..<1000).map { _ in record.evidence.shuffled(using: &generator) }
        for order in orders {
            guard judge.judge(order, at: record.judgement.judgedAt) == expected else {
                Issue.record("another verdict for \(order.map(\.fact.name))")
                return
            }
        }
    }

    @Test("is there for every scenario in which a check was opened")
    func complete() throws {
        let scenarios = folder("../../deploy/lab/scenarios")
        let opened = try FileManager.default.contentsOfDirectory(atPath: scenarios.path).filter { name in
            let expected = scenarios.appendingPathComponent("\(name)/expected.json")
            return try String(contentsOf: expected, encoding: .utf8).contains("\"checks: 0\"") == false
        }
        let recorded = Set(Self.records.map { String($0.testDescription.split(separator: ".")[0]) })
        #expect(Set(opened).subtracting(recorded).isEmpty)
    }
}
