extension VerdictContent {
    /// The values that a template shows (docs/letters.md).
    func values(_ form: LetterForm, writer: Writer) -> [String: Any] {
        let sections: [(VerdictSection, [Any])] = [
            (.mending, advices.map { advice($0, form) }), (.faults, faults.map { quotation($0, form) }),
            (.survey, survey.map { form.paragraph($0, first: "* ", rest: "  ") }),
            (.reception, [reception].compactMap(\.self).map { form.paragraph($0, first: "* ", rest: "  ") }),
            (.proof, proof.map { quotation($0, form) }), (.log, log.map { quotation($0, form) }),
        ]
        var values: [String: Any] = [
            "language": language.rawValue, "subject": subject, "outcome": form.paragraph(outcome),
            "notes": notes.map { form.paragraph($0) },
            "tested": section(.tested, abilities.map { row($0, form, writer) }, form, writer),
            "confirmation": confirmation.map { form.paragraph($0) }, "times": form.paragraph(times),
            "closing": closing.map { form.line($0) }, "columnResult": writer.say(.columnResult),
            "columnNumber": writer.say(.columnNumber), "columnFinding": writer.say(.columnFinding),
        ]
        for (name, items) in sections where !items.isEmpty {
            values[name.rawValue] = section(name, items, form, writer)
        }
        return values
    }

    private func section(_ section: VerdictSection, _ items: [Any], _ form: LetterForm, _ writer: Writer)
        -> [String: Any]
    {
        let title = form.paragraph(writer.say(.heading(section)))
        return ["title": title, "rule": String(repeating: "-", count: title.count), "items": items]
    }

    private func row(_ row: AbilityRow, _ form: LetterForm, _ writer: Writer) -> [String: Any] {
        let width = Outcome.allCases.map { writer.say(.label($0)).count }.max() ?? 0
        let head =
            "\(row.outcome.symbol) \(row.label.padding(to: width + 1))"
            + row.ability.rawValue.padding(to: 3)
        return [
            "symbol": row.outcome.symbol, "label": row.label, "kind": row.outcome.rawValue,
            "number": row.ability.rawValue,
            "sentence": form.paragraph(
                row.sentence, first: head, rest: String(repeating: " ", count: head.count)),
        ]
    }

    private func advice(_ advice: Writer.Advice, _ form: LetterForm) -> [String: Any] {
        [
            "owner": TextLayout.printable(advice.owner), "remedy": TextLayout.printable(advice.remedy),
            "line": form.paragraph(advice.text, first: "* ", rest: "  "),
        ]
    }

    private func quotation(_ quotation: Quotation, _ form: LetterForm) -> [String: Any] {
        let number = quotation.ability.map { $0.rawValue + " " } ?? ""
        return [
            "title": form.paragraph(number + quotation.title), "lines": form.quotation(quotation.lines),
            "foreign": quotation.isForeign,
        ]
    }
}

extension Outcome {
    /// A sign for people who see it; it never stands without its word.
    package var symbol: String {
        switch self {
        case .passed: "✓"
        case .failed: "✗"
        case .inconclusive: "?"
        case .waiting: "…"
        case .notSeen, .notReached: "–"
        }
    }
}

extension String {
    /// The text with spaces behind it, at least one.
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - count))
    }
}
