/// Why, where no row of the table knows an answer's words: what it is about, and what it says of that.
///
/// A server words its answers as it likes: "no mailbox of that name here", "that account could not be found". The
/// table has the words that are known; this has the notions they are made of (``Notion``). It is asked after the table
/// and after the codes that say why by themselves (RFC 3463), and before those that servers write for everything.
struct ReasonGrammar: Sendable {
    /// One line: an answer with all of these notions has that reason.
    struct Rule: Sendable {
        let reason: Reason
        let notions: [Notion]
        /// The class of failure that it asks for, 4 or 5; `nil` asks for none.
        let `class`: Int?

        init(_ reason: Reason, _ notions: Notion..., class: Int? = nil) {
            self.reason = reason
            self.notions = notions
            self.class = `class`
        }

        /// What the rule asks for; unique. A reading names the rule that decided by it.
        var id: String {
            notions.map { "<\($0)>" }.joined(separator: " ") + (`class`.map { " | \($0).X.X" } ?? "")
        }
    }

    let rules: [Rule]
    private let notions: [(notion: Notion, words: [StaticString])]

    init(_ rules: [Rule], words: (Notion) -> [StaticString] = \.words) {
        self.rules = rules
        notions = Notion.allCases.map { ($0, words($0)) }
    }

    /// Whether a statement is an answer or as short as one: a text for people names whatever there could be.
    private static func isAnswer(_ statement: Statements.Statement) -> Bool {
        statement.words.count <= (statement.isReply || statement.source != .text ? 600 : 200)
    }

    /// Why, and by which rule; the first one that matches wins.
    func reason(for recipient: Recipient, _ statement: Statements.Statement) -> (
        reason: Reason, rule: String
    )? {
        guard Self.isAnswer(statement) else { return nil }
        let found = notions(in: statement.said.octets)
        let failure = recipient.status?.class ?? (recipient.replyCode ?? 0) / 100
        let rule = rules.first { rule in
            (rule.class ?? failure) == failure && rule.notions.allSatisfy(found.contains)
        }
        return rule.map { ($0.reason, $0.id) }
    }

    /// All notions that have a word in a text.
    func notions(in text: [UInt8]) -> Set<Notion> {
        let text = SearchText(Self.spaced(text))
        return Set(notions.lazy.filter { $0.words.contains(where: text.contains) }.map(\.notion))
    }

    /// A text with one blank for whatever is no letter and no digit, at both ends, too.
    private static func spaced(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = [0x20]
        result.reserveCapacity(text.count + 2)
        for octet in text {
            if octet &- 0x61 < 26 || octet &- 0x30 < 10 || octet >= 0x80 {
                result.append(octet)
            } else if result.last != 0x20 {
                result.append(0x20)
            }
        }
        if result.last != 0x20 { result.append(0x20) }
        return result
    }

    /// Narrow rules before broad ones.
    static let standard = ReasonGrammar([
        .init(.systemError, .scanner, .broken, class: 4),
        .init(.authenticationFailed, .authentication),
        .init(.requirePTR, .reverseName),
        .init(.virusDetected, .virus),
        .init(.networkError, .loop),
        .init(.greylisted, .comeBack),
        .init(.blocked, .ipv6, .refused),
        .init(.blocked, .ipv6, .disabled),
        .init(.senderRejected, .sender, .refusesFrom),
        .init(.blocked, .fromYou, .refused),
        .init(.blocked, .refusesFrom),
        .init(.notAcceptingMail, .takesNoMail),
        .init(.rateLimited, .period, .tooMany),
        .init(.mailboxFull, .mailbox, .full),
        .init(.rateLimited, .tooFast),
        .init(.mailboxFull, .quota),
        .init(.tooManyConnections, .connection, .tooMany),
        .init(.tooManyConnections, .recipients, .tooMany),
        .init(.badReputation, .reputation),
        .init(.blocked, .listed),
        .init(.spamDetected, .spam),
        .init(.noRelaying, .relaying, .refused),
        .init(.noRelaying, .relaying, .disabled),
        .init(.noRelaying, .relaying, .unknown),
        .init(.noRelaying, .relaying, .login),
        .init(.securityError, .login, .needed),
        .init(.secureTransportFailed, .encryption),
        .init(.recipientFiltered, .filtered),
        .init(.senderRejected, .sender, .unknown),
        .init(.senderRejected, .sender, .refused),
        .init(.senderRejected, .sender, .disabled),
        .init(.senderRejected, .sender, .unverified),
        .init(.senderRejected, .sender, .unreachable),
        .init(.mailboxMoved, .moved),
        .init(.mailboxDisabled, .account, .disabled),
        .init(.notCompliantRFC, .header, .malformed),
        .init(.notCompliantRFC, .line),
        .init(.messageTooBig, .message, .tooBig),
        .init(.messageTooBig, .size, .tooMany),
        .init(.contentError, .attachment, .refused),
        .init(.contentError, .attachment, .malformed),
        .init(.spamDetected, .content, .refused),
        .init(.contentError, .content, .malformed),
        .init(.systemFull, .disk, .full),
        .init(.mailerError, .program),
        .init(.blocked, .client, .refused),
        .init(.blocked, .client, .disabled),
        .init(.mailboxDisabled, .inactive),
        .init(.networkError, .noSuchHost, class: 4),
        .init(.hostUnknown, .noSuchHost),
        .init(.hostUnknown, .domain, .unknown),
        .init(.userUnknown, .mailbox, .unknown),
        .init(.userUnknown, .nobody),
        .init(.userUnknown, .account, .unavailable, class: 5),
        .init(.policyViolation, .policy),
        .init(.systemError, .system),
        .init(.networkError, .unreachable),
        .init(.expired, .expired),
        .init(.protocolError, .syntax),
    ])
}
