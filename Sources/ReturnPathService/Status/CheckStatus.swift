import DeliveryReports
import ReturnPathCore
import ReturnPathStore

/// One check as it stands: what `sixreturn status CHECK` shows (docs/status.md).
package struct CheckStatus: Codable, Hashable, Sendable {
    package let check: String
    package let openedAt: String
    package let reversePath: String
    package let author: String?
    package let authenticatedDomain: String
    /// Where its page is, once published; `nil` where nobody has said where the pages are.
    package let page: String?
    /// ``Verdict/Overall``.
    package let verdict: String
    /// Whether only new evidence can change the verdict.
    package let settled: Bool
    /// Whether something is still to happen by the clock.
    package let open: Bool
    package let abilities: [String: AbilityStatus]
    package let probes: [ProbeStatus]
    package let letters: [LetterStatus]
    /// What DNS and port 25 showed of the domain.
    package let survey: DomainSurvey?
    package let evidence: [EvidenceLine]

    /// One ability.
    package struct AbilityStatus: Codable, Hashable, Sendable {
        package let outcome: String
        package let cause: String?
        package let rule: String?
        /// Who can mend it.
        package let owner: String?
        package let sentence: String
    }

    /// One mail that was or will be sent along the return path.
    package struct ProbeStatus: Codable, Hashable, Sendable {
        package let probe: String
        package let code: String
        package let state: String
        package let submittedAt: String?
        package let delay: String?
        /// When it is tried again, at the earliest.
        package let nextAttempt: String?
        /// The host that answered, with its address.
        package let host: String?
        package let family: String?
        package let action: String?
        package let status: String?
        package let diagnostic: String?
        package let proof: [String]
        /// What the sending instance's log tells, the earliest first.
        package let attempts: [AttemptStatus]
        package let outbox: Outbox?
    }

    /// One attempt of the sending instance to deliver a mail.
    package struct AttemptStatus: Codable, Hashable, Sendable {
        package let at: String
        package let outcome: String
        package let host: String?
        package let family: String?
        /// The protocol of the encryption.
        package let encryption: String?
        package let status: String?
        package let reply: String
        /// The log's own lines.
        package let lines: [String]
    }

    /// One letter.
    package struct LetterStatus: Codable, Hashable, Sendable {
        package let letter: String
        package let outbox: Outbox
    }

    /// How far a mail of ours has come on our own side.
    package struct Outbox: Codable, Hashable, Sendable {
        package let issuedAt: String
        package let ending: String?
        package let endedAt: String?
        package let attempts: Int
        package let lastError: String?
    }

    /// One fact.
    package struct EvidenceLine: Codable, Hashable, Sendable {
        package let at: String
        package let fact: String
        package let probe: String?
        package let text: String
        /// The stored message that shows it.
        package let message: Int64?
    }

    /// Describes a check.
    ///
    /// - Parameters:
    ///   - verdict: What the judge makes of the evidence at `now`.
    ///   - judge: Tells where each probe stands.
    init(
        _ check: Check, _ verdict: Verdict, _ evidence: [Evidence], _ outbox: [OutboxEntry], isOpen: Bool,
        judge: Judge, page: String? = nil, at now: Moment
    ) {
        self.page = page
        self.check = check.id.text
        openedAt = MailDate.iso(check.openedAt)
        reversePath = check.reversePath.text
        author = check.author
        authenticatedDomain = check.authenticatedDomain
        self.verdict = verdict.overall.rawValue
        settled = verdict.isSettled
        open = isOpen
        abilities = Dictionary(
            uniqueKeysWithValues: verdict.findings.map { finding in
                (
                    finding.ability.rawValue,
                    AbilityStatus(
                        outcome: finding.outcome.rawValue, cause: finding.cause?.rawValue, rule: finding.rule,
                        owner: finding.cause?.owner.rawValue,
                        sentence: Writer.english.sentence(finding, domain: check.reversePath.writtenDomain))
                )
            })
        probes = Probe.all.compactMap { probe in
            let entry = outbox.first { $0.effect.role == .probe(probe) }
            guard entry != nil || !probe.isRepeat else { return nil }
            return ProbeStatus(probe, judge.state(of: probe, in: evidence, at: now), evidence, entry)
        }
        letters = LetterKind.allCases.compactMap { kind in
            outbox.first { $0.effect.role == .letter(kind) }
                .map { LetterStatus(letter: kind.name, outbox: Outbox($0)) }
        }
        survey = verdict.survey
        self.evidence = evidence.map(EvidenceLine.init)
    }
}

