import ReturnPathCore
import ReturnPathStore

/// A list of checks for people at a terminal, a line each.
package struct ListText {
    private let style: TerminalStyle
    private let writer: Writer

    package init(_ style: TerminalStyle) {
        self.style = style
        writer = Writer(Phrasebook(style.language))
    }

    /// How much of a check's name is shown: enough to ask for it.
    private static let shownLetters = 8
    private static let abilities = Ability.allCases.filter { $0 != .control }

    /// A page.
    ///
    /// - Parameters:
    ///   - isFiltered: Whether another list could show more.
    ///   - next: The command that shows the next page.
    ///   - address: Where people write to, for those who have no check yet.
    package func text(_ page: CheckList, isFiltered: Bool, next: String?, address: String) -> String {
        guard !page.checks.isEmpty else {
            return sentence(isFiltered ? .noSuchChecks : .noChecks, ["address": address])
        }
        let marks = Self.abilities.map(\.rawValue).joined(separator: " ")
        let head =
            writer.say(.columnCheck).padded(10) + writer.say(.columnOpened).padded(18)
            + writer.say(.columnResult).padded(labelWidth + 2) + marks + "  " + writer.say(.columnAddress)
        let lines = page.checks.map(line)
        return style.shown(style.heading(head) + "\n" + lines.joined(separator: "\n") + "\n")
            + (next.map { "\n" + sentence(.moreChecks, ["command": $0]) } ?? "")
    }

    private var labelWidth: Int {
        Verdict.Overall.allCases.map { writer.say(.label($0.outcome)).count }.max() ?? 0
    }

    private func line(_ check: CheckList.Item) -> String {
        let overall = Verdict.Overall(rawValue: check.verdict ?? "")?.outcome
        let label = overall.map { writer.say(.label($0)) } ?? (style.hasSymbols ? "–" : "-")
        let marks = Self.abilities.map { ability in
            let outcome = check.abilities[ability.rawValue].flatMap(Outcome.init) ?? .notSeen
            let symbol = style.symbol(outcome)
            return style.coloured(symbol, outcome) + (ability == .deliverWithoutMX ? " " : "")
        }
        let start =
            check.check.prefix(Self.shownLetters) + "  "
            + check.openedAt.replacing("T", with: " ").prefix("2026-11-24 16:25".count) + "  "
        let address = TextLayout.printable(check.reversePath)
        let taken = start.count + labelWidth + 2 + Self.abilities.count * 2 + 2
        let room = max(10, style.width - taken)
        let shortened =
            address.count <= room ? address : address.prefix(room - 1) + (style.hasSymbols ? "…" : "~")
        return start + style.coloured(label.padded(labelWidth), overall ?? .notSeen) + "  "
            + marks.joined(separator: " ") + "  " + shortened
    }

    private func sentence(_ sentence: Sentence, _ values: [String: String]) -> String {
        style.shown(TextLayout.wrap(writer.say(sentence, values), width: style.width)) + "\n"
    }
}
