import InternetMessage

/// Says which mails must never be answered (RFC 3834 §2).
package enum AnswerGuard {
    /// The most `Received` fields that a mail may have (RFC 5321 §6.3 asks for at least 100 to be allowed).
    package static let mostHops = 100

    /// Why a message with this envelope sender and header section is not answered, if it is not.
    package static func refusal(_ header: HeaderSection, reversePath: ReversePath, names: Names) -> Stray? {
        if names.kind(of: reversePath.domain) != nil || header.has(MessageComposer.tokenField) {
            return .ourOwnMail
        }
        if let submitted = header["auto-submitted"]?.plainText, keyword(submitted) != "no" {
            return .automaticMail
        }
        if header.contains(where: { $0.name.lowercased().hasPrefix("list-") }) { return .listMail }
        if let precedence = header["precedence"]?.plainText,
            ["bulk", "list", "junk"].contains(keyword(precedence))
        {
            return .listMail
        }
        if isRobot(reversePath.localPart.lowercased()) { return .robot }
        if header.all("received").count > mostHops { return .loop }
        return nil
    }

    /// A field's first word; parameters and comments are tolerated (RFC 3834 §5.1).
    private static func keyword(_ value: String) -> String {
        value.lowercased().split { $0 == " " || $0 == "\t" || $0 == ";" || $0 == "(" }.first.map(String.init)
            ?? ""
    }

    private static func isRobot(_ localPart: String) -> Bool {
        localPart.hasPrefix("owner-") || localPart.hasSuffix("-owner") || localPart.hasSuffix("-request")
            || localPart.contains("-bounces")
            || ["mailer-daemon", "listserv", "majordomo"].contains(localPart)
    }
}
