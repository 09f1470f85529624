import DeliveryReports
import ReturnPathCore
import TestSupport
import Testing

@Suite("Verdicts")
struct JudgeTests {
    static let start = Experiment.start

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

    static let arrival = arrived("2001:db8:1::25")
    static let overIPv4 = arrived("192.0.2.25")
    private static let bare = arrived("2001:db8:1::25", at: .bare)

    static func arrived(_ client: String, at name: NameKind = .test, isRelay: Bool = false) -> Fact {
        Experiment.arrival(client, at: name, isRelay: isRelay)
    }

    /// A request over IPv6 and a control that was taken.
    static let begun: [Evidence] = [
        at(0, arrival), at(0, .submitted(.control)), at(1, .reported(.control, .relayed())),
    ]

    /// The same, and these reports about the probes; a probe that is not named was taken.
    static func all(_ reports: [Probe: Report?] = [:]) -> [Evidence] {
        begun
            + Probe.released.flatMap { kind -> [Evidence] in
                let report = reports[kind, default: .relayed()]
                return [at(2, .submitted(kind))] + (report.map { [at(3, .reported(kind, $0))] } ?? [])
            }
    }

    /// The second try of a refused probe, beside a control that was taken; `nil`: no answer yet.
    static func again(
        _ probe: Probe, _ report: Report?, control: Report = .relayed()
    ) -> [Evidence] {
        [
            at(4, .submitted(.control.again)), at(5, .reported(.control.again, control)),
            at(6, .submitted(probe.again)),
        ] + (report.map { [at(7, .reported(probe.again, $0))] } ?? [])
    }

