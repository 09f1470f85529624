/// One line of the table that tells why: when a failure looks like this, the reason is that.
struct ReasonRule: Sendable {
    /// Stable and unique; a reading names the rule that decided.
    let id: String
    let reason: Reason
    /// The codes it asks for; empty asks for none.
    var status: StatusPattern = ""
    /// The diagnostic's type it asks for, in small letters; nil asks for none.
    var type: String?
    /// What must all be said, in small letters.
    var words: [StaticString] = []
    /// Where the wording comes from: an RFC section, or a program and its source file.
    let source: String

    /// Why, and by which row; the first row that matches wins.
    ///
    /// A success needs no reason of its own; a failure no row knows is on hold, and one of which
    /// nothing at all is known is undefined.
    ///
    /// - Parameters:
    ///   - recipient: Its status, action and diagnostic type count.
    ///   - text: All that was said, in small letters, addresses left out.
    ///   - table: The rows; the tests take some away.
    static func reason(
        for recipient: Recipient, text: [UInt8], in table: [ReasonRule] = table
    ) -> (reason: Reason, rule: String?) {
        if recipient.action?.isSuccess == true { return (.delivered, nil) }
        if let rule = table.first(where: { $0.matches(recipient, text) }) { return (rule.reason, rule.id) }
        let isSilent = text.allSatisfy { $0 == 0x20 }
        return (isSilent && recipient.status == nil ? .undefined : .onHold, nil)
    }

    private func matches(_ recipient: Recipient, _ text: [UInt8]) -> Bool {
        status.matches(recipient.status) && (type == nil || type == recipient.diagnosticType)
            && words.allSatisfy { Phrase.place(of: $0, in: text) != nil }
    }

    /// Narrow rows before broad ones, words before mere codes.
    static let table: [ReasonRule] =
        clientRows + senderRows + mailboxRows + networkRows
        + contentRows + systemRows + codeRows
}
