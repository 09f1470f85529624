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
        let octets = text.utf8
        guard let first = octets.first, first != ASCII.dot, octets.last != ASCII.dot else { return false }
        var previous = first
        for octet in octets.dropFirst() {
            if octet == ASCII.dot, previous == ASCII.dot { return false }
            previous = octet
        }
        return octets.allSatisfy { $0 == ASCII.dot || AddressList.isAtomText($0) }
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
