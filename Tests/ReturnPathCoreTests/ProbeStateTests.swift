import DeliveryReports
import ReturnPathCore
import TestSupport
import Testing

@Suite("The fold over evidence")
struct ProbeStateTests {
    private static let start = Experiment.start

    /// A history of facts about one check.
    struct History: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let evidence: [Evidence]

        init(_ name: String, _ evidence: [Evidence]) {
            testDescription = name
            self.evidence = evidence
        }
    }

    private static func at(_ seconds: Seconds, _ fact: Fact) -> Evidence {
        Evidence(at: start + seconds, fact: fact)
    }

    static let histories: [History] = [
        History(
            "taken, returned, answered",
            [
                at(0, .submitted(.control)), at(1, .queued(.control, reason: "busy")),
                at(2, .reported(.control, .relayed())),
                at(5, .reported(.control, .sample(.failed, "5.1.1", "no such user", by: .foreign))),
                at(9, .confirmed(.control)), at(9, .automaticResponse(.control)),
            ]),
        History(
            "deferred twice, remembered, taken, returned; with a fault of ours",
            [
                at(0, .submitted(.control)),
                at(3, .attempted(.control, .sample(.deferred, at: 2, status: "4.4.1", "timed out"))),
                at(9, .attempted(.control, .sample(at: 8))), at(9, .reported(.control, .relayed())),
                at(9, .reported(.control, .sample(.failed, "5.1.1", "no such user", by: .foreign))),
                at(9, .examined(Health(faults: [.init(.network, "No address.")]))),
            ]),
        History(
            "two failures of two authors, two acceptances",
            [
                at(0, .submitted(.overIPv6)),
                at(3, .reported(.overIPv6, .sample(.failed, "5.4.4", "first", by: .foreign))),
                at(3, .reported(.overIPv6, .sample(.failed, "5.4.4", "second", by: .ours))),
                at(3, .reported(.overIPv6, .sample(.failed, "5.4.4", "third", by: .ours))),
                at(4, .reported(.overIPv6, .relayed())),
                at(4, .reported(.overIPv6, .sample(.delivered, "2.0.0", "250 ok", by: .foreign))),
            ]),
        History(
            "delays of one second",
            [
                at(0, .submitted(.sixEnvelope)), at(7, .queued(.sixEnvelope, reason: "b")),
                at(7, .queued(.sixEnvelope, reason: "a")), at(3, .queued(.sixEnvelope, reason: "c")),
                at(7, .reported(.sixEnvelope, .sample(.delayed, "4.4.1", "ab"))),
                at(6, .reported(.sixEnvelope, .sample(.delayed, "4.4.1", "z"))),
            ]),
        History(
            "a whole check",
            [
                at(0, .submitted(.control)), at(2, .reported(.control, .relayed())),
                at(3, .submitted(.overIPv6)),
                at(4, .reported(.overIPv6, .sample(.failed, "5.4.4", "no host"))),
                at(3, .submitted(.sixAuthor)), at(9, .stopped),
            ]),
    ]

    @Test("gives one verdict for every order of six facts", arguments: histories)
    func everyOrder(history: History) throws {
        let judge = try Experiment.judge()
        for now in [Self.start + 10, Self.start + 200_000] {
            let expected = judge.judge(history.evidence, at: now)
            for order in permutations(of: history.evidence) {
                guard judge.judge(order, at: now) == expected else {
                    Issue.record("another verdict for \(order.map(\.fact.name))")
                    return
                }
            }
        }
    }

    @Test(
        "gives one verdict for a thousand random orders of long histories", arguments: [1, 2, 3] as [UInt64])
    func randomOrders(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let judge = try Experiment.judge()
        for _ in 0..<20 {
            let evidence = (0..<40).map { _ in Self.randomEvidence(using: &generator) }
            let now = Self.start + Int64.random(in: 0...200_000, using: &generator)
            let expected = judge.judge(evidence, at: now)
            for _ in 0..<50 {
                #expect(judge.judge(evidence.shuffled(using: &generator), at: now) == expected)
            }
        }
    }

    private static func randomEvidence(using generator: inout SeededGenerator) -> Evidence {
        let kind = Probe.all[Int.random(in: 0..<8, using: &generator)]
        // Few moments and few words, so that many facts are of the same second.
        let time = Int64.random(in: 0...3, using: &generator) * 400
        let word = ["a", "b", "c"][Int.random(in: 0..<3, using: &generator)]
        let action = Action.allCases[Int.random(in: 0..<Action.allCases.count, using: &generator)]
        let author = Bool.random(using: &generator) ? Report.Author.ours : .foreign
        let client = Bool.random(using: &generator) ? "2001:db8::\(word)" : "192.0.2.1"
        let name = NameKind.allCases[Int.random(in: 0..<5, using: &generator)]
        let facts: [Fact] = [
            Experiment.arrival(client, at: name), .submitted(kind), .queued(kind, reason: word),
            .reported(
                kind, .sample(action, ["5.1.1", "5.1.8"][Int(time / 400) % 2], word, by: author, at: client)),
            .reported(kind, .sample(action, nil, word, by: author, at: nil, proof: [word])),
            .confirmed(kind), .automaticResponse(kind), .stopped,
            .attempted(kind, .sample(time == 0 ? .sent : .deferred, at: time, word)),
            .examined(Health(faults: word == "a" ? [.init(.names, word)] : [])),
            JudgeTests.surveyed([("2001:db8::\(time)", .global, .refuses)], dns64: word == "a").fact,
        ]
        return at(time, facts[Int.random(in: 0..<facts.count, using: &generator)])
    }

    private func state(_ evidence: [Evidence], at seconds: Seconds = 10) throws -> ProbeState {
        ProbeState(of: .control, from: evidence, window: try Experiment.window(), at: Self.start + seconds)
    }

    @Test("takes the log's word for an acceptance that no report tells of, and a report's before the log's")
    func logged() throws {
        let attempt = DeliveryAttempt.sample()
        guard
            case .accepted(let report) = try state([
                Self.at(0, .submitted(.control)), Self.at(2, .attempted(.control, attempt)),
            ])
        else {
            Issue.record("not accepted")
            return
        }
        #expect(report.remoteHost == "mx.tester.example [2001:db8:1::25]")
        #expect(report.proof == attempt.lines)
        let both = try state([
            Self.at(2, .attempted(.control, attempt)), Self.at(5, .reported(.control, .relayed())),
        ])
        #expect(both == .accepted(.relayed()))
    }

    @Test("says how often a mail was tried, what was found at the host, and when it is tried again")
    func delayed() throws {
        let timedOut = "connect to mx.tester.example[2001:db8:1::25]:25: Connection timed out"
        func delay(_ attempts: [DeliveryAttempt]) throws -> ProbeState.Delay? {
            let facts = attempts.map { Evidence(at: $0.at, fact: .attempted(.control, $0)) }
            let state = try state([Self.at(0, .submitted(.control))] + facts, at: 20_000)
            guard case .inFlight(_, let delay) = state else { return nil }
            return delay
        }
        let first = DeliveryAttempt.sample(.deferred, at: 30, timedOut)
        let remembered = DeliveryAttempt.sample(
            .deferred, at: 40, "delivery temporarily suspended: " + timedOut)
        #expect(
            try delay([first, remembered])
                == .init(
                    reason: timedOut, at: Self.start + 40, attempts: 1, next: Self.start + 340))
        let late = DeliveryAttempt.sample(.deferred, at: 1000, "451 busy")
        #expect(
            try delay([first, late])
                == .init(reason: "451 busy", at: Self.start + 1000, attempts: 2, next: Self.start + 2000))
        let latest = DeliveryAttempt.sample(.deferred, at: 9000, "451 busy")
        #expect(try delay([latest])?.next == Self.start + 13_000)
    }

    @Test("lets a late failure outrank an acceptance")
    func lateFailure() throws {
        let late = Report.sample(.failed, "5.2.2", "mailbox full", by: .foreign)
        let state = try state([
            Self.at(0, .submitted(.control)), Self.at(1, .reported(.control, .relayed())),
            Self.at(5000, .reported(.control, late)),
        ])
        #expect(state == .failed(late, accepted: .relayed()))
    }

    @Test("lets a reply outrank a failure")
    func reply() throws {
        let state = try state([
            Self.at(1, .reported(.control, .relayed())), Self.at(2, .reported(.control, .sample())),
            Self.at(3, .confirmed(.control)),
        ])
        #expect(state == .confirmed(accepted: .relayed()))
    }

    @Test("lets a first-hand report outrank an earlier foreign one")
    func firstHand() throws {
        let ours = Report.sample(.failed, "5.4.4", "ours", by: .ours)
        let state = try state([
            Self.at(1, .reported(.control, .sample(.failed, "5.1.1", "theirs", by: .foreign))),
            Self.at(9, .reported(.control, ours)),
        ])
        #expect(state == .failed(ours, accepted: nil))
    }

    @Test("concludes silence by the clock alone, and takes it back for any report")
    func silence() throws {
        let window = try Experiment.window().length
        let submitted = Self.at(0, .submitted(.control))
        #expect(try state([submitted], at: window) == .inFlight(since: Self.start, delay: nil))
        #expect(try state([submitted], at: window + 1) == .silent(since: Self.start))
        let late = Self.at(window + 500, .reported(.control, .relayed()))
        #expect(try state([submitted, late], at: window + 600) == .accepted(.relayed()))
        #expect(try state([], at: window * 100) == .planned)
    }

    @Test("keeps a program's answer apart from a person's")
    func automaticResponse() throws {
        #expect(
            try state([Self.at(4, .automaticResponse(.control))])
                == .inFlight(since: Self.start + 4, delay: nil))
    }

    @Test("looks at its own probe alone")
    func otherProbes() throws {
        let others = Probe.released.map { Self.at(1, .reported($0, .sample())) }
        #expect(try state(others) == .planned)
    }
}
