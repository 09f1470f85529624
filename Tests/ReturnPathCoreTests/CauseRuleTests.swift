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

    private static func no(_ status: String?, _ text: String, _ stage: Stage = .unknown) -> Report {
        .sample(.failed, status, text, stage: stage)
    }

    private static let aaaa =
        "Host or domain name not found. Name service error for name=mx.tester.example type=AAAA: "

    private static let reachability: [Sample] = [
        Sample(
            "postfix-no-aaaa", .overIPv6, no("5.4.4", aaaa + "No data record of requested type", .resolve),
            not: no("5.4.4", aaaa.replacing("AAAA", with: "A") + "No data record of requested type")),
        Sample(
            "postfix-dns-try-again", .overIPv6, no("4.4.3", aaaa + "Host not found, try again", .resolve),
            not: no("4.4.3", aaaa + "Host not found, try again"), of: .control),
        Sample(
            "postfix-host-not-found", .overIPv6, no("5.4.4", aaaa + "Host not found", .resolve),
            not: no("5.4.4", "type=MX: Host not found", .resolve)),
        Sample(
            "connect-refused", .overIPv6,
            no("4.4.1", "connect to mx.tester.example[2001:db8::25]:25: Connection refused", .connect),
            not: no("4.4.1", "Connection refused", .data)),
        Sample(
            "connect-timed-out", .overIPv6,
            no("4.4.1", "connect to mx.tester.example[2001:db8::25]:25: Connection timed out", .connect),
            not: no("4.4.2", "Connection timed out", .endOfData)),
        Sample(
            "greeting-timed-out", .overIPv6,
            no(
                "4.4.2",
                "conversation with mx.tester.example[2001:db8::25] timed out while receiving the initial server greeting",
                .greeting), not: no("4.4.2", "timed out while sending message body", .data)),
        Sample(
            "network-unreachable", .overIPv6,
            no("4.4.1", "connect to mx.tester.example[2001:db8::25]:25: Network is unreachable", .connect),
            not: no("4.4.1", "Network is unreachable", .connect), of: .control),
        Sample(
            "no-route", .overIPv6,
            no("4.4.1", "connect to mx.tester.example[2001:db8::25]:25: No route to host", .connect),
            not: no("4.4.1", "No route to host", .connect), of: .sixAuthor),
        Sample(
            "loops-back", .overIPv6, no("5.4.6", "mail for tester.example loops back to myself", .resolve),
            not: no("5.4.6", "too many hops")),
        Sample(
            "tenant-without-ipv6", .overIPv6,
            no("5.7.1", "550 5.7.1 Tenant does not accept email over IPv6", .mail),
            not: no("5.7.1", "550 5.7.1 Tenant does not accept email over IPv6", .mail), of: .control),
        Sample(
            "retry-on-ipv4", .overIPv6, no("4.4.8", "421 4.4.8 Retry on IPv4", .greeting),
            not: no("4.4.1", "421 4.4.1 retry on ipv4")),
    ]

    private static let ourFaults: [Sample] = [
        Sample(
            "status-no-ptr", .overIPv6, no("5.7.25", "550 5.7.25 reverse DNS validation failed", .mail),
            not: no("5.7.2", "550 5.7.2 no")),
        Sample(
            "postfix-no-reverse-name", .overIPv6,
            no(
                "4.7.1",
                "450 4.7.1 Client host rejected: cannot find your reverse hostname, [2001:db8::2]", .rcpt),
            not: no("4.7.1", "450 4.7.1 Client host rejected: cannot find your hostname")),
        Sample(
            "status-spf", .sixEnvelope, no("5.7.23", "550 5.7.23 SPF validation failed", .mail),
            not: no("5.7.24", "550 5.7.24 SPF validation error")),
        Sample(
            "status-authentication", .overIPv6,
            no("5.7.26", "550 5.7.26 Multiple authentication checks failed"),
            not: no("5.7.27", "550 5.7.27 Sender address has null MX")),
        Sample(
            "dmarc-policy", .sixAuthor,
            no("5.7.1", "550 5.7.1 rejected by DMARC policy for six.check.example", .endOfData),
            not: no("5.7.1", "550 5.7.1 rejected by local policy")),
        Sample(
            "zen-listing", .control,
            no(
                "5.7.1",
                "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org"),
            not: no("5.7.1", "554 5.7.1 blocked using local list")),
    ]

    private static let senderRefusals: [Sample] = [
        Sample(
            "status-sender-domain", .sixEnvelope,
            no(
                "4.1.8", "450 4.1.8 <p3-x@six.check.example>: Sender address rejected: Domain not found",
                .rcpt),
            not: no("4.1.8", "450 4.1.8 Sender address rejected: Domain not found", .rcpt), of: .control),
        Sample(
            "status-sender-address", .sixEnvelope,
            no("5.1.7", "550 5.1.7 <p3-x@six.check.example>: Sender address rejected: undeliverable address"),
            not: no("5.1.7", "550 5.1.7 bad sender"), of: .overIPv6),
        Sample(
            "exim-sender-verify", .sixEnvelope, no(nil, "550 Sender verify failed", .rcpt),
            not: no(nil, "550 Sender verify failed", .rcpt), of: .sixAuthor),
        Sample(
            "exim-verification-failed", .sixEnvelope,
            no(nil, "550-Verification failed for <p3-x@six.check.example>", .rcpt),
            not: no(nil, "550 Verification failed", .rcpt)),
        Sample(
            "sendmail-badmx", .sixEnvelope,
            no(
                "5.1.2", "550 5.1.2 <p3-x@six.check.example>... Invalid MX record for host six.check.example",
                .mail),
            not: no("5.1.2", "550 5.1.2 host unknown", .mail)),
        Sample(
            "best-mx-no-ip", .sixEnvelope,
            no("5.1.2", "553 best MX six.check.example for six.check.example has no IP address", .mail),
            not: no("5.1.2", "553 best MX six.check.example refused", .mail)),
        Sample(
            "exim-header-sender", .sixAuthor,
            no(nil, "550 cannot verify the sender in the From header", .endOfData),
            not: no(nil, "550 cannot verify the sender in the From header", .endOfData), of: .control),
        Sample(
            "status-author-domain", .sixAuthor,
            no("5.1.8", "550 5.1.8 author's domain not found", .endOfData),
            not: no("5.1.8", "550 5.1.8 author's domain not found", .endOfData), of: .overIPv6),
    ]

    static let samples = reachability + ourFaults + senderRefusals

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

    @Test("misses every row that is taken away", arguments: samples)
    func removal(sample: Sample) {
        let table = CauseRule.table.filter { $0.id != sample.rule }
        let changed = Self.samples.filter { item in
            CauseRule.first(for: item.fires, of: item.probe, in: table)?.cause
                != CauseRule.first(for: item.fires, of: item.probe)?.cause
        }
        #expect(changed.contains { $0.rule == sample.rule })
    }

    @Test("cites a source for every row")
    func sources() {
        for rule in CauseRule.table {
            #expect(!rule.source.isEmpty, "\(rule.id)")
            #expect(rule.words.allSatisfy { $0.description == $0.description.lowercased() }, "\(rule.id)")
            #expect(rule.status != nil || !rule.words.isEmpty, "\(rule.id) fires on anything")
        }
    }

    @Test("has a sentence for every cause, and a remedy wherever somebody can act", arguments: Cause.allCases)
    func prose(cause: Cause) {
        let sentence = English.because(cause, domain: "tester.example")
        #expect(!sentence.isEmpty)
        #expect(!sentence.hasSuffix("."))
        #expect(sentence.first?.isUppercase == false)
        #expect((English.remedy(cause, domain: "tester.example") != nil) == (cause.owner != .nobody))
        #expect(!English.owner(cause.owner, domain: "tester.example").isEmpty)
        if let remedy = English.remedy(cause, domain: "tester.example") { #expect(remedy.hasSuffix(".")) }
    }

    @Test("takes every reason for some cause that says nothing of the variable", arguments: Reason.allCases)
    func reasons(reason: Reason) {
        #expect(!Cause(of: reason).countsAgainst)
    }
}
