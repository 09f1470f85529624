/// What the codes say where the words say nothing.
extension ReasonRule {
    static let codes: [ReasonRule] = [
        .init(
            .blocked, stages: [.greeting, .ehlo], isVague: true,
            by: "RFC 5321 §4.3.2: who is refused there has said no more than its name"),
        .init(
            .senderRejected, status: "5.X.X", stages: [.mail], isVague: true,
            by: "RFC 5321 §3.3: MAIL has named the reverse-path and no more"),
        .init(.userUnknown, status: "X.1.1", by: "RFC 3463 §3.2"),
        .init(.hostUnknown, status: "X.1.2", by: "RFC 3463 §3.2"),
        .init(.userUnknown, status: "X.1.3", by: "RFC 3463 §3.2"),
        .init(.mailboxMoved, status: "X.1.6", by: "RFC 3463 §3.2"),
        .init(.senderRejected, status: "X.1.7…8", by: "RFC 3463 §3.2"),
        .init(.notAcceptingMail, status: "X.1.10", isVague: true, by: "RFC 7505 §4.2"),
        .init(.userUnknown, status: "X.1.0", isVague: true, by: "RFC 3463 §3.2"),
        .init(.mailboxDisabled, status: "X.2.1", by: "RFC 3463 §3.3"),
        .init(.mailboxFull, status: "X.2.2", by: "RFC 3463 §3.3"),
        .init(.messageTooBig, status: "X.2.3", by: "RFC 3463 §3.3"),
        .init(.systemFull, status: "X.3.1", by: "RFC 3463 §3.4"),
        .init(.notAcceptingMail, status: "X.3.2", isVague: true, by: "RFC 3463 §3.4"),
        .init(.messageTooBig, status: "X.3.4", by: "RFC 3463 §3.4"),
        .init(
            .mailerError, type: "x-unix",
            by: "Sendmail savemail.c, Postfix src/global/pipe_command.c: the exit status of a program"),
        .init(.systemError, status: "X.3.X", isVague: true, by: "RFC 3463 §3.4"),
        .init(.hostUnknown, status: "X.4.4", by: "RFC 3463 §3.5"),
        .init(.tooManyConnections, status: "X.4.5", by: "RFC 3463 §3.5"),
        .init(.expired, status: "X.4.7", by: "RFC 3463 §3.5"),
        .init(.networkError, status: "X.4.X", isVague: true, by: "RFC 3463 §3.5"),
        .init(.tooManyConnections, status: "X.5.3", by: "RFC 3463 §3.6"),
        .init(.protocolError, status: "X.5.X", isVague: true, by: "RFC 3463 §3.6"),
        .init(.contentError, status: "X.6.X", isVague: true, by: "RFC 3463 §3.7"),
        .init(.policyViolation, status: "X.7.1", isVague: true, by: "RFC 3463 §3.8"),
        .init(
            .secureTransportFailed, status: "X.7.4…5", by: "RFC 3463 §3.8: Postfix and many others, of TLS"),
        .init(.secureTransportFailed, status: "X.7.10", by: "RFC 5248 §2.4"),
        .init(.senderRejected, status: "X.7.27", by: "RFC 7505 §4.2"),
        .init(.rateLimited, status: "X.7.28", by: "RFC 5248 §2: the registry has it as a mail flood"),
        .init(.requirePTR, status: "X.7.25", by: "RFC 7372 §3.3"),
        .init(.authenticationFailed, status: "X.7.20…29", by: "RFC 7372 §3.1, RFC 7505 §4.2"),
        .init(.securityError, status: "X.7.X", isVague: true, by: "RFC 3463 §3.8"),
    ]
}
