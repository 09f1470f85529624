/// The words of English.
enum English: Vocabulary {
    static let bound: Set<Substring> = []
    static let forms = 2
    static func form(for count: Int) -> Int { count == 1 ? 0 : 1 }

    static func sentence(_ sentence: Sentence) -> String {
        switch sentence {
        case .service: "IPv6 return path check"
        case .subject: "{service}: {result}"
        case .corrected: "{subject} (corrected)"
        case .probeSubject: "{service}: {place}"
        case .place: "mail {number} of 4"
        case .placeAgain: "mail {number} of 4, once more"

        case .arrived:
            "Your mail has arrived. It asked us whether mail finds its way to you and back when all that is left is IPv6."
        case .differences:
            "To find out, a few mails are sent back to {address}. They look alike and differ in one thing each. {role}"
        case .noAction:
            "You need not do anything. The result follows in a mail of its own, within {minutes} at the latest."
        case .minutes: "a minute|{count} minutes"
        case .pleaseAnswer:
            """
            If you like to help, answer this mail; an empty answer will do. A mail server can only say that it took a \
            mail. Your answer shows that it reached your mailbox.
            """
        case .notRequested:
            "Not your request? Write to {stop} and no mail of ours is ever sent to this address again."
        case .questions: "Questions go to {operator}."

        case .invitationSubject: "{service}: please confirm your request"
        case .invited:
            "A mail that bears your address, {address}, asked us whether mail finds its way to you and back when all that is left is IPv6."
        case .unvouched:
            "Neither SPF nor DKIM vouches for it: anybody can have written it. So we ask you first, and send nothing else."
        case .pleaseConfirm:
            "Was it you? Answer this mail, or write to {confirm}; an empty mail will do. Then the check begins."
        case .confirmUntil: "This works once, within 24 hours: until {time} UTC."
        case .elseNothing:
            "If you do nothing, nothing happens. An address gets a mail like this one once a day at most."
        case .blockSubject: "{service}: block your whole domain?"
        case .blockOffered:
            """
            A mail from {address} asked us for no more mail. Such a wish is about one address. As the postmaster you \
            can make it hold for all of {domain}: then we never write to any address there again.
            """
        case .pleaseBlock:
            "To block the whole domain, answer this mail, or write to {confirm}; an empty mail will do."
        case .blockMeans:
            """
            It means that nobody at {domain}, or at a name below it, can have their mail checked any more: requests \
            are refused, and results that are still to come are not sent. Only whoever runs this service can undo it.
            """
        case .elseNotBlocked: "If you do nothing, nothing more is blocked."

        case .amendment: "This corrects the result that we sent you before: something has changed since."
        case .stillWaiting:
            """
            One answer or more is still to come. If it changes the result, you get one more mail; else this was the \
            last one.
            """
        case .controlFailed:
            """
            We cannot say how mail for {domain} fares over IPv6: your address did not take our ordinary mail either.
            """
        case .reason: "The reason: {because}."
        case .and: "{items} and {last}"
        case .or: "{items} or {last}"

        case .statement: "{about}: {fact}."
        case .cameFrom: "it came from {host}"
        case .accepted: "{host} accepted it"
        case .delivered: "{host} delivered it"
        case .andAnswered: "{fact}, and you answered it"
        case .answered: "you answered it, so it reached your mailbox"
        case .works: "it works"
        case .unknownCause: "unknown"
        case .stillTrying: "still trying, because {reason}"
        case .triesSoFar: "tried once|tried {count} times"
        case .triesUntil: "{tries}, again after {time} UTC"
        case .refusedOnce: "refused once. We are trying it once more, to be sure"
        case .noAnswerYet: "no answer yet"
        case .notTried: "you did not try this one"
        case .notSent: "not sent, because our ordinary mail was not taken"
        case .yourServer: "your mail server"
        case .someServer: "A mail server"
        case .forwarded:
            "{first} took the mail and forwarded it, and the next server, {next}, returned it"

        case .confirmedMails: "Confirmed by you: {mails}. You answered, so your mailbox has it."
        case .acceptedMails:
            """
            Accepted, not yet confirmed: {mails}. A server that accepts a mail may still put it elsewhere. Please \
            answer what you find in your mailbox, and look into the spam folder for the rest.
            """
        case .mails: "mail {numbers}|mails {numbers}"

        case .noMX: "{domain} has no MX record, so mail goes to its own addresses."
        case .nullMX: "{domain} has a null MX: it takes no mail."
        case .noDomain: "{domain} does not exist in DNS."
        case .noRoute: "The DNS servers of {domain} gave no answer about its mail hosts."
        case .omittedHosts: "{count} more was not looked at.|{count} more were not looked at."
        case .dns64: "Our own resolver makes up IPv6 addresses (DNS64), so nothing follows from these."
        case .alias: "an alias, which an MX record must not name"
        case .literal: "an address, where an MX record must have a name"

        case .timeBefore: "between {since} and {until} UTC, before your mail came over IPv4"
        case .hostPutOff: "Our IPv6 mail host put your server off {time}: {line}"
        case .hostSeen: "Our IPv6 mail host saw your server, or one that may be yours, {time}: {line}"
        case .hostNotSeen: "Our IPv6 mail host saw nothing of your server {time}, and {others}."
        case .nobodyElse: "nobody else either"
        case .othersSeen: "one connection of somebody else|{count} connections of others"
        case .logIncomplete: "Its log does not tell of that whole time."

        case .takenFrom: "Our mail server took your mail from this host"
        case .relayTakenFrom: "Our IPv4 relay took your mail from this host"
        case .ownReport: "Our own mail server reports"
        case .foreignReport: "{host} reports"
        case .ownStillTrying: "Our own mail server is still trying"
        case .dated: "{source} ({time} UTC)"
        case .calledItself: "{host}, which called itself {helo}"
        case .attempt: "{place}: {outcome}."
        case .laterAttempt: "{place}, attempt {count}: {outcome}."
        case .taken: "taken by {host}, {encryption}"
        case .encrypted: "encrypted with {protocol}"
        case .notEncrypted: "not encrypted"
        case .skipped: "not tried, because {host} was dead a moment before"
        case .putOff: "put off by {host}"
        case .givenBack: "given back by {host}"
        case .givenUp: "given up"
        case .noHost: "no host"

        case .openedFor: "for {address}, opened {opened} UTC, vouched for by {domain}"
        case .journeyRequest: "your mail: {host} {way} {name}"
        case .journeyMail: "mail {number}: {way} {host}"
        case .journeyUnderWay: "mail {number}: {way}"
        case .notIssued: "mail {number}: not sent yet"
        case .notSubmitted: "mail {number}: our own mail server did not take it: {reason}"
        case .verdictSent: "verdict {number}: handed over {time} UTC"
        case .columnCheck: "Check"
        case .columnOpened: "Opened (UTC)"
        case .columnAddress: "Address"
        case .noChecks: "No checks yet. Write to {address} from elsewhere, and one appears here."
        case .noSuchChecks: "No check is like that. Leave something out, or ask for an earlier time."
        case .moreChecks: "There are more: {command}"

        case .columnResult: "Result"
        case .columnNumber: "No."
        case .columnFinding: "What we found"
        case .checkTimes: "Check {check}, opened {opened} UTC, judged {judged} UTC."
        case .shownAt: "The same with pictures, to look at and to show around: {page}"
        case .stop: "To get no more mail from us, write to {stop}."
        }
    }

