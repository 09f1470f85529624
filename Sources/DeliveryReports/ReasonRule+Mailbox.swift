extension ReasonRule {
    /// What is said of the recipient and the mailbox.
    static let mailboxRows: [ReasonRule] = [
        .init(
            id: "mailbox-disabled", reason: .mailboxDisabled, words: ["mailbox disabled"],
            source: "RFC 3463 §3.3, X.2.1; OpenSMTPD smtpd/smtp_session.c"),
        .init(
            id: "mailbox-has-been-disabled", reason: .mailboxDisabled, words: ["mailbox has been disabled"],
            source: "Exim redirect routers with :fail:"),
        .init(
            id: "account-disabled", reason: .mailboxDisabled, words: ["account", "disabled"],
            source: "wordings of mailbox providers"),
        .init(
            id: "over-quota", reason: .mailboxFull, words: ["over quota"],
            source: "Postfix src/virtual/maildir.c, wordings of mailbox providers"),
        .init(
            id: "quota-exceeded", reason: .mailboxFull, words: ["quota exceeded"],
            source: "Dovecot src/plugins/quota/quota.c"),
        .init(
            id: "mailbox-full", reason: .mailboxFull, words: ["mailbox full"],
            source: "RFC 3463 §3.3, X.2.2; Sendmail mail.local(8)"),
        .init(
            id: "mailbox-is-full", reason: .mailboxFull, words: ["mailbox is full"],
            source: "Exim src/transports/appendfile.c"),
        .init(
            id: "user-has-moved", reason: .mailboxMoved, words: ["has moved"],
            source: "Postfix src/util/relocated(5), RFC 3463 §3.2, X.1.6"),
        .init(
            id: "suppression-list", reason: .recipientSuppressed, words: ["suppression list"],
            source: "senders' own lists, as large senders word it"),
        .init(
            id: "user-unknown", reason: .userUnknown, words: ["user unknown"],
            source: "Postfix src/smtpd/smtpd_check.c, Sendmail sysexits.c"),
        .init(
            id: "unknown-user", reason: .userUnknown, words: ["unknown user"],
            source: "Postfix src/local/unknown.c, Exim default configuration"),
        .init(
            id: "courier-user-unknown", reason: .userUnknown, words: ["550 user ", " unknown"],
            source: "Courier courier/module.local/local.c"),
        .init(
            id: "no-such-user", reason: .userUnknown, words: ["no such user"],
            source: "Sendmail, mail.local(8)"),
        .init(
            id: "no-such-mailbox", reason: .userUnknown, words: ["no such mailbox"],
            source: "RFC 5321 §4.2.2"),
        .init(
            id: "user-does-not-exist", reason: .userUnknown, words: ["user doesn't exist"],
            source: "Dovecot src/lmtp/lmtp-local.c"),
        .init(
            id: "user-does-not-exist-long", reason: .userUnknown, words: ["user does not exist"],
            source: "chasquid internal/smtpsrv/conn.go"),
        .init(
            id: "invalid-recipient", reason: .userUnknown, words: ["invalid recipient"],
            source: "OpenSMTPD smtpd/smtp_session.c"),
        .init(
            id: "unrouteable-address", reason: .userUnknown, words: ["unrouteable address"],
            source: "Exim src/verify.c, src/deliver.c"),
        .init(
            id: "recipient-undeliverable", reason: .userUnknown,
            words: ["recipient address rejected: undeliverable address"],
            source: "Postfix src/smtpd/smtpd_check.c, reject_unverified_recipient"),
    ]

    /// What is said of the network and of names.
    static let networkRows: [ReasonRule] = [
        .init(
            id: "envelope-expired", reason: .expired, words: ["envelope expired"],
            source: "OpenSMTPD smtpd/queue.c"),
        .init(
            id: "exim-retry-timeout", reason: .expired, words: ["retry timeout exceeded"],
            source: "Exim src/deliver.c"),
        .init(
            id: "exim-long-failure", reason: .expired, words: ["after a long failure period"],
            source: "Exim src/retry.c"),
        .init(
            id: "sendmail-could-not-send", reason: .expired, words: ["could not send message for past"],
            source: "Sendmail queue.c"),
        .init(
            id: "null-mx", reason: .notAcceptingMail, words: ["does not accept mail"],
            source: "RFC 7505 §4; Postfix src/smtp/smtp_addr.c"),
        .init(
            id: "name-service-retry", reason: .networkError, words: ["name service error", "try again"],
            source: "Postfix src/dns/dns_strerror.c, TRY_AGAIN"),
        .init(
            id: "name-service-error", reason: .hostUnknown, words: ["name service error"],
            source: "Postfix src/smtp/smtp_addr.c"),
        .init(
            id: "sendmail-host-unknown", reason: .hostUnknown, words: ["host unknown"],
            source: "Sendmail sysexits.c, EX_NOHOST"),
        .init(
            id: "exim-mx-hosts-missing", reason: .hostUnknown,
            words: ["mx records point to non-existent hosts"], source: "Exim src/routers/dnslookup.c"),
        .init(
            id: "loops-back", reason: .networkError, words: ["loops back to myself"],
            source: "Postfix src/smtp/smtp_addr.c"),
        .init(
            id: "too-many-hops", reason: .networkError, words: ["too many hops"],
            source: "Postfix src/cleanup/cleanup_message.c, Sendmail deliver.c"),
        .init(
            id: "connection-refused", reason: .networkError, words: ["connection refused"],
            source: "strerror(3), ECONNREFUSED"),
        .init(
            id: "connection-timed-out", reason: .networkError, words: ["connection timed out"],
            source: "strerror(3), ETIMEDOUT"),
        .init(
            id: "network-unreachable", reason: .networkError, words: ["network is unreachable"],
            source: "strerror(3), ENETUNREACH"),
        .init(
            id: "no-route", reason: .networkError, words: ["no route to host"],
            source: "strerror(3), EHOSTUNREACH"),
        .init(
            id: "lost-connection", reason: .networkError, words: ["lost connection with"],
            source: "Postfix src/smtp/smtp_trouble.c"),
    ]
}
