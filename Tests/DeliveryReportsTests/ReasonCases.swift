import DeliveryReports

/// Answers as servers give them, each with one that looks like it and means something else.
let reasonCases: [ReasonCase] = wordCases + codeCases

private let wordCases: [ReasonCase] = [
    ReasonCase(
        reason: .greylisted, text: "450 4.7.1 Greylisted, please come back",
        near: "450 4.7.1 come back later"),
    ReasonCase(
        reason: .greylisted, text: "451 you are graylisted for a minute",
        near: "451 the sky is gray"),
    ReasonCase(
        reason: .greylisted,
        text: "450 4.1.1 Recipient address rejected: unverified address: Address verification in progress",
        status: "4.1.1", near: "550 5.1.1 Recipient address rejected: undeliverable address: host said no",
        nearStatus: "5.1.1"),
    ReasonCase(
        reason: .networkError,
        text: "450 4.1.1 Recipient address rejected: unverified address: connect to mx: Connection refused",
        status: "4.1.1", near: "550 5.1.1 Recipient address rejected: undeliverable address: host said no",
        nearStatus: "5.1.1"),
    ReasonCase(
        reason: .requirePTR,
        text: "550 5.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.1]",
        near: "550 5.7.1 cannot find your house"),
    ReasonCase(
        reason: .requirePTR,
        text: "450 4.7.1 Client host rejected: cannot find your hostname, [192.0.2.1]",
        near: "450 4.7.1 cannot find your house"),
    ReasonCase(
        reason: .requirePTR, text: "550 no reverse DNS entry for 2001:db8::1",
        near: "550 no DNS entry"),
    ReasonCase(
        reason: .requirePTR, text: "550 5.7.1 the sending address has no PTR record",
        near: "550 5.7.1 we keep no record"),
    ReasonCase(
        reason: .networkError,
        text: "delivery temporarily suspended: connect to mx.x.example[192.0.2.1]:25: No route to host",
        near: "delivery temporarily suspended: later"),
    ReasonCase(
        reason: .mailboxDisabled, text: "550 The account is temporarily suspended",
        near: "450 delivery temporarily suspended: later"),
    ReasonCase(
        reason: .mailboxDisabled, text: "550 Your friend has been temporarily suspended",
        near: "450 delivery temporarily suspended: later"),
    ReasonCase(
        reason: .hostUnknown, text: "550 x.example is not a valid domain",
        near: "550 x.example is a valid domain"),
    ReasonCase(
        reason: .senderRejected, text: "450-Callback setup failed while verifying <a@x.example>",
        near: "450 setup failed while verifying <a@x.example>"),
    ReasonCase(
        reason: .senderRejected, text: "550 Cannot verify sender: connect timed out",
        near: "550 connect timed out"),
    ReasonCase(
        reason: .blocked, text: "550 IPv6 is not supported", near: "550 8BITMIME is not supported"),
    ReasonCase(
        reason: .blocked, text: "421 4.7.0 IPv6 not supported", near: "421 4.7.0 IPX not supported"),
    ReasonCase(
        reason: .blocked, text: "554 5.7.1 Client host [192.0.2.1] blocked using list.example",
        near: "554 mail blocked"),
    ReasonCase(
        reason: .blocked, text: "550 192.0.2.1 is blacklisted",
        near: "550 192.0.2.1 is black"),
    ReasonCase(
        reason: .blocked, text: "554 5.7.1 <x[192.0.2.1]>: Client host rejected: Access denied",
        near: "550 5.7.1 Access denied"),
    ReasonCase(
        reason: .badReputation, text: "550 5.7.1 poor reputation of your network",
        near: "550 5.7.1 poor network"),
    ReasonCase(
        reason: .rateLimited, text: "450 4.7.1 Error: rate limit reached",
        near: "450 4.7.1 limit reached"),
    ReasonCase(
        reason: .rateLimited, text: "450 4.7.1 Error: too much mail from 192.0.2.1",
        near: "450 4.7.1 a lot of mail"),
    ReasonCase(
        reason: .tooManyConnections, text: "421 4.7.0 Error: too many connections from 192.0.2.1",
        near: "421 4.7.0 no connections"),
    ReasonCase(
        reason: .tooManyConnections, text: "452 4.5.3 Error: too many recipients",
        near: "452 no recipients"),
    ReasonCase(
        reason: .senderRejected,
        text: "450 4.1.8 <p@q.example>: Sender address rejected: Domain not found",
        near: "450 4.1.8 <p@q.example>: address rejected"),
    ReasonCase(
        reason: .senderRejected, text: "550 Sender verify failed",
        near: "550 verify failed"),
    ReasonCase(
        reason: .senderRejected, text: "550-Verification failed for <p@q.example>",
        near: "550-Verification failed"),
    ReasonCase(
        reason: .senderRejected, text: "553 5.1.8 Domain of sender address p@q.example does not exist",
        near: "553 the letter does not exist"),
    ReasonCase(
        reason: .senderRejected, text: "517 Invalid domain, see the standard",
        near: "517 Invalid domain"),
    ReasonCase(
        reason: .senderRejected, text: "417 DNS lookup failure: q.example. Try again later.",
        near: "417 lookup failure"),
    ReasonCase(
        reason: .noRelaying, text: "554 5.7.1 <r@x.example>: Relay access denied",
        near: "554 5.7.1 Access denied"),
    ReasonCase(
        reason: .noRelaying, text: "550 5.7.1 <r@x.example>... Relaying denied",
        near: "550 5.7.1 <r@x.example>... denied"),
    ReasonCase(
        reason: .noRelaying, text: "550 relay not permitted",
        near: "550 not permitted"),
    ReasonCase(
        reason: .authenticationFailed, text: "550 5.7.23 SPF check failed",
        near: "550 the SPFX check failed"),
    ReasonCase(
        reason: .authenticationFailed, text: "550 5.7.20 no valid DKIM signature",
        near: "550 no valid signature"),
    ReasonCase(
        reason: .authenticationFailed, text: "550 5.7.1 rejected by the DMARC rule of q.example",
        near: "550 5.7.1 rejected by the rule of q.example"),
    ReasonCase(
        reason: .secureTransportFailed, text: "530 5.7.0 Must issue a STARTTLS command first",
        near: "530 5.7.0 Must issue a command first"),
    ReasonCase(
        reason: .securityError, text: "530 5.7.0 Authentication required",
        near: "530 5.7.0 something required"),
    ReasonCase(
        reason: .mailboxDisabled, text: "550 5.2.1 Mailbox disabled: <r@x.example>",
        near: "550 Mailbox: <r@x.example>"),
    ReasonCase(
        reason: .mailboxDisabled, text: "The user's mailbox has been disabled",
        near: "The feature has been disabled"),
    ReasonCase(
        reason: .mailboxDisabled, text: "550 this account is now disabled",
        near: "550 this account is new"),
    ReasonCase(
        reason: .mailboxFull, text: "452 4.2.2 mailbox over quota",
        near: "452 a quotation"),
    ReasonCase(
        reason: .mailboxFull, text: "552 5.2.2 Quota exceeded",
        near: "552 a quotation"),
    ReasonCase(
        reason: .mailboxFull, text: "550 mailbox full",
        near: "550 mailbox"),
    ReasonCase(
        reason: .mailboxFull, text: "mailbox is full: retry timeout exceeded",
        near: "retry timeout exceeded"),
    ReasonCase(
        reason: .mailboxMoved, text: "550 user has moved to s@y.example",
        near: "550 user moved to tears"),
    ReasonCase(
        reason: .recipientSuppressed, text: "550 on the suppression list of this account",
        near: "550 on the list of this account"),
    ReasonCase(
        reason: .userUnknown,
        text: "550 <r@x.example>: Recipient address rejected: User unknown in local recipient table",
        near: "550 <r@x.example>: Recipient address rejected"),
    ReasonCase(
        reason: .userUnknown, text: "550 unknown user: \"r\"",
        near: "550 unknown: \"r\""),
    ReasonCase(
        reason: .userUnknown, text: "550 User <řehoř> unknown",
        near: "550 <řehoř> unknown"),
    ReasonCase(
        reason: .userUnknown, text: "550 No such user here",
        near: "550 No such thing here"),
    ReasonCase(
        reason: .userUnknown, text: "550 no such mailbox in store",
        near: "550 no such thing in store"),
    ReasonCase(
        reason: .userUnknown, text: "550 <r@x.example> User doesn't exist: r@x.example",
        near: "550 it doesn't exist"),
    ReasonCase(
        reason: .userUnknown, text: "550 Destination address is unknown (user does not exist)",
        near: "550 the domain does not exist"),
    ReasonCase(
        reason: .userUnknown, text: "550 Invalid recipient: <r@x.example>",
        near: "550 Invalid: <r@x.example>"),
    ReasonCase(
        reason: .userUnknown, text: "550 Unrouteable address",
        near: "550 address"),
    ReasonCase(
        reason: .userUnknown,
        text: "550 <r@x.example>: Recipient address rejected: undeliverable address: host said: 550 no",
        near: "550 <r@x.example>: Recipient address rejected: no"),
    ReasonCase(
        reason: .expired, text: "Envelope expired",
        near: "Envelope opened"),
    ReasonCase(
        reason: .expired, text: "host mx.x.example [2001:db8::1] retry timeout exceeded",
        near: "host mx.x.example [2001:db8::1] timeout"),
    ReasonCase(
        reason: .expired, text: "all hosts have been failing after a long failure period",
        near: "all hosts have failed for a while"),
    ReasonCase(
        reason: .expired,
        text: "Message could not be delivered: could not send message for past 5 days",
        near: "could not send message"),
    ReasonCase(
        reason: .notAcceptingMail, text: "Domain x.example does not accept mail (nullMX)",
        near: "Domain x.example does accept mail"),
    ReasonCase(
        reason: .networkError,
        text:
            "Host or domain name not found. Name service error for name=mx.x.example type=AAAA: Host not found, try again",
        near:
            "Host or domain name not found. Name service error for name=mx.x.example type=AAAA: Host not found"
    ),
    ReasonCase(
        reason: .hostUnknown,
        text:
            "Host or domain name not found. Name service error for name=mx.x.example type=AAAA: Host found but no data record of requested type",
        near: "service error"),
    ReasonCase(
        reason: .hostUnknown, text: "550 5.1.2 <r@x.example>... Host unknown",
        near: "550 <r@x.example>... unknown"),
    ReasonCase(
        reason: .hostUnknown, text: "all relevant MX records point to non-existent hosts",
        near: "all relevant MX records are there"),
    ReasonCase(
        reason: .networkError, text: "mail for x.example loops back to myself",
        near: "mail for x.example"),
    ReasonCase(
        reason: .networkError, text: "554 5.4.6 Too many hops",
        near: "554 Too many"),
    ReasonCase(
        reason: .networkError, text: "connect to mx.x.example[2001:db8::1]:25: Connection refused",
        near: "connect to mx.x.example[2001:db8::1]:25: refused"),
    ReasonCase(
        reason: .expired, text: "connect to mx.x.example[2001:db8::1]:25: Connection timed out",
        near: "connect to mx.x.example[2001:db8::1]:25"),
    ReasonCase(
        reason: .networkError, text: "connect to mx.x.example[2001:db8::1]:25: Network is unreachable",
        near: "mx.x.example is within reach"),
    ReasonCase(
        reason: .networkError, text: "connect to mx.x.example[2001:db8::1]:25: No route to host",
        near: "some route"),
    ReasonCase(
        reason: .networkError, text: "Network error on destination MXs",
        near: "an error on destination MXs"),
    ReasonCase(
        reason: .networkError,
        text: "lost connection with mx.x.example[2001:db8::1] while sending DATA command",
        near: "lost mail"),
    ReasonCase(
        reason: .contentError,
        text: "SMTPUTF8 is required, but was not offered by host mx.x.example[2001:db8::1]",
        near: "SMTPUTF8 was offered"),
    ReasonCase(
        reason: .spamDetected, text: "550 this looks like spam",
        near: "550 this looks like ham"),
    ReasonCase(
        reason: .virusDetected, text: "550 a virus was found",
        near: "550 something was found"),
    ReasonCase(
        reason: .messageTooBig, text: "552 5.3.4 Message size exceeds fixed limit",
        near: "552 something exceeds a limit"),
    ReasonCase(
        reason: .messageTooBig, text: "552 message too large",
        near: "552 message"),
    ReasonCase(
        reason: .notCompliantRFC, text: "550 the header is not as RFC 5322 wants it",
        near: "550 the header is not as we want it"),
    ReasonCase(
        reason: .policyViolation, text: "550 refused by local policy",
        near: "550 refused locally"),
    ReasonCase(
        reason: .systemFull, text: "452 4.3.1 Insufficient system storage",
        near: "452 system storage"),
    ReasonCase(
        reason: .mailerError, text: "MDA delivery failed: exit status 77",
        near: "delivery failed: 77"),
    ReasonCase(
        reason: .mailerError,
        text: "Child process of the pipe transport returned 127 from command: /usr/bin/x",
        near: "the pipe transport returned 127"),
    ReasonCase(
        reason: .mailerError, text: "local delivery failed",
        near: "delivery failed"),
    ReasonCase(
        reason: .mailerError, text: "Command died with status 1",
        near: "Command ended"),
]