    static func result(_ overall: Verdict.Overall) -> String {
        switch overall {
        case .passed: "all of it works"
        case .failed: "something does not work"
        case .inconclusive: "no clear answer"
        case .waiting: "not finished yet"
        }
    }

    static func outcome(_ overall: Verdict.Overall) -> String {
        switch overall {
        case .passed: "Good news: mail finds its way to {domain} and back when all that is left is IPv6."
        case .failed:
            """
            Not everything works: your mail system does not {lacks}. The reason is below, and who can mend it.
            """
        case .inconclusive:
            "There is no clear answer for {domain}. What we know and what we do not is below."
        case .waiting: "The check of {domain} is not finished: not every answer has come home yet."
        }
    }

    static func label(_ outcome: Outcome) -> String {
        switch outcome {
        case .passed: "works"
        case .failed: "fails"
        case .inconclusive: "unclear"
        case .waiting: "waiting"
        case .notSeen: "not tried"
        case .notReached: "not sent"
        }
    }

    static func about(_ ability: Ability) -> String {
        switch ability {
        case .control: "Our ordinary mail to you"
        case .deliver: "Your mail to us over IPv6"
        case .deliverWithoutMX: "Your mail to our name without an MX record"
        case .receive: "Mail to you over IPv6"
        case .receiveFromSixEnvelope: "Mail to you with an IPv6-only return path"
        case .receiveFromSixAuthor: "Mail to you from an IPv6-only author"
        }
    }

    static func lack(_ ability: Ability) -> String {
        switch ability {
        case .control: "take our ordinary mail"
        case .deliver: "deliver to IPv6-only destinations"
        case .deliverWithoutMX: "deliver to IPv6-only destinations without an MX record"
        case .receive: "receive mail over IPv6"
        case .receiveFromSixEnvelope: "take mail whose return path is IPv6-only"
        case .receiveFromSixAuthor: "take mail whose author's domain is IPv6-only"
        }
    }

