import DeliveryReports

/// One line of the classifier: when a report of such a probe looks like this, the cause is that.
package struct CauseRule: Sendable {
    /// Stable and unique; the finding names it, so that a verdict can be traced to its rule.
    package let id: String
    package let cause: Cause
    /// The same words mean another thing on another probe. Empty: any.
    let probes: [ProbeKind]
    /// Where in the dialogue the answer came, where that can be known. Empty: anywhere.
    let stages: [Stage]
    /// The enhanced status code, `X` standing for any class; `nil`: any or none.
    let status: String?
    /// What must all be in the diagnostic, in small letters.
    let words: [StaticString]
    /// Where the wording comes from: an RFC section, or a program and its source file.
    let source: String

    init(
        _ id: String, _ cause: Cause, probes: [ProbeKind] = [], stages: [Stage] = [],
        status: String? = nil,
        words: [StaticString] = [], source: String
    ) {
        self.id = id
        self.cause = cause
        self.probes = probes
        self.stages = stages
        self.status = status
        self.words = words
        self.source = source
    }

    /// Whether a report of a probe, with this diagnostic, is of this kind.
    private func matches(_ report: Report, of probe: ProbeKind, _ diagnostic: SearchText) -> Bool {
        guard probes.isEmpty || probes.contains(probe) else { return false }
        guard stages.isEmpty || stages.contains(report.stage) else { return false }
        if let status, !Self.isStatus(report.status, status) { return false }
        return words.allSatisfy(diagnostic.contains)
    }

    private static func isStatus(_ status: String?, _ pattern: String) -> Bool {
        guard let status else { return false }
        guard pattern.hasPrefix("X.") else { return status == pattern }
        return status.drop { $0 != "." } == pattern.drop { $0 != "." }
    }
}

extension CauseRule {
    /// Read top to bottom, first match wins: the narrow rules come before the broad ones.
    package static let table: [CauseRule] = reachability + ourFaults + senderRefusals

    /// What our own IPv6-only client says when it cannot get to the tester's mail host.
    private static let reachability: [CauseRule] = [
        .init(
            "postfix-no-aaaa", .noIPv6Address, probes: [.overIPv6], status: "X.4.4",
            words: ["type=aaaa", "no data record of requested type"], source: "Postfix src/dns/dns_strerror.c"
        ),
        .init(
            "postfix-dns-try-again", .dnsServerFails, probes: [.overIPv6], status: "X.4.3",
            words: ["host not found, try again"], source: "Postfix src/dns/dns_strerror.c"),
        .init(
            "postfix-host-not-found", .mailHostNotFound, probes: [.overIPv6], status: "X.4.4",
            words: ["type=aaaa: host not found"], source: "Postfix src/dns/dns_strerror.c"),
        .init(
            "connect-refused", .connectionRefused, probes: [.overIPv6], stages: [.connect],
            words: ["connection refused"], source: "connect(2), ECONNREFUSED"),
        .init(
            "connect-timed-out", .noAnswer, probes: [.overIPv6], stages: [.connect],
            words: ["connection timed out"], source: "connect(2), ETIMEDOUT"),
        .init(
            "greeting-timed-out", .noAnswer, probes: [.overIPv6],
            words: ["timed out while receiving the initial server greeting"],
            source: "Postfix src/smtp/smtp_trouble.c"),
        .init(
            "network-unreachable", .unreachable, probes: [.overIPv6], stages: [.connect],
            words: ["network is unreachable"], source: "connect(2), ENETUNREACH"),
        .init(
            "no-route", .unreachable, probes: [.overIPv6], stages: [.connect], words: ["no route to host"],
            source: "connect(2), EHOSTUNREACH"),
        .init(
            "loops-back", .loopsBack, probes: [.overIPv6], status: "X.4.6", words: ["loops back to myself"],
            source: "Postfix src/smtp/smtp_addr.c"),
        .init(
            "tenant-without-ipv6", .refusesIPv6, probes: [.overIPv6],
            words: ["does not accept email over ipv6"],
            source: "Microsoft 365, anonymous inbound mail over IPv6"),
        .init(
            "retry-on-ipv4", .refusesIPv6, probes: [.overIPv6], status: "X.4.8", words: ["retry on ipv4"],
            source: "draft-martin-smtp-ipv6-to-ipv4-fallback-00"),
    ]

