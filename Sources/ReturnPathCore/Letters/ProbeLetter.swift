/// The text of the mails that are sent along the return path: one template for all of them.
///
/// Only one line, of the same length in words, says which mail it is; a filter that judges the
/// words has no reason to treat them differently.
package struct ProbeLetter: Sendable {
    private let composer: MessageComposer
    private let timing: Timing
    private let operatorAddress: String

    package init(composer: MessageComposer, timing: Timing, operatorAddress: String) {
        self.composer = composer
        self.timing = timing
        self.operatorAddress = operatorAddress
    }

    /// The submission of one probe.
    package func submission(_ probe: Probe, of check: Check, at now: Moment) -> Submission {
        composer.submission(
            .probe(probe), of: check, subject: "IPv6 return path check: \(English.place(of: probe))",
            text: text(probe.kind, of: check), at: now)
    }

    private func text(_ kind: ProbeKind, of check: Check) -> String {
        let minutes = max(1, timing.firstVerdict / 60)
        let wait = minutes == 1 ? "a minute" : "\(minutes) minutes"
        let paragraphs = [
            "Your mail has arrived. It asked us whether mail finds its way to you and back when all that is "
                + "left is IPv6.",
            "To find out, a few mails are sent back to \(check.reversePath.text). They look alike and "
                + "differ in one thing each. \(English.role(of: kind))",
            "You need not do anything. The result follows in a mail of its own, within \(wait) at "
                + "the latest.",
            "If you like to help, answer this mail; an empty answer will do. A mail server can only say that it "
                + "took a mail. Your answer shows that it reached your mailbox.",
        ]
        let stop = [
            "Not your request? Write to",
            "<\(composer.stopAddress(of: check))>",
            "and no mail of ours is ever sent to this address again.",
            "Questions go to <\(operatorAddress)>.",
        ]
        return (paragraphs.map { TextLayout.wrap($0) } + [stop.joined(separator: "\n")])
            .joined(separator: "\n\n") + "\n"
    }
}