private let codeCases: [ReasonCase] = [
    ReasonCase(reason: .userUnknown, text: "550 no", status: "5.1.1", near: "550 no", nearStatus: "5.1.2"),
    ReasonCase(reason: .hostUnknown, text: "550 no", status: "5.1.2", near: "550 no", nearStatus: "5.1.3"),
    ReasonCase(reason: .mailboxMoved, text: "550 no", status: "5.1.6", near: "550 no", nearStatus: "5.1.5"),
    ReasonCase(reason: .senderRejected, text: "550 no", status: "5.1.8", near: "550 no", nearStatus: "5.1.9"),
    ReasonCase(
        reason: .notAcceptingMail, text: "550 no", status: "5.1.10", near: "550 no", nearStatus: "5.1.11"),
    ReasonCase(
        reason: .mailboxDisabled, text: "550 no", status: "5.2.1", near: "550 no", nearStatus: "5.2.5"),
    ReasonCase(reason: .mailboxFull, text: "550 no", status: "4.2.2", near: "550 no", nearStatus: "4.2.0"),
    ReasonCase(
        reason: .messageTooBig, text: "550 no", status: "5.2.3", near: "550 no", nearStatus: "5.2.4"),
    ReasonCase(
        reason: .systemFull, text: "550 no", status: "4.3.1", near: "550 no", nearStatus: "4.3.0"),
    ReasonCase(
        reason: .notAcceptingMail, text: "550 no", status: "5.3.2", near: "550 no", nearStatus: "5.3.3"),
    ReasonCase(reason: .messageTooBig, text: "550 no", status: "5.3.4", near: "550 no", nearStatus: "5.3.5"),
    ReasonCase(reason: .systemError, text: "550 no", status: "5.3.5", near: "550 no", nearStatus: "5.9.5"),
    ReasonCase(reason: .hostUnknown, text: "550 no", status: "5.4.4", near: "550 no", nearStatus: "5.4.3"),
    ReasonCase(
        reason: .tooManyConnections, text: "550 no", status: "4.4.5", near: "550 no", nearStatus: "4.4.6"),
    ReasonCase(reason: .expired, text: "550 no", status: "4.4.7", near: "550 no", nearStatus: "4.4.8"),
    ReasonCase(reason: .networkError, text: "550 no", status: "4.4.1", near: "550 no", nearStatus: "4.9.1"),
    ReasonCase(
        reason: .tooManyConnections, text: "550 no", status: "5.5.3", near: "550 no", nearStatus: "5.5.4"
    ),
    ReasonCase(reason: .protocolError, text: "550 no", status: "5.5.1", near: "550 no", nearStatus: "5.9.1"),
    ReasonCase(reason: .contentError, text: "550 no", status: "5.6.1", near: "550 no", nearStatus: "5.9.1"),
    ReasonCase(
        reason: .policyViolation, text: "550 no", status: "5.7.1", near: "550 no", nearStatus: "5.7.2"),
    ReasonCase(
        reason: .secureTransportFailed, text: "550 no", status: "5.7.10", near: "550 no", nearStatus: "5.7.11"
    ),
    ReasonCase(reason: .requirePTR, text: "550 no", status: "5.7.25", near: "550 no", nearStatus: "5.7.24"),
    ReasonCase(
        reason: .authenticationFailed, text: "550 no", status: "5.7.26", near: "550 no", nearStatus: "5.7.30"),
    ReasonCase(
        reason: .senderRejected, text: "550 no", status: "5.7.27", near: "550 no", nearStatus: "5.7.29"),
    ReasonCase(reason: .rateLimited, text: "421 no", status: "4.7.28", near: "421 no", nearStatus: "4.7.29"),
    ReasonCase(reason: .securityError, text: "550 no", status: "5.7.9", near: "550 no", nearStatus: "5.9.5"),
    ReasonCase(
        reason: .mailerError, text: "127", status: "5.0.0", type: "x-unix", near: "127",
        nearStatus: "5.0.0",
        nearType: "smtp"),
]
