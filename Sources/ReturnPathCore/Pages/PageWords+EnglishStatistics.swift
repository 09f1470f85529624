extension PageWords {
    static let statisticsEnglish = StatisticsWords(
        title: "What all checks show together",
        lead: { "\(count($0, "check")) of \(count($1, "domain")), until \($2) (UTC)." },
        empty: "Nothing has been checked yet.", download: "The same numbers for programs (JSON)",
        abilities: "What works",
        abilitiesNote: "Each domain counts once; delivering is counted by the systems that wrote to us.",
        ability: "Ability", notTried: "not tried", funnel: "From a domain to a mail taken over IPv6",
        funnelStages: [
            "domains whose mail hosts we looked up", "have an IPv6 address in DNS",
            "answer on port 25 over IPv6",
            "accept our mail over IPv6",
        ],
        months: "Month by month", month: "Month", causes: "Why it does not work", cause: "Cause",
        providers: "Who takes the mail: receiving over IPv6", provider: "Provider",
        providersNote:
            "By the most preferred mail host. What has fewer than five domains is counted together.",
        domains: "Domains", others: "others", systems: "Mail systems", system: "Counted", number: "Number",
        hosts: "mail hosts", ipv4Addresses: "IPv4 addresses", ipv6Addresses: "global IPv6 addresses",
        ipv6Asked: "of these asked on port 25", ipv6Answering: "of these answer",
        senders: "systems that wrote to us", sendersIPv6: "of these over IPv6",
        sendersFallback: "of these through the IPv4 fallback", method: "The method and its limits",
        methodLines: [
            "A domain counts once, by its latest settled check, whoever wrote from it.",
            "Delivering is counted by the system that handed the mail over: by the registered domain of its name, "
                + "or by its network.",
            "A month counts each domain by its latest settled check of that month.",
            "Mail hosts and addresses are counted once each; port 25 is asked of eight addresses of a domain at "
                + "most, once a day.",
            "A provider is the registered domain of the most preferred mail host, told by a rule of thumb.",
            "Who writes to a checker of IPv6 mail has chosen to: this is no sample of the Internet.",
            "Checks are forgotten after their time, so older months fade.",
            "Unclear is no kind of works: a full mailbox or a fault of ours says nothing about IPv6.",
        ], chart: { "Chart: \($0). The same numbers are in the table below it." })

    static func causeEnglish(_ cause: Cause) -> String {
        switch cause {
        case .noIPv6Address: "no IPv6 address in DNS"
        case .addressNotGlobal: "IPv6 address not global"
        case .mailHostNotFound: "mail host not in DNS"
        case .dnsServerFails: "DNS servers fail"
        case .connectionRefused: "port 25 refuses"
        case .noAnswer: "port 25 does not answer"
        case .unreachable: "no route"
        case .stalls: "connection stalls"
        case .loopsBack: "address leads back to us"
        case .refusesIPv6: "takes nothing over IPv6"
        case .clientHidden: "our address is hidden from the host"
        case .sixSenderRefused: "IPv6-only sender refused"
        case .sixAuthorRefused: "IPv6-only author refused"
        case .ourNetwork: "our network"
        case .ourReverseName: "our reverse name"
        case .ourAuthentication: "our SPF, DKIM or DMARC"
        case .ourReputation: "our reputation"
        case .ourEncryption: "our encryption"
        case .ourNames: "our names"
        case .userUnknown: "no such mailbox"
        case .mailboxFull: "mailbox full"
        case .mailboxUnavailable: "mailbox unavailable"
        case .contentRefused: "a filter disliked the mail"
        case .notAcceptingMail: "takes no mail for the address"
        case .takesNoMail: "null MX"
        case .theirResolver: "their resolver fails"
        case .temporarilyRefused: "put off for too long"
        case .forwardingFailed: "forwarding failed"
        case .controlFailed: "ordinary mail failed, too"
        case .controlOtherFamily: "not comparable"
        case .fallbackUsed: "came through the IPv4 fallback"
        case .deliversOverIPv4Only: "delivers over IPv4 only"
        case .unsteady: "refused once, taken once"
        case .silence: "no answer"
        case .unclear: "words that say nothing"
        }
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}