extension CheckStatus.ProbeStatus {
    fileprivate init(_ probe: Probe, _ state: ProbeState, _ evidence: [Evidence], _ entry: OutboxEntry?) {
        let report: Report? =
            switch state {
            case .accepted(let report), .failed(let report, _): report
            case .confirmed(let accepted): accepted
            case .planned, .inFlight, .silent: nil
            }
        var delay: ProbeState.Delay?
        if case .inFlight(_, let reason) = state { delay = reason }
        self.init(
            probe: probe.name, code: probe.code, state: state.name,
            submittedAt: evidence.first { $0.fact == .submitted(probe) }.map { MailDate.iso($0.at) },
            delay: delay?.reason, nextAttempt: delay?.next.map(MailDate.iso), host: report?.remoteHost,
            family: report?.remoteAddress?.family.rawValue,
            action: report?.action.rawValue, status: report?.status, diagnostic: report?.diagnostic,
            proof: report?.proof ?? [],
            attempts: DeliveryAttempt.all(of: probe, in: evidence).map(CheckStatus.AttemptStatus.init),
            outbox: entry.map(CheckStatus.Outbox.init))
    }
}

extension CheckStatus.AttemptStatus {
    fileprivate init(_ attempt: DeliveryAttempt) {
        self.init(
            at: MailDate.iso(attempt.at), outcome: attempt.outcome.rawValue, host: attempt.place,
            family: attempt.address?.family.rawValue, encryption: attempt.encryption, status: attempt.status,
            reply: attempt.reply, lines: attempt.lines)
    }
}

extension CheckStatus.Outbox {
    fileprivate init(_ entry: OutboxEntry) {
        self.init(
            issuedAt: MailDate.iso(entry.issuedAt), ending: entry.ending?.rawValue,
            endedAt: entry.endedAt.map(MailDate.iso), attempts: entry.attempts, lastError: entry.lastError)
    }
}

extension CheckStatus.EvidenceLine {
    fileprivate init(_ evidence: Evidence) {
        let text =
            switch evidence.fact {
            case .arrived(let arrival): "at \(arrival.name.rawValue) from \(arrival.host)"
            case .submitted: "given to the sending instance"
            case .queued(_, let reason): reason
            case .attempted(_, let attempt): "\(Writer.english.outcome(attempt)): \(attempt.reply)"
            case .examined(let health):
                health.faults.isEmpty
                    ? "nothing wrong on our side" : health.faults.map(\.text).joined(separator: " ")
            case .reported(_, let report): Self.text(report)
            case .confirmed: "the person answered"
            case .automaticResponse: "a program answered"
            case .stopped: "the person wants no more mail"
            case .watched(let reception): Writer.english.seen(reception)
            case .surveyed(let survey): "\(survey.route.rawValue), \(survey.hosts.count) mail hosts"
            }
        self.init(
            at: MailDate.iso(evidence.at), fact: evidence.fact.name, probe: evidence.fact.probe?.name,
            text: text,
            message: evidence.message)
    }

    private static func text(_ report: Report) -> String {
        [
            report.action.rawValue, report.status ?? "",
            "by \(report.author == .ours ? "our own server" : report.reportingMTA ?? "an unknown server"):",
            report.diagnostic.isEmpty ? report.proof.joined(separator: " ") : report.diagnostic,
        ].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension Probe {
    /// The word for people and programs.
    package var name: String {
        let name =
            switch kind {
            case .control: "control"
            case .overIPv6: "over-ipv6"
            case .sixEnvelope: "six-envelope"
            case .sixAuthor: "six-author"
            }
        return isRepeat ? name + "-again" : name
    }
}

extension LetterKind {
    /// The word for people and programs.
    package var name: String {
        switch self {
        case .first: "first"
        case .amended: "amended"
        }
    }
}
