extension CauseRule {
    /// What our own sending instance says when DNS does not lead it to a mail host.
    ///
    /// On probes 3 and 4 the same words mean that DNS has changed since the control, and nothing else.
    static let resolving: [CauseRule] = [
        .init(
            "null-mx", .takesNoMail, words: ["does not accept mail (nullmx)"],
            source: "RFC 7505 §4.1; Postfix src/smtp/smtp_addr.c"),
        .init("status-null-mx", .takesNoMail, status: "X.1.10", source: "RFC 7505 §6, X.1.10"),
        .init(
            "postfix-no-aaaa", .noIPv6Address, probes: [.overIPv6], status: "5.4.4",
            words: ["type=aaaa", "no data record of requested type"], author: .ours,
            source: "Postfix src/dns/dns_strerror.c"
        ),
        .init(
            "postfix-dns-try-again", .dnsServerFails, probes: [.control, .overIPv6], status: "X.4.3",
            words: ["host not found, try again"], author: .ours,
            source: "Postfix src/dns/dns_strerror.c"),
        .init(
            "postfix-host-not-found", .mailHostNotFound, probes: [.control, .overIPv6], status: "5.4.4",
            words: ["name service error", ": host not found"], author: .ours,
            source: "Postfix src/dns/dns_strerror.c"),
        .init(
            "postfix-no-address", .mailHostNotFound, probes: [.control], status: "5.4.4",
            words: ["no data record of requested type"], author: .ours,
            source: "Postfix src/dns/dns_strerror.c"),
        .init(
            "postfix-some-no-answer", .dnsServerFails, probes: [.control, .overIPv6], status: "4.4.4",
            words: ["name service error"], author: .ours, source: "Postfix src/smtp/smtp_addr.c"),
        .init(
            "postfix-reply-filter", .addressNotGlobal, probes: [.overIPv6],
            words: ["dns reply filter drops all results"], author: .ours,
            source: "Postfix src/dns/dns_strerror.c, smtp_dns_reply_filter"),
        .init(
            "loops-back", .loopsBack, probes: [.control, .overIPv6], status: "X.4.6",
            words: ["loops back to myself"], author: .ours, source: "Postfix src/smtp/smtp_addr.c"),
    ]
}
