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
}
