/// The mail that tells the person how the check came out.
///
/// First the outcome, then a line per ability, then who has to mend what, then the proof verbatim.
package struct VerdictLetter: Sendable {
    private let composer: MessageComposer
    private let templates: LetterTemplates
    private let operatorAddress: String

    package init(composer: MessageComposer, templates: LetterTemplates, operatorAddress: String) {
        self.composer = composer
        self.templates = templates
        self.operatorAddress = operatorAddress
    }

    /// The submission of a verdict.
    package func submission(_ kind: LetterKind, of check: Check, verdict: Verdict, at now: Moment)
        -> Submission
    {
        composer.submission(
            .letter(kind), of: check, letter: letter(kind, of: check, verdict: verdict, at: now), at: now)
    }

    private func letter(_ kind: LetterKind, of check: Check, verdict: Verdict, at now: Moment) -> Letter {
        let writer = Writer(Phrasebook(check.language))
        let content = VerdictContent(
            kind, of: check, verdict: verdict, writer: writer, stopAddress: composer.stopAddress(of: check),
            operatorAddress: operatorAddress, at: now)
        return Letter(
            language: check.language, service: writer.say(.service), subject: content.subject,
            text: templates.render(.verdictText, content.values(.text, writer: writer)),
            html: templates.render(.verdictHTML, content.values(.html, writer: writer)))
    }
}
