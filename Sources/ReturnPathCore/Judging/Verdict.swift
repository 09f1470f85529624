/// What is known of one ability: a statement for people, and what it rests on.
package struct Finding: Hashable, Sendable {
    package let ability: Ability
    package let outcome: Outcome
    /// Why, where the outcome is not plainly good.
    package let cause: Cause?
    /// The rule of the cause table that said so.
    package let rule: String?
    package let basis: Basis

    /// What a finding rests on.
    package enum Basis: Hashable, Sendable {
        case nothing
        case arrival(Arrival)
        case acceptance(Report)
        /// `accepted` where some host had taken the mail before it failed further on.
        case failure(Report, accepted: Report?)
        case reply(accepted: Report?)
        case delay(ProbeState.Delay)
        case silence(since: Moment)
    }

    package init(
        _ ability: Ability, _ outcome: Outcome, cause: Cause? = nil, rule: String? = nil,
        basis: Basis = .nothing
    ) {
        self.ability = ability
        self.outcome = outcome
        self.cause = cause
        self.rule = rule
        self.basis = basis
    }

    /// The report that the finding rests on, whatever it says.
    package var report: Report? {
        switch basis {
        case .acceptance(let report), .failure(let report, _): report
        case .reply(let accepted): accepted
        case .nothing, .arrival, .delay, .silence: nil
        }
    }
}

/// The outcome of a check: a pure fold over its evidence, never stored as the truth.
package struct Verdict: Hashable, Sendable {
    /// In the order of ``Ability``.
    package let findings: [Finding]
    /// Whether only new evidence can change it.
    package let isSettled: Bool
    /// What DNS and port 25 showed of the tester's domain, where somebody looked.
    package let survey: DomainSurvey?
    /// How our own side was, where somebody looked.
    package let health: Health?
    /// What the log of our IPv6 mail host tells, where the request came through the fallback.
    package let reception: Reception?
    /// What the sending instance's log tells of each mail, as far as it was read.
    package let log: [LoggedMail]
    /// When we learned of what each finding rests on, in the order of the findings.
    private let moments: [Moment?]

    package init(
        findings: [Finding], isSettled: Bool, survey: DomainSurvey? = nil, health: Health? = nil,
        reception: Reception? = nil, log: [LoggedMail] = [], moments: [Moment?] = []
    ) {
        self.findings = findings
        self.isSettled = isSettled
        self.survey = survey
        self.health = health
        self.reception = reception
        self.log = log
        self.moments = moments
    }

    /// When we learned of what the finding about an ability rests on; `nil` where it rests on no single fact.
    package func moment(of ability: Ability) -> Moment? {
        zip(findings, moments).first { $0.0.ability == ability }?.1
    }

    /// The attempts to deliver one mail, the earliest first; never empty.
    package struct LoggedMail: Hashable, Sendable {
        package let probe: Probe
        package let attempts: [DeliveryAttempt]

        /// All mails that the log tells of, in the order of ``Probe/all``.
        package static func all(in evidence: [Evidence]) -> [LoggedMail] {
            Probe.all.compactMap { probe in
                let attempts = DeliveryAttempt.all(of: probe, in: evidence)
                return attempts.isEmpty ? nil : LoggedMail(probe: probe, attempts: attempts)
            }
        }
    }

    /// The one word for the whole.
    package enum Overall: String, CaseIterable, Codable, Hashable, Sendable {
        case passed, failed, inconclusive, waiting
    }

    /// Failed where an ability failed; waiting where none did but one is open; passed where all did.
    ///
    /// The control is no ability of its own: where it fails, nothing is known. The MX-less name
    /// does not count either, for few people try it.
    package var overall: Overall {
        let outcomes = findings.filter { $0.ability.counts }.map(\.outcome)
        if outcomes.contains(.failed) { return .failed }
        if outcomes.contains(.waiting) { return .waiting }
        return outcomes.allSatisfy { $0 == .passed } ? .passed : .inconclusive
    }

    /// The finding about an ability.
    package subscript(ability: Ability) -> Finding {
        findings.first { $0.ability == ability } ?? Finding(ability, .waiting)
    }

    /// What a letter told, in short; two verdicts with equal digests need no second letter.
    package var digest: String {
        findings.filter { $0.ability != .deliverWithoutMX }
            .map { "\($0.ability.rawValue)=\($0.outcome.rawValue)" }.joined(separator: " ")
    }
}
