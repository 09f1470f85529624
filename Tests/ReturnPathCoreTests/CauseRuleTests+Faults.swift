import DeliveryReports
import TestSupport

@testable import ReturnPathCore

/// Words that lay it to something of ours.
extension CauseRuleTests {
    static let ourFaults: [Sample] = [
        Sample(
            "lacks-ptr-record", .overIPv6,
            no("4.7.23", "421 4.7.23 The IP address sending this message doesn't have a PTR record set up"),
            not: no("4.7.23", "421 4.7.23 The address sending this message doesn't have an SPF record")),
        Sample(
            "status-no-ptr", .overIPv6, no("5.7.25", "550 5.7.25 reverse DNS validation failed", .mail),
            not: no("5.7.2", "550 5.7.2 no")),
        Sample(
            "postfix-no-reverse-name", .overIPv6,
            no(
                "4.7.1",
                "450 4.7.1 Client host rejected: cannot find your reverse hostname, [2001:db8::2]", .rcpt),
            not: no("4.7.1", "450 4.7.1 Client host rejected: cannot find your true name")),
        Sample(
            "postfix-no-hostname", .overIPv6,
            no(
                "4.7.1", "450 4.7.1 Client host rejected: cannot find your hostname, [2001:db8::2]", .rcpt),
            not: no("4.7.1", "450 4.7.1 Client host rejected: Access denied", .rcpt)),
        Sample(
            "must-have-reverse-record", .overIPv6,
            no(
                "4.7.1",
                "450 4.7.1 Service unavailable, sending IPv6 address [2001:db8::2] must have reverse DNS record",
                .mail), not: no("4.7.1", "450 4.7.1 Service unavailable, try later", .mail)),
        Sample(
            "no-reverse-entry", .overIPv6,
            no(
                "5.7.1",
                "554 5.7.1 The sending mail server at 2001:db8::2 does not have a reverse (address-to-name) DNS entry",
                .greeting), not: no("5.7.1", "554 5.7.1 The sending mail server has no entry", .greeting)),
        Sample(
            "no-reverse-look", .overIPv6,
            no(
                "5.6.2", "550 5.6.2 Sender rejected: Your IPv6 address do not have a reverse look name", .rcpt
            ),
            not: no("5.6.2", "550 5.6.2 Sender rejected", .rcpt)),
        Sample(
            "no-ptr-record", .overIPv6,
            no("4.7.24", "421 4.7.24 The IP address sending this message does not have a PTR record set up"),
            not: no("4.7.24", "421 4.7.24 The address sending this message does not have an SPF record")),
        Sample(
            "exim-reverse-lookup", .overIPv6, no("5.7.1", "550 Reverse DNS lookup failed for host", .rcpt),
            not: no("5.7.1", "550 DNS lookup failed", .rcpt)),
        Sample(
            "gmail-ipv6-guidelines", .overIPv6,
            no(
                "5.7.1",
                "550-5.7.1 [2001:db8::2] Our system has detected that this message does not meet IPv6 sending guidelines regarding PTR records and authentication.",
                .endOfData), not: no("5.7.1", "550 5.7.1 does not meet our sending guidelines", .endOfData)),
        Sample(
            "status-spf", .sixEnvelope, no("5.7.23", "550 5.7.23 SPF validation failed", .mail),
            not: no("5.7.24", "550 5.7.24 SPF validation error")),
        Sample(
            "status-authentication", .overIPv6,
            no("5.7.26", "550 5.7.26 Multiple authentication checks failed"),
            not: no("5.7.27", "550 5.7.27 Sender address has null MX")),
        Sample(
            "status-dkim", .sixAuthor, no("5.7.20", "550 5.7.20 No passing DKIM signature found", .endOfData),
            not: no("5.7.2", "550 5.7.2 No passing DKIM signature found", .endOfData)),
        Sample(
            "dmarc-policy", .sixAuthor,
            no("5.7.1", "550 5.7.1 rejected by DMARC policy for six.check.example", .endOfData),
            not: no("5.7.1", "550 5.7.1 rejected by local policy")),
        Sample(
            "unauthenticated", .overIPv6,
            no(
                "5.7.1", "550 5.7.1 This mail has been blocked because the sender is unauthenticated",
                .endOfData),
            not: no("5.7.1", "550 5.7.1 the sender is unknown", .endOfData)),
        Sample(
            "must-pass-spf", .overIPv6,
            no(
                "4.7.1",
                "450 4.7.1 Service unavailable, message sent over IPv6 [2001:db8::2] must pass either SPF or DKIM validation",
                .mail), not: no("4.7.1", "450 4.7.1 Service unavailable", .mail)),
        Sample(
            "spf-void-lookups", .overIPv6,
            no("5.7.1", "550 5.7.1 SPF permerror: too many void DNS results", .rcpt),
            not: no("5.7.1", "550 5.7.1 SPF permerror", .rcpt)),
        Sample(
            "zen-listing", .control,
            no(
                "5.7.1",
                "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org"),
            not: no("5.7.1", "554 5.7.1 blocked using local list")),
        Sample(
            "starttls-wanted", .overIPv6,
            no("5.7.0", "530 5.7.0 Must issue a STARTTLS command first", .mail),
            not: no("5.7.0", "530 5.7.0 Authentication required", .mail)),
        Sample(
            "encryption-wanted", .overIPv6,
            no("5.6.3", "550 5.6.3 Your IPv6 address must be send with an encryption", .rcpt),
            not: no("5.6.3", "550 5.6.3 Conversion required", .rcpt)),
        Sample(
            "status-encryption", .overIPv6, no("5.7.10", "550 5.7.10 Encryption needed", .mail),
            not: no("5.7.11", "550 5.7.11 Encryption needed", .mail)),
        Sample(
            "status-our-null-mx", .sixEnvelope, no("5.7.27", "550 5.7.27 Sender address has null MX", .mail),
            not: no("5.7.28", "550 5.7.28 Mail flood detected", .mail)),
    ]
}
