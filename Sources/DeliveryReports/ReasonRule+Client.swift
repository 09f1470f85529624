extension ReasonRule {
    /// What is said of the client: its name, its address, how fast it is.
    static let clientRows: [ReasonRule] = [
        .init(
            id: "greylisted", reason: .greylisted, words: ["greylist"],
            source: "Postgrey, rspamd greylisting module"),
        .init(
            id: "graylisted", reason: .greylisted, words: ["graylist"],
            source: "milter-greylist and its American relatives"),
        .init(
            id: "postfix-no-reverse-hostname", reason: .requirePTR,
            words: ["cannot find your reverse hostname"],
            source: "Postfix src/smtpd/smtpd_check.c, reject_unknown_reverse_client_hostname"),
        .init(
            id: "postfix-no-hostname", reason: .requirePTR, words: ["cannot find your hostname"],
            source: "Postfix src/smtpd/smtpd_check.c, reject_unknown_client_hostname"),
        .init(
            id: "reverse-dns", reason: .requirePTR, words: ["reverse dns"],
            source: "Exim ACLs with verify = reverse_host_lookup"),
        .init(
            id: "ptr-record", reason: .requirePTR, words: ["ptr record"],
            source: "Google's sending guidelines for IPv6"),
        .init(
            id: "block-list", reason: .blocked, words: ["blocked using"],
            source: "Postfix default_rbl_reply"),
        .init(
            id: "blacklisted", reason: .blocked, words: ["blacklist"],
            source: "Exim ACLs with dnslists"),
        .init(
            id: "client-host-rejected", reason: .blocked, words: ["client host rejected: access denied"],
            source: "Postfix src/smtpd/smtpd_check.c, check_client_access"),
        .init(
            id: "reputation", reason: .badReputation, words: ["reputation"],
            source: "RFC 7372 §1, wordings of large receivers"),
        .init(
            id: "rate-limit", reason: .rateLimited, words: ["rate limit"],
            source: "Postfix src/smtpd/smtpd.c, anvil(8) limits; rspamd ratelimit module"),
        .init(
            id: "too-much-mail", reason: .rateLimited, words: ["too much mail from"],
            source: "Postfix src/smtpd/smtpd.c, smtpd_client_message_rate_limit"),
        .init(
            id: "too-many-connections", reason: .tooManyConnections, words: ["too many connections"],
            source: "Postfix src/smtpd/smtpd.c, smtpd_client_connection_count_limit"),
        .init(
            id: "too-many-recipients", reason: .tooManyConnections, words: ["too many recipients"],
            source: "Postfix src/smtpd/smtpd.c, smtpd_recipient_limit"),
    ]

    /// What is said of the sender, and of what it may do.
    static let senderRows: [ReasonRule] = [
        .init(
            id: "sender-address-rejected", reason: .senderRejected, words: ["sender address rejected"],
            source: "Postfix src/smtpd/smtpd_check.c"),
        .init(
            id: "sender-verify-failed", reason: .senderRejected, words: ["sender verify failed"],
            source: "Exim src/acl.c"),
        .init(
            id: "verification-failed-for", reason: .senderRejected, words: ["verification failed for"],
            source: "Exim src/verify.c"),
        .init(
            id: "sendmail-sender-domain", reason: .senderRejected, words: ["domain of sender address"],
            source: "Sendmail cf/m4/proto.m4, check_mail"),
        .init(
            id: "courier-invalid-domain", reason: .senderRejected, words: ["invalid domain, see"],
            source: "Courier courier/module.esmtp/courieresmtpd.c"),
        .init(
            id: "courier-dns-lookup-failure", reason: .senderRejected, words: ["dns lookup failure"],
            source: "Courier courier/module.esmtp/courieresmtpd.c"),
        .init(
            id: "relay-access-denied", reason: .noRelaying, words: ["relay access denied"],
            source: "Postfix src/smtpd/smtpd_check.c"),
        .init(
            id: "relaying-denied", reason: .noRelaying, words: ["relaying denied"],
            source: "Sendmail cf/m4/proto.m4, check_rcpt"),
        .init(
            id: "relay-not-permitted", reason: .noRelaying, words: ["relay not permitted"],
            source: "Exim's default configuration, acl_check_rcpt"),
        .init(
            id: "spf", reason: .authenticationFailed, words: ["spf "],
            source: "RFC 7208 §8.4, policyd-spf"),
        .init(
            id: "dkim", reason: .authenticationFailed, words: ["dkim"],
            source: "RFC 6376, OpenDKIM"),
        .init(
            id: "dmarc", reason: .authenticationFailed, words: ["dmarc"],
            source: "RFC 7489 §10.3, OpenDMARC"),
        .init(
            id: "starttls", reason: .secureTransportFailed, words: ["starttls"],
            source: "RFC 3207 §4"),
        .init(
            id: "authentication-required", reason: .securityError, words: ["authentication required"],
            source: "RFC 4954 §6"),
    ]
}
