/// Lists of addresses as header fields carry them (RFC 5322 §3.4 and §4.4, RFC 6532 §3.2).
public enum AddressList {
    /// All mailboxes of an unfolded value, those inside groups included, at most a thousand.
    ///
    /// Comments are stepped over and may give the name (RFC 5322 §3.4, the obsolete
    /// `user@example.org (Name)`); routes are dropped (RFC 5321 §3.3).
    public static func read(_ value: Bytes) -> [Mailbox] {
        var reader = Reader(value)
        return reader.mailboxes(limit: 1_000)
    }

    /// Whether an octet may stand in an atom (RFC 5322 §3.2.3); UTF-8 may, too (RFC 6532 §3.2).
    static func isAtomText(_ octet: UInt8) -> Bool {
        if octet.isLetter || octet.isDigit || octet >= 0x80 { return true }
        switch octet {
        case UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
            UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "?"),
            UInt8(ascii: "^")...UInt8(ascii: "`"), UInt8(ascii: "{")...UInt8(ascii: "~"):
            return true
        default: return false
        }
    }
}

extension AddressList {
    private enum Token {
        case word(Bytes, isQuoted: Bool)
        case domainLiteral(Bytes)
        case sign(UInt8)
    }

    /// A word of an address, and whether a blank stood before it.
    private struct Word {
        let text: Bytes
        let isQuoted: Bool
        let isApart: Bool

        var isAtSign: Bool { !isQuoted && text.count == 1 && text.first == ASCII.at }
    }

    /// What has been read of one address.
    private struct Draft {
        var words: [Word] = []
        var angle: [Word]?
        var isInAngle = false
        var comment: Bytes?

        mutating func append(_ text: Bytes, isQuoted: Bool = false, isApart: Bool) {
            if isInAngle {
                if angle?.isEmpty == true { angle?.reserveCapacity(4) }
                angle?.append(Word(text: text, isQuoted: isQuoted, isApart: isApart))
            } else if angle == nil {
                if words.isEmpty { words.reserveCapacity(4) }
                words.append(Word(text: text, isQuoted: isQuoted, isApart: isApart))
            }
        }

        /// The mailbox the pieces make, if they make one.
        var mailbox: Mailbox? {
            let address = angle ?? words
            guard let at = address.lastIndex(where: \.isAtSign) else { return withoutDomain(address) }
            let local = Draft.joined(address[..<at], separated: false)
            // Words that a blank parts from the domain's first are prose, not domain.
            let behind = address[(at + 1)...]
            let end = behind.dropFirst().firstIndex(where: \.isApart) ?? behind.endIndex
            let domain = Draft.joined(behind[..<end], separated: false)
            if local.isEmpty && domain.isEmpty { return nil }
            return Mailbox(displayName: name, localPart: local, domain: domain)
        }

        private func withoutDomain(_ address: [Word]) -> Mailbox? {
            // A bare word is the local address of some programs; several words are only prose.
            guard angle != nil || address.filter(\.isApart).count <= 1 else { return nil }
            let local = Draft.joined(address[...], separated: false)
            return local.isEmpty ? nil : Mailbox(displayName: name, localPart: local, domain: "")
        }

        private var name: String? {
            if angle != nil, !words.isEmpty {
                let text = Draft.joined(words[...], separated: true)
                return text.isEmpty ? nil : text
            }
            return comment.map { EncodedWord.decode($0.trimmed()) }.flatMap { $0.isEmpty ? nil : $0 }
        }

        private static func joined(_ words: ArraySlice<Word>, separated: Bool) -> String {
            if words.count == 1, let word = words.first, !separated { return Text.decode(word.text) }
            var bytes: [UInt8] = []
            for word in words {
                if separated, word.isApart, !bytes.isEmpty { bytes.append(ASCII.space) }
                bytes += word.text
            }
            return separated ? EncodedWord.decode(bytes[...]) : Text.decode(bytes)
        }
    }

    private struct Reader {
        private let bytes: Bytes
        private var index: Int
        private var draft = Draft()
        private var isApart = true

        init(_ bytes: Bytes) {
            self.bytes = bytes
            index = bytes.startIndex
        }

        mutating func mailboxes(limit: Int) -> [Mailbox] {
            var found: [Mailbox] = []
            while found.count < limit, let token = next() {
                switch token {
                case .word(let text, let isQuoted):
                    draft.append(text, isQuoted: isQuoted, isApart: isApart)
                case .domainLiteral(let text):
                    draft.append(text, isApart: isApart)
                case .sign(let sign):
                    take(sign, into: &found)
                }
                isApart = false
            }
            finish(into: &found)
            return found
        }

        private mutating func take(_ sign: UInt8, into found: inout [Mailbox]) {
            switch sign {
            case ASCII.less:
                draft.angle = []
                draft.isInAngle = true
            case ASCII.greater:
                draft.isInAngle = false
            case ASCII.comma where draft.isInAngle:
                break  // A route, @a,@b:user@c: what stands before the colon is dropped.
            case ASCII.colon where draft.isInAngle:
                draft.angle = []
            case ASCII.comma, ASCII.semicolon:
                finish(into: &found)
            case ASCII.colon:
                draft = Draft()  // A group's name.
            default:
                draft.append([sign], isApart: isApart)
            }
        }

        private mutating func finish(into found: inout [Mailbox]) {
            if let mailbox = draft.mailbox { found.append(mailbox) }
            draft = Draft()
            isApart = true
        }

        private mutating func next() -> Token? {
            while index < bytes.endIndex {
                let octet = bytes[index]
                if octet.isWhite || octet == ASCII.nul {
                    isApart = true
                    index += 1
                } else if octet == ASCII.openParen {
                    let end = Comment.end(in: bytes, from: index)
                    let close = bytes[end - 1] == ASCII.closeParen ? end - 1 : end
                    draft.comment = bytes[(index + 1)..<max(close, index + 1)]
                    index = end
                } else if octet == ASCII.quote {
                    return .word(quoted(), isQuoted: true)
                } else if octet == ASCII.openBracket {
                    return .domainLiteral(literal())
                } else if AddressList.isAtomText(octet) || octet == ASCII.dot {
                    return .word(atom(), isQuoted: false)
                } else {
                    index += 1
                    return .sign(octet)
                }
            }
            return nil
        }

        private mutating func atom() -> Bytes {
            let start = index
            while index < bytes.endIndex, AddressList.isAtomText(bytes[index]) || bytes[index] == ASCII.dot {
                index += 1
            }
            return bytes[start..<index]
        }

        private mutating func literal() -> Bytes {
            let start = index
            while index < bytes.endIndex, bytes[index] != ASCII.closeBracket { index += 1 }
            index = min(index + 1, bytes.endIndex)
            return bytes[start..<index]
        }

        private mutating func quoted() -> Bytes {
            index += 1
            var result: [UInt8] = []
            while index < bytes.endIndex, bytes[index] != ASCII.quote {
                if bytes[index] == ASCII.backslash, index + 1 < bytes.endIndex { index += 1 }
                result.append(bytes[index])
                index += 1
            }
            index = min(index + 1, bytes.endIndex)
            return result[...]
        }
    }
}
