/// Splits `value; name=value; …` into its pieces; comments are left out (RFC 2045 §5.1).
struct ParameterScanner {
    /// A parameter as written: its name in small letters, its value without quotes.
    struct Raw {
        let name: String
        let value: Bytes
    }

    private let bytes: Bytes
    private var index: Int

    init(_ bytes: Bytes) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    /// What stands before the first semicolon, in small letters, without blanks and comments.
    mutating func value() -> String {
        var result: [UInt8] = []
        while index < bytes.endIndex, bytes[index] != ASCII.semicolon {
            if bytes[index] == ASCII.openParen {
                skipComment()
            } else {
                if !bytes[index].isWhite, bytes[index] != ASCII.quote { result.append(bytes[index].lowered) }
                index += 1
            }
        }
        return Text.decode(result)
    }

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
        var name: [UInt8] = []
        while index < bytes.endIndex, bytes[index] != ASCII.equals, bytes[index] != ASCII.semicolon {
            if bytes[index] == ASCII.openParen {
                skipComment()
            } else {
                if !bytes[index].isWhite { name.append(bytes[index].lowered) }
                index += 1
            }
        }
        guard index < bytes.endIndex, bytes[index] == ASCII.equals, !name.isEmpty else {
            if index < bytes.endIndex { index += 1 }
            return nil
        }
        index += 1
        return Raw(name: Text.decode(name), value: parameterValue())
    }

    private mutating func parameterValue() -> Bytes {
        while index < bytes.endIndex, bytes[index].isWhite { index += 1 }
        guard index < bytes.endIndex else { return [] }
        if bytes[index] == ASCII.quote { return quoted() }
        let start = index
        while index < bytes.endIndex, bytes[index] != ASCII.semicolon { index += 1 }
        var end = index
        // A comment may follow a token, but parentheses also stand in boundaries nobody quoted.
        if let comment = bytes[start..<end].firstIndex(of: ASCII.openParen), comment > start,
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
        while index < bytes.endIndex, bytes[index] != ASCII.semicolon { index += 1 }
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

    private mutating func skipSeparators() {
        while index < bytes.endIndex, bytes[index] == ASCII.semicolon || bytes[index].isWhite { index += 1 }
    }

    /// Steps over a comment and all comments inside it (RFC 5322 §3.2.2).
    private mutating func skipComment() {
        index = Comment.end(in: bytes, from: index)
    }
}
