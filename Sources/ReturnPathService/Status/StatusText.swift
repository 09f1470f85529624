import ReturnPathCore

/// Writes statuses for people: aligned, at most 80 columns where foreign words allow, coloured on request.
package struct StatusText {
    private let isColoured: Bool

    package init(isColoured: Bool) {
        self.isColoured = isColoured
    }

    /// How much of a check's name the list shows: enough to ask for it.
    private static let shownLetters = 8

    /// A line per check.
    package func list(_ checks: [CheckStatus]) -> String {
        guard !checks.isEmpty else { return "No checks yet.\n" }
        let head = "CHECK     OPENED (UTC)      VERDICT       1 1b 2 3 4  ADDRESS\n"
        return head
            + checks.map { check in
                let marks = ["1", "1b", "2", "3", "4"].map { key in
                    mark(check.abilities[key]?.outcome ?? "waiting").padded(key == "1b" ? 2 : 1, isColoured)
                }
                let time = check.openedAt.replacing("T", with: " ").prefix("2026-11-24 16:25".count)
                return
                    "\(check.check.prefix(Self.shownLetters))  \(time)  \(coloured(check.verdict.padded(12), check.verdict))  "
                    + "\(marks.joined(separator: " "))  \(printable(check.reversePath))\n"
            }.joined()
    }

    /// Everything about one check.
    package func one(_ check: CheckStatus) -> String {
        var out = "Check      \(check.check)\n"
        out += "Opened     \(check.openedAt)\n"
        out += "Address    \(printable(check.reversePath))\n"
        out += "Vouched    \(printable(check.authenticatedDomain))\n"
        out +=
            "Verdict    \(coloured(check.verdict, check.verdict))\(check.settled ? "" : ", so far")\n\nAbilities\n"
        for ability in Ability.allCases {
            guard let status = check.abilities[ability.rawValue] else { continue }
            out +=
                "  \(ability.rawValue.padded(3)) \(coloured(status.outcome.padded(12), status.outcome)) "
                + "\(wrapped(status.sentence, indent: 19))\n"
        }
        out += "\nMails\n"
        for probe in check.probes { out += self.probe(probe) }
        for letter in check.letters { out += self.letter(letter) }
        out += "\nEvidence\n"
        for line in check.evidence {
            let label = [line.fact, line.probe ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
            out += "  \(line.at)  \(label)\n      \(wrapped(line.text, indent: 6))\n"
        }
        return out
    }

    private func probe(_ probe: CheckStatus.ProbeStatus) -> String {
        var text = "  \(probe.probe.padded(13)) \(probe.state.padded(10)) "
        if let delay = probe.delay {
            text += wrapped("still trying, because \(delay)", indent: 27)
        } else if let error = probe.outbox?.lastError, probe.outbox?.ending == nil {
            text += wrapped("our own mail server did not take it: \(error)", indent: 27)
        } else if let host = probe.host {
            text += wrapped([host, probe.status ?? ""].joined(separator: " "), indent: 27)
        }
        return text + "\n"
    }

    private func letter(_ letter: CheckStatus.LetterStatus) -> String {
        let state = letter.outbox.ending ?? "waiting"
        return "  \("verdict \(letter.letter == "first" ? "1" : "2")".padded(13)) \(state.padded(10)) "
            + "\(letter.outbox.endedAt ?? letter.outbox.lastError ?? "")\n"
    }

    private func mark(_ outcome: String) -> String {
        switch outcome {
        case "passed": coloured("+", outcome)
        case "failed": coloured("-", outcome)
        case "inconclusive": coloured("?", outcome)
        case "waiting": coloured(".", outcome)
        default: " "
        }
    }

    private func coloured(_ text: String, _ outcome: String) -> String {
        guard isColoured else { return text }
        let code =
            switch outcome {
            case "passed": "32"
            case "failed": "31"
            case "inconclusive", "not-reached": "33"
            case "waiting": "36"
            default: "2"
            }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    private func wrapped(_ text: String, indent: Int) -> String {
        TextLayout.wrap(
            printable(text), rest: String(repeating: " ", count: indent), firstColumn: indent, width: 80)
    }

    private func printable(_ text: String) -> String { TextLayout.printable(text) }
}

extension String {
    /// The text with spaces behind it; a coloured mark has its own length.
    func padded(_ width: Int, _ isColoured: Bool = false) -> String {
        let length = isColoured && hasPrefix("\u{1B}") ? 1 : count
        return self + String(repeating: " ", count: max(0, width - length))
    }
}
