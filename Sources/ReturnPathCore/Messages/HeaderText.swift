/// Text in header fields, in parts between which a field may be folded.
enum HeaderText {
    /// Free text: words as they stand, or encoded words where they are not all ASCII (RFC 2047 §5).
    static func unstructured(_ text: String) -> [String] {
        isPlain(text) ? text.split(separator: " ").map(String.init) : encodedWords(text)
    }

    /// A name before an address: a quoted-string (RFC 5322 §3.2.4), or encoded words.
    static func phrase(_ text: String) -> [String] {
        isPlain(text) ? ["\"\(text.filter { $0 != "\"" && $0 != "\\" })\""] : encodedWords(text)
    }

    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    }

    /// The longest encoded word, in octets (RFC 2047 §2), less what the longest name of a field takes of its line.
    private static let longest = 75 - "Subject:".utf8.count

    /// The text in the Q encoding, cut between characters; blanks between encoded words are not shown.
    private static func encodedWords(_ text: String) -> [String] {
        let (head, tail) = ("=?utf-8?q?", "?=")
        var words: [String] = []
        var word = ""
        for character in text {
            let piece = character.utf8.map(encoded).joined()
            if head.utf8.count + word.utf8.count + piece.utf8.count + tail.utf8.count > longest {
                words.append(head + word + tail)
                word = ""
            }
            word += piece
        }
        return words + [head + word + tail]
    }

    /// One octet; only letters and digits stand for themselves, which is right within a phrase, too (RFC 2047 §5).
    private static func encoded(_ octet: UInt8) -> String {
        switch octet {
        case 0x20: "_"
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: String(UnicodeScalar(octet))
        default: "=" + Hexadecimal.pair(octet)
        }
    }
}
