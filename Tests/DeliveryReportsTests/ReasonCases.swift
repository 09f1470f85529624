/// Words and codes for each row of the table; a row without a case fails a test.
let reasonCases: [ReasonCase] = wordCases + codeCases

private let wordCases: [ReasonCase] = [
    ReasonCase(
        rule: "greylisted", text: "450 4.7.1 Greylisted, please come back",
        near: "450 4.7.1 come back later"),
    ReasonCase(
        rule: "graylisted", text: "451 you are graylisted for a minute",
        near: "451 the sky is gray"),
    ReasonCase(
        rule: "postfix-no-reverse-hostname",
        text: "550 5.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.1]",
        near: "550 5.7.1 Client host rejected: cannot find your hostname, [192.0.2.1]"),
    ReasonCase(
        rule: "postfix-no-hostname",
        text: "450 4.7.1 Client host rejected: cannot find your hostname, [192.0.2.1]",
        near: "450 4.7.1 cannot find your house"),
    ReasonCase(
        rule: "reverse-dns", text: "550 no reverse DNS entry for 2001:db8::1",
        near: "550 no DNS entry"),
    ReasonCase(
        rule: "ptr-record", text: "550 5.7.1 the sending address has no PTR record",
        near: "550 5.7.1 we keep no record"),
    ReasonCase(
        rule: "block-list", text: "554 5.7.1 Client host [192.0.2.1] blocked using list.example",
        near: "554 mail blocked"),
    ReasonCase(
        rule: "blacklisted", text: "550 192.0.2.1 is blacklisted",
        near: "550 192.0.2.1 is black"),
    ReasonCase(
        rule: "client-host-rejected", text: "554 5.7.1 <x[192.0.2.1]>: Client host rejected: Access denied",
        near: "550 5.7.1 Access denied"),
    ReasonCase(
        rule: "reputation", text: "550 5.7.1 poor reputation of your network",
        near: "550 5.7.1 poor network"),
    ReasonCase(
        rule: "rate-limit", text: "450 4.7.1 Error: rate limit reached",
        near: "450 4.7.1 limit reached"),
    ReasonCase(
        rule: "too-much-mail", text: "450 4.7.1 Error: too much mail from 192.0.2.1",
        near: "450 4.7.1 too much mail"),
    ReasonCase(
        rule: "too-many-connections", text: "421 4.7.0 Error: too many connections from 192.0.2.1",
        near: "421 4.7.0 no connections"),
    ReasonCase(
        rule: "too-many-recipients", text: "452 4.5.3 Error: too many recipients",
        near: "452 no recipients"),
    ReasonCase(
        rule: "sender-address-rejected",
        text: "450 4.1.8 <p@q.example>: Sender address rejected: Domain not found",
        near: "450 4.1.8 <p@q.example>: address rejected"),
    ReasonCase(
        rule: "sender-verify-failed", text: "550 Sender verify failed",
        near: "550 verify failed"),
    ReasonCase(
        rule: "verification-failed-for", text: "550-Verification failed for <p@q.example>",
        near: "550-Verification failed"),
    ReasonCase(
        rule: "sendmail-sender-domain", text: "553 5.1.8 Domain of sender address p@q.example does not exist",
        near: "553 the sender does not exist"),
    ReasonCase(
        rule: "courier-invalid-domain", text: "517 Invalid domain, see the standard",
        near: "517 Invalid domain"),
    ReasonCase(
        rule: "courier-dns-lookup-failure", text: "417 DNS lookup failure: q.example. Try again later.",
        near: "417 lookup failure"),
    ReasonCase(
        rule: "relay-access-denied", text: "554 5.7.1 <r@x.example>: Relay access denied",
        near: "554 5.7.1 Access denied"),
    ReasonCase(
        rule: "relaying-denied", text: "550 5.7.1 <r@x.example>... Relaying denied",
        near: "550 5.7.1 <r@x.example>... denied"),
    ReasonCase(
        rule: "relay-not-permitted", text: "550 relay not permitted",
        near: "550 not permitted"),
    ReasonCase(
        rule: "spf", text: "550 5.7.23 SPF check failed",
        near: "550 the SPFX check failed"),
    ReasonCase(
        rule: "dkim", text: "550 5.7.20 no valid DKIM signature",
        near: "550 no valid signature"),
    ReasonCase(
        rule: "dmarc", text: "550 5.7.1 rejected by the DMARC rule of q.example",
        near: "550 5.7.1 rejected by the rule of q.example"),
    ReasonCase(
        rule: "starttls", text: "530 5.7.0 Must issue a STARTTLS command first",
        near: "530 5.7.0 Must issue a command first"),
    ReasonCase(
        rule: "authentication-required", text: "530 5.7.0 Authentication required",
        near: "530 5.7.0 something required"),
    ReasonCase(
        rule: "mailbox-disabled", text: "550 5.2.1 Mailbox disabled: <r@x.example>",
        near: "550 Mailbox: <r@x.example>"),
    ReasonCase(
        rule: "mailbox-has-been-disabled", text: "The user's mailbox has been disabled",
        near: "The feature has been disabled"),
    ReasonCase(
        rule: "account-disabled", text: "550 this account is now disabled",
        near: "550 this account is new"),
    ReasonCase(
        rule: "over-quota", text: "452 4.2.2 mailbox over quota",
        near: "452 a quota"),
    ReasonCase(
        rule: "quota-exceeded", text: "552 5.2.2 Quota exceeded",
        near: "552 a quota"),
    ReasonCase(
        rule: "mailbox-full", text: "550 mailbox full",
        near: "550 mailbox"),
    ReasonCase(
        rule: "mailbox-is-full", text: "mailbox is full: retry timeout exceeded",
        near: "retry timeout exceeded"),
    ReasonCase(
        rule: "user-has-moved", text: "550 user has moved to s@y.example",
        near: "550 user moved to tears"),
    ReasonCase(
        rule: "suppression-list", text: "550 on the suppression list of this account",
        near: "550 on the list of this account"),
    ReasonCase(
        rule: "user-unknown",
        text: "550 <r@x.example>: Recipient address rejected: User unknown in local recipient table",
        near: "550 <r@x.example>: Recipient address rejected"),
    ReasonCase(
        rule: "unknown-user", text: "550 unknown user: \"r\"",
        near: "550 unknown: \"r\""),
    ReasonCase(
        rule: "courier-user-unknown", text: "550 User <řehoř> unknown",
        near: "550 <řehoř> unknown"),
    ReasonCase(
        rule: "no-such-user", text: "550 No such user here",
        near: "550 No such thing here"),
    ReasonCase(
        rule: "no-such-mailbox", text: "550 no such mailbox in store",
        near: "550 no such thing in store"),
    ReasonCase(
        rule: "user-does-not-exist", text: "550 <r@x.example> User doesn't exist: r@x.example",
        near: "550 it doesn't exist"),
    ReasonCase(
        rule: "user-does-not-exist-long", text: "550 Destination address is unknown (user does not exist)",
        near: "550 the domain does not exist"),
    ReasonCase(
        rule: "invalid-recipient", text: "550 Invalid recipient: <r@x.example>",
        near: "550 Invalid: <r@x.example>"),
    ReasonCase(
        rule: "unrouteable-address", text: "550 Unrouteable address",
        near: "550 address"),
    ReasonCase(
        rule: "recipient-undeliverable",
        text: "550 <r@x.example>: Recipient address rejected: undeliverable address: host said: 550 no",
        near: "550 <r@x.example>: Recipient address rejected: no"),
    ReasonCase(
        rule: "envelope-expired", text: "Envelope expired",
        near: "Envelope opened"),
    ReasonCase(
        rule: "exim-retry-timeout", text: "host mx.x.example [2001:db8::1] retry timeout exceeded",
        near: "host mx.x.example [2001:db8::1] timeout"),
    ReasonCase(
        rule: "exim-long-failure", text: "all hosts have been failing after a long failure period",
        near: "all hosts have been failing for a long time"),
    ReasonCase(
        rule: "sendmail-could-not-send",
        text: "Message could not be delivered: could not send message for past 5 days",
        near: "could not send message"),
    ReasonCase(
        rule: "null-mx", text: "Domain x.example does not accept mail (nullMX)",
        near: "Domain x.example does accept mail"),
    ReasonCase(
        rule: "name-service-retry",
        text:
            "Host or domain name not found. Name service error for name=mx.x.example type=AAAA: Host not found, try again",
        near:
            "Host or domain name not found. Name service error for name=mx.x.example type=AAAA: Host not found"
    ),
    ReasonCase(
        rule: "name-service-error",
        text:
            "Host or domain name not found. Name service error for name=mx.x.example type=AAAA: Host found but no data record of requested type",
        near: "service error"),
    ReasonCase(
        rule: "sendmail-host-unknown", text: "550 5.1.2 <r@x.example>... Host unknown",
        near: "550 <r@x.example>... unknown"),
    ReasonCase(
        rule: "exim-mx-hosts-missing", text: "all relevant MX records point to non-existent hosts",
        near: "all relevant MX records are there"),
    ReasonCase(
        rule: "loops-back", text: "mail for x.example loops back to myself",
        near: "mail for x.example"),
    ReasonCase(
        rule: "too-many-hops", text: "554 5.4.6 Too many hops",
        near: "554 Too many"),
    ReasonCase(
        rule: "connection-refused", text: "connect to mx.x.example[2001:db8::1]:25: Connection refused",
        near: "connect to mx.x.example[2001:db8::1]:25: refused"),
    ReasonCase(
        rule: "connection-timed-out", text: "connect to mx.x.example[2001:db8::1]:25: Connection timed out",
        near: "connect to mx.x.example[2001:db8::1]:25"),
    ReasonCase(
        rule: "network-unreachable", text: "connect to mx.x.example[2001:db8::1]:25: Network is unreachable",
        near: "mx.x.example is unreachable"),
    ReasonCase(
        rule: "no-route", text: "connect to mx.x.example[2001:db8::1]:25: No route to host",
        near: "no route"),
    ReasonCase(
        rule: "network-error", text: "Network error on destination MXs",
        near: "an error on destination MXs"),
    ReasonCase(
        rule: "lost-connection",
        text: "lost connection with mx.x.example[2001:db8::1] while sending DATA command",
        near: "lost mail"),
    ReasonCase(
        rule: "smtputf8-required",
        text: "SMTPUTF8 is required, but was not offered by host mx.x.example[2001:db8::1]",
        near: "SMTPUTF8 was offered"),
    ReasonCase(
        rule: "spam", text: "550 this looks like spam",
        near: "550 this looks like ham"),
    ReasonCase(
        rule: "virus", text: "550 a virus was found",
        near: "550 something was found"),
    ReasonCase(
        rule: "size-exceeds", text: "552 5.3.4 Message size exceeds fixed limit",
        near: "552 something exceeds a limit"),
    ReasonCase(
        rule: "message-too-large", text: "552 message too large",
        near: "552 message"),
    ReasonCase(
        rule: "not-rfc-compliant", text: "550 the header is not as RFC 5322 wants it",
        near: "550 the header is not as we want it"),
    ReasonCase(
        rule: "policy", text: "550 refused by local policy",
        near: "550 refused locally"),
    ReasonCase(
        rule: "system-storage", text: "452 4.3.1 Insufficient system storage",
        near: "452 system storage"),
    ReasonCase(
        rule: "mda-failed", text: "MDA delivery failed: exit status 77",
        near: "delivery failed: exit status 77"),
    ReasonCase(
        rule: "child-process",
        text: "Child process of the pipe transport returned 127 from command: /usr/bin/x",
        near: "the pipe transport returned 127"),
    ReasonCase(
        rule: "local-delivery-failed", text: "local delivery failed",
        near: "delivery failed"),
    ReasonCase(
        rule: "command-died", text: "Command died with status 1",
        near: "Command ended"),
]

