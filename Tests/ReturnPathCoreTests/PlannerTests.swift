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
    private static let submitted = Probe.released.map { at(2, .submitted($0)) }
    private static let relayed = Probe.released.map { at(3, .reported($0, .relayed())) }
    private static let probes = Issued(Probe.first.map { (MailRole.probe($0), "") })

    private func plan(
        _ evidence: [Evidence], issued: Issued = [:], isStopped: Bool = false, isSurveyed: Bool = true,
        spacing: Seconds = 0, after: Seconds
    ) throws -> Planner.Plan {
        try Experiment.planner(spacing: spacing).plan(
            Experiment.check(), evidence: evidence, issued: issued, isStopped: isStopped,
            isSurveyed: isSurveyed, at: Self.start + after)
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

    @Test("releases all probes when the control is accepted, each a pause after the other")
    func release() throws {
        let plan = try plan(Self.accepted, issued: [.probe(.control): ""], spacing: 7, after: 1)
        #expect(Set(plan.effects.map(\.role)) == Set(Probe.released.map(MailRole.probe)))
        #expect(plan.effects.map(\.notBefore) == [1, 8, 15].map { Self.start + $0 })
    }

    @Test("draws the order of the probes anew for each check, and the same for the same one")
    func order() throws {
        func order(_ number: UInt8) throws -> [MailRole] {
            let check = try Experiment.check(CheckID(random: [UInt8](repeating: number, count: 10)))
            return try Experiment.planner().plan(
                check, evidence: Self.accepted, issued: [.probe(.control): ""], isStopped: false,
                isSurveyed: true, at: Self.start + 1
            ).effects.map(\.role)
        }
        let orders = try (0..<100).map { try order($0) }
        #expect(Set(orders).count == 6)
        #expect(try order(5) == order(5))
    }

    @Test("tries a refused probe once more, beside a fresh control, and then no more")
    func again() throws {
        let refused = Self.at(3, .reported(.sixEnvelope, .sample(.failed, "5.1.8", "no such domain")))
        let first = Self.accepted + Self.submitted + Self.relayed.filter { $0.fact.probe != .sixEnvelope }
        let control = try plan(first + [refused], issued: Self.probes, after: 4)
        #expect(control.effects.map(\.role) == [.probe(.control.again)])
        var issued = Self.probes
        issued[.probe(.control.again)] = ""
        let taken =
            first + [
                refused, Self.at(5, .submitted(.control.again)),
                Self.at(6, .reported(.control.again, .relayed())),
            ]
        let second = try plan(taken, issued: issued, after: 6)
        #expect(second.effects.map(\.role) == [.probe(.sixEnvelope.again)])
        issued[.probe(.sixEnvelope.again)] = ""
        let twice =
            taken + [Self.at(8, .reported(.sixEnvelope.again, .sample(.failed, "5.1.8", "no such domain")))]
        #expect(try plan(twice, issued: issued, after: 10).effects.map(\.role) == [.letter(.first)])
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

    @Test("waits with the first verdict until the domain was looked at, and a minute at most")
    func survey() throws {
        let evidence = Self.accepted + Self.submitted + Self.relayed
        let early = try plan(evidence, issued: Self.probes, isSurveyed: false, after: 5)
        #expect(early.effects.isEmpty)
        #expect(early.due == Self.start + 60)
        let late = try plan(evidence, issued: Self.probes, isSurveyed: false, after: 60)
        #expect(late.effects.map(\.role) == [.letter(.first)])
    }

    @Test("does not wait for quiet where a mail is only tried again and again")
    func triedAgain() throws {
        let evidence =
            Self.accepted + Self.submitted + Self.relayed + [
                Self.at(4, .queued(.overIPv6, reason: "try again")),
                Self.at(4, .attempted(.overIPv6, .sample(.deferred))),
            ]
        #expect(try plan(evidence, issued: Self.probes, after: 5).effects.map(\.role) == [.letter(.first)])
        let taken = evidence + [Self.at(4, .attempted(.overIPv6, .sample(.sent)))]
        #expect(try plan(taken, issued: Self.probes, after: 5).due == Self.start + 6)
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
                Experiment.check(), evidence: evidence, issued: issued, isStopped: false, isSurveyed: true,
                at: now)
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
            let kind = Probe.all[Int.random(in: 0..<8, using: &generator)]
            if Bool.random(using: &generator), issued[.probe(kind)] != nil {
                evidence.append(Evidence(at: now, fact: .submitted(kind)))
                if Bool.random(using: &generator) {
                    evidence.append(Evidence(at: now, fact: .reported(kind, .relayed())))
                }
            }
        }
    }
}
