import DeliveryReports

extension CauseRule {
    /// What stands between our IPv6-only client and the first word of the mail host, and what the host says
    /// of IPv6 itself.
    static let reaching: [CauseRule] = [
        .init(
            "no-source-address", .ourNetwork, stages: [.connect], words: ["cannot assign requested address"],
            author: .ours, source: "bind(2), EADDRNOTAVAIL"),
        .init(
            "no-address-family", .ourNetwork, stages: [.connect],
            words: ["address family not supported by protocol"], author: .ours,
            source: "socket(2), EAFNOSUPPORT"),
        .init(
            "connect-refused", .connectionRefused, probes: [.overIPv6], stages: [.connect],
            words: ["connection refused"], author: .ours, source: "connect(2), ECONNREFUSED"),
        .init(
            "connect-timed-out", .noAnswer, probes: [.overIPv6], stages: [.connect],
            words: ["connection timed out"], author: .ours, source: "connect(2), ETIMEDOUT"),
        .init(
            "connect-prohibited", .noAnswer, probes: [.overIPv6], stages: [.connect],
            words: ["permission denied"],
            author: .ours, source: "connect(2), EACCES; ICMPv6 type 1 code 1 (RFC 4443 §3.1)"),
        .init(
            "greeting-timed-out", .noAnswer, probes: [.overIPv6],
            words: ["timed out while receiving the initial server greeting"],
            author: .ours, source: "Postfix src/smtp/smtp_trouble.c"),
        .init(
            "greeting-lost", .noAnswer, probes: [.overIPv6],
            words: ["lost connection with", "while receiving the initial server greeting"],
            author: .ours, source: "Postfix src/smtp/smtp_trouble.c"),
        .init(
            "network-unreachable", .unreachable, probes: [.overIPv6], stages: [.connect],
            words: ["network is unreachable"], author: .ours, source: "connect(2), ENETUNREACH"),
        .init(
            "no-route", .unreachable, probes: [.overIPv6], stages: [.connect], words: ["no route to host"],
            author: .ours, source: "connect(2), EHOSTUNREACH"),
        .init(
            "body-timed-out", .stalls, probes: [.overIPv6], words: ["timed out while sending message body"],
            author: .ours, source: "Postfix src/smtp/smtp_trouble.c"),
        .init(
            "body-lost", .stalls, probes: [.overIPv6],
            words: ["lost connection with", "while sending message body"],
            author: .ours, source: "Postfix src/smtp/smtp_trouble.c"),
        .init(
            "end-of-data-timed-out", .stalls, probes: [.overIPv6],
            words: ["timed out while sending end of data"], author: .ours,
            source: "Postfix src/smtp/smtp_trouble.c"),
        .init(
            "end-of-data-lost", .stalls, probes: [.overIPv6],
            words: ["lost connection with", "while sending end of data"], author: .ours,
            source: "Postfix src/smtp/smtp_trouble.c"),
        .init(
            "tenant-without-ipv6", .refusesIPv6, probes: [.overIPv6],
            words: ["does not accept email over ipv6"],
            source: "Microsoft 365, anonymous inbound mail over IPv6"),
        .init(
            "ipv6-not-processed", .refusesIPv6, probes: [.overIPv6],
            words: ["process ipv6 addresses"], source: "Spectrum, reply code 1260"),
        .init(
            "retry-on-ipv4", .refusesIPv6, probes: [.overIPv6], status: "X.4.8", words: ["retry on ipv4"],
            source: "draft-martin-smtp-ipv6-to-ipv4-fallback-00"),
        .init(
            "hidden-client", .clientHidden, probes: [.overIPv6], words: ["client host rejected"],
            seesPrivateClient: true, source: "Postfix src/smtpd/smtpd_check.c, behind a translating container"
        ),
        .init(
            "hidden-client-spf", .clientHidden, probes: [.overIPv6], words: ["spf"],
            seesPrivateClient: true, source: "policyd-spf, behind a translating container"),
    ]
}
