import InternetMessage

/// Finds a server's answer inside other words.
enum ReplyText {
    /// Where the first answer begins: three digits that an SMTP reply can have, where one can stand.
    static func first(in text: [UInt8]) -> Int? {
        var index = 0
        while index + 3 < text.count {
            if isCode(text, at: index), mayStart(text, at: index) { return index }
            index += 1
        }
        return nil
    }

    private static func isCode(_ text: [UInt8], at index: Int) -> Bool {
        guard text[index] == 0x34 || text[index] == 0x35, text[index + 1] &- 0x30 < 6,
            text[index + 2] &- 0x30 < 10
        else { return false }
        return text[index + 3] == 0x20 || text[index + 3] == 0x2D || text[index + 3] == 0x23
    }

    /// A sign stands before it, or an enhanced code of the same class behind it.
    private static func mayStart(_ text: [UInt8], at index: Int) -> Bool {
        guard index > 0 else { return true }
        var before = index - 1
        if text[before] == 0x20, before > 0 { before -= 1 }
        if [0x3A, 0x22, 0x27, 0x28, 0x3C, 0x3E, 0x23, 0x5B, 0x2E, 0x2C].contains(text[before]),
            text[index - 1] != 0x2E
        {
            return true
        }
        return index + 5 < text.count && text[index - 1] == 0x20 && text[index + 4] == text[index]
            && text[index + 5] == 0x2E
    }

    /// A text with an answer in it, taken apart: what stands before the answer, then line by line.
    ///
    /// Whoever reports an answer of several lines writes them one behind the other; every line but the
    /// last has a hyphen behind its code, which all of them share (RFC 5321 §4.2.1).
    static func lines(of text: [UInt8]) -> [DiagnosticLine] {
        let isYes = text.count > 3 && text[0] == 0x32 && text[1] &- 0x30 < 6 && text[2] &- 0x30 < 10
        guard let start = isYes ? 0 : first(in: text) else { return [plain(text[...])] }
        var lines = start > 0 ? [plain(text[..<start])] : []
        var rest = text[start...]
        while !rest.isEmpty {
            let end = endOfLine(rest)
            lines.append(reply(rest[..<end]))
            rest = rest[end...]
        }
        return lines
    }

    /// Where the next line's code stands; only behind a code with a hyphen does one follow, and where the
    /// first has an enhanced code behind it, so has the next (RFC 2034 §4).
    private static func endOfLine(_ text: ArraySlice<UInt8>) -> Int {
        let code = text.prefix(3)
        guard text[text.startIndex + 3] == 0x2D else { return text.endIndex }
        func hasStatus(_ index: Int) -> Bool {
            index + 5 < text.endIndex && text[index + 4] == code.first && text[index + 5] == 0x2E
        }
        let isEnhanced = hasStatus(text.startIndex)
        var index = text.startIndex + 5
        while index + 3 < text.endIndex {
            let sign = text[index + 3]
            if text[index - 1] == 0x20, sign == 0x20 || sign == 0x2D, text[index...].starts(with: code),
                !isEnhanced || hasStatus(index)
            {
                return index
            }
            index += 1
        }
        return text.endIndex
    }

    private static func reply(_ line: ArraySlice<UInt8>) -> DiagnosticLine {
        let code = line.prefix(3).reduce(0) { $0 * 10 + Int($1) - 0x30 }
        var rest = line.dropFirst(4)
        // Gmail's old reports say the code twice.
        if rest.count > 3, rest.starts(with: line.prefix(3)), rest[rest.startIndex + 3] == 0x20 {
            rest = rest.dropFirst(4)
        }
        let word = rest.prefix { $0 == 0x2E || $0 &- 0x30 < 10 }
        let isWord = word.endIndex == rest.endIndex || rest[word.endIndex] == 0x20
        guard isWord, let status = EnhancedStatus(String(decoding: word, as: UTF8.self)) else {
            return DiagnosticLine(replyCode: code, status: nil, text: string(rest))
        }
        return DiagnosticLine(replyCode: code, status: status, text: string(rest[word.endIndex...]))
    }

    private static func plain(_ line: ArraySlice<UInt8>) -> DiagnosticLine {
        DiagnosticLine(replyCode: nil, status: nil, text: string(line))
    }

    private static func string(_ octets: ArraySlice<UInt8>) -> String {
        String(decoding: octets.trimmed(), as: UTF8.self)
    }
}
