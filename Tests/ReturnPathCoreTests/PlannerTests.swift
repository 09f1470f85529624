import DeliveryReports
import ReturnPathCore
import TestSupport
import Testing

@Suite("Planning the next step")
struct PlannerTests {
    private static let start = Experiment.start

    private static func at(_ seconds: Seconds, _ fact: Fact) -> Evidence {
        Evidence(at: start + seconds, fact: fact)
    }

    private static let request = at(0, Experiment.arrival())
    private static let accepted = [
        request, at(0, .submitted(.control)), at(1, .reported(.control, .relayed())),
    ]
    private static let submitted = ProbeKind.released.map { at(2, .submitted($0)) }
    private static let relayed = ProbeKind.released.map { at(3, .reported($0, .relayed())) }
    private static let probes = Issued(ProbeKind.allCases.map { (MailRole.probe($0), "") })

    private func plan(
        _ evidence: [Evidence], issued: Issued = [:], isStopped: Bool = false, after: Seconds
    ) throws -> Planner.Plan {
        try Experiment.planner().plan(
            Experiment.check(), evidence: evidence, issued: issued, isStopped: isStopped,
            at: Self.start + after)
    }

    private func digest(_ evidence: [Evidence], after: Seconds) throws -> String {
        try Experiment.judge().judge(evidence, at: Self.start + after).digest
    }

    @Test("begins with the control alone")
    func controlFirst() throws {
        let plan = try plan([Self.request], after: 0)
        #expect(plan.effects.map(\.role) == [.probe(.control)])
        #expect(plan.due == Self.start + 900)
    }

    @Test("sends no probe while the control has no answer")
    func patience() throws {
        let evidence = [
            Self.request, Self.at(0, .submitted(.control)), Self.at(9, .queued(.control, reason: "x")),
        ]
        #expect(try plan(evidence, issued: [.probe(.control): ""], after: 600).effects.isEmpty)
    }

    @Test("sends no probe where the control failed, and says so")
    func controlFailed() throws {
        let evidence = [
            Self.request, Self.at(1, .reported(.control, .sample(.failed, "5.1.1", "no such user"))),
        ]
        let issued: Issued = [.probe(.control): ""]
        #expect(try plan(evidence, issued: issued, after: 1).effects.isEmpty)
        #expect(try plan(evidence, issued: issued, after: 1).due == Self.start + 3)
        #expect(try plan(evidence, issued: issued, after: 3).effects.map(\.role) == [.letter(.first)])
    }

    @Test("releases all probes at once when the control is accepted")
    func release() throws {
        let plan = try plan(Self.accepted, issued: [.probe(.control): ""], after: 1)
        #expect(plan.effects.map(\.role) == ProbeKind.released.map(MailRole.probe))
    }

    @Test("releases the probes for an answer, too")
    func releaseByReply() throws {
        let evidence = [Self.request, Self.at(0, .submitted(.control)), Self.at(50, .confirmed(.control))]
        #expect(try plan(evidence, issued: [.probe(.control): ""], after: 50).effects.count == 3)
    }

    @Test("issues nothing twice")
    func twice() throws {
        let evidence = Self.accepted + Self.submitted
        #expect(try plan(evidence, issued: Self.probes, after: 2).effects.isEmpty)
        #expect(try plan(Self.accepted, issued: Self.probes, after: 1).effects.isEmpty)
    }

    @Test("writes the first verdict when all is settled and quiet")
    func settled() throws {
        let evidence = Self.accepted + Self.submitted + Self.relayed
        let early = try plan(evidence, issued: Self.probes, after: 4)
        #expect(early.effects.isEmpty)
        #expect(early.due == Self.start + 5)
        let plan = try plan(evidence, issued: Self.probes, after: 5)
        #expect(plan.effects.map(\.role) == [.letter(.first)])
        #expect(plan.effects.first?.told == (try digest(evidence, after: 5)))
        #expect(plan.due == nil)
    }

