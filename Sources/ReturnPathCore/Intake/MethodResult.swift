/// One method's result in an `Authentication-Results` field (RFC 8601 §2.2).
struct MethodResult: Hashable {
    let method: String
    let result: String
    /// What the result is about, such as `smtp.mailfrom`; a property that is given twice is none.
    let properties: [String: String]

    /// Reads a field's value; everything is folded to lower case.
    ///
    /// - Parameter authservID: Only a field of this server is read at all.
    /// - Returns: Nothing for a field that is not well-formed: then what it says may be a part of a sender's address.
    static func read(_ value: String, from authservID: String) -> [MethodResult] {
        guard let parts = ResultTokens.parts(value.lowercased()), let head = parts.first,
            let server = head.first,
            !server.isQuoted, server.text == authservID,
            // A version may follow, and nothing else.
            head.count <= 2,
            head.dropFirst().allSatisfy({ !$0.text.isEmpty && $0.text.allSatisfy(\.isNumber) })
        else { return [] }
        return parts.dropFirst().compactMap(one)
    }

    private static func one(_ words: [ResultTokens.Word]) -> MethodResult? {
        guard let first = words.first?.assignment else { return nil }
        var properties: [String: String?] = [:]
        for (name, value) in words.dropFirst().compactMap(\.assignment) {
            properties.updateValue(properties.keys.contains(name) ? nil : value, forKey: name)
        }
        let method = first.name.split(separator: "/").first ?? ""
        return MethodResult(
            method: String(method), result: first.value, properties: properties.compactMapValues { $0 })
    }
}

/// The words of an `Authentication-Results` field, parted by semicolons.
enum ResultTokens {
    /// A word without the quotes that stood in it.
    struct Word: Hashable {
        var text = ""
        /// Where the first equals sign stands that is not in quotes.
        var equals: String.Index?
        var isQuoted = false

        /// The word as `name=value`; what begins with a quoted string is none.
        var assignment: (name: String, value: String)? {
            guard let equals, equals > text.startIndex else { return nil }
            let value = text[text.index(after: equals)...].filter { $0 != "<" && $0 != ">" }
            return (String(text[..<equals]), value)
        }
    }

    /// Takes a value apart; comments and folds part words like blanks, except beside an equals sign
    /// (RFC 8601 §2.2: `method = result`).
    ///
    /// - Returns: `nil` where a comment or a quoted string has no end.
    static func parts(_ value: String) -> [[Word]]? {
        var scanner = Scanner()
        for character in value { scanner.take(character) }
        guard scanner.isWhole else { return nil }
        return scanner.finish()
    }

    private struct Scanner {
        private var parts: [[Word]] = [[]]
        private var word: Word?
        private var depth = 0
        private var isQuoting = false
        private var isEscaped = false

        var isWhole: Bool { depth == 0 && !isQuoting && !isEscaped }

        mutating func take(_ character: Character) {
            if isEscaped {
                isEscaped = false
                if isQuoting { append(character, isQuoted: true) }
            } else if character == "\\", isQuoting || depth > 0 {
                isEscaped = true
            } else if isQuoting {
                if character == "\"" { isQuoting = false } else { append(character, isQuoted: true) }
            } else if depth > 0 {
                depth += character == "(" ? 1 : character == ")" ? -1 : 0
            } else {
                takePlain(character)
            }
        }

        private mutating func takePlain(_ character: Character) {
            switch character {
            case "(":
                depth = 1
                end()
            case "\"":
                isQuoting = true
                begin(isQuoted: true)
            case ";":
                end()
                parts.append([])
            case _ where character.isWhitespace: end()
            default: append(character, isQuoted: false)
            }
        }

        private mutating func begin(isQuoted: Bool) {
            guard word == nil else { return }
            // What follows "method =" is still its value, and so is "= value".
            if let last = parts[parts.count - 1].last, last.isOpen {
                word = parts[parts.count - 1].removeLast()
            } else {
                word = Word(isQuoted: isQuoted)
            }
        }

        private mutating func append(_ character: Character, isQuoted: Bool) {
            if character == "=", !isQuoted, word == nil, let last = parts[parts.count - 1].last,
                last.equals == nil,
                !last.isQuoted
            {
                word = parts[parts.count - 1].removeLast()
            }
            begin(isQuoted: isQuoted)
            guard var open = word else { return }
            let place = open.text.endIndex
            open.text.append(character)
            if character == "=", !isQuoted, !open.isQuoted, open.equals == nil { open.equals = place }
            word = open
        }

        private mutating func end() {
            if let word { parts[parts.count - 1].append(word) }
            word = nil
        }

        mutating func finish() -> [[Word]] {
            end()
            return parts
        }
    }
}

extension ResultTokens.Word {
    /// Whether the value is still to come.
    fileprivate var isOpen: Bool { equals.map { text.index(after: $0) == text.endIndex } ?? false }
}
