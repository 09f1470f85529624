/// Splits `value; name=value; …` into its pieces; comments are left out (RFC 2045 §5.1).
struct ParameterScanner {
    /// A parameter as written, its value without quotes.
    struct Raw {
        let name: Bytes
        let value: Bytes
    }

    private let bytes: Bytes
    private var index: Int

    init(_ bytes: Bytes) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    /// What stands before the first semicolon, without blanks, quotes and comments.
    mutating func value() -> Bytes { word(before: ASCII.semicolon, or: ASCII.semicolon) }

    /// All parameters that follow; at most a hundred.
    mutating func parameters() -> [Raw] {
        var result: [Raw] = []
        while index < bytes.endIndex, result.count < 100 {
            if let parameter = parameter() { result.append(parameter) }
        }
        return result
    }

    private mutating func parameter() -> Raw? {
        skipSeparators()
        let name = word(before: ASCII.equals, or: ASCII.semicolon)
        guard index < bytes.endIndex, bytes[index] == ASCII.equals, !name.isEmpty else {
            if index < bytes.endIndex { index += 1 }
            return nil
        }
        index += 1
        return Raw(name: name, value: parameterValue())
    }

    private mutating func parameterValue() -> Bytes {
        while index < bytes.endIndex, bytes[index].isWhite { index += 1 }
        guard index < bytes.endIndex else { return [] }
        if bytes[index] == ASCII.quote { return quoted() }
        let start = index
        index = bytes.place(of: ASCII.semicolon, from: index) ?? bytes.endIndex
        var end = index
        // A comment may follow a token, but parentheses also stand in boundaries nobody quoted.
        if let comment = bytes[start..<end].place(of: ASCII.openParen, from: start), comment > start,
            bytes[comment - 1].isWhite
        {
            end = comment
        }
        return bytes[start..<end].trimmed()
    }

    private mutating func quoted() -> Bytes {
        index += 1
        let start = index
        var hasEscapes = false
        while index < bytes.endIndex, bytes[index] != ASCII.quote {
            if bytes[index] == ASCII.backslash, index + 1 < bytes.endIndex {
                hasEscapes = true
                index += 1
            }
            index += 1
        }
        let raw = bytes[start..<min(index, bytes.endIndex)]
        index = bytes.place(of: ASCII.semicolon, from: index) ?? bytes.endIndex
        guard hasEscapes else { return raw }
        var result: [UInt8] = []
        var isEscaped = false
        for octet in raw {
            if octet == ASCII.backslash, !isEscaped {
                isEscaped = true
            } else {
                result.append(octet)
                isEscaped = false
            }
        }
        return result[...]
    }

    /// The octets up to either sign, without blanks, quotes and comments.
    private mutating func word(before end: UInt8, or other: UInt8) -> Bytes {
        let start = index
        var count = 0
        while index < bytes.endIndex, bytes[index] != end, bytes[index] != other {
            if bytes[index] == ASCII.openParen {
                skipComment()
            } else {
                if Self.belongsToWord(bytes[index]) { count += 1 }
                index += 1
            }
        }
        let written = bytes[start..<index].trimmed()
        return written.count == count ? written : Self.word(in: written)
    }

    private static func belongsToWord(_ octet: UInt8) -> Bool { !octet.isWhite && octet != ASCII.quote }

    private static func word(in written: Bytes) -> Bytes {
        var result: [UInt8] = []
        var index = written.startIndex
        while index < written.endIndex {
            if written[index] == ASCII.openParen {
                index = Comment.end(in: written, from: index)
            } else {
                if belongsToWord(written[index]) { result.append(written[index]) }
                index += 1
            }
        }
        return result[...]
    }

    private mutating func skipSeparators() {
        while index < bytes.endIndex, bytes[index] == ASCII.semicolon || bytes[index].isWhite { index += 1 }
    }

    /// Steps over a comment and all comments inside it (RFC 5322 §3.2.2).
    private mutating func skipComment() {
        index = Comment.end(in: bytes, from: index)
    }
}
