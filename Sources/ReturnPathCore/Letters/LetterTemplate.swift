import Mustache

/// One template of a mail; the raw value is the name of its file.
package enum LetterTemplate: String, CaseIterable, Hashable, Sendable {
    case verdictText = "verdict.text"
    case verdictHTML = "verdict.html"
    case probeText = "probe.text"
    case probeHTML = "probe.html"
    case invitationText = "invitation.text"
    case invitationHTML = "invitation.html"

    /// The template that comes with the program.
    package var builtIn: String {
        switch self {
        case .verdictText: Self.verdictTextSource
        case .verdictHTML: Self.verdictHTMLSource
        case .probeText: Self.probeTextSource
        case .probeHTML: Self.probeHTMLSource
        case .invitationText: Self.invitationTextSource
        case .invitationHTML: Self.invitationHTMLSource
        }
    }

    /// What a source of this template may ask for (docs/letters.md).
    var names: Set<String> {
        let all: Set = ["language", "subject", "closing", "words", "address", "link"]
        return switch self {
        case .probeText, .probeHTML: all.union(["paragraphs"])
        case .invitationText, .invitationHTML: all.union(["lines"])
        case .verdictText, .verdictHTML:
            all.union(VerdictSection.allCases.map(\.rawValue)).union([
                "outcome", "notes", "columnResult", "columnNumber", "columnFinding", "confirmation", "times",
                "title", "rule", "items", "symbol", "label", "kind", "number", "sentence", "owner", "remedy",
                "line", "lines", "foreign",
            ])
        }
    }

    private var form: LetterForm {
        switch self {
        case .verdictText, .probeText, .invitationText: .text
        case .verdictHTML, .probeHTML, .invitationHTML: .html
        }
    }

    /// Shows values by a source of this template; `nil` where that is malformed.
    func rendered(_ source: String, _ values: [String: Any]) -> String? {
        (try? parse(source))?.render(values)
    }

    /// What is wrong with a source of this template.
    func fault(in source: String) -> TemplateFault? {
        do {
            _ = try parse(source)
            return nil
        } catch {
            return TemplateFault(self, error)
        }
    }

    /// Takes a template apart.
    ///
    /// A line before its first says how values are escaped: not at all in text, by ``HTMLEscaping`` in HTML.
    private func parse(_ source: String) throws -> MustacheTemplate {
        _ = HTMLEscaping.registered
        let type =
            switch form {
            case .text: "TEXT"
            case .html: HTMLEscaping.name
            }
        let template = try MustacheTemplate(string: "{{% CONTENT_TYPE:\(type)}}\n\(source)")
        if let unknown = TemplateTags.firstUnknown(in: source, but: names) { throw unknown }
        return template
    }
}
