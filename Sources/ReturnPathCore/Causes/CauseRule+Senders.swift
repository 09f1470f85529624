import DeliveryReports

extension CauseRule {
    /// Refusals of a sender whose domain has AAAA records only.
    ///
    /// The same words about the control mean that the server's resolver is out of order: the control's
    /// names have addresses of both families.
    static let senderRefusals: [CauseRule] =
        senders + worded("ip", "has no ip", "wordings of local rules met in the wild")
        + worded("a-record", "no a record", "wordings of local rules met in the wild")
        + worded("mx-record", "no mx record", "wordings of local rules met in the wild")
        + worded("return-mx", "return mx does not exist", "wordings of local rules met in the wild")
        + worded("mail-hosts", "no mail hosts for domain", "wordings of local rules met in the wild")
        + worded("dns-entries", "has no dns/mx entries", "wordings of local rules met in the wild")
        + worded("not-resolving", "does not resolve", "Sendmail cf/m4/proto.m4, Courier, OpenSMTPD filters")

    /// Where a refusal can be about the envelope sender; by configuration that is often as late as RCPT or DATA.
    private static let envelope: [Stage] = [.mail, .rcpt, .data, .endOfData, .unknown]
    /// Where a refusal can be about `From:`.
    private static let content: [Stage] = [.data, .endOfData, .unknown]

    private static let senders: [CauseRule] = [
        .init(
            "status-resolver", .theirResolver, probes: [.control], status: "X.1.8",
            source: "RFC 3463 §3.2, X.1.8"),
        .init(
            "status-sender-domain", .sixSenderRefused, probes: [.sixEnvelope], stages: envelope,
            status: "X.1.8",
            source: "RFC 3463 §3.2, X.1.8"),
        .init(
            "status-sender-address", .sixSenderRefused, probes: [.sixEnvelope], stages: envelope,
            status: "X.1.7",
            source: "RFC 3463 §3.2, X.1.7"),
        .init(
            "sender-domain-not-found", .sixSenderRefused, probes: [.sixEnvelope], stages: envelope,
            words: ["sender address rejected", "domain not found"], source: "Postfix src/smtpd/smtpd_check.c"),
        .init(
            "sender-domain-does-not-exist", .sixSenderRefused, probes: [.sixEnvelope], stages: envelope,
            words: ["domain of sender address", "does not exist"], source: "Sendmail cf/m4/proto.m4"),
        .init(
            "exim-sender-verify", .sixSenderRefused, probes: [.sixEnvelope], stages: envelope,
            words: ["sender verify failed"],
            source: "Exim src/verify.c"),
        .init(
            "exim-verification-failed", .sixSenderRefused, probes: [.sixEnvelope], stages: envelope,
            words: ["verification failed for <"], source: "Exim src/acl.c"),
        .init(
            "exim-sender-callout", .sixSenderRefused, probes: [.sixEnvelope], stages: envelope,
            words: ["could not complete sender verify"], source: "Exim src/acl.c"),
        .init(
            "exim-no-mail-host", .sixSenderRefused, probes: [.sixEnvelope], stages: envelope,
            words: ["all relevant mx records point to non-existent hosts"],
            source: "Exim src/routers/dnslookup.c"),
        .init(
            "sendmail-badmx", .sixSenderRefused, probes: [.sixEnvelope], stages: envelope,
            words: ["invalid mx record for host"],
            source: "Sendmail cf/feature/badmx.m4"),
        .init(
            "exim-header-sender", .sixAuthorRefused, probes: [.sixAuthor], stages: content,
            words: ["verify the sender", "from header"],
            source: "Exim doc/spec.xfpt, DATA ACL, with a message of the site's about From:"),
        .init(
            "status-author-domain", .sixAuthorRefused, probes: [.sixAuthor], stages: content, status: "X.1.8",
            source: "RFC 3463 §3.2, X.1.8"),
    ]

    /// Three rows for words that tell a check of the envelope, a content filter, or, of the control, a resolver that
    /// does not work.
    private static func worded(_ id: String, _ words: StaticString, _ source: String) -> [CauseRule] {
        [
            .init(
                "sender-\(id)", .sixSenderRefused, probes: [.sixEnvelope], stages: envelope, words: [words],
                source: source),
            .init(
                "author-\(id)", .sixAuthorRefused, probes: [.sixAuthor], stages: content, words: [words],
                source: source),
            .init(
                "control-\(id)", .theirResolver, probes: [.control], stages: envelope, words: [words],
                source: source),
        ]
    }
}
