/// One line of the table that tells why: when a failure looks like this, the reason is that.
struct ReasonRule: Sendable {
    let reason: Reason
    /// What must all be said, in small letters; none where the codes alone decide.
    let words: [StaticString]
    /// Whether the words may be part of a host name, a link or an address.
    let isName: Bool
    /// Where the answer must have come; empty asks for nothing.
    let stages: [Stage]
    /// The codes it asks for; an empty one asks for none.
    let status: StatusPattern
    /// The diagnostic's type it asks for, in small letters; nil asks for none.
    let type: String?
    /// The form of the report it asks for; nil asks for none.
    let format: Format?
    /// Where the wording comes from: an RFC section, or who writes it.
    let source: String
    /// Whether the codes it asks for are written for everything, so that any words say more.
    let isVague: Bool

    /// A row that asks for words.
    init(
        _ reason: Reason, _ words: StaticString..., isName: Bool = false, stages: [Stage] = [],
        status: StatusPattern = "", type: String? = nil, format: String? = nil, by source: String
    ) {
        self.init(
            reason, words: words, isName: isName, stages: stages, status: status, type: type,
            format: format.map(Format.init(rawValue:)), source: source, isVague: false)
    }

    /// A row that asks for codes.
    init(
        _ reason: Reason, status: StatusPattern = "", type: String? = nil, stages: [Stage] = [],
        isVague: Bool = false, by source: String
    ) {
        self.init(
            reason, words: [], isName: false, stages: stages, status: status, type: type, format: nil,
            source: source, isVague: isVague)
    }

    private init(
        _ reason: Reason, words: [StaticString], isName: Bool, stages: [Stage], status: StatusPattern,
        type: String?, format: Format?, source: String, isVague: Bool
    ) {
        self.reason = reason
        self.words = words
        self.isName = isName
        self.stages = stages
        self.status = status
        self.type = type
        self.format = format
        self.source = source
        self.isVague = isVague
    }

    /// What the row asks for; unique. A reading names the row that decided by it.
    var id: String {
        // Most rows, and every recipient asks for one.
        if words.count == 1, stages.isEmpty, status.isEmpty, type == nil, format == nil {
            return words[0].description
        }
        var parts = [words.map(\.description).joined(separator: " … ")]
        if !stages.isEmpty {
            parts.append("after " + stages.map(\.rawValue).sorted().joined(separator: ", "))
        }
        if !status.isEmpty { parts.append(status.text) }
        if let type { parts.append(type) }
        if let format { parts.append("in " + format.rawValue) }
        return parts.filter { !$0.isEmpty }.joined(separator: " | ")
    }

    /// Whether the row is about what was said.
    func matches(_ statement: Statements.Statement, _ recipient: Recipient) -> Bool {
        // Nothing has expired while attempts go on.
        if reason == .expired, recipient.action == .delayed { return false }
        return !words.isEmpty && asksRightly(recipient)
            && (format == nil || format == statement.format)
            && words.allSatisfy((isName ? statement.all : statement.said).contains)
    }

    /// Whether the row is about the codes alone.
    func matches(_ recipient: Recipient) -> Bool { words.isEmpty && asksRightly(recipient) }

    private func asksRightly(_ recipient: Recipient) -> Bool {
        (stages.isEmpty || stages.contains(recipient.stage)) && status.matches(recipient)
            && (type == nil || type == recipient.diagnosticType)
    }

    /// What means another thing than its words do elsewhere.
    ///
    /// An address that was taken at RCPT and is unknown later was refused for what it was sent.
    ///
    /// So was one that a filter in front of the mailbox had taken before it heard of it: it quotes a
    /// reply, but not what it answers.
    ///
    /// Sendmail prints what it has sent ahead before the answers, so that an answer to RCPT may stand
    /// behind DATA there; its code tells.
    static let exceptions: [ReasonRule] = [
        .init(
            .userUnknown, "user unknown", stages: [.data, .endOfData], status: "X.1.1",
            by: "Sendmail usersmtp.c"),
        .init(
            .userUnknown, "unknown user", stages: [.data, .endOfData], status: "X.1.1",
            by: "Sendmail usersmtp.c"),
        .init(.recipientFiltered, "user unknown", stages: [.data, .endOfData], by: "KDDI"),
        .init(.recipientFiltered, "unknown user", stages: [.data, .endOfData], by: "NTT docomo"),
        .init(.recipientFiltered, "550 : user unknown", by: "KDDI"),
        .init(
            .recipientFiltered, "user unknown", stages: [.unknown], status: "X.2.1",
            by: "RFC 3463 §3.3, X.2.1"),
        .init(
            .recipientFiltered, "user unknown", stages: [.unknown], status: "X.7.1",
            by: "RFC 3463 §3.8, X.7.1"),
        .init(
            .recipientFiltered, "550 unknown user", stages: [.unknown], status: "550", type: "smtp",
            by: "McAfee"),
        .init(
            .recipientFiltered, "user not exist", stages: [.unknown], status: "550", type: "smtp",
            by: "McAfee"),
        .init(
            .recipientFiltered, "no such user", stages: [.unknown], format: "mailfoundry", by: "MailFoundry"),
        .init(.senderRejected, "does not exist", stages: [.mail], by: "many servers"),
        .init(.senderRejected, "no such domain", stages: [.mail], by: "many servers"),
        .init(.hostUnknown, "the account or domain may not exist", by: "cPanel"),
        .init(.rateLimited, "sending quota exceeded", by: "Gmail"),
        .init(.rateLimited, "submissionquotaexceeded", by: "Exchange STOREDRV"),
        .init(.senderRejected, "banned sender[", isName: true, by: "Exchange Online"),
        .init(.senderRejected, "domain may not exist or dns check failed", by: "QQ"),
        .init(.blocked, "ers-dul", by: "Trend Micro"),
        .init(.blocked, "mail refused - <", by: "Charter"),
        .init(.networkError, "recipient server unavailable", by: "Mimecast"),
        .init(.spamDetected, "local ct signature", by: "Mimecast"),
        .init(.rateLimited, "send quota exceeded", by: "Zoho"),
        .init(.badReputation, "rate limited due to ip reputation", by: "Outlook.com"),
        .init(.senderRejected, "sender is blacklisted", by: "Seznam"),
        .init(.rateLimited, "submission quota exceeded", by: "Exchange Online"),
        .init(.secureTransportFailed, "rate limited because this connection is not", by: "Gmail"),
        .init(.rateLimited, "unusual rate of unsolicited mail", by: "Gmail"),
        .init(.rateLimited, "server busy", status: "X.7.500…699", by: "Exchange Online"),
        .init(.authenticationFailed, "for policy reasons", status: "X.7.9", by: "Yahoo"),
        .init(.recipientSuppressed, "has suppressed sending to this address", by: "Amazon SES"),
        .init(.greylisted, "internal resource temporarily unavailable", by: "Mimecast"),
        .init(.greylisted, "internal resources are temporarily unavailable", by: "Mimecast"),
        .init(.noRelaying, "relaying to", "denied (authentication required)", by: "Kerio Connect"),
        .init(.expired, "reason: too old", by: "Mailgun"),
        .init(.senderRejected, "sender domain does not exist", by: "many servers"),
        .init(.blocked, "is in an rbl", by: "SpamAssassin behind Exim (cPanel)"),
        .init(.requirePTR, "helo command rejected: host not found", by: "Postfix"),
    ]
}
