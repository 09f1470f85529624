import DeliveryReports
import TestSupport
import Testing

@testable import ReturnPathCore

@Suite("The table of causes")
struct CauseRuleTests {
    /// What a row must fire on, and what looks alike but must not fire it.
    struct Sample: Sendable, CustomTestStringConvertible {
        let rule: String
        let probe: ProbeKind
        let fires: Report
        let otherProbe: ProbeKind
        let other: Report
        var testDescription: String { rule }

        init(
            _ rule: String, _ probe: ProbeKind, _ fires: Report, not other: Report,
            of otherProbe: ProbeKind? = nil
        ) {
            self.rule = rule
            self.probe = probe
            self.fires = fires
            self.other = other
            self.otherProbe = otherProbe ?? probe
        }
    }

    static func no(_ status: String?, _ text: String, _ stage: Stage = .unknown) -> Report {
        .sample(.failed, status, text, stage: stage)
    }

    static let aaaa =
        "Host or domain name not found. Name service error for name=mx.tester.example type=AAAA: "

    private static let resolving: [Sample] = [
        Sample(
            "postfix-some-no-answer", .overIPv6,
            no("4.4.4", aaaa + "No data record of requested type", .resolve),
            not: no("4.4.4", "443 4.4.4 no answer from host")),
        Sample(
            "postfix-reply-filter", .overIPv6,
            no(
                "4.7.0",
                "Error looking up name=mx.tester.example type=AAAA: DNS reply filter drops all results",
                .resolve), not: no("4.7.0", "Error looking up name=mx.tester.example type=AAAA", .resolve)),
        Sample(
            "null-mx", .control, no("5.1.0", "Domain tester.example does not accept mail (nullMX)", .resolve),
            not: no("5.1.0", "550 5.1.0 Domain does not accept mail from you", .rcpt)),
        Sample(
            "status-null-mx", .control, no("5.1.10", "556 5.1.10 Recipient address has null MX", .rcpt),
            not: no("5.1.1", "556 5.1.1 Recipient address has null MX", .rcpt)),
        Sample(
            "postfix-no-aaaa", .overIPv6, no("5.4.4", aaaa + "No data record of requested type", .resolve),
            not: no("5.4.4", aaaa.replacing("AAAA", with: "A") + "No data record of requested type")),
        Sample(
            "postfix-dns-try-again", .overIPv6, no("4.4.3", aaaa + "Host not found, try again", .resolve),
            not: no("4.4.3", aaaa + "Host not found, try again"), of: .sixAuthor),
        Sample(
            "postfix-host-not-found", .overIPv6, no("5.4.4", aaaa + "Host not found", .resolve),
            not: no("5.4.4", "type=MX: Host not found", .resolve), of: .sixEnvelope),
        Sample(
            "postfix-no-address", .control,
            no(
                "5.4.4", aaaa.replacing("AAAA", with: "A") + "Host found but no data record of requested type"
            ),
            not: no("5.4.4", "Host found but no data record of requested type"), of: .sixEnvelope),
        Sample(
            "loops-back", .overIPv6, no("5.4.6", "mail for tester.example loops back to myself", .resolve),
            not: no("5.4.6", "too many hops")),
    ]

