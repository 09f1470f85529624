/// A value with the type that says how to read it, as in `smtp; 550 no` (RFC 3464 §2.1.2).
struct TypedValue {
    /// The type in small letters; nil where none was given.
    let type: String?
    /// What stands behind the first semicolon, without blanks at its ends.
    let value: String

    /// Splits an unfolded value. A type is one word: prose with a semicolon has none.
    init(_ text: String) {
        let octets = text.utf8
        if let semicolon = octets.firstIndex(of: 0x3B) {
            let word = octets[..<semicolon].trimmed
            if !word.isEmpty, word.allSatisfy(Self.isTypeSign) {
                type = String(Substring(word)).lowercased()
                value = String(Substring(octets[octets.index(after: semicolon)...].trimmed))
                return
            }
        }
        type = nil
        value = String(Substring(octets[...].trimmed))
    }

    private static func isTypeSign(_ octet: UInt8) -> Bool {
        (octet | 0x20) &- 0x61 < 26 || octet &- 0x30 < 10 || octet == 0x2D || octet == 0x5F || octet == 0x2B
            || octet == 0x2E
    }
}

extension Substring.UTF8View {
    /// Without white space at the ends.
    var trimmed: Substring.UTF8View {
        var rest = self
        while let first = rest.first, first <= 0x20 { rest.removeFirst() }
        while let last = rest.last, last <= 0x20 { rest.removeLast() }
        return rest
    }
}
