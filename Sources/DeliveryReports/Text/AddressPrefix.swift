/// What stands before an address on its line.
struct AddressPrefix {
    private let text: [UInt8]

    init(_ lines: TextLines, _ range: Range<Int>) {
        var text = Phrase.normalized(lines.octets[range])
        while let last = text.last, [0x3C, 0x22, 0x27, 0x5B, 0x28, 0x20].contains(last) { text.removeLast() }
        for type in Self.types
        where text.count >= type.utf8.count && text.suffix(type.utf8.count).elementsEqual(type.utf8) {
            text.removeLast(type.utf8.count)
        }
        while let last = text.last, [0x3C, 0x22, 0x27, 0x5B, 0x28, 0x20].contains(last) { text.removeLast() }
        self.text = text
    }

    static let types = ["rfc822;", "rfc822; ", "smtp:", "mailto:"]

    /// Nothing, or only what lists are drawn with.
    var isEmpty: Bool {
        text.allSatisfy {
            [0x2D, 0x2A, 0x3E, 0x2E, 0x3A, 0x20, 0x7C].contains($0) || $0 == 0xE2 || $0 == 0x80 || $0 == 0xA2
                || $0 == 0xC2 || $0 == 0xB7
        }
            || (text.count <= 3 && text.first.map { $0 &- 0x30 < 10 } == true
                && (text.last == 0x2E || text.last == 0x29))
    }

    func endsWith(_ word: StaticString) -> Bool { text.ends(with: word) }

    /// Whether the words say that the address is the sender's or somebody else's.
    var isSomebodyElse: Bool {
        AddressPhrases.elsewhere.contains { Phrase.place(of: $0, in: text) != nil }
            || AddressPhrases.endings.contains { endsWith($0) }
            || AddressPhrases.beginnings.contains { text.begins(with: $0) }
    }

    /// Whether the address is one that led to the failed one.
    var isOrigin: Bool { AddressPhrases.origins.contains { Phrase.place(of: $0, in: text) != nil } }

    /// Whether the line is, or quotes, an SMTP reply.
    var isReply: Bool {
        let code = text.drop { [0x3C, 0x3E, 0x20, 0x2D, 0x27, 0x28, 0x22].contains($0) }
        return code.count >= 3 && (code.first == 0x34 || code.first == 0x35)
            && code.prefix(3).allSatisfy { $0 &- 0x30 < 10 }
            && (code.count == 3 || [0x20, 0x2D, 0x3A].contains(code[code.startIndex + 3]))
    }

    /// A To field, a returned message's or a log's.
    var isTo: Bool { text.elementsEqual("to:".utf8) || text.elementsEqual("to".utf8) }

    /// A label for a recipient.
    var isLabel: Bool { AddressPhrases.labels.contains { endsWith($0) } }

    /// Whether a reason stands before the address, as in `Unknown user: user@example.org`.
    var saysFailure: Bool { FailurePhrases.occur(in: SearchText(text)) }
}