    static func no(
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

    private static let senderRefused = no("5.1.8", "Sender address rejected: Domain not found", .rcpt)
    private static let authorRefused = no("5.1.8", "author's domain not found", .endOfData)

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
            "the IPv6-only sender is refused twice",
            all([.sixEnvelope: senderRefused]) + again(.sixEnvelope, senderRefused), .failed,
            [.receive: .passed, .receiveFromSixEnvelope: .failed],
            [.receiveFromSixEnvelope: .sixSenderRefused]),
        Row(
            "the IPv6-only author is refused twice",
            all([.sixAuthor: authorRefused]) + again(.sixAuthor, authorRefused), .failed,
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

    private static let repeated: [Row] = [
        Row(
            "refused once, the fresh control is still to come", all([.sixEnvelope: senderRefused]), .waiting,
            [.receiveFromSixEnvelope: .waiting], [.receiveFromSixEnvelope: .sixSenderRefused],
            isSettled: false),
        Row(
            "refused once, the second try is on its way",
            all([.sixEnvelope: senderRefused]) + again(.sixEnvelope, nil), .waiting,
            [.receiveFromSixEnvelope: .waiting], isSettled: false),
        Row(
            "refused once and taken the next time",
            all([.sixEnvelope: senderRefused]) + again(.sixEnvelope, .relayed()), .inconclusive,
            [.receiveFromSixEnvelope: .inconclusive], [.receiveFromSixEnvelope: .unsteady]),
        Row(
            "refused, then for another reason",
            all([.sixEnvelope: senderRefused])
                + again(.sixEnvelope, no("5.2.2", "full", reason: .mailboxFull)), .inconclusive,
            [.receiveFromSixEnvelope: .inconclusive], [.receiveFromSixEnvelope: .mailboxFull]),
        Row(
            "the fresh control failed",
            all([.sixEnvelope: senderRefused])
                + again(.sixEnvelope, nil, control: no("5.2.2", "full", reason: .mailboxFull)), .inconclusive,
            [.receiveFromSixEnvelope: .inconclusive], [.receiveFromSixEnvelope: .controlFailed]),
        Row(
            "the second try met silence", all([.sixEnvelope: senderRefused]) + again(.sixEnvelope, nil),
            .inconclusive, [.receiveFromSixEnvelope: .inconclusive], [.receiveFromSixEnvelope: .silence],
            after: 200_000),
        Row(
            "given up after a day of tries, and so not tried again",
            all([.overIPv6: no("4.4.1", "Network is unreachable", .connect)]), .failed, [.receive: .failed],
            [.receive: .unreachable]),
        Row(
            "a host further on minds the SPF that the forwarding broke",
            all() + [
                at(
                    9,
                    .reported(.sixEnvelope, no("5.7.23", "SPF fails", by: .foreign, from: "mx.far.example")))
            ], .inconclusive, [.receiveFromSixEnvelope: .inconclusive],
            [.receiveFromSixEnvelope: .forwardingFailed]),
    ]

    /// What DNS and port 25 showed: one mail host for each list of addresses.
    static func surveyed(_ addresses: [(String, AddressScope, PortAnswer.Outcome?)], dns64: Bool = false)
        -> Evidence
    {
        let hosts = addresses.enumerated().compactMap { place, found -> MailHost? in
            guard let address = IPAddress(found.0) else { return nil }
            let port = found.2.map { PortAnswer($0, at: start) }
            return MailHost(
                name: "mx\(place + 1).tester.example", preference: (place + 1) * 10, isAlias: false,
                ipv4: AddressLookup(.noData),
                ipv6: AddressLookup(.found, [HostAddress(address, found.1, port: port)]))
        }
        return at(1, .surveyed(DomainSurvey(route: .exchangers, hosts: hosts, hasDNS64: dns64)))
    }

    private static let explained: [Row] = [
        Row(
            "the bounce says no AAAA, and DNS shows one that is not global",
            all([.overIPv6: noAAAA]) + [surveyed([("fe80::1", .linkLocal, nil)])], .failed,
            [.receive: .failed], [.receive: .addressNotGlobal]),
        Row(
            "the bounce tells of the last host, and another one refuses",
            all([.overIPv6: noAAAA]) + [surveyed([("2001:db8::1", .global, .refuses)])], .failed,
            [.receive: .failed], [.receive: .connectionRefused]),
        Row(
            "the bounce tells of the last host, and to another no way leads",
            all([.overIPv6: noAAAA]) + [surveyed([("2001:db8::1", .global, .unreachable)])], .failed,
            [.receive: .failed], [.receive: .unreachable]),
        Row(
            "the bounce tells of the last host, and others do not answer",
            all([.overIPv6: noAAAA])
                + [surveyed([("2001:db8::1", .global, .noAnswer), ("2001:db8::2", .global, .refuses)])],
            .failed,
            [.receive: .failed], [.receive: .noAnswer]),
        Row(
            "the bounce tells of the last host, and another one answers",
            all([.overIPv6: noAAAA]) + [surveyed([("2001:db8::1", .global, .answers)])], .inconclusive,
            [.receive: .inconclusive], [.receive: .unclear]),
        Row(
            "no route leads there, and none leads out of our own machine",
            all([.overIPv6: no("4.4.1", "Network is unreachable", .connect)])
                + [surveyed([("2001:db8::1", .global, .noWayOut)])], .inconclusive, [.receive: .inconclusive],
            [.receive: .ourNetwork]),
        Row(
            "DNS shows no AAAA either", all([.overIPv6: noAAAA]) + [surveyed([])], .failed,
            [.receive: .failed],
            [.receive: .noIPv6Address]),
        Row(
            "every address leads to us: our own server is asked, and puts the mail off",
            all([
                .overIPv6: .sample(
                    .delayed, "4.7.1", "454 4.7.1 Relay access denied", stage: .rcpt, by: .ours)
            ]) + [surveyed([("2001:db8::1", .ours, nil), ("fe80::1", .linkLocal, nil)])], .failed,
            [.receive: .failed], [.receive: .loopsBack]),
        Row(
            "no address is one that can be reached from outside, and our instance puts the mail off",
            all([.overIPv6: .sample(.delayed, "4.7.0", "DNS reply filter drops all results", by: .ours)])
                + [surveyed([("fd00::1", .uniqueLocal, nil), ("fe80::1", .linkLocal, nil)])], .failed,
            [.receive: .failed], [.receive: .addressNotGlobal]),
        Row(
            "one of two hosts is our own, and the other one refuses",
            all([.overIPv6: no("4.4.1", "connect to mx[2001:db8::2]:25: Connection refused", .connect)])
                + [surveyed([("2001:db8::1", .ours, nil), ("2001:db8::2", .global, .refuses)])], .failed,
            [.receive: .failed], [.receive: .connectionRefused]),
        Row(
            "our resolver makes addresses up: what was taken may have gone over IPv4",
            all() + [surveyed([], dns64: true)], .inconclusive, [.receive: .inconclusive],
            [.receive: .ourNetwork]),
    ]

    private static let excused: [Row] =
        Health.Kind.allCases.filter { $0 != .reception }.map { kind in
            Row(
                "a refusal while something of ours was wrong: \(kind.rawValue)",
                all([.overIPv6: no("5.7.1", "550 5.7.1 Service does not accept email over IPv6", .mail)])
                    + again(
                        .overIPv6, no("5.7.1", "550 5.7.1 Service does not accept email over IPv6", .mail))
                    + [at(1, .examined(Health(faults: [.init(kind, "Something.")])))],
                .inconclusive, [.receive: .inconclusive], [.receive: kind.cause], after: 60)
        } + [
            Row(
                "what DNS says stays, whatever was wrong with us",
                all([.overIPv6: noAAAA]) + [
                    at(1, .examined(Health(faults: [.init(.network, "Something.")])))
                ],
                .failed, [.receive: .failed], [.receive: .noIPv6Address]),
            Row(
                "nothing was wrong with us",
                all([.sixEnvelope: no("5.1.8", "550 5.1.8 Sender address rejected: Domain not found", .rcpt)])
                    + again(
                        .sixEnvelope,
                        no("5.1.8", "550 5.1.8 Sender address rejected: Domain not found", .rcpt))
                    + [at(1, .examined(Health(faults: [])))],
                .failed, [.receiveFromSixEnvelope: .failed], [.receiveFromSixEnvelope: .sixSenderRefused],
                after: 60),
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
    ]

    @Test(
        "say what the evidence says, and no more",
        arguments: passes + failures + open + repeated + explained + excused + unknown + received)
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
        arguments: passes + failures + open + repeated + explained + excused + unknown + received)
    func complete(row: Row) throws {
        let verdict = try Experiment.judge().judge(row.evidence, at: Self.start + row.after)
        #expect(verdict.findings.map(\.ability) == Ability.allCases)
        for finding in verdict.findings {
            let needsCause = [.failed, .inconclusive, .notReached].contains(finding.outcome)
            #expect((finding.cause != nil) == needsCause || finding.outcome == .waiting)
        }
    }

    @Test("name the rule that they rest on")
    func rule() throws {
        let verdict = try Experiment.judge().judge(Self.all([.overIPv6: Self.noAAAA]), at: Self.start + 60)
        #expect(verdict[.receive].rule == "postfix-no-aaaa")
        #expect(verdict[.receive].cause?.owner == .mailAdministrator)
    }
}
