import DeliveryReports

extension English {
    /// One sentence about one ability.
    package static func sentence(_ finding: Finding, domain: String) -> String {
        switch finding.outcome {
        case .passed: passed(finding)
        case .failed, .inconclusive:
            subject(of: finding.ability) + ": "
                + (because(finding, domain: domain) ?? "unknown") + "."
        case .waiting: waiting(finding)
        case .notSeen: "Mail to our name without an MX record: you did not try this one."
        case .notReached:
            "\(subject(of: finding.ability)): not sent, because our ordinary mail was not taken."
        }
    }

    /// What an ability is about, as the beginning of a line.
    package static func subject(of ability: Ability) -> String {
        switch ability {
        case .control: "Our ordinary mail to you"
        case .deliver: "Your mail to us over IPv6"
        case .deliverWithoutMX: "Your mail to our name without an MX record"
        case .receive: "Mail to you over IPv6"
        case .receiveFromSixEnvelope: "Mail to you with an IPv6-only return path"
        case .receiveFromSixAuthor: "Mail to you from an IPv6-only author"
        }
    }

    private static func passed(_ finding: Finding) -> String {
        let what = subject(of: finding.ability)
        switch finding.basis {
        case .arrival(let arrival): return "\(what): it came from \(arrival.host)."
        case .reply(let accepted?): return "\(what): \(acceptance(accepted)), and you answered it."
        case .reply: return "\(what): you answered it, so it reached your mailbox."
        case .acceptance(let report): return "\(what): \(acceptance(report))."
        case .nothing, .failure, .delay, .silence: return "\(what): it works."
        }
    }

    private static func acceptance(_ report: Report) -> String {
        let host = report.remoteHost ?? report.reportingMTA ?? "your mail server"
        return report.action == .delivered ? "\(host) delivered it" : "\(host) accepted it"
    }

    /// What the person has confirmed, and what only servers say so far.
    static func confirmation(_ verdict: Verdict) -> [String] {
        var confirmed: [String] = []
        var accepted: [String] = []
        for finding in verdict.findings {
            guard let number = mailNumber(of: finding.ability) else { continue }
            switch finding.basis {
            case .reply: confirmed.append(number)
            case .acceptance where finding.outcome == .passed: accepted.append(number)
            case .acceptance, .nothing, .arrival, .failure, .delay, .silence: continue
            }
        }
        var lines: [String] = []
        if !confirmed.isEmpty {
            lines.append("Confirmed by you: \(mails(confirmed)). You answered, so your mailbox has it.")
        }
        if !accepted.isEmpty {
            lines.append(
                "Accepted, not yet confirmed: \(mails(accepted)). A server that accepts a mail may still put it "
                    + "elsewhere. Please answer what you find in your mailbox, and look into the spam folder "
                    + "for the rest.")
        }
        return lines
    }

    private static func mails(_ numbers: [String]) -> String {
        numbers.count == 1 ? "mail \(numbers[0])" : "mails \(list(numbers, "and"))"
    }

    /// The number that the subject of an ability's mail bears.
    private static func mailNumber(of ability: Ability) -> String? {
        switch ability {
        case .control: "1"
        case .receive: "2"
        case .receiveFromSixEnvelope: "3"
        case .receiveFromSixAuthor: "4"
        case .deliver, .deliverWithoutMX: nil
        }
    }

    private static func waiting(_ finding: Finding) -> String {
        let what = subject(of: finding.ability)
        switch finding.basis {
        case .delay(let delay): return "\(what): \(stillTrying(delay))"
        case .failure: return "\(what): refused once. We are trying it once more, to be sure."
        case .nothing, .arrival, .acceptance, .reply, .silence: return "\(what): no answer yet."
        }
    }