    @Test("writes the first verdict at the deadline, with what is open")
    func deadline() throws {
        let evidence = Self.accepted + Self.submitted + Self.relayed.dropLast()
        #expect(try plan(evidence, issued: Self.probes, after: 899).effects.isEmpty)
        let plan = try plan(evidence, issued: Self.probes, after: 900)
        #expect(plan.effects.map(\.role) == [.letter(.first)])
        #expect(plan.due == Self.start + 2 + (try Experiment.window().length) + 1)
    }

    @Test("writes one amendment where the outcome has changed, and never a second")
    func amendment() throws {
        let open = Self.accepted + Self.submitted + Self.relayed.dropLast()
        var issued = Self.probes
        issued[.letter(.first)] = try digest(open, after: 900)
        let closed = open + [Self.at(5000, .reported(.sixAuthor, .relayed()))]
        #expect(try plan(closed, issued: issued, after: 5001).due == Self.start + 5002)
        #expect(try plan(closed, issued: issued, after: 5002).effects.map(\.role) == [.letter(.amended)])
        issued[.letter(.amended)] = try digest(closed, after: 5002)
        let later = closed + [Self.at(9000, .reported(.overIPv6, .sample(.failed, "5.2.2", by: .foreign)))]
        let plan = try plan(later, issued: issued, after: 9999)
        #expect(plan.effects.isEmpty)
        #expect(plan.due == nil)
    }

    @Test("writes no amendment where the outcome is the same")
    func unchanged() throws {
        let evidence = Self.accepted + Self.submitted + Self.relayed
        var issued = Self.probes
        issued[.letter(.first)] = try digest(evidence, after: 5)
        let plan = try plan(evidence + [Self.at(60, .confirmed(.overIPv6))], issued: issued, after: 70)
        #expect(plan.effects.isEmpty)
    }

    @Test("amends when silence is concluded")
    func silence() throws {
        let evidence = Self.accepted + Self.submitted + Self.relayed.dropLast()
        var issued = Self.probes
        issued[.letter(.first)] = try digest(evidence, after: 900)
        let end = 2 + (try Experiment.window().length)
        #expect(try plan(evidence, issued: issued, after: end).effects.isEmpty)
        #expect(try plan(evidence, issued: issued, after: end + 1).effects.map(\.role) == [.letter(.amended)])
    }

    @Test("issues nothing any more once the person has said stop")
    func stopped() throws {
        for evidence in [[Self.request], Self.accepted, Self.accepted + Self.submitted + Self.relayed] {
            let plan = try plan(evidence, isStopped: true, after: 5000)
            #expect(plan.effects.isEmpty)
            #expect(plan.due == nil)
        }
    }

    @Test(
        "never asks to be woken in the past, and does not issue a mail twice, whatever happened",
        arguments: 0..<200 as Range<UInt64>)
    func awake(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var issued: Issued = [:]
        var evidence = [Self.request]
        var now = Self.start
        for _ in 0..<12 {
            let plan = try Experiment.planner().plan(
                Experiment.check(), evidence: evidence, issued: issued, isStopped: false, at: now)
            for effect in plan.effects {
                #expect(issued[effect.role] == nil)
                issued[effect.role] = effect.told
            }
            if let due = plan.due {
                #expect(due > now)
                if Bool.random(using: &generator) { now = max(now, due) }
            }
            now += Int64.random(in: 0...40_000, using: &generator)
            // Often nothing comes: neither a submission nor a report.
            let kind = ProbeKind.allCases[Int.random(in: 0..<4, using: &generator)]
            if Bool.random(using: &generator), issued[.probe(kind)] != nil {
                evidence.append(Evidence(at: now, fact: .submitted(kind)))
                if Bool.random(using: &generator) {
                    evidence.append(Evidence(at: now, fact: .reported(kind, .relayed())))
                }
            }
        }
    }
}
