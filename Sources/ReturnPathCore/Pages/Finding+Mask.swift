extension Finding {
    /// The same finding with nothing in it that names the tester.
    func masked(_ mask: PageMask) -> Finding {
        let masked: Basis =
            switch basis {
            case .nothing, .silence: basis
            case .arrival(let arrival): .arrival(arrival.masked(mask))
            case .acceptance(let report): .acceptance(report.masked(mask))
            case .failure(let report, let accepted):
                .failure(report.masked(mask), accepted: accepted?.masked(mask))
            case .reply(let accepted): .reply(accepted: accepted?.masked(mask))
            case .delay(let delay):
                .delay(
                    .init(
                        reason: mask.text(delay.reason), at: delay.at, attempts: delay.attempts,
                        next: delay.next))
            }
        return Finding(ability, outcome, cause: cause, rule: rule, basis: masked)
    }
}

extension Verdict {
    /// The same verdict with nothing in it that names the tester; logs are left out, for nobody is shown them.
    func masked(_ mask: PageMask) -> Verdict {
        Verdict(
            findings: findings.map { $0.masked(mask) }, isSettled: isSettled, survey: survey, health: health)
    }
}

extension Arrival {
    /// The same arrival with nothing in it that names the tester.
    func masked(_ mask: PageMask) -> Arrival {
        Arrival(
            name: name, client: client, clientName: mask.text(clientName, most: PageMask.longestName),
            helo: mask.text(helo, most: PageMask.longestName), relay: relay
        )
    }
}

extension Report {
    /// The same report with nothing in it that names the tester, and without its own lines.
    func masked(_ mask: PageMask) -> Report {
        Report(
            author: author, tokenPlace: tokenPlace, action: action,
            status: status.map { mask.text($0, most: 20) },
            replyCode: replyCode, diagnostic: mask.text(diagnostic), stage: stage, reason: reason,
            finalRecipient: nil, reportingMTA: reportingMTA.map { mask.text($0, most: PageMask.longestName) },
            remoteMTA: remoteMTA.map { mask.text($0, most: PageMask.longestName) },
            remoteAddress: remoteAddress, proof: [])
    }
}
