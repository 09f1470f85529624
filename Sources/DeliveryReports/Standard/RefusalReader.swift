import InternetMessage

/// Reads a refusal by a recipient's own rule, which comes as a disposition notification.
///
/// `reject` takes a mail and answers that it was `deleted` (RFC 5429 §2.2.1). A mail program says the
/// same of a mail that was thrown away unread, which had arrived; so the answer must say in one more
/// way that it is a refusal.
enum RefusalReader {
    /// Who refused and what they were told; nil where nothing was refused.
    static func read(_ disposition: Disposition, _ found: MachinePart, of message: Entity) -> Recipient? {
        guard disposition.type == "deleted", disposition.actionMode == .automatic,
            let address = disposition.finalRecipient ?? disposition.originalRecipient
        else { return nil }
        let lines = MessageText(found.siblings.filter(\.children.isEmpty)).lines
        guard isMarked(message.header) || isSaid(in: lines) else { return nil }
        let told = (0..<lines.count).filter { !lines.isBlank($0) }.prefix(HumanText.proofLimit)
        var recipient = Recipient(
            finalRecipient: address, originalRecipient: disposition.originalRecipient, action: .failed)
        recipient.proof = told.map(lines.text)
        recipient.diagnostic = ProofText.diagnostic(in: lines, told)
        recipient.diagnosticSource = recipient.diagnostic == nil ? nil : .text
        var statements = Statements()
        statements.add(lines.normalized(told), source: .text)
        recipient.conclude(from: statements)
        // A person's words mean nothing to a table, and yet it was that person's rule.
        if recipient.reasonRule == nil { recipient.reason = .recipientFiltered }
        return recipient
    }

    /// What a refusal says, in small letters: Dovecot and Cyrus lmtp_sieve.c; the example of RFC 5429
    /// §2.2.1, which GNU Mailutils and Apache James took over.
    static let phrases: [StaticString] = ["was automatically rejected", "mail filtering program"]

    /// Whether a header field says so: the comment of RFC 5429's example, or Cyrus lmtp_sieve.c.
    private static func isMarked(_ header: HeaderSection) -> Bool {
        header["Auto-Submitted"].map { Phrase.normalized($0.plainText).ends(with: "(rejected)") } == true
            || header["X-Sieve-Action"].map { Phrase.normalized($0.plainText).begins(with: "reject") } == true
    }

    /// Whether the text says so; a subject that it quotes does not count.
    private static func isSaid(in lines: TextLines) -> Bool {
        let said = (0..<lines.count).filter { !lines.begins($0, with: "subject:") }
        return Phrase.any(of: phrases, in: lines.normalized(said))
    }
}
