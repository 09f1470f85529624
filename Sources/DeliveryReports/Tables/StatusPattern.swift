/// A set of enhanced status codes, written as in `X.1.1`, `4.X.X` or `X.7.20…29`; or a reply code that no
/// enhanced one goes with, as in `550`.
struct StatusPattern: Sendable, ExpressibleByStringLiteral {
    private let kind: Int?
    private let subject: Int?
    private let replyCode: Int?
    private let details: ClosedRange<Int>?
    /// Whether the pattern asks for anything at all.
    let isEmpty: Bool
    /// As written.
    let text: String

    /// Reads a pattern; an empty one is met by everything, even by no code.
    init(stringLiteral text: String) {
        self.text = text
        let parts = text.split(separator: ".")
        isEmpty = text.isEmpty
        replyCode = parts.count == 1 ? Int(text) : nil
        kind = parts.first.flatMap { Int($0) }
        subject = parts.count == 3 ? Int(parts[1]) : nil
        let bounds = parts.last?.split(separator: "…").map(String.init) ?? []
        if parts.count == 3, let low = bounds.first.flatMap({ Int($0) }),
            let high = bounds.last.flatMap({ Int($0) }), low <= high
        {
            details = low...high
        } else {
            details = nil
        }
    }

    /// Whether a recipient's code is one of the set.
    func matches(_ recipient: Recipient) -> Bool {
        if isEmpty { return true }
        if let replyCode { return recipient.status == nil && recipient.replyCode == replyCode }
        guard let status = recipient.status else { return false }
        return (kind ?? status.class) == status.class && (subject ?? status.subject) == status.subject
            && (details?.contains(status.detail) ?? true)
    }
}