    /// Why a mail is still under way, how often it was tried, and when it is tried again.
    package static func stillTrying(_ delay: ProbeState.Delay) -> String {
        var text = "still trying, because \(TextLayout.printable(delay.reason))"
        guard delay.attempts > 0 else { return text }
        text += " (tried \(delay.attempts == 1 ? "once" : "\(delay.attempts) times")"
        if let next = delay.next { text += ", again after \(MailDate.clock(next)) UTC" }
        return text + ")"
    }

    /// The cause of a finding as the end of a sentence, with the hosts where there are two.
    static func because(_ finding: Finding, domain: String) -> String? {
        guard finding.cause == .forwardingFailed, case .failure(let report, let accepted?) = finding.basis,
            let first = accepted.remoteHost, let next = report.remoteHost
        else { return finding.cause.map { because($0, domain: domain) } }
        return "\(first) took the mail and forwarded it, and the next server, \(next), returned it"
    }

    /// A cause as the end of a sentence.
    static func because(_ cause: Cause, domain: String) -> String {
        switch cause {
        case .noIPv6Address: "no mail host of \(domain) has an IPv6 address"
        case .addressNotGlobal:
            "the IPv6 address of the mail host is one that nobody outside of its own network can reach"
        case .mailHostNotFound:
            "a mail host that \(domain) names does not exist in DNS, or has no address there"
        case .dnsServerFails: "the DNS servers of \(domain) or of its mail hosts gave no usable answer"
        case .connectionRefused: "the mail host has an IPv6 address, but nothing listens on port 25 there"
        case .noAnswer: "the mail host has an IPv6 address, but nothing answered there"
        case .unreachable: "no route leads to the mail host's IPv6 address"
        case .stalls: "the connection over IPv6 stood still while the mail was on its way"
        case .loopsBack: "the mail host's IPv6 address leads back to ourselves"
        case .refusesIPv6: "the mail host takes no mail that comes over IPv6"
        case .clientHidden:
            "the mail host does not see our address but one of its own network, and refuses that"
        case .sixSenderRefused: "the mail host refuses senders whose domain has IPv6 addresses only"
        case .sixAuthorRefused: "the mail host refuses authors whose domain has IPv6 addresses only"
        case .ourNetwork: "our own server had no working IPv6 at that time, which is ours to mend"
        case .ourReverseName:
            "the mail host objects to the reverse name of our address, which is ours to mend"
        case .ourAuthentication: "the mail host objects to our SPF, DKIM or DMARC, which is ours to mend"
        case .ourReputation: "our address is on a block list, which is ours to mend"
        case .ourEncryption:
            "the mail host takes encrypted mail only, and ours was not, which is ours to mend"
        case .ourNames: "the mail host finds fault with our domain's own records, which are ours to mend"
        case .userUnknown: "the mail host says that there is no such mailbox"
        case .mailboxFull: "the mailbox is full"
        case .mailboxUnavailable: "the mailbox is disabled or its delivery program failed"
        case .contentRefused: "a filter disliked the mail; that says nothing about IPv6"
        case .notAcceptingMail: "the host takes no mail for this address"
        case .takesNoMail: "\(domain) says in DNS that it takes no mail at all"
        case .theirResolver:
            "the mail host could not look up our domain, although it has addresses of both families"
        case .temporarilyRefused: "the host put us off until we had to give up"
        case .forwardingFailed: "your server took the mail and forwarded it, and the next server returned it"
        case .controlFailed: "our ordinary mail failed, too, so nothing follows about IPv6"
        case .controlOtherFamily:
            "it went over another address family than our ordinary mail, so they cannot be compared"
        case .fallbackUsed: "it did not come over IPv6 this time, but through our IPv4 fallback"
        case .deliversOverIPv4Only:
            "it came over IPv4 to our fallback, although our IPv6 mail host was there for it and was not asked"
        case .unsteady: "it was refused once and taken the next time, so neither is sure"
        case .silence: "no answer came in all the time that a mail server may take"
        case .unclear: "the mail was refused in words that say nothing about IPv6"
        }
    }

