/// SMTP reply codes in texts (RFC 5321 §4.2).
enum ReplyCode {
    /// The reply code of a diagnostic.
    ///
    /// - Parameters:
    ///   - text: Made ready for being searched.
    ///   - isReply: Whether the text is a server's reply (`smtp;`), so that three digits at its
    ///     beginning are the code.
    static func first(in text: SearchText, isReply: Bool) -> Int? {
        if isReply, let code = read(text.octets, at: 0) { return code }
        for marker in markers {
            if let place = text.place(of: marker),
                let code = read(text.octets, at: place + marker.utf8CodeUnitCount)
            {
                return code
            }
        }
        return beforeEnhancedStatus(text.octets)
    }

    /// Whether a text begins with a reply code.
    static func begins(_ text: [UInt8]) -> Bool { read(text, at: 0) != nil }

    /// What stands right before the reply: Postfix smtp_proto.c, Exim deliver.c, Sendmail
    /// savemail.c, chasquid courier/smtp.go, Zoho.
    private static let markers: [StaticString] = [
        " said: ", "]:25: ", "]: ", ">: ", "<<< ", "mail+rcpt ", "reason: ", "error: ",
        "error_code :",
    ]

    /// A code that an enhanced status of its own class follows can be nothing else.
    private static func beforeEnhancedStatus(_ text: [UInt8]) -> Int? {
        guard text.count > 8 else { return nil }
        for index in 0..<(text.count - 5) where index == 0 || text[index - 1] == 0x20 {
            // Yahoo puts a colon behind the code.
            let gap = text[index + 3] == 0x3A ? 1 : 0
            guard let code = read(text, at: index), index + 5 + gap < text.count,
                text[index + 4 + gap] == text[index], text[index + 5 + gap] == 0x2E
            else { continue }
            return code
        }
        return nil
    }

    private static func read(_ text: [UInt8], at index: Int) -> Int? {
        guard index + 3 <= text.count, text[index] == 0x32 || text[index] == 0x34 || text[index] == 0x35,
            text[index + 1] &- 0x30 < 6, text[index + 2] &- 0x30 < 10,
            index + 3 == text.count || [0x20, 0x2C, 0x2D, 0x3A].contains(text[index + 3])
        else { return nil }
        return Int(text[index] - 0x30) * 100 + Int(text[index + 1] - 0x30) * 10 + Int(text[index + 2] - 0x30)
    }
}
