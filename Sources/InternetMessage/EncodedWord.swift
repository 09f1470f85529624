/// Encoded words in header fields, `=?charset?B?…?=` (RFC 2047).
public enum EncodedWord {
    /// Decodes all encoded words of an unfolded value; the rest is UTF-8 or else Latin-1.
    ///
    /// White space between two encoded words is left out (RFC 2047 §6.2), and neighbours of one
    /// charset are joined before they are decoded: senders split inside multi-octet characters.
    public static func decode(_ bytes: Bytes) -> String {
        guard contains(bytes) else { return Text.decode(bytes) }
        var output = Output()
        var index = bytes.startIndex
        var plainStart = index
        while let open = bytes.place(of: ASCII.equals, from: index) {
            guard let word = read(bytes, at: open) else {
                index = open + 1
                continue
            }
            output.plain(bytes[plainStart..<open])
            output.word(word.charset, word.content)
            index = word.end
            plainStart = index
        }
        output.plain(bytes[plainStart...])
        return output.finished()
    }

    private static func contains(_ bytes: Bytes) -> Bool {
        var index = bytes.startIndex
        while let open = bytes.place(of: ASCII.equals, from: index) {
            if open + 1 < bytes.endIndex, bytes[open + 1] == ASCII.question { return true }
            index = open + 1
        }
        return false
    }

    /// The encoded word that starts at a place, if one does.
    private static func read(
        _ bytes: Bytes, at open: Int
    ) -> (charset: String, content: [UInt8], end: Int)? {
        // RFC 2047 §2 allows 75 octets; real ones are longer, but not without end.
        let window = bytes[open..<min(open + 2048, bytes.endIndex)]
        guard open + 1 < bytes.endIndex, bytes[open + 1] == ASCII.question,
            let first = window.place(of: ASCII.question, from: open + 2),
            first + 2 < window.endIndex, window[first + 2] == ASCII.question,
            let close = end(of: window, from: first + 3)
        else { return nil }
        let label = window[(open + 2)..<first]
        guard !label.isEmpty, label.allSatisfy({ $0 > ASCII.space && $0 < 0x7F }) else { return nil }
        // RFC 2231 §5: a language may follow the charset.
        let charset = Text.decode(label.prefix { $0 != ASCII.asterisk })
        let payload = window[(first + 3)..<close]
        switch window[first + 1].lowered {
        case UInt8(ascii: "b"): return (charset, Array(Base64.decode(payload).bytes), close + 2)
        case UInt8(ascii: "q"): return (charset, decodeQ(payload), close + 2)
        default: return nil
        }
    }

    private static func end(of window: Bytes, from start: Int) -> Int? {
        var index = start
        while let question = window.place(of: ASCII.question, from: index) {
            if question + 1 < window.endIndex, window[question + 1] == ASCII.equals { return question }
            index = question + 1
        }
        return nil
    }

    /// The Q encoding: underscore is a space (RFC 2047 §4.2).
    private static func decodeQ(_ payload: Bytes) -> [UInt8] {
        var result: [UInt8] = []
        var index = payload.startIndex
        while index < payload.endIndex {
            if let value = payload[index] == ASCII.equals
                ? QuotedPrintable.escape(in: payload, at: index) : nil
            {
                result.append(value)
                index += 3
            } else {
                result.append(payload[index] == ASCII.underscore ? ASCII.space : payload[index])
                index += 1
            }
        }
        return result
    }

    /// What has been decoded so far, and the word that may still be continued.
    private struct Output {
        private var text = ""
        private var charset: String?
        private var held: [UInt8] = []

        mutating func plain(_ bytes: Bytes) {
            if charset != nil, bytes.allSatisfy(\.isWhite) {
                gap = bytes
                return
            }
            flush()
            text += Text.decode(bytes)
        }

        private var gap: Bytes = []

        mutating func word(_ name: String, _ content: [UInt8]) {
            gap = []
            if let charset, charset.lowercased() == name.lowercased() {
                held += content
                return
            }
            flush()
            charset = name
            held = content
        }

        private mutating func flush() {
            if let charset { text += Charset.decode(held[...], label: charset).text }
            charset = nil
            held = []
            text += Text.decode(gap)
            gap = []
        }

        mutating func finished() -> String {
            flush()
            return text
        }
    }
}
