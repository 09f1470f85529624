/// The phrases of one language, filled with names.
package struct Phrasebook: Sendable {
    package let language: Language
    private let vocabulary: any Vocabulary.Type

    package init(_ language: Language) {
        self.language = language
        vocabulary =
            switch language {
            case .english: English.self
            case .czech: Czech.self
            }
    }

    /// What a placeholder stands for, or the words around it.
    package enum Piece: Hashable, Sendable {
        case words(Substring)
        case value(name: Substring, String)
    }

    /// The forms of a phrase, unfilled: one, or where it is counted one for each plural of the language.
    package func forms(of phrase: Phrase) -> [Substring] {
        (vocabulary.text(phrase) ?? "").split(separator: "|", omittingEmptySubsequences: false)
    }

    /// How many forms a counted phrase has.
    package var pluralForms: Int { vocabulary.forms }

    /// The phrase with its placeholders filled.
    ///
    /// - Parameter count: What a counted phrase depends on; it also fills `{count}`.
    package func text(_ phrase: Phrase, _ values: [String: String] = [:], count: Int = 1) -> String {
        pieces(phrase, values, count: count).map { piece in
            switch piece {
            case .words(let words): String(words)
            case .value(_, let value): value
            }
        }
        .joined()
    }

    /// The phrase in pieces, so that a value can be shown as something else than words.
    ///
    /// What a value holds is never read: braces in foreign words are braces.
    package func pieces(_ phrase: Phrase, _ values: [String: String] = [:], count: Int = 1) -> [Piece] {
        let forms = forms(of: phrase)
        let number = min(phrase.isCounted ? vocabulary.form(for: count) : 0, forms.count - 1)
        var pieces: [Piece] = []
        var rest = forms[number]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            pieces.append(.words(rest[..<open]))
            let value = values[String(name)] ?? (name == "count" ? "\(count)" : nil)
            pieces.append(value.map { .value(name: name, $0) } ?? .words(rest[open...close]))
            rest = rest[rest.index(after: close)...]
        }
        return pieces + [.words(rest)]
    }
}
