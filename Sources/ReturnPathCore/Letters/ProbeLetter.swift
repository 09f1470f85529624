/// The mails that are sent along the return path: one template for all of them.
///
/// Only one sentence, of the same length in words, says which mail it is; a filter that judges the
/// words has no reason to treat them differently.
package struct ProbeLetter: Sendable {
    private let composer: MessageComposer
    private let stationery: Stationery
    private let timing: Timing
    private let operatorAddress: String

    package init(
        composer: MessageComposer, stationery: Stationery, timing: Timing, operatorAddress: String
    ) {
        self.composer = composer
        self.stationery = stationery
        self.timing = timing
        self.operatorAddress = operatorAddress
    }

    /// The submission of one probe.
    package func submission(_ probe: Probe, of check: Check, at now: Moment) -> Submission {
        composer.submission(.probe(probe), of: check, letter: letter(probe, of: check), at: now)
    }

    private func letter(_ probe: Probe, of check: Check) -> Letter {
        let writer = stationery.writer(check.language)
        let subject = TextLayout.plain(writer.subject(of: probe))
        let paragraphs = paragraphs(probe.kind, of: check, writer)
        let closing = [
            writer.line(.notRequested, addresses: ["stop": composer.stopAddress(of: check)]),
            writer.line(.questions, addresses: ["operator": operatorAddress]),
        ]
        func values(_ form: LetterForm) -> [String: Any] {
            [
                "language": check.language.rawValue, "subject": subject,
                "paragraphs": paragraphs.map { form.paragraph($0) }, "closing": closing.map { form.line($0) },
            ]
        }
        return Letter(
            language: check.language, service: writer.say(.service), subject: subject,
            text: stationery.render(.probeText, values(.text)),
            html: stationery.render(.probeHTML, values(.html)))
    }

    private func paragraphs(_ kind: ProbeKind, of check: Check, _ writer: Writer) -> [String] {
        let minutes = writer.say(.minutes, count: max(1, Int(timing.firstVerdict / 60)))
        return [
            writer.say(.arrived),
            writer.say(
                .differences, ["address": check.reversePath.text, "role": writer.say(.role(kind))]),
            writer.say(.noAction, ["minutes": minutes]),
            writer.say(.pleaseAnswer),
        ]
    }
}