private let codeCases: [ReasonCase] = [
    ReasonCase(rule: "code-no-mailbox", text: "550 no", status: "5.1.1", near: "550 no", nearStatus: "5.1.2"),
    ReasonCase(rule: "code-no-host", text: "550 no", status: "5.1.2", near: "550 no", nearStatus: "5.1.3"),
    ReasonCase(rule: "code-moved", text: "550 no", status: "5.1.6", near: "550 no", nearStatus: "5.1.5"),
    ReasonCase(rule: "code-sender", text: "550 no", status: "5.1.8", near: "550 no", nearStatus: "5.1.9"),
    ReasonCase(rule: "code-null-mx", text: "550 no", status: "5.1.10", near: "550 no", nearStatus: "5.1.11"),
    ReasonCase(rule: "code-disabled", text: "550 no", status: "5.2.1", near: "550 no", nearStatus: "5.2.5"),
    ReasonCase(rule: "code-full", text: "550 no", status: "4.2.2", near: "550 no", nearStatus: "4.2.0"),
    ReasonCase(
        rule: "code-too-big-mailbox", text: "550 no", status: "5.2.3", near: "550 no", nearStatus: "5.2.4"),
    ReasonCase(
        rule: "code-system-full", text: "550 no", status: "4.3.1", near: "550 no", nearStatus: "4.3.0"),
    ReasonCase(
        rule: "code-not-accepting", text: "550 no", status: "5.3.2", near: "550 no", nearStatus: "5.3.3"),
    ReasonCase(rule: "code-too-big", text: "550 no", status: "5.3.4", near: "550 no", nearStatus: "5.3.5"),
    ReasonCase(rule: "code-system", text: "550 no", status: "5.3.5", near: "550 no", nearStatus: "5.9.5"),
    ReasonCase(rule: "code-no-route", text: "550 no", status: "5.4.4", near: "550 no", nearStatus: "5.4.3"),
    ReasonCase(rule: "code-congestion", text: "550 no", status: "4.4.5", near: "550 no", nearStatus: "4.4.6"),
    ReasonCase(rule: "code-expired", text: "550 no", status: "4.4.7", near: "550 no", nearStatus: "4.4.8"),
    ReasonCase(rule: "code-network", text: "550 no", status: "4.4.1", near: "550 no", nearStatus: "4.9.1"),
    ReasonCase(
        rule: "code-too-many-recipients", text: "550 no", status: "5.5.3", near: "550 no", nearStatus: "5.5.4"
    ),
    ReasonCase(rule: "code-protocol", text: "550 no", status: "5.5.1", near: "550 no", nearStatus: "5.9.1"),
    ReasonCase(rule: "code-content", text: "550 no", status: "5.6.1", near: "550 no", nearStatus: "5.9.1"),
    ReasonCase(rule: "code-policy", text: "550 no", status: "5.7.1", near: "550 no", nearStatus: "5.7.2"),
    ReasonCase(
        rule: "code-secure-transport", text: "550 no", status: "5.7.10", near: "550 no", nearStatus: "5.7.11"),
    ReasonCase(rule: "code-ptr", text: "550 no", status: "5.7.25", near: "550 no", nearStatus: "5.7.24"),
    ReasonCase(
        rule: "code-authentication", text: "550 no", status: "5.7.27", near: "550 no", nearStatus: "5.7.30"),
    ReasonCase(rule: "code-security", text: "550 no", status: "5.7.5", near: "550 no", nearStatus: "5.9.5"),
    ReasonCase(
        rule: "unix-exit-status", text: "127", status: "5.0.0", type: "x-unix", near: "127",
        nearStatus: "5.0.0",
        nearType: "smtp"),
]
