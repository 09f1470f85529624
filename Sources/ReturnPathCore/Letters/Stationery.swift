/// What our mails are written on and with: templates and words, the operator's where there are some, else those that
/// are built in.
///
/// A template is not parsed before a letter is rendered, for most processes render none.
package struct Stationery: Hashable, Sendable {
    private let templates: [LetterTemplate: String]
    private let words: [Language: [Phrase: String]]

    /// - Parameters:
    ///   - templates: The operator's templates, as they were read.
    ///   - words: The operator's words for some phrases.
    package init(templates: [LetterTemplate: String] = [:], words: [Language: [Phrase: String]] = [:]) {
        self.templates = templates
        self.words = words
    }

    /// What is wrong with the operator's templates; the built-in one takes the place of each.
    package var faults: [TemplateFault] {
        LetterTemplate.allCases.compactMap { template in
            templates[template].flatMap { template.fault(in: $0) }
        }
    }

    /// Whoever writes in a language.
    func writer(_ language: Language) -> Writer {
        Writer(Phrasebook(language, replacing: words[language] ?? [:]))
    }

    /// Shows values by a template.
    func render(_ template: LetterTemplate, _ values: [String: Any]) -> String {
        let sources = [templates[template], template.builtIn].compactMap(\.self)
        return sources.lazy.compactMap { template.rendered($0, values) }.first ?? ""
    }
}
