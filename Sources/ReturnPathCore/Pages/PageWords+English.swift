import DeliveryReports

extension PageWords {
    static let english = PageWords(
        frame: Frame(
            skip: "Skip to the content", navigation: "Pages", start: "Start", statistics: "Statistics",
            otherLanguage: "Česky", questions: "Questions go to"),
        start: startEnglish, check: checkEnglish, statistics: statisticsEnglish,
        outcome: { outcome in
            switch outcome {
            case .passed: "works"
            case .failed: "does not work"
            case .inconclusive: "unclear"
            case .waiting: "still open"
            case .notSeen: "not tried"
            case .notReached: "not sent"
            }
        },
        ability: { ability in
            switch ability {
            case .control: "takes our ordinary mail"
            case .deliver: "delivers over IPv6"
            case .deliverWithoutMX: "delivers without an MX record"
            case .receive: "receives over IPv6"
            case .receiveFromSixEnvelope: "takes an IPv6-only return path"
            case .receiveFromSixAuthor: "takes an IPv6-only author"
            }
        }, cause: causeEnglish)

    private static let startEnglish = Start(
        title: "Does mail reach you over IPv6, and come back?",
        lead:
            "Write one mail to us. We answer along your return path, over IPv6 alone, and tell you what works, "
            + "what does not, and who can mend it.",
        subject: "Please check my return path", write: "Write to",
        byHand:
            "Use the mailbox that you want to have checked. An empty mail will do; what counts is the way that "
            + "it takes.",
        steps: "What will happen",
        findsUs:
            "Your mail has to find us: our mail host has an IPv6 address only. An IPv4 fallback takes what does "
            + "not find the way, so that you get an answer all the same.",
        threeMore:
            "An ordinary mail goes back to the address that you wrote from. Once your server has taken it, three "
            + "more follow: one over IPv6 only, one with a return path at an IPv6-only domain, one with an author "
            + "at such a domain.",
        result: {
            "Within \($0 == 1 ? "a minute" : "\($0) minutes") you get a mail with the result: what works, what "
                + "does not, who can mend it, and the words of the servers as proof."
        },
        answer:
            "Answer the mails that you find in your mailbox: a server can only say that it took a mail, you can "
            + "say that it is there.",
        connection: Connection(
            heading: "Your own connection", cameOver: "This page came to you over",
            asking: "Asking three names …", name: "Name", answer: "Answer",
            ipv4Only: "reached over IPv4 only", ipv6Only: "reached over IPv6 only",
            dual: "reached over both: what your browser prefers", none: "no answer",
            both6: "You have IPv4 and IPv6, and your browser prefers IPv6.",
            both4: "You have IPv4 and IPv6, and your browser prefers IPv4.",
            both: "You have IPv4 and IPv6.",
            only4: "You have IPv4 only: an IPv6-only site is out of reach for you.",
            only6: "You have IPv6 only: an IPv4-only site is out of reach for you.",
            nothing: "None of the names answered. Something between you and us stops the questions.",
            noScript:
                "Without scripts you can ask yourself: each of these names answers with your address, or not at "
                + "all."),
        kept: "What is kept",
        keptText: {
            "Your mail is kept for \(days($0)), what the servers said of ours for \(days($1)). The page of a check "
                + "has an address that nobody can guess, shows no mail address, and goes with the check."
        },
        noStrangers:
            "No cookies, nothing from third parties. The only script is the one that asks the three names above."
    )

    private static let checkEnglish = Check(
        title: { overall in
            switch overall {
            case .passed: "All of it works"
            case .failed: "Something does not work"
            case .inconclusive: "No clear answer"
            case .waiting: "Not finished yet"
            }
        },
        refreshes: "Answers are still to come. Until then this page loads itself anew every 20 seconds.",
        times: { "Opened \($0) UTC, latest news \($1) UTC." },
        findings: "What was tested", journey: journeyEnglish, remedies: "Who can mend what",
        ours: "What was wrong on our own side", hosts: hostsEnglish, words: "What the servers said",
        wordsNote: "Word for word, but for the names before the @ of addresses.",
        evidence: "What happened when", omitted: { "\($0) lines are left out." }, fact: factsEnglish,
        notes: "How to read this",
        accepted:
            "A server that accepts a mail may still put it elsewhere: accepted is not delivered. Only an answer "
            + "shows that a mail has reached the mailbox.",
        masked: "Whoever has the address of this page can read it. No mail address is on it.",
        removed: { "This page is removed \(days($0)) after the check was opened." })

