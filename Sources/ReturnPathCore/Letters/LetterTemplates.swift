import Mustache

/// The templates of our mails: the operator's where there are some, else those that are built in.
///
/// They are parsed when a letter is rendered, for most processes render none.
package struct LetterTemplates: Hashable, Sendable {
    private let sources: [LetterTemplate: String]

    /// - Parameter sources: The operator's templates, as they were read.
    package init(_ sources: [LetterTemplate: String] = [:]) {
        self.sources = sources
    }

    /// What is wrong with the operator's templates; the built-in one takes the place of each.
    package var faults: [TemplateFault] {
        LetterTemplate.allCases.compactMap { name in
            sources[name].flatMap { source in
                do {
                    _ = try name.parse(source)
                    return nil
                } catch {
                    return TemplateFault(name, error)
                }
            }
        }
    }

    /// Shows values by a template.
    func render(_ name: LetterTemplate, _ values: [String: Any]) -> String {
        let sources = [sources[name], name.builtIn].compactMap(\.self)
        return sources.lazy.compactMap { try? name.parse($0) }.first?.render(values) ?? ""
    }
}

/// One template of a mail; the raw value is the name of its file.
package enum LetterTemplate: String, CaseIterable, Hashable, Sendable {
    case verdictText = "verdict.text"
    case verdictHTML = "verdict.html"
    case probeText = "probe.text"
    case probeHTML = "probe.html"

    /// The template that comes with the program.
    package var builtIn: String {
        switch self {
        case .verdictText: Self.verdictTextSource
        case .verdictHTML: Self.verdictHTMLSource
        case .probeText: Self.probeTextSource
        case .probeHTML: Self.probeHTMLSource
        }
    }

    private var form: LetterForm {
        switch self {
        case .verdictText, .probeText: .text
        case .verdictHTML, .probeHTML: .html
        }
    }

    /// Takes a template apart.
    ///
    /// A line before its first says how values are escaped: not at all in text, by ``HTMLEscaping`` in HTML.
    fileprivate func parse(_ source: String) throws -> MustacheTemplate {
        _ = HTMLEscaping.registered
        let type =
            switch form {
            case .text: "TEXT"
            case .html: HTMLEscaping.name
            }
        return try MustacheTemplate(string: "{{% CONTENT_TYPE:\(type)}}\n\(source)")
    }
}

/// What is wrong with a template, and where.
package struct TemplateFault: Hashable, Sendable {
    package let template: LetterTemplate
    /// Counted from 1.
    package let line: Int
    /// Counted from 1.
    package let column: Int
    package let problem: String

    fileprivate init(_ template: LetterTemplate, _ error: any Error) {
        self.template = template
        guard let error = error as? MustacheTemplate.ParserError else {
            (line, column, problem) = (1, 1, "\(error)")
            return
        }
        // The first line is not the operator's.
        line = max(1, error.context.lineNumber - 1)
        column = error.context.columnNumber
        problem = Self.words(error.error)
    }

    private static func words(_ error: any Error) -> String {
        guard let error = error as? MustacheTemplate.Error else { return "the template ends within a tag" }
        return switch error {
        case .sectionCloseNameIncorrect: "this tag closes another section than the last that was opened"
        case .unfinishedName: "the tag is not closed, or its name has a character that none may have"
        case .expectedSectionEnd: "a section is opened and never closed"
        case .invalidSetDelimiter: "new delimiters are written {{=<% %>=}}"
        case .transformAppliedToInheritanceSection: "a block takes no transform"
        case .illegalTokenInsideInheritSection, .textInsideInheritSection:
            "only blocks may stand in a partial that is filled"
        case .invalidConfigVariableSyntax, .unrecognisedConfigVariable: "there is no such setting"
        }
    }
}

/// Escapes values in HTML, octet by octet.
///
/// Mustache's own escaping looks at whole characters, and a quotation mark with a combining accent is not the
/// quotation mark that it looks for: such a value could leave its attribute.
struct HTMLEscaping: MustacheContentType {
    /// How a template asks for it.
    static let name = "ESCAPED"

    /// Makes it known to the library, once.
    static let registered: Void = MustacheContentTypes.register(HTMLEscaping(), named: name)

    func escapeText(_ text: String) -> String {
        var escaped: [UInt8] = []
        for octet in text.utf8 {
            switch octet {
            case UInt8(ascii: "<"): escaped += "&lt;".utf8
            case UInt8(ascii: ">"): escaped += "&gt;".utf8
            case UInt8(ascii: "&"): escaped += "&amp;".utf8
            case UInt8(ascii: "\""): escaped += "&quot;".utf8
            case UInt8(ascii: "'"): escaped += "&#39;".utf8
            default: escaped.append(octet)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}
