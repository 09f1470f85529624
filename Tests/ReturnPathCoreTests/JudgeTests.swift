import DeliveryReports
import ReturnPathCore
import TestSupport
import Testing

@Suite("Verdicts")
struct JudgeTests {
    private static let start = Experiment.start

    /// A history and what must be found in it.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let evidence: [Evidence]
        let overall: Verdict.Overall
        let outcomes: [Ability: Outcome]
        let causes: [Ability: Cause]
        var isSettled = true
        var after: Seconds = 60

        init(
            _ name: String, _ evidence: [Evidence], _ overall: Verdict.Overall,
            _ outcomes: [Ability: Outcome],
            _ causes: [Ability: Cause] = [:], isSettled: Bool = true, after: Seconds = 60
        ) {
            testDescription = name
            self.evidence = evidence
            self.overall = overall
            self.outcomes = outcomes
            self.causes = causes
            self.isSettled = isSettled
            self.after = after
        }
    }

    static func at(_ seconds: Seconds, _ fact: Fact) -> Evidence { Evidence(at: start + seconds, fact: fact) }

    private static let arrival = arrived("2001:db8:1::25")
    private static let overIPv4 = arrived("192.0.2.25")
    private static let bare = arrived("2001:db8:1::25", at: .bare)

    private static func arrived(_ client: String, at name: NameKind = .test) -> Fact {
        Experiment.arrival(client, at: name)
    }

    /// A request over IPv6 and a control that was taken.
    static let begun: [Evidence] = [
        at(0, arrival), at(0, .submitted(.control)), at(1, .reported(.control, .relayed())),
    ]

    /// The same, and these reports about the probes; a probe that is not named was taken.
    static func all(_ reports: [ProbeKind: Report?] = [:]) -> [Evidence] {
        begun
            + ProbeKind.released.flatMap { kind -> [Evidence] in
                let report = reports[kind, default: .relayed()]
                return [at(2, .submitted(kind))] + (report.map { [at(3, .reported(kind, $0))] } ?? [])
            }
    }

    private static func no(
        _ status: String?, _ text: String, _ stage: Stage = .unknown, reason: Reason = .undefined,
        by author: Report.Author = .ours, from host: String = "mx.tester.example",
        at address: String? = "2001:db8:1::25"
    ) -> Report {
        .sample(.failed, status, text, stage: stage, reason: reason, by: author, from: host, at: address)
    }

    private static let noAAAA = no(
        "5.4.4", "Name service error for name=tester.example type=AAAA: No data record of requested type",
        .resolve,
        at: nil)

    private static let passes: [Row] = [
        Row(
            "everything relayed", all(), .passed,
            [
                .control: .passed, .deliver: .passed, .receive: .passed, .receiveFromSixEnvelope: .passed,
                .receiveFromSixAuthor: .passed, .deliverWithoutMX: .notSeen,
            ]),
        Row(
            "delivered into the mailbox", all([.overIPv6: .sample(.delivered, "2.0.0", "delivered")]),
            .passed, [.receive: .passed]),
        Row(
            "a request to the MX-less name, too", all() + [at(1, bare)], .passed, [.deliverWithoutMX: .passed]
        ),
        Row(
            "an answer proves what no report did", all([.overIPv6: nil]) + [at(9, .confirmed(.overIPv6))],
            .passed, [.receive: .passed]),
    ]

    private static let failures: [Row] = [
        Row(
            "no mail host has an AAAA", all([.overIPv6: noAAAA]), .failed,
            [.receive: .failed, .receiveFromSixEnvelope: .passed], [.receive: .noIPv6Address]),
        Row(
            "port 25 refuses", all([.overIPv6: no("4.4.1", "Connection refused", .connect)]), .failed,
            [.receive: .failed], [.receive: .connectionRefused]),
        Row(
            "nothing answers", all([.overIPv6: no("4.4.1", "Connection timed out", .connect)]), .failed,
            [.receive: .failed], [.receive: .noAnswer]),
        Row(
            "the IPv6-only sender is refused",
            all([.sixEnvelope: no("5.1.8", "Sender address rejected: Domain not found", .rcpt)]), .failed,
            [.receive: .passed, .receiveFromSixEnvelope: .failed],
            [.receiveFromSixEnvelope: .sixSenderRefused]),
        Row(
            "the IPv6-only author is refused",
            all([.sixAuthor: no("5.1.8", "author's domain not found", .endOfData)]), .failed,
            [.receiveFromSixAuthor: .failed], [.receiveFromSixAuthor: .sixAuthorRefused]),
        Row(
            "one failure beside one that is open", all([.overIPv6: noAAAA, .sixAuthor: nil]), .failed,
            [.receive: .failed, .receiveFromSixAuthor: .waiting], isSettled: false),
    ]

    private static let open: [Row] = [
        Row(
            "nothing yet", [at(0, arrival)], .waiting,
            [.control: .waiting, .deliver: .passed, .receive: .waiting], isSettled: false),
        Row(
            "the control is on its way", [at(0, arrival), at(0, .submitted(.control))], .waiting,
            [.control: .waiting], isSettled: false),
        Row(
            "probes not sent yet", begun, .waiting, [.control: .passed, .receive: .waiting], isSettled: false),
        Row(
            "greylisted", all([.overIPv6: nil]) + [at(4, .queued(.overIPv6, reason: "450 4.2.0 Greylisted"))],
            .waiting, [.receive: .waiting], isSettled: false),
    ]

    private static let unknown: [Row] = [
        Row(
            "the control failed: user unknown",
            [
                at(0, arrival), at(0, .submitted(.control)),
                at(1, .reported(.control, no("5.1.1", "no such user", reason: .userUnknown))),
            ], .inconclusive,
            [.control: .failed, .receive: .notReached, .receiveFromSixEnvelope: .notReached],
            [.control: .userUnknown, .receive: .controlFailed]),
        Row(
            "the control failed: mailbox full",
            [at(0, arrival), at(1, .reported(.control, no("5.2.2", "over quota", reason: .mailboxFull)))],
            .inconclusive, [.control: .failed], [.control: .mailboxFull]),
        Row(
            "the control was returned after the probes had left",
            all() + [
                at(50, .reported(.control, no("5.1.1", "no such user", reason: .userUnknown, by: .foreign)))
            ], .inconclusive, [.control: .failed, .receive: .inconclusive], [.receive: .controlFailed]),
        Row(
            "a spam filter",
            all([.overIPv6: no("5.7.1", "looks like spam", .endOfData, reason: .spamDetected)]),
            .inconclusive, [.receive: .inconclusive], [.receive: .contentRefused]),
        Row(
            "our own reverse name", all([.overIPv6: no("5.7.25", "no PTR", .mail)]), .inconclusive,
            [.receive: .inconclusive], [.receive: .ourReverseName]),
        Row(
            "words that say nothing", all([.overIPv6: no("5.0.0", "no")]), .inconclusive,
            [.receive: .inconclusive], [.receive: .unclear]),
        Row(
            "returned from behind a forwarder",
            all().filter { $0.fact.probe != .overIPv6 } + [
                at(2, .submitted(.overIPv6)), at(3, .reported(.overIPv6, .relayed())),
                at(4, .reported(.overIPv6, no("5.0.0", "no", by: .foreign, from: "mx.far.example"))),
            ], .inconclusive, [.receive: .inconclusive], [.receive: .forwardingFailed]),
        Row(
            "another family than the control's",
            all([.sixEnvelope: no("5.1.8", "Domain not found", .rcpt, at: "192.0.2.25")]), .inconclusive,
            [.receiveFromSixEnvelope: .inconclusive], [.receiveFromSixEnvelope: .controlOtherFamily]),
        Row(
            "silence", all([.overIPv6: nil]), .inconclusive, [.receive: .inconclusive], [.receive: .silence],
            after: 200_000),
        Row(
            "silence of the control", [at(0, arrival), at(0, .submitted(.control))], .inconclusive,
            [.control: .inconclusive, .receive: .notReached], [.control: .silence], after: 200_000),
        Row(
            "through the fallback", [at(0, overIPv4)] + all().dropFirst(), .inconclusive,
            [.deliver: .inconclusive], [.deliver: .fallbackUsed]),
        Row(
            "first through the fallback, then over IPv6",
            [at(0, overIPv4), at(5, arrival)] + all().dropFirst(), .passed, [.deliver: .passed]),
    ]

    @Test("say what the evidence says, and no more", arguments: passes + failures + open + unknown)
    func table(row: Row) throws {
        let verdict = try Experiment.judge().judge(row.evidence, at: Self.start + row.after)
        #expect(verdict.overall == row.overall)
        #expect(verdict.isSettled == row.isSettled)
        for (ability, outcome) in row.outcomes {
            #expect(verdict[ability].outcome == outcome, "ability \(ability.rawValue)")
        }
        for (ability, cause) in row.causes {
            #expect(verdict[ability].cause == cause, "ability \(ability.rawValue)")
        }
    }

    @Test(
        "have a finding for every ability, in order, whatever is known",
        arguments: passes + failures + open + unknown)
    func complete(row: Row) throws {
        let verdict = try Experiment.judge().judge(row.evidence, at: Self.start + row.after)
        #expect(verdict.findings.map(\.ability) == Ability.allCases)
        for finding in verdict.findings {
            let needsCause = [.failed, .inconclusive, .notReached].contains(finding.outcome)
            #expect((finding.cause != nil) == needsCause)
        }
    }

    @Test("name the rule that they rest on")
    func rule() throws {
        let verdict = try Experiment.judge().judge(Self.all([.overIPv6: Self.noAAAA]), at: Self.start + 60)
        #expect(verdict[.receive].rule == "postfix-no-aaaa")
        #expect(verdict[.receive].cause?.owner == .mailAdministrator)
    }
}
