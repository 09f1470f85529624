/// The phrases of one language, filled with names.
package struct Phrasebook: Sendable {
    package let language: Language
    private let vocabulary: any Vocabulary.Type
    private let replacements: [Phrase: String]

    /// - Parameter replacements: The operator's words for some phrases.
    package init(_ language: Language, replacing replacements: [Phrase: String] = [:]) {
        self.language = language
        self.replacements = replacements
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
        (replacements[phrase] ?? vocabulary.text(phrase) ?? "")
            .split(separator: "|", omittingEmptySubsequences: false)
    }

    /// How many forms a counted phrase has.
    package var pluralForms: Int { vocabulary.forms }

    /// The phrase with its placeholders filled; hard spaces stand where no line may end.
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

    /// What is wrong with other words for a phrase, as the end of a sentence.
    package func fault(in text: String, for phrase: Phrase) -> String? {
        let expected = phrase.isCounted ? pluralForms : 1
        let other = Phrasebook(language, replacing: [phrase: text])
        let placeholders = (placeholders(of: phrase), other.placeholders(of: phrase))
        if text.isEmpty || text.contains(where: \.isNewline) { return "is not one line of words" }
        if other.forms(of: phrase).count != expected { return "must have \(expected) forms, parted by |" }
        if let strange = placeholders.1.subtracting(placeholders.0).min() { return "has no {\(strange)}" }
        return placeholders.0.subtracting(placeholders.1).min().map { "must say {\($0)}" }
    }

    /// The names in braces, those of all forms together.
    package func placeholders(of phrase: Phrase) -> Set<String> {
        let pieces = forms(of: phrase).flatMap { Self.split($0) { _ in "" } }
        return Set(
            pieces.compactMap { piece in
                if case .value(let name, _) = piece { String(name) } else { nil }
            })
    }

    /// Words of ours with hard spaces behind those that stand at no line's end.
    private func bound(_ words: Substring) -> Substring {
        guard !vocabulary.bound.isEmpty else { return words }
        var text = ""
        for word in words.split(separator: " ", omittingEmptySubsequences: false) {
            text += word + (vocabulary.bound.contains(word.lowercased()[...]) ? TextLayout.hardSpace : " ")
        }
        return text.dropLast()
    }

    /// The phrase in pieces, so that a value can be shown as something else than words.
    ///
    /// What a value holds is never read: braces in foreign words are braces.
    package func pieces(_ phrase: Phrase, _ values: [String: String] = [:], count: Int = 1) -> [Piece] {
        let forms = forms(of: phrase)
        let number = min(phrase.isCounted ? vocabulary.form(for: count) : 0, forms.count - 1)
        return Self.split(forms[number]) { values[$0] ?? ($0 == "count" ? "\(count)" : nil) }.map { piece in
            if case .words(let words) = piece { .words(bound(words)) } else { piece }
        }
    }

    private static func split(_ text: Substring, value: (String) -> String?) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            pieces.append(.words(rest[..<open]))
            pieces.append(value(String(name)).map { .value(name: name, $0) } ?? .words(rest[open...close]))
            rest = rest[rest.index(after: close)...]
        }
        return pieces + [.words(rest)]
    }
}