    private static let journeyEnglish = Journey(
        heading: "The way there and back", yourServer: "Your server", notHere: "has not reached us yet",
        overIPv6: "over IPv6", throughFallback: "not over IPv6, but through our IPv4 fallback",
        ourName: "Our IPv6-only name", ourFallback: "Our IPv4 fallback",
        mail: { kind in
            switch kind {
            case .control: "Mail 1: the ordinary way"
            case .overIPv6: "Mail 2: over IPv6 only"
            case .sixEnvelope: "Mail 3: IPv6-only return path"
            case .sixAuthor: "Mail 4: IPv6-only author"
            }
        },
        again: "once more",
        state: { state in
            switch state {
            case .planned: "not sent"
            case .inFlight: "under way"
            case .accepted: "accepted"
            case .failed: "refused"
            case .confirmed: "in the mailbox"
            case .silent: "no answer"
            }
        },
        noHost: { state in
            if case .failed = state { "not delivered: got to no host" } else { "accepted" }
        })

    private static let hostsEnglish = Hosts(
        heading: "Mail hosts", host: "Host", port: "Port 25", accepted: "Accepted", confirmed: "Confirmed",
        none: "none", alias: "an alias", notAsked: "not asked", noAnswer: "no DNS answer",
        unlisted: "not in the MX",
        route: { route in
            switch route {
            case .exchangers: nil
            case .implicit: "There is no MX record, so mail goes to the domain's own addresses."
            case .nullMX: "A null MX record says that the domain takes no mail."
            case .noDomain: "The domain does not exist in DNS."
            case .unknown: "DNS gave no answer about the mail hosts."
            }
        },
        scope: { scope in
            switch scope {
            case .global: nil
            case .ours: "our own address"
            case .loopback: "leads to itself"
            case .linkLocal: "its own link only"
            case .uniqueLocal: "its own network only"
            case .mapped: "IPv4 in disguise"
            case .documentation: "for examples only"
            case .special: "not for mail"
            }
        },
        portAnswer: { outcome in
            switch outcome {
            case .answers: "answers"
            case .silent: "open, says nothing"
            case .refuses: "refuses"
            case .noAnswer: "no answer"
            case .unreachable: "unreachable"
            case .noWayOut: "no way from us"
            }
        }, mails: { "mail \($0)" }, refused: { "refused mail \($0)" },
        dns64: "Our own resolver makes up IPv6 addresses (DNS64), so nothing follows from these.",
        more: { "and \($0) more" }, scroll: "The table can be scrolled sideways.")

    private static let factsEnglish = Facts(
        arrived: { "Your mail came to \($0) from \($1)." }, submitted: "We sent it.",
        queued: "Still in our queue:",
        attempt: { outcome, host in
            switch outcome {
            case .sent: "Taken by \(host):"
            case .deferred: "Put off by \(host):"
            case .bounced: "Refused by \(host):"
            case .expired: "Given up:"
            }
        },
        report: { action, author in
            switch action {
            case .delivered: "Delivered, says \(author):"
            case .relayed, .expanded: "Passed on, says \(author):"
            case .delayed: "Delayed, says \(author):"
            case .failed: "Failed, says \(author):"
            }
        }, ourServer: "our server", someServer: "a mail server",
        confirmed: "You answered it: it is in the mailbox.",
        automatic: "A program at your side answered it.", stopped: "You asked for no more mail.",
        watched: "We looked whether the server that wrote to us had tried IPv6 before.",
        healthy: "We looked at our own side: all was well.", faults: "We looked at our own side:",
        surveyed: { "We asked DNS about the domain: \($0) mail host\($0 == 1 ? "" : "s")." })

    private static func days(_ number: Int) -> String { number == 1 ? "a day" : "\(number) days" }
}
