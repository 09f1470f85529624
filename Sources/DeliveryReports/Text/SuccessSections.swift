/// Which lines of a text for people stand below a heading that says who got the mail.
///
/// A mail to several can reach some and fail for others, and a report may list both. A heading ends in a colon or in
/// dashes; what it says is looked for from the last address or blank line on, for it may be broken.
struct SuccessSections {
    /// For each line; empty where the text has no such heading.
    private let flags: [Bool]

    /// - Parameters:
    ///   - lines: The text.
    ///   - failures: The phrases of failure that it has.
    init(_ lines: TextLines, failures: [StaticString]) {
        let phrases = Self.headings.all(in: lines.search)
        guard !phrases.isEmpty else {
            flags = []
            return
        }
        var flags = [Bool](repeating: false, count: lines.count)
        var isBelow = false
        var start = 0
        for line in 0..<lines.count {
            let content = lines.content(of: line)
            if content.isEmpty || lines.octets.has(0x40, in: content) {
                flags[line] = isBelow
                start = line + 1
            } else if let last = lines.octets[content].last, last == 0x3A || last == 0x2D {
                let words = lines.normalized(start...line)
                isBelow =
                    Phrase.any(of: phrases, in: words) && !Phrase.any(of: failures + Self.denials, in: words)
                start = line + 1
            }
        }
        self.flags = flags
    }

    /// Whether a line is in such a section.
    func contains(_ line: Int) -> Bool { !flags.isEmpty && flags[line] }

    private static let headings = PhraseProbes(FailurePhrases.delivered)
    private static let denials: [StaticString] = [
        "not ", "n't ", "fail", "reject", "refus", "error", "unable",
    ]
}
