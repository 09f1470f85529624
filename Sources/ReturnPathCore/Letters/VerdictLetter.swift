/// The mail that tells the person how the check came out.
///
/// First the outcome, then a line per ability, then who has to mend what, then the proof verbatim.
package struct VerdictLetter: Sendable {
    private let composer: MessageComposer
    private let operatorAddress: String

    package init(composer: MessageComposer, operatorAddress: String) {
        self.composer = composer
        self.operatorAddress = operatorAddress
    }

    /// The submission of a verdict.
    package func submission(_ kind: LetterKind, of check: Check, verdict: Verdict, at now: Moment)
        -> Submission
    {
        composer.submission(
            .letter(kind), of: check, subject: English.subject(verdict.overall, kind),
            text: text(kind, of: check, verdict: verdict, at: now), at: now)
    }

    /// The letter's text alone.
    package func text(_ kind: LetterKind, of check: Check, verdict: Verdict, at now: Moment) -> String {
        let domain = check.reversePath.domain
        var blocks = [TextLayout.wrap(English.outcome(verdict, domain: domain))]
        if kind == .amended { blocks.insert(TextLayout.wrap(English.amendment), at: 0) }
        if !verdict.isSettled { blocks.append(TextLayout.wrap(English.stillWaiting)) }
        blocks.append(heading("What was tested") + lines(verdict, domain: domain))
        blocks += English.confirmation(verdict).map { TextLayout.wrap($0) }
        let advice = Self.advice(verdict, domain: domain)
        if !advice.isEmpty { blocks.append(heading("Who has to mend what") + advice) }
        if let faults = verdict.health?.faults, !faults.isEmpty {
            blocks.append(
                heading("What was wrong on our own side")
                    + faults.map { TextLayout.wrap($0.text, first: "* ", rest: "  ") }.joined(separator: "\n")
            )
        }
        if let survey = verdict.survey {
            blocks.append(
                heading("What DNS and port 25 showed")
                    + English.hosts(survey, domain: domain).map {
                        TextLayout.wrap($0, first: "* ", rest: "  ")
                    }
                    .joined(separator: "\n"))
        }
        if let reception = verdict.reception {
            blocks.append(
                heading("What our IPv6 mail host saw")
                    + TextLayout.wrap(English.seen(reception), first: "* ", rest: "  "))
        }
        let proof = Self.proof(verdict)
        if !proof.isEmpty { blocks.append(heading("The proof") + proof) }
        if !verdict.log.isEmpty {
            blocks.append(heading("What our sending server logged") + Self.log(verdict.log))
        }
        blocks.append(footer(check, at: now))
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private func heading(_ title: String) -> String {
        "\(title)\n\(String(repeating: "-", count: title.count))\n"
    }

    private func lines(_ verdict: Verdict, domain: String) -> String {
        verdict.findings.map { finding in
            let label = English.label(finding.outcome).padding(to: 11)
            let number = finding.ability.rawValue.padding(to: 3)
            return TextLayout.wrap(
                English.sentence(finding, domain: domain), first: "\(label)\(number)",
                rest: String(repeating: " ", count: 14))
        }
        .joined(separator: "\n")
    }

    /// One paragraph per cause, in the order of the findings.
    private static func advice(_ verdict: Verdict, domain: String) -> String {
        var told: Set<Cause> = []
        var paragraphs: [String] = []
        for finding in verdict.findings {
            guard finding.outcome != .waiting, let cause = finding.cause, told.insert(cause).inserted,
                let remedy = English.remedy(cause, domain: domain)
            else { continue }
            paragraphs.append(
                TextLayout.wrap(
                    English.advice(cause, domain: domain, remedy: remedy), first: "* ", rest: "  "))
        }
        return paragraphs.joined(separator: "\n")
    }

    /// The hosts' own words; the same words are not printed twice.
    private static func proof(_ verdict: Verdict) -> String {
        var told: Set<[String]> = []
        return verdict.findings.compactMap { finding -> String? in
            let lines = English.proof(finding)
            guard !lines.isEmpty, told.insert(lines).inserted else { return nil }
            let source = English.proofSource(finding)
            return TextLayout.wrap("\(finding.ability.rawValue)  \(source)") + "\n" + TextLayout.quote(lines)
        }
        .joined(separator: "\n\n")
    }

    /// The last attempt of each mail, line by line.
    private static func log(_ mails: [Verdict.LoggedMail]) -> String {
        mails.map { mail in
            TextLayout.wrap(English.attempts(mail)) + "\n" + TextLayout.quote(mail.attempts.last?.lines ?? [])
        }
        .joined(separator: "\n\n")
    }

    private func footer(_ check: Check, at now: Moment) -> String {
        [
            "Check \(check.id),",
            "opened \(MailDate.table(check.openedAt)) UTC, judged \(MailDate.table(now)) UTC.",
            "To get no more mail from us, write to",
            "<\(composer.stopAddress(of: check))>.",
            "Questions go to <\(operatorAddress)>.",
        ]
        .joined(separator: "\n")
    }
}

extension String {
    /// The text with spaces behind it, at least one.
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - count))
    }
}
