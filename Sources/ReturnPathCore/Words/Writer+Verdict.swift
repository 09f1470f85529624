extension Writer {
    /// The subject of a mail along the return path.
    func subject(of probe: Probe) -> String {
        say(.probeSubject, ["service": say(.service), "place": place(of: probe)])
    }

    /// The subject of a mail that asks for a confirmation.
    func subject(of invitation: InvitationKind) -> String {
        let sentence: Sentence =
            switch invitation {
            case .check: .invitationSubject
            case .block: .blockSubject
            }
        return say(sentence, ["service": say(.service)])
    }

    /// The place of a mail in the check, as its subject says.
    func place(of probe: Probe) -> String {
        say(probe.isRepeat ? .placeAgain : .place, ["number": "\(probe.kind.number)"])
    }

    /// The subject of a verdict.
    func subject(_ overall: Verdict.Overall, _ kind: LetterKind) -> String {
        let subject = say(.subject, ["service": say(.service), "result": say(.result(overall))])
        return kind == .amended ? say(.corrected, ["subject": subject]) : subject
    }

    /// The first paragraph: the whole in one or two sentences.
    func outcome(_ verdict: Verdict, domain: String) -> String {
        guard verdict[.control].outcome != .failed else {
            let reason = because(verdict[.control], domain: domain).map { say(.reason, ["because": $0]) }
            return [say(.controlFailed, ["domain": domain]), reason].compactMap(\.self).joined(separator: " ")
        }
        let lacks = verdict.findings.filter { $0.outcome == .failed }.map { say(.lack($0.ability)) }
        return say(.outcome(verdict.overall), ["domain": domain, "lacks": list(lacks, .or)])
    }

    /// What the log tells of one mail, as the heading of its lines.
    func attempts(_ mail: Verdict.LoggedMail) -> String {
        guard let last = mail.attempts.last else { return "" }
        let count = mail.attempts.count
        let place = place(of: mail.probe)
        return say(
            count == 1 ? .attempt : .laterAttempt,
            ["place": place.prefix(1).uppercased() + place.dropFirst(), "outcome": outcome(last)],
            count: count)
    }

    /// How one attempt ended, and over what it went.
    package func outcome(_ attempt: DeliveryAttempt) -> String {
        let host = attempt.place ?? say(.noHost)
        switch attempt.outcome {
        case .sent:
            let way = attempt.encryption.map { say(.encrypted, ["protocol": $0]) } ?? say(.notEncrypted)
            return say(.taken, ["host": host, "encryption": way])
        case .deferred: return say(attempt.isRemembered ? .skipped : .putOff, ["host": host])
        case .bounced: return say(.givenBack, ["host": host])
        case .expired: return say(.givenUp)
        }
    }
}
