extension CauseRule {
    /// Refusals that are about this installation, whichever probe meets them.
    static let ourFaults: [CauseRule] = [
        .init(
            "no-ptr-record", .ourReverseName, words: ["does not have a ptr record"],
            source: "Gmail, 421 and 550"),
        .init(
            "lacks-ptr-record", .ourReverseName, words: ["doesn't have a ptr record"],
            source: "Gmail, 421 and 550"),
        .init("status-no-ptr", .ourReverseName, status: "X.7.25", source: "RFC 7372 §3.3, X.7.25"),
        .init(
            "postfix-no-reverse-name", .ourReverseName, words: ["cannot find your reverse hostname"],
            source: "Postfix src/smtpd/smtpd_check.c"),
        .init(
            "postfix-no-hostname", .ourReverseName, words: ["cannot find your hostname"],
            source: "Postfix src/smtpd/smtpd_check.c"),
        .init(
            "must-have-reverse-record", .ourReverseName, words: ["must have reverse dns record"],
            source: "Microsoft 365, anonymous inbound mail over IPv6"),
        .init(
            "no-reverse-entry", .ourReverseName, words: ["reverse (address-to-name) dns entry"],
            source: "a local Exim rule met in the wild"),
        .init(
            "no-reverse-look", .ourReverseName, words: ["do not have a reverse look"],
            source: "spam-mail-blocker"),
        .init(
            "exim-reverse-lookup", .ourReverseName, words: ["reverse dns lookup failed"],
            source: "Exim doc/spec.xfpt, verify = reverse_host_lookup, with a message of the site's"),
        .init(
            "gmail-ipv6-guidelines", .ourReverseName, words: ["ipv6 sending guidelines"],
            source: "Gmail, IPv6AuthError"),
        .init("status-spf", .ourAuthentication, status: "X.7.23", source: "RFC 7372 §3.2, X.7.23"),
        .init("status-authentication", .ourAuthentication, status: "X.7.26", source: "RFC 7372 §3.4, X.7.26"),
        .init("status-dkim", .ourAuthentication, status: "X.7.20", source: "RFC 7372 §3.1, X.7.20"),
        .init(
            "dmarc-policy", .ourAuthentication, words: ["rejected by dmarc policy"],
            source: "OpenDMARC opendmarc/opendmarc.c"),
        .init(
            "unauthenticated", .ourAuthentication, words: ["sender is unauthenticated"],
            source: "Gmail, 550 5.7.26"),
        .init(
            "must-pass-spf", .ourAuthentication, words: ["must pass either spf or dkim"],
            source: "Microsoft 365, anonymous inbound mail over IPv6"),
        .init(
            "spf-void-lookups", .ourAuthentication, words: ["too many void dns"],
            source: "RFC 7208 §4.6.4; mailauth"),
        .init(
            "zen-listing", .ourReputation, words: ["blocked using", "spamhaus"],
            source: "Postfix src/smtpd/smtpd_check.c, default_rbl_reply"),
        .init(
            "starttls-wanted", .ourEncryption, words: ["must issue a starttls command first"],
            source: "RFC 3207 §4; Postfix src/smtpd/smtpd.c"),
        .init(
            "encryption-wanted", .ourEncryption, words: ["must be send with an encryption"],
            source: "spam-mail-blocker"),
        .init("status-encryption", .ourEncryption, status: "X.7.10", source: "RFC 5248 §2.4, X.7.10"),
        .init(
            "status-our-null-mx", .ourNames, status: "X.7.27", words: ["null"], source: "RFC 7505 §6, X.7.27"),
    ]
}