    /// What to do about a cause; `nil` where there is nothing to do.
    static func remedy(_ cause: Cause, domain: String) -> String? {
        switch cause {
        case .noIPv6Address:
            "give at least one host of the MX record an AAAA record, and let it listen there."
        case .addressNotGlobal:
            "give the mail host a global IPv6 address in DNS, or take the AAAA record away."
        case .mailHostNotFound: "correct the MX record, or create the host that it names."
        case .dnsServerFails:
            "make sure that every name server of the zone answers questions for AAAA and MX."
        case .connectionRefused:
            "let the mail server listen on [::]:25 (Postfix: inet_protocols = all), or take the AAAA record away."
        case .noAnswer: "open port 25 for IPv6 in the firewall, or take the AAAA record away."
        case .unreachable: "check the route to the mail host's IPv6 network, or take the AAAA record away."
        case .stalls:
            "let ICMPv6 \"packet too big\" through every firewall on the way, or lower the MTU of the mail host."
        case .clientHidden:
            "let mail over IPv6 reach the server with the client's own address (Docker: IPv6 for the network, no "
                + "userland proxy)."
        case .loopsBack: "correct the AAAA record of the mail host; it points to our server."
        case .refusesIPv6: "switch on mail over IPv6 (Microsoft 365: Enable-IPv6ForAcceptedDomain)."
        case .sixSenderRefused:
            "let the check of the sender's domain look up AAAA records, too (Exim: no disable_ipv6; Sendmail: "
                + "rules that look up only A; Postfix: inet_protocols = all where reject_unverified_sender is used)."
        case .sixAuthorRefused: "let the check of the From: domain look up AAAA records, too."
        case .ourNetwork: "have to mend the network of our server."
        case .ourReverseName: "have to give our address a reverse name that leads back to it."
        case .ourAuthentication: "have to correct our SPF, DKIM or DMARC record."
        case .ourReputation: "have to get our address off the block list."
        case .ourEncryption: "have to let our server encrypt what it sends."
        case .ourNames: "have to correct our domain's records."
        case .userUnknown: "write to us from an address that can be answered."
        case .mailboxFull: "make room in the mailbox and try again."
        case .mailboxUnavailable: "ask your provider why the mailbox takes no mail."
        case .contentRefused: "look whether the filter can let our mails through, and try again."
        case .notAcceptingMail: "let the address take mail, then try again."
        case .takesNoMail: "take away the MX record \"0 .\" if the domain is to get mail."
        case .theirResolver: "make the mail server's resolver answer, for it refused mail that it need not."
        case .forwardingFailed: "correct the address that mail is forwarded to, or ask its owner."
        case .fallbackUsed, .deliversOverIPv4Only:
            "let it use IPv6: it needs an IPv6 address, a route, and a mail program that looks up AAAA records."
        case .temporarilyRefused, .controlFailed, .controlOtherFamily, .unsteady, .silence, .unclear: nil
        }
    }

    /// Where the proof of a finding comes from.
    static func proofSource(_ finding: Finding) -> String {
        switch finding.basis {
        case .arrival(let arrival):
            arrival.relay == nil
                ? "Our mail server took your mail from" : "Our IPv4 relay took your mail from"
        case .acceptance(let report), .failure(let report, _):
            "\(report.author == .ours ? "Our own mail server" : report.reportingMTA ?? "A mail server") reports"
        case .reply: "You answered our mail"
        case .delay: "Our own mail server is still trying"
        case .nothing, .silence: ""
        }
    }

    /// The words themselves.
    static func proof(_ finding: Finding) -> [String] {
        switch finding.basis {
        case .arrival(let arrival): ["\(arrival.host), which called itself \(arrival.helo)"]
        case .acceptance(let report), .failure(let report, _):
            report.proof.isEmpty ? [report.diagnostic] : report.proof
        case .delay(let delay): [delay.reason]
        case .nothing, .reply, .silence: []
        }
    }
}