    /// Refusals that are about this installation, whichever probe meets them.
    private static let ourFaults: [CauseRule] = [
        .init("status-no-ptr", .ourReverseName, status: "X.7.25", source: "RFC 7372 §3.3, X.7.25"),
        .init(
            "postfix-no-reverse-name", .ourReverseName, words: ["cannot find your reverse hostname"],
            source: "Postfix src/smtpd/smtpd_check.c"),
        .init("status-spf", .ourAuthentication, status: "X.7.23", source: "RFC 7372 §3.2, X.7.23"),
        .init("status-authentication", .ourAuthentication, status: "X.7.26", source: "RFC 7372 §3.3, X.7.26"),
        .init(
            "dmarc-policy", .ourAuthentication, words: ["rejected by dmarc policy"],
            source: "OpenDMARC opendmarc/opendmarc.c"),
        .init(
            "zen-listing", .ourReputation, words: ["blocked using", "spamhaus"],
            source: "Postfix src/smtpd/smtpd_check.c, default_rbl_reply"),
    ]

    /// Refusals of a sender whose domain has AAAA records only.
    private static let senderRefusals: [CauseRule] = [
        .init(
            "status-sender-domain", .sixSenderRefused, probes: [.sixEnvelope], status: "X.1.8",
            source: "RFC 3463 §3.2, X.1.8"),
        .init(
            "status-sender-address", .sixSenderRefused, probes: [.sixEnvelope], status: "X.1.7",
            source: "RFC 3463 §3.2, X.1.7"),
        .init(
            "exim-sender-verify", .sixSenderRefused, probes: [.sixEnvelope], words: ["sender verify failed"],
            source: "Exim src/verify.c"),
        .init(
            "exim-verification-failed", .sixSenderRefused, probes: [.sixEnvelope],
            words: ["verification failed for <"], source: "Exim src/acl.c"),
        .init(
            "sendmail-badmx", .sixSenderRefused, probes: [.sixEnvelope],
            words: ["invalid mx record for host"],
            source: "Sendmail cf/feature/badmx.m4"),
        .init(
            "best-mx-no-ip", .sixSenderRefused, probes: [.sixEnvelope], words: ["best mx", "has no ip"],
            source: "Sendmail, a local check_mail rule met in the wild"),
        .init(
            "exim-header-sender", .sixAuthorRefused, probes: [.sixAuthor],
            words: ["verify the sender", "from header"],
            source: "Exim doc/spec.xfpt, verify = header_sender, with a message of the site's"),
        .init(
            "status-author-domain", .sixAuthorRefused, probes: [.sixAuthor], status: "X.1.8",
            source: "RFC 3463 §3.2, X.1.8"),
    ]

    /// The first rule that fits, if one does.
    static func first(
        for report: Report, of probe: ProbeKind, in table: [CauseRule] = table
    ) -> CauseRule? {
        let diagnostic = SearchText(report.diagnostic)
        return table.first { $0.matches(report, of: probe, diagnostic) }
    }
}

extension Cause {
    /// What a reason means where no rule knows more: nothing about the variable.
    package init(of reason: Reason) {
        self =
            switch reason {
            case .userUnknown, .mailboxMoved: .userUnknown
            case .mailboxFull, .systemFull: .mailboxFull
            case .mailboxDisabled, .recipientFiltered, .recipientSuppressed, .mailerError: .mailboxUnavailable
            case .notAcceptingMail, .noRelaying: .notAcceptingMail
            case .requirePTR: .ourReverseName
            case .authenticationFailed: .ourAuthentication
            case .badReputation, .blocked: .ourReputation
            case .spamDetected, .virusDetected, .contentError, .messageTooBig, .notCompliantRFC:
                .contentRefused
            case .greylisted, .rateLimited, .tooManyConnections, .expired: .temporarilyRefused
            case .hostUnknown, .networkError, .senderRejected, .policyViolation, .secureTransportFailed,
                .securityError, .protocolError, .systemError, .delivered, .onHold, .undefined:
                .unclear
            }
    }
}