    private static let reaching: [Sample] = [
        Sample(
            "end-of-data-lost", .overIPv6,
            no(
                "4.4.2",
                "lost connection with mx.tester.example[2001:db8::25] while sending end of data -- message may be sent more than once",
                .endOfData),
            not: .sample(
                .failed, "4.4.2", "lost connection with inner.tester.example while sending end of data",
                by: .foreign)),
        Sample(
            "no-source-address", .overIPv6,
            no(
                "4.4.1", "connect to mx.tester.example[2001:db8::25]:25: Cannot assign requested address",
                .connect),
            not: no("4.4.1", "Cannot assign requested address", .data)),
        Sample(
            "no-address-family", .overIPv6,
            no("4.4.1", "connect to [2001:db8::25]:25: Address family not supported by protocol", .connect),
            not: no("4.4.1", "Address family not supported by protocol", .rcpt)),
        Sample(
            "connect-refused", .overIPv6,
            no("4.4.1", "connect to mx.tester.example[2001:db8::25]:25: Connection refused", .connect),
            not: no("4.4.1", "Connection refused", .data)),
        Sample(
            "connect-timed-out", .overIPv6,
            no("4.4.1", "connect to mx.tester.example[2001:db8::25]:25: Connection timed out", .connect),
            not: no("4.4.2", "Connection timed out", .endOfData)),
        Sample(
            "connect-prohibited", .overIPv6,
            no("4.4.1", "connect to mx.tester.example[2001:db8::25]:25: Permission denied", .connect),
            not: no("5.7.1", "550 5.7.1 Permission denied", .rcpt)),
        Sample(
            "greeting-timed-out", .overIPv6,
            no(
                "4.4.2",
                "conversation with mx.tester.example[2001:db8::25] timed out while receiving the initial server greeting",
                .greeting), not: no("4.4.2", "timed out while sending message body", .data)),
        Sample(
            "greeting-lost", .overIPv6,
            no(
                "4.4.2",
                "lost connection with mx.tester.example[2001:db8::25] while receiving the initial server greeting",
                .greeting), not: no("4.4.2", "lost connection with mx.tester.example while sending RCPT TO")),
        Sample(
            "network-unreachable", .overIPv6,
            no("4.4.1", "connect to mx.tester.example[2001:db8::25]:25: Network is unreachable", .connect),
            not: no("4.4.1", "Network is unreachable", .connect), of: .control),
        Sample(
            "no-route", .overIPv6,
            no("4.4.1", "connect to mx.tester.example[2001:db8::25]:25: No route to host", .connect),
            not: no("4.4.1", "No route to host", .connect), of: .sixAuthor),
        Sample(
            "body-timed-out", .overIPv6,
            no(
                "4.4.2",
                "conversation with mx.tester.example[2001:db8::25] timed out while sending message body",
                .data),
            not: no(
                "4.4.2", "conversation with mx.tester.example timed out while sending message body", .data),
            of: .sixEnvelope),
        Sample(
            "body-lost", .overIPv6,
            no(
                "4.4.2", "lost connection with mx.tester.example[2001:db8::25] while sending message body",
                .data),
            not: no(
                "4.4.2", "lost connection with mx.tester.example[2001:db8::25] while sending MAIL FROM", .mail
            )),
        Sample(
            "end-of-data-timed-out", .overIPv6,
            no(
                "4.4.2",
                "conversation with mx.tester.example[2001:db8::25] timed out while sending end of data -- message may be sent more than once",
                .endOfData), not: no("4.4.2", "timed out while sending RCPT TO", .rcpt)),
        Sample(
            "tenant-without-ipv6", .overIPv6,
            no("5.7.1", "550 5.7.1 Tenant does not accept email over IPv6", .mail),
            not: no("5.7.1", "550 5.7.1 Tenant does not accept email over IPv6", .mail), of: .control),
        Sample(
            "ipv6-not-processed", .overIPv6,
            no(
                "5.7.1",
                "550 5.7.1 1260 This server doesn't process IPV6 addresses. Connect with an IPv4 address.",
                .greeting), not: no("5.7.1", "550 5.7.1 1260 This server doesn't process your addresses.")),
        Sample(
            "retry-on-ipv4", .overIPv6, no("4.4.8", "421 4.4.8 Retry on IPv4", .greeting),
            not: no("4.4.1", "421 4.4.1 retry on ipv4")),
        Sample(
            "hidden-client", .overIPv6,
            no(
                "4.7.25", "450 4.7.25 Client host rejected: cannot find your hostname, [172.18.0.1]", .rcpt),
            not: no(
                "4.7.1", "450 4.7.1 Client host rejected: cannot find your hostname, [2001:db8::2]", .rcpt)),
        Sample(
            "hidden-client-spf", .overIPv6,
            no(
                "5.7.23",
                "550 5.7.23 Message rejected due to: SPF fail - not authorized. Please see http://www.openspf.net/Why?s=helo;id=mx.example;ip=fd00::1;r=x",
                .rcpt),
            not: no("5.7.1", "550 5.7.1 SPF fail for client [2001:db8::2]", .rcpt)),
    ]

    private static let senderRefusals: [Sample] = [
        Sample(
            "status-resolver", .control,
            no(
                "4.1.8", "450 4.1.8 <c-x@dual.check.example>: Sender address rejected: Domain not found",
                .rcpt),
            not: no("4.1.8", "450 4.1.8 Domain not found", .rcpt), of: .overIPv6),
        Sample(
            "status-sender-domain", .sixEnvelope,
            no(
                "4.1.8", "451 4.1.8 <p3-x@six.check.example>... cannot resolve your domain",
                .rcpt),
            not: no("4.1.8", "451 4.1.8 cannot resolve your domain", .rcpt), of: .control),
        Sample(
            "status-sender-address", .sixEnvelope,
            no("5.1.7", "550 5.1.7 <p3-x@six.check.example>: Sender address rejected: undeliverable address"),
            not: no("5.1.7", "550 5.1.7 bad sender"), of: .overIPv6),
        Sample(
            "sender-domain-not-found", .sixEnvelope,
            no(nil, "450 <p3-x@six.check.example>: Sender address rejected: Domain not found", .rcpt),
            not: no(nil, "450 <p3-x@six.check.example>: Sender address rejected: Access denied", .rcpt)),
        Sample(
            "sender-domain-does-not-exist", .sixEnvelope,
            no(nil, "501 <p3-x@six.check.example>... Domain of sender address does not exist", .mail),
            not: no(nil, "501 Domain of recipient does not exist", .mail)),
        Sample(
            "exim-sender-verify", .sixEnvelope, no(nil, "550 Sender verify failed", .rcpt),
            not: no(nil, "550 Sender verify failed", .rcpt), of: .sixAuthor),
        Sample(
            "exim-verification-failed", .sixEnvelope,
            no(nil, "550-Verification failed for <p3-x@six.check.example>", .rcpt),
            not: no(nil, "550 Verification failed", .rcpt)),
        Sample(
            "exim-sender-callout", .sixEnvelope,
            no(nil, "550 Could not complete sender verify callout", .rcpt),
            not: no(nil, "550 Could not complete recipient verify callout", .rcpt)),
        Sample(
            "exim-no-mail-host", .sixEnvelope,
            no(nil, "550-all relevant MX records point to non-existent hosts", .rcpt),
            not: no(nil, "550-all relevant MX records point to non-existent hosts", .rcpt), of: .overIPv6),
        Sample(
            "sendmail-badmx", .sixEnvelope,
            no(
                "5.1.2", "550 5.1.2 <p3-x@six.check.example>... Invalid MX record for host six.check.example",
                .mail),
            not: no("5.1.2", "550 5.1.2 host unknown", .mail)),
        Sample(
            "exim-header-sender", .sixAuthor,
            no(nil, "550 cannot verify the sender in the From header", .endOfData),
            not: no(nil, "550 cannot verify the sender in the From header", .endOfData), of: .control),
        Sample(
            "status-author-domain", .sixAuthor,
            no("5.1.8", "550 5.1.8 author's domain not found", .endOfData),
            not: no("5.1.8", "550 5.1.8 author's domain not found", .endOfData), of: .overIPv6),
    ]

