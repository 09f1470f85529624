import ReturnPathCore

/// One check for people at a terminal: the findings and words of its verdict mail, then its journey and evidence.
package struct CheckText {
    private let style: TerminalStyle
    private let writer: Writer

    package init(_ style: TerminalStyle) {
        self.style = style
        writer = Writer(Phrasebook(style.language))
    }

    /// Everything about one check.
    package func text(_ answer: StatusAnswer) -> String {
        let content = answer.content(writer)
        let status = answer.status
        var blocks = [head(status), paragraph(content.outcome)]
        blocks += content.notes.map { paragraph($0) }
        blocks.append(section(.tested, content.abilities.map(row)))
        blocks += content.confirmation.map { paragraph($0) }
        blocks.append(section(.journey, journey(answer)))
        blocks.append(section(.mending, content.advices.map { item($0.text) }))
        blocks.append(section(.faults, content.faults.map(quotation)))
        blocks.append(section(.survey, content.survey.map(item)))
        blocks.append(section(.reception, content.reception.map { [item($0)] } ?? []))
        blocks.append(section(.proof, content.proof.map(quotation)))
        blocks.append(section(.evidence, status.evidence.map(line)))
        return style.shown(blocks.filter { !$0.isEmpty }.joined(separator: "\n\n")) + "\n"
    }

    private func head(_ status: CheckStatus) -> String {
        style.heading(status.check) + "\n"
            + paragraph(
                writer.say(
                    .openedFor,
                    [
                        "address": status.reversePath, "opened": Self.time(status.openedAt),
                        "domain": status.authenticatedDomain,
                    ]))
            + (status.page.map { "\n" + $0 } ?? "")
    }

    private func row(_ row: VerdictContent.AbilityRow) -> String {
        let width = Outcome.allCases.map { writer.say(.label($0)).count }.max() ?? 0
        let label = "\(style.symbol(row.outcome)) \(row.label.padded(width))"
        let first = "\(label) \(row.ability.rawValue.padded(2)) "
        let rest = String(repeating: " ", count: first.count)
        let text = TextLayout.wrap(row.sentence, first: first, rest: rest, width: style.width)
        return style.coloured(label, row.outcome) + text.dropFirst(label.count)
    }

    // MARK: The journey

    /// Who handed the request to us, and where our mails went.
    private func journey(_ answer: StatusAnswer) -> [String] {
        answer.arrivals.map { arrival in
            let way = style.arrow(arrival.isOverIPv6 ? "ipv6" : "ipv4")
            let words = writer.say(
                .journeyRequest,
                ["host": arrival.host, "way": way, "name": answer.name(arrival.name)])
            return hop(arrival.isOverIPv6 ? .passed : .inconclusive, words)
        } + answer.status.probes.map(hop) + answer.status.letters.map(hop)
    }

    private func hop(_ probe: CheckStatus.ProbeStatus) -> String {
        let number =
            "\(Probe(code: probe.code)?.kind.number ?? 0)" + (probe.probe.hasSuffix("-again") ? "+" : "")
        if let error = probe.outbox?.lastError, probe.outbox?.ending == nil {
            return hop(.inconclusive, writer.say(.notSubmitted, ["number": number, "reason": error]))
        }
        guard probe.state != "planned" else {
            return hop(.notReached, writer.say(.notIssued, ["number": number]))
        }
        let last = probe.attempts.last
        let way = style.arrow(probe.family ?? last?.family)
        guard let host = probe.host ?? last?.host else {
            return hop(
                Self.outcome(probe.state), writer.say(.journeyUnderWay, ["number": number, "way": way]))
        }
        let words = writer.say(.journeyMail, ["number": number, "way": way, "host": host])
        return hop(
            Self.outcome(probe.state), [words, probe.status].compactMap(\.self).joined(separator: "  "))
    }

    private func hop(_ letter: CheckStatus.LetterStatus) -> String {
        let number = letter.letter == "first" ? "1" : "2"
        if let error = letter.outbox.lastError, letter.outbox.ending == nil {
            return hop(.inconclusive, writer.say(.notSubmitted, ["number": "v\(number)", "reason": error]))
        }
        guard let time = letter.outbox.endedAt else { return "" }
        return hop(.passed, writer.say(.verdictSent, ["number": number, "time": Self.time(time)]))
    }

    private func hop(_ outcome: Outcome, _ words: String) -> String {
        let symbol = style.symbol(outcome)
        let text = TextLayout.wrap(words, first: "\(symbol) ", rest: "    ", width: style.width)
        return style.coloured(symbol, outcome) + text.dropFirst(symbol.count)
    }

    private static func outcome(_ state: String) -> Outcome {
        switch state {
        case "accepted", "confirmed": .passed
        case "failed": .failed
        case "in-flight": .waiting
        default: .inconclusive
        }
    }

    // MARK: Layout

    private func section(_ section: VerdictSection, _ lines: [String]) -> String {
        let lines = lines.filter { !$0.isEmpty }
        guard !lines.isEmpty else { return "" }
        return style.heading(TextLayout.plain(writer.say(.heading(section)))) + "\n"
            + lines.joined(separator: "\n")
    }

    private func paragraph(_ text: String) -> String { TextLayout.wrap(text, width: style.width) }

    private func item(_ text: String) -> String {
        TextLayout.wrap(text, first: "* ", rest: "  ", width: style.width)
    }

    private func quotation(_ quotation: VerdictContent.Quotation) -> String {
        let number = quotation.ability.map { $0.rawValue + " " } ?? ""
        return paragraph(number + quotation.title) + "\n" + TextLayout.quote(quotation.lines)
    }

    private func line(_ line: CheckStatus.EvidenceLine) -> String {
        let label = [line.fact, line.probe ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        return TextLayout.wrap(
            line.text, first: "\(Self.time(line.at))  \(label): ", rest: "    ", width: style.width)
    }

    /// `2026-11-24T16:25:00Z` for people.
    private static func time(_ text: String) -> String {
        text.replacing("T", with: " ").replacing("Z", with: "")
    }
}

extension String {
    /// The text with spaces behind it.
    func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
