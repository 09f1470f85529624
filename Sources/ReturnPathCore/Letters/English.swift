/// The English sentences about a check. Findings are facts; only here do they become prose.
package enum English {
    /// The place of a mail in the check, as its subject says.
    static func place(of probe: Probe) -> String {
        let number =
            switch probe.kind {
            case .control: 1
            case .overIPv6: 2
            case .sixEnvelope: 3
            case .sixAuthor: 4
            }
        return "mail \(number) of 4" + (probe.isRepeat ? ", once more" : "")
    }

    /// What is special about a mail, one sentence each.
    static func role(of kind: ProbeKind) -> String {
        switch kind {
        case .control: "This one is the control: it is sent in the ordinary way."
        case .overIPv6: "This one travels over IPv6: nothing else was allowed."
        case .sixEnvelope: "This one has a return path at an IPv6-only domain."
        case .sixAuthor: "This one has an author at an IPv6-only domain."
        }
    }

    static func subject(_ overall: Verdict.Overall, _ kind: LetterKind) -> String {
        let result =
            switch overall {
            case .passed: "all of it works"
            case .failed: "something does not work"
            case .inconclusive: "no clear answer"
            case .waiting: "not finished yet"
            }
        return "IPv6 return path check: \(result)" + (kind == .amended ? " (corrected)" : "")
    }

    static let amendment = "This corrects the result that we sent you before: something has changed since."

    static let stillWaiting =
        "One answer or more is still to come. If it changes the result, you get one more mail; else this was "
        + "the last one."

    /// The first paragraph: the whole in one or two sentences.
    static func outcome(_ verdict: Verdict, domain: String) -> String {
        if verdict[.control].outcome == .failed {
            return
                "We cannot say how mail for \(domain) fares over IPv6: your address did not take our ordinary "
                + "mail either. "
                + (because(verdict[.control], domain: domain).map { "The reason: \($0)." } ?? "")
        }
        switch verdict.overall {
        case .passed:
            return "Good news: mail finds its way to \(domain) and back when all that is left is IPv6."
        case .failed:
            let broken = verdict.findings.filter { $0.outcome == .failed }.map { ability($0.ability) }
            return
                "Not everything works: your mail system does not \(list(broken, "or")). The reason is below, and who "
                + "can mend it."
        case .waiting: return "The check of \(domain) is not finished: not every answer has come home yet."
        case .inconclusive:
            return "There is no clear answer for \(domain). What we know and what we do not is below."
        }
    }

    private static func ability(_ ability: Ability) -> String {
        switch ability {
        case .control: "take our ordinary mail"
        case .deliver: "deliver to IPv6-only destinations"
        case .deliverWithoutMX: "deliver to IPv6-only destinations without an MX record"
        case .receive: "receive mail over IPv6"
        case .receiveFromSixEnvelope: "take mail whose return path is IPv6-only"
        case .receiveFromSixAuthor: "take mail whose author's domain is IPv6-only"
        }
    }

    static func list(_ items: [String], _ word: String) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(word) " + last
    }

    package static func label(_ outcome: Outcome) -> String {
        switch outcome {
        case .passed: "PASS"
        case .failed: "FAIL"
        case .inconclusive: "UNCLEAR"
        case .waiting: "WAITING"
        case .notSeen: "NOT TRIED"
        case .notReached: "NOT SENT"
        }
    }

    /// Who has to act, as the beginning of a sentence.
    static func owner(_ owner: Cause.Owner, domain: String) -> String {
        switch owner {
        case .mailAdministrator: "Whoever runs the mail servers of \(domain)"
        case .domainOwner: "Whoever keeps the DNS of \(domain)"
        case .sendingProvider: "Whoever runs the server that sends your mail"
        case .forwarder: "Whoever set up the forwarding"
        case .tester: "You"
        case .us: "We"
        case .nobody: "Nobody"
        }
    }

    /// Who has to do what, as one sentence.
    static func advice(_ cause: Cause, domain: String, remedy: String) -> String {
        owner(cause.owner, domain: domain) + (cause.owner == .us ? " " : ": ") + remedy
    }
}