    /// Words that local rules and content filters were seen to use, with what looks alike.
    private static let wordings: [(id: String, fires: String, not: String)] = [
        ("ip", "550 Sender's best MX (six.check.example.) has no IP.", "550 Sender's best MX has none."),
        ("a-record", "550 5.7.1 domain six.check.example has no A record", "550 5.7.1 no such record"),
        ("mx-record", "550 5.7.1 no MX record for six.check.example", "550 5.7.1 bad MX record"),
        ("return-mx", "550 return MX does not exist", "550 return path does not exist"),
        ("mail-hosts", "550 no mail hosts for domain", "550 no mail for domain"),
        ("dns-entries", "554 Your domain has no DNS/MX entries", "554 Your domain has no entries"),
        ("not-resolving", "451 six.check.example does not resolve", "451 six.check.example is not resolved"),
    ]

    private static let worded: [Sample] = wordings.flatMap { row in
        [
            Sample(
                "sender-\(row.id)", .sixEnvelope, no(nil, row.fires, .mail), not: no(nil, row.fires, .mail),
                of: .overIPv6),
            Sample(
                "author-\(row.id)", .sixAuthor, no(nil, row.fires, .endOfData),
                not: no(nil, row.not, .endOfData)),
            Sample(
                "control-\(row.id)", .control, no(nil, row.fires, .rcpt), not: no(nil, row.fires, .rcpt),
                of: .overIPv6),
        ]
    }

    static let samples = resolving + reaching + ourFaults + senderRefusals + worded

    @Test("has a sample for every row, and every row has a name of its own")
    func complete() {
        #expect(CauseRule.table.map(\.id).sorted() == Self.samples.map(\.rule).sorted())
        #expect(Set(CauseRule.table.map(\.id)).count == CauseRule.table.count)
    }

    @Test("fires the row for its sample, and not for what looks alike", arguments: samples)
    func row(sample: Sample) {
        #expect(CauseRule.first(for: sample.fires, of: sample.probe)?.id == sample.rule)
        #expect(CauseRule.first(for: sample.other, of: sample.otherProbe)?.id != sample.rule)
    }

    @Test("takes another verdict where any row is taken away", arguments: samples)
    func removal(sample: Sample) throws {
        let table = CauseRule.table.filter { $0.id != sample.rule }
        #expect(try Self.finding(sample, table) != Self.finding(sample, CauseRule.table))
    }

    /// What a check finds whose probe, and the second try of it, got the sample's answer: outcome and cause.
    private static func finding(_ sample: Sample, _ table: [CauseRule]) throws -> String {
        let judge = Judge(window: try Experiment.window(), rules: table)
        let probe = Probe(sample.probe)
        let evidence =
            sample.probe == .control
            ? [JudgeTests.at(1, .reported(.control, sample.fires))]
            : JudgeTests.all([probe: sample.fires]) + JudgeTests.again(probe, sample.fires)
        let finding = judge.judge(evidence, at: Experiment.start + 60)[Ability(of: sample.probe)]
        return "\(finding.outcome) \(finding.cause?.rawValue ?? "")"
    }

    @Test("cites a source for every row")
    func sources() {
        for rule in CauseRule.table {
            #expect(!rule.source.isEmpty, "\(rule.id)")
            #expect(rule.words.allSatisfy { $0.description == $0.description.lowercased() }, "\(rule.id)")
            #expect(rule.status != nil || !rule.words.isEmpty, "\(rule.id) fires on anything")
        }
    }

    @Test("takes every reason for some cause that says nothing of the variable", arguments: Reason.allCases)
    func reasons(reason: Reason) {
        #expect(!Cause(of: reason).countsAgainst)
    }
}
