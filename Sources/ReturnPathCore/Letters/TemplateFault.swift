import Mustache

/// What is wrong with a template, and where.
package struct TemplateFault: Hashable, Sendable {
    package let template: LetterTemplate
    /// Counted from 1.
    package let line: Int
    /// Counted from 1.
    package let column: Int
    package let problem: String

    init(_ template: LetterTemplate, _ error: any Error) {
        self.template = template
        if let unknown = error as? TemplateTags.Unknown {
            (line, column, problem) = (unknown.line, unknown.column, unknown.problem)
            return
        }
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
