/// What a verdict says, in words of one language: made once, shown in every ``LetterForm``.
package struct VerdictContent {
    package let language: Language
    package let subject: String
    /// The whole in one or two sentences.
    package let outcome: String
    /// What has to be known about the outcome.
    package let notes: [String]
    package let abilities: [AbilityRow]
    /// What the person has confirmed and can confirm.
    package let confirmation: [String]
    package let advices: [Writer.Advice]
    package let faults: [Quotation]
    package let survey: [String]
    /// What our IPv6 mail host saw of a sender who came over IPv4.
    package let reception: String?
    package let proof: [Quotation]
    package let log: [Quotation]
    /// Which check it was.
    package let times: String
    /// Where its page is, how to stop our mail, and whom to ask.
    package let closing: [[LinePiece]]

    /// One ability in a table.
    package struct AbilityRow {
        package let ability: Ability
        package let outcome: Outcome
        package let label: String
        package let sentence: String
    }

    /// Words of a machine below a line of ours.
    package struct Quotation {
        /// The ability that it proves.
        package var ability: Ability?
        package let title: String
        package let lines: [String]
        /// Whether the lines are in English, whatever the letter's language.
        package var isForeign = true
    }
}

extension VerdictContent {
    /// Puts a verdict into words.
    package init(
        _ kind: LetterKind, of check: Check, verdict: Verdict, writer: Writer, page: String?,
        stopAddress: String,
        operatorAddress: String, at now: Moment
    ) {
        let domain = check.reversePath.writtenDomain
        language = writer.language
        subject = TextLayout.plain(writer.subject(verdict.overall, kind))
        outcome = writer.outcome(verdict, domain: domain)
        notes =
            (kind == .amended ? [writer.say(.amendment)] : [])
            + (verdict.isSettled ? [] : [writer.say(.stillWaiting)])
        abilities = verdict.findings.map { finding in
            AbilityRow(
                ability: finding.ability, outcome: finding.outcome,
                label: writer.say(.label(finding.outcome)),
                sentence: writer.sentence(finding, domain: domain))
        }
        confirmation = writer.confirmation(verdict)
        advices = Self.advices(verdict, domain: domain, writer: writer)
        faults = Self.faults(verdict.health, writer: writer)
        survey = verdict.survey.map { writer.hosts($0, domain: domain) } ?? []
        reception = verdict.reception.map { writer.seen($0) }
        proof = Self.proof(verdict, writer: writer)
        log = verdict.log.map { Quotation(title: writer.attempts($0), lines: $0.attempts.last?.lines ?? []) }
        times = writer.say(
            .checkTimes,
            [
                "check": check.id.text, "opened": MailDate.table(check.openedAt),
                "judged": MailDate.table(now),
            ])
        let shown = page.map { [LinePiece.words(writer.say(.shownAt, ["page": ""])), .page($0)] }
        closing =
            [shown].compactMap(\.self) + [
                writer.line(.stop, addresses: ["stop": stopAddress]),
                writer.line(.questions, addresses: ["operator": operatorAddress]),
            ]
    }

    /// One advice per cause, in the order of the findings.
    private static func advices(_ verdict: Verdict, domain: String, writer: Writer) -> [Writer.Advice] {
        var told: Set<Cause> = []
        return verdict.findings.compactMap { finding in
            guard finding.outcome != .waiting, let cause = finding.cause, told.insert(cause).inserted else {
                return nil
            }
            return writer.advice(cause, domain: domain)
        }
    }

    /// What was wrong on our own side, in the words of whatever looked.
    private static func faults(_ health: Health?, writer: Writer) -> [Quotation] {
        Health.Kind.allCases.compactMap { kind in
            let lines = health?.faults.filter { $0.kind == kind }.map(\.text) ?? []
            return lines.isEmpty ? nil : Quotation(title: writer.say(.fault(kind)), lines: lines)
        }
    }

    /// The hosts' own words; the same words are not printed twice.
    private static func proof(_ verdict: Verdict, writer: Writer) -> [Quotation] {
        var told: Set<[String]> = []
        return verdict.findings.compactMap { finding in
            guard let (source, lines) = writer.proof(finding, at: verdict.moment(of: finding.ability)),
                told.insert(lines).inserted
            else { return nil }
            var isForeign = true
            if case .arrival = finding.basis { isForeign = false }
            return Quotation(ability: finding.ability, title: source, lines: lines, isForeign: isForeign)
        }
    }
}
