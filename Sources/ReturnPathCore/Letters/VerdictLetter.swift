/// The mail that tells the person how the check came out.
///
/// First the outcome, then a line per ability, then who has to mend what, then the proof verbatim.
package struct VerdictLetter: Sendable {
    private let composer: MessageComposer
    private let stationery: Stationery
    private let site: Site

    package init(composer: MessageComposer, stationery: Stationery, site: Site) {
        self.composer = composer
        self.stationery = stationery
        self.site = site
    }

    /// The submission of a verdict.
    package func submission(_ kind: LetterKind, of check: Check, verdict: Verdict, at now: Moment)
        -> Submission
    {
        composer.submission(
            .letter(kind), of: check, letter: letter(kind, of: check, verdict: verdict, at: now), at: now)
    }

    private func letter(_ kind: LetterKind, of check: Check, verdict: Verdict, at now: Moment) -> Letter {
        let writer = stationery.writer(check.language)
        let content = VerdictContent(
            kind, of: check, verdict: verdict, writer: writer, page: composer.page(of: check, at: site),
            stopAddress: composer.stopAddress(of: check), operatorAddress: site.operatorAddress, at: now)
        return Letter(
            language: check.language, service: writer.say(.service), subject: content.subject,
            text: stationery.render(.verdictText, content.values(.text, writer: writer)),
            html: stationery.render(.verdictHTML, content.values(.html, writer: writer)))
    }
}
