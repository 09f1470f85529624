/// One line of a diagnostic, taken apart (RFC 5321 §4.2, RFC 2034 §4).
public struct DiagnosticLine: Hashable, Sendable {
    /// The reply code that the line begins with; nil where it begins with none, as all lines do that no
    /// SMTP server wrote.
    public let replyCode: Int?
    /// The enhanced status code behind the reply code.
    public let status: EnhancedStatus?
    /// What is left, without blanks at its ends.
    public let text: String
}

extension Recipient {
    /// ``diagnostic`` line by line: a server's reply of several lines, each with its code, and what the
    /// reporting program says before it. Empty where there is no diagnostic.
    public var diagnosticLines: [DiagnosticLine] {
        diagnostic.map { ReplyText.lines(of: Array($0.utf8)) } ?? []
    }
}
