/// A person's address as header fields name it (RFC 5322 §3.4).
public struct Mailbox: Hashable, Sendable {
    /// The name beside the address, if there is one; encoded words are decoded.
    public let displayName: String?
    /// What stands before the last at sign, without quotes.
    public let localPart: String
    /// What stands behind it, in the case it was written in; empty where there is none.
    public let domain: String

    /// Creates a mailbox.
    public init(displayName: String? = nil, localPart: String, domain: String) {
        self.displayName = displayName
        self.localPart = localPart
        self.domain = domain
    }

    /// The address alone, its local part quoted where it must be (RFC 5321 §4.1.2).
    public var address: String {
        let local = Self.isDotAtom(localPart) ? localPart : Self.quoted(localPart)
        return domain.isEmpty ? local : local + "@" + domain
    }

    /// Reads one bare address or mailbox; nil where there is none.
    public static func read(_ text: String) -> Mailbox? {
        AddressList.read(Array(text.utf8)[...]).first
    }

    private static func isDotAtom(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { octets in
            var previous = ASCII.dot
            for octet in octets {
                let isInPlace = octet == ASCII.dot ? previous != ASCII.dot : AddressList.isAtomText(octet)
                guard isInPlace else { return false }
                previous = octet
            }
            return previous != ASCII.dot
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }
}
