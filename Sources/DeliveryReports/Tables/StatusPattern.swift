/// A set of enhanced status codes, written as in `X.1.1`, `4.X.X` or `X.7.20…29`; or a reply code that no
/// enhanced one goes with, as in `550`. A class alone is that of the reply code, too, where nothing else is there
/// (RFC 5321 §4.2.1).
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
        isEmpty = text.isEmpty
        // Most rows ask for no code, and cutting up nothing takes its time, too.
        let parts = isEmpty ? [] : text.utf8.split(separator: UInt8(ascii: "."))
        replyCode = parts.count == 1 ? Self.number(parts[0]) : nil
        kind = parts.first.flatMap(Self.number)
        subject = parts.count == 3 ? Self.number(parts[1]) : nil
        // The last part is a number, X, or two numbers with the three octets of … between them.
        let low = parts.count == 3 ? Self.number(parts[2].prefix { $0 < 0x80 }) : nil
        let high = parts.count == 3 ? Self.number(parts[2].drop { $0 < 0x80 }.drop { $0 >= 0x80 }) : nil
        details = low.map { $0...max($0, high ?? $0) }
    }

    private static func number(_ digits: Substring.UTF8View) -> Int? {
        guard !digits.isEmpty, digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// Whether a recipient's code is one of the set.
    func matches(_ recipient: Recipient) -> Bool {
        if isEmpty { return true }
        if let replyCode { return recipient.status == nil && recipient.replyCode == replyCode }
        guard let status = recipient.status else {
            return subject == nil && details == nil && kind == recipient.replyCode.map { $0 / 100 }
        }
        return (kind ?? status.class) == status.class && (subject ?? status.subject) == status.subject
            && (details?.contains(status.detail) ?? true)
    }
}
