/// A set of enhanced status codes, written as in `X.1.1`, `4.X.X` or `X.7.20…29`.
struct StatusPattern: Sendable, ExpressibleByStringLiteral {
    private let kind: Int?
    private let subject: Int?
    private let details: ClosedRange<Int>?
    /// Whether the pattern asks for anything at all.
    let isEmpty: Bool

    /// Reads a pattern; an empty one is met by everything, even by no code.
    init(stringLiteral text: String) {
        let parts = text.split(separator: ".")
        isEmpty = parts.count != 3
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

    /// Whether a code is one of the set.
    func matches(_ status: EnhancedStatus?) -> Bool {
        if isEmpty { return true }
        guard let status else { return false }
        return (kind ?? status.class) == status.class && (subject ?? status.subject) == status.subject
            && (details?.contains(status.detail) ?? true)
    }
}
