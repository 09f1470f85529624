/// A value with the type that says how to read it, as in `smtp; 550 no` (RFC 3464 §2.1.2).
struct TypedValue {
    /// The type in small letters; nil where none was given.
    let type: String?
    /// What stands behind the first semicolon, without blanks at its ends.
    let value: String

    /// Splits an unfolded value. A type is one word: prose with a semicolon has none.
    init(_ text: String) {
        let parts = text.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
        let word = parts[0].drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
        let isType =
            parts.count == 2 && !word.isEmpty
            && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_+.".contains($0)) }
        type = isType ? String(word).lowercased() : nil
        value = Self.trimmed(isType ? parts[1] : text[...])
    }

    private static func trimmed(_ text: Substring) -> String {
        var rest = text
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