    static func role(_ kind: ProbeKind) -> String {
        switch kind {
        case .control: "This one is the control: sent the ordinary way."
        case .overIPv6: "This one travels over IPv6: nothing else was allowed."
        case .sixEnvelope: "This one has an IPv6-only domain as return path."
        case .sixAuthor: "This one has an author at an IPv6-only domain."
        }
    }

    static func because(_ cause: Cause) -> String {
        switch cause {
        case .noIPv6Address: "no mail host of {domain} has an IPv6 address"
        case .addressNotGlobal:
            "the IPv6 address of the mail host is one that nobody outside of its own network can reach"
        case .mailHostNotFound:
            "a mail host that {domain} names does not exist in DNS, or has no address there"
        case .dnsServerFails: "the DNS servers of {domain} or of its mail hosts gave no usable answer"
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
        case .takesNoMail: "{domain} says in DNS that it takes no mail at all"
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

    static func remedy(_ cause: Cause) -> String? {
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
            """
            let mail over IPv6 reach the server with the client's own address (Docker: IPv6 for the network, no \
            userland proxy).
            """
        case .loopsBack: "correct the AAAA record of the mail host; it points to our server."
        case .refusesIPv6: "switch on mail over IPv6 (Microsoft 365: Enable-IPv6ForAcceptedDomain)."
        case .sixSenderRefused:
            """
            let the check of the sender's domain look up AAAA records, too (Exim: no disable_ipv6; Sendmail: rules \
            that look up only A; Postfix: inet_protocols = all where reject_unverified_sender is used).
            """
        case .sixAuthorRefused: "let the check of the From: domain look up AAAA records, too."
        case .ourNetwork: "we have to mend the network of our server."
        case .ourReverseName: "we have to give our address a reverse name that leads back to it."
        case .ourAuthentication: "we have to correct our SPF, DKIM or DMARC record."
        case .ourReputation: "we have to get our address off the block list."
        case .ourEncryption: "we have to let our server encrypt what it sends."
        case .ourNames: "we have to correct our domain's records."
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

    static func owner(_ owner: Cause.Owner) -> String {
        switch owner {
        case .mailAdministrator: "Whoever runs the mail servers of {domain}"
        case .domainOwner: "Whoever keeps the DNS of {domain}"
        case .sendingProvider: "Whoever runs the server that sends your mail"
        case .forwarder: "Whoever set up the forwarding"
        case .tester: "You"
        case .us: "On our side"
        case .nobody: "Nobody"
        }
    }

    static func fault(_ kind: Health.Kind) -> String {
        switch kind {
        case .network: "The network of our sending server:"
        case .reverseName: "The reverse names of our addresses:"
        case .authentication: "Our SPF, DKIM and DMARC:"
        case .names: "The records of our own names:"
        case .reception: "The way to us over IPv6:"
        }
    }

    static func heading(_ section: VerdictSection) -> String {
        switch section {
        case .tested: "What was tested"
        case .mending: "Who has to mend what"
        case .faults: "What was wrong on our own side"
        case .survey: "What DNS and port 25 showed"
        case .reception: "What our IPv6 mail host saw"
        case .proof: "The proof"
        case .log: "What our sending server logged"
        case .journey: "The journey"
        case .evidence: "Everything we know, as it came in"
        }
    }

    static func lookup(_ outcome: AddressLookup.Outcome) -> String {
        switch outcome {
        case .found: "{family} {addresses}"
        case .noData: "no {family} address"
        case .noName: "no such host"
        case .failed: "no usable DNS answer about {family}"
        case .timedOut: "no DNS answer about {family} in time"
        }
    }

    static func scope(_ scope: AddressScope) -> String? {
        switch scope {
        case .global: nil
        case .ours: "our own server's address"
        case .loopback: "leads every host to itself"
        case .linkLocal: "reached on its own link only"
        case .uniqueLocal: "reached in its own network only"
        case .mapped: "an IPv4 address in disguise"
        case .documentation: "an address for examples"
        case .special: "no address that mail can be sent to"
        }
    }

    static func port(_ outcome: PortAnswer.Outcome) -> String {
        switch outcome {
        case .answers: "answers on port 25"
        case .silent: "port 25 is open, but nobody speaks"
        case .refuses: "port 25 refuses"
        case .noAnswer: "port 25 does not answer"
        case .unreachable: "no way leads there"
        case .noWayOut: "our own server has no way there"
        }
    }
}
