extension ReasonRule {
    /// What is said of the content.
    static let contentRows: [ReasonRule] = [
        .init(
            id: "smtputf8-required", reason: .contentError, words: ["smtputf8 is required"],
            source: "Postfix src/smtp/smtp_proto.c; RFC 6531 §3.2"),
        .init(
            id: "spam", reason: .spamDetected, words: ["spam"],
            source: "SpamAssassin milter, rspamd"),
        .init(
            id: "virus", reason: .virusDetected, words: ["virus"],
            source: "ClamAV milter"),
        .init(
            id: "size-exceeds", reason: .messageTooBig, words: ["message size exceeds"],
            source: "Postfix src/smtpd/smtpd.c, Exim src/smtp_in.c; RFC 1870 §6"),
        .init(
            id: "message-too-large", reason: .messageTooBig, words: ["message too large"],
            source: "Sendmail, Courier; RFC 3463 §3.4, X.3.4"),
        .init(
            id: "not-rfc-compliant", reason: .notCompliantRFC, words: ["rfc 5322"],
            source: "rspamd and large receivers, citing RFC 5322 §3.6"),
        .init(
            id: "policy", reason: .policyViolation, words: ["policy"],
            source: "RFC 3463 §3.8, X.7.1"),
    ]

    /// What is said of the host and of its delivery programs.
    static let systemRows: [ReasonRule] = [
        .init(
            id: "system-storage", reason: .systemFull, words: ["insufficient system storage"],
            source: "Postfix src/smtpd/smtpd_check.c; RFC 5321 §4.2.3, 452"),
        .init(
            id: "mda-failed", reason: .mailerError, words: ["mda delivery failed"],
            source: "chasquid internal/courier/mda.go"),
        .init(
            id: "child-process", reason: .mailerError, words: ["child process of"],
            source: "Exim src/transports/pipe.c"),
        .init(
            id: "local-delivery-failed", reason: .mailerError, words: ["local delivery failed"],
            source: "Exim src/deliver.c"),
        .init(
            id: "command-died", reason: .mailerError, words: ["command died with"],
            source: "Postfix src/global/pipe_command.c"),
    ]

    /// What the codes say where the words say nothing.
    static let codeRows: [ReasonRule] = [
        .init(id: "code-no-mailbox", reason: .userUnknown, status: "X.1.1", source: "RFC 3463 §3.2"),
        .init(id: "code-no-host", reason: .hostUnknown, status: "X.1.2", source: "RFC 3463 §3.2"),
        .init(id: "code-moved", reason: .mailboxMoved, status: "X.1.6", source: "RFC 3463 §3.2"),
        .init(id: "code-sender", reason: .senderRejected, status: "X.1.7…8", source: "RFC 3463 §3.2"),
        .init(id: "code-null-mx", reason: .notAcceptingMail, status: "X.1.10", source: "RFC 7505 §4.2"),
        .init(id: "code-disabled", reason: .mailboxDisabled, status: "X.2.1", source: "RFC 3463 §3.3"),
        .init(id: "code-full", reason: .mailboxFull, status: "X.2.2", source: "RFC 3463 §3.3"),
        .init(id: "code-too-big-mailbox", reason: .messageTooBig, status: "X.2.3", source: "RFC 3463 §3.3"),
        .init(id: "code-system-full", reason: .systemFull, status: "X.3.1", source: "RFC 3463 §3.4"),
        .init(id: "code-not-accepting", reason: .notAcceptingMail, status: "X.3.2", source: "RFC 3463 §3.4"),
        .init(id: "code-too-big", reason: .messageTooBig, status: "X.3.4", source: "RFC 3463 §3.4"),
        .init(
            id: "unix-exit-status", reason: .mailerError, type: "x-unix",
            source: "Sendmail savemail.c, Postfix src/global/pipe_command.c: the exit status of a program"),
        .init(id: "code-system", reason: .systemError, status: "X.3.X", source: "RFC 3463 §3.4"),
        .init(id: "code-no-route", reason: .hostUnknown, status: "X.4.4", source: "RFC 3463 §3.5"),
        .init(id: "code-congestion", reason: .tooManyConnections, status: "X.4.5", source: "RFC 3463 §3.5"),
        .init(id: "code-expired", reason: .expired, status: "X.4.7", source: "RFC 3463 §3.5"),
        .init(id: "code-network", reason: .networkError, status: "X.4.X", source: "RFC 3463 §3.5"),
        .init(
            id: "code-too-many-recipients", reason: .tooManyConnections, status: "X.5.3",
            source: "RFC 3463 §3.6"),
        .init(id: "code-protocol", reason: .protocolError, status: "X.5.X", source: "RFC 3463 §3.6"),
        .init(id: "code-content", reason: .contentError, status: "X.6.X", source: "RFC 3463 §3.7"),
        .init(id: "code-policy", reason: .policyViolation, status: "X.7.1", source: "RFC 3463 §3.8"),
        .init(
            id: "code-secure-transport", reason: .secureTransportFailed, status: "X.7.10",
            source: "RFC 5248 §2.4"),
        .init(id: "code-ptr", reason: .requirePTR, status: "X.7.25", source: "RFC 7372 §3.3"),
        .init(
            id: "code-authentication", reason: .authenticationFailed, status: "X.7.20…29",
            source: "RFC 7372 §3.1, RFC 7505 §4.2"),
        .init(id: "code-security", reason: .securityError, status: "X.7.X", source: "RFC 3463 §3.8"),
    ]
}
