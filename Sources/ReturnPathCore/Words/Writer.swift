/// Puts findings into words of one language. Findings are facts; only here do they become prose.
package struct Writer: Sendable {
    private let phrases: Phrasebook

    package init(_ phrases: Phrasebook) {
        self.phrases = phrases
    }

    /// What programs of ours say on a terminal.
    package static let english = Writer(Phrasebook(.english))

    package var language: Language { phrases.language }

    /// A phrase with its placeholders filled.
    package func say(_ phrase: Phrase, _ values: [String: String] = [:], count: Int = 1) -> String {
        phrases.text(phrase, values, count: count)
    }

    /// A sentence with its placeholders filled.
    package func say(_ sentence: Sentence, _ values: [String: String] = [:], count: Int = 1) -> String {
        phrases.text(.sentence(sentence), values, count: count)
    }

    /// A sentence in which some values are mail addresses to write to.
    func line(_ sentence: Sentence, addresses: [String: String]) -> [LinePiece] {
        phrases.pieces(.sentence(sentence), addresses).map { piece in
            switch piece {
            case .words(let words): .words(String(words))
            case .value(_, let address): .address(address)
            }
        }
    }

    /// Items as a list in a sentence, the last joined by a word.
    func list(_ items: [String], _ word: Sentence) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return say(word, ["items": items.dropLast().joined(separator: ", "), "last": last])
    }
}

/// A part of a sentence.
package enum LinePiece: Hashable, Sendable {
    case words(String)
    /// A mail address to write to.
    case address(String)
    /// Where a page of ours is.
    case page(String)
}
