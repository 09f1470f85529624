import DeliveryReports

extension Writer {
    /// One sentence about one ability.
    package func sentence(_ finding: Finding, domain: String) -> String {
        say(.statement, ["about": say(.about(finding.ability)), "fact": fact(finding, domain: domain)])
    }

    private func fact(_ finding: Finding, domain: String) -> String {
        switch finding.outcome {
        case .passed: passed(finding)
        case .failed, .inconclusive: because(finding, domain: domain) ?? say(.unknownCause)
        case .waiting: waiting(finding)
        case .notSeen: say(.notTried)
        case .notReached: say(.notSent)
        }
    }

    private func passed(_ finding: Finding) -> String {
        switch finding.basis {
        case .arrival(let arrival): say(.cameFrom, ["host": arrival.host])
        case .reply(let accepted?): say(.andAnswered, ["fact": acceptance(accepted)])
        case .reply: say(.answered)
        case .acceptance(let report): acceptance(report)
        case .nothing, .failure, .delay, .silence: say(.works)
        }
    }

    private func acceptance(_ report: Report) -> String {
        let host = report.remoteHost ?? report.reportingMTA ?? say(.yourServer)
        return say(report.action == .delivered ? .delivered : .accepted, ["host": host])
    }

    private func waiting(_ finding: Finding) -> String {
        switch finding.basis {
        case .delay(let delay): stillTrying(delay)
        case .failure: say(.refusedOnce)
        case .nothing, .arrival, .acceptance, .reply, .silence: say(.noAnswerYet)
        }
    }

    /// Why a mail is still under way, how often it was tried, and when it is tried again.
    private func stillTrying(_ delay: ProbeState.Delay) -> String {
        let text = say(.stillTrying, ["reason": delay.reason])
        guard delay.attempts > 0 else { return text }
        let tries = say(.triesSoFar, count: delay.attempts)
        guard let next = delay.next else { return "\(text) (\(tries))" }
        return "\(text) (\(say(.triesUntil, ["tries": tries, "time": MailDate.clock(next)])))"
    }

    /// The cause of a finding as the end of a sentence, with the hosts where there are two.
    func because(_ finding: Finding, domain: String) -> String? {
        guard finding.cause == .forwardingFailed, case .failure(let report, let accepted?) = finding.basis,
            let first = accepted.remoteHost, let next = report.remoteHost
        else { return finding.cause.map { say(.because($0), ["domain": domain]) } }
        return say(.forwarded, ["first": first, "next": next])
    }

    /// Who has to do what.
    package struct Advice {
        package let owner: String
        package let remedy: String

        /// Both as one sentence.
        package var text: String { "\(owner): \(remedy)" }
    }

    /// Who has to do what about a cause; `nil` where there is nothing to do.
    func advice(_ cause: Cause, domain: String) -> Advice? {
        guard cause.owner != .nobody else { return nil }
        return Advice(
            owner: say(.owner(cause.owner), ["domain": domain]),
            remedy: say(.remedy(cause), ["domain": domain]))
    }

    /// What the person has confirmed, and what only servers say so far.
    func confirmation(_ verdict: Verdict) -> [String] {
        var confirmed: [String] = []
        var accepted: [String] = []
        for finding in verdict.findings {
            guard let number = finding.ability.mailNumber else { continue }
            switch finding.basis {
            case .reply: confirmed.append("\(number)")
            case .acceptance where finding.outcome == .passed: accepted.append("\(number)")
            case .acceptance, .nothing, .arrival, .failure, .delay, .silence: continue
            }
        }
        return [(Sentence.confirmedMails, confirmed), (.acceptedMails, accepted)].compactMap {
            sentence, numbers in
            numbers.isEmpty ? nil : say(sentence, ["mails": mails(numbers)])
        }
    }

    private func mails(_ numbers: [String]) -> String {
        say(.mails, ["numbers": list(numbers, .and)], count: numbers.count)
    }

    /// Where the proof of a finding comes from, and the words themselves; `nil` where there are none.
    func proof(_ finding: Finding) -> (source: String, lines: [String])? {
        switch finding.basis {
        case .arrival(let arrival):
            (
                say(arrival.relay == nil ? .takenFrom : .relayTakenFrom),
                [say(.calledItself, ["host": arrival.host, "helo": arrival.helo])]
            )
        case .acceptance(let report), .failure(let report, _):
            (source(report), report.proof.isEmpty ? [report.diagnostic] : report.proof)
        case .delay(let delay): (say(.ownStillTrying), [delay.reason])
        case .nothing, .reply, .silence: nil
        }
    }

    private func source(_ report: Report) -> String {
        report.author == .ours
            ? say(.ownReport) : say(.foreignReport, ["host": report.reportingMTA ?? say(.someServer)])
    }
}

extension Ability {
    /// The number that the subject of its mail bears.
    var mailNumber: Int? {
        switch self {
        case .control: ProbeKind.control.number
        case .receive: ProbeKind.overIPv6.number
        case .receiveFromSixEnvelope: ProbeKind.sixEnvelope.number
        case .receiveFromSixAuthor: ProbeKind.sixAuthor.number
        case .deliver, .deliverWithoutMX: nil
        }
    }
}

extension ProbeKind {
    /// The place of such a mail among the four.
    package var number: Int {
        switch self {
        case .control: 1
        case .overIPv6: 2
        case .sixEnvelope: 3
        case .sixAuthor: 4
        }
    }
}
