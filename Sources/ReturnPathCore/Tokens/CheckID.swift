/// Names a check: 80 random bits as sixteen lower-case characters.
package struct CheckID: Hashable, Sendable, CustomStringConvertible {
    /// Sixteen characters of `a`–`z` and `2`–`7`.
    package let text: String

    /// How many random octets an identifier is made of.
    package static let octets = 10
    static let length = 16

    /// Makes the identifier from random octets.
    ///
    /// - Parameter random: Exactly ``octets`` octets from a cryptographic source.
    package init(random: [UInt8]) {
        precondition(random.count == Self.octets, "a check needs \(Self.octets) random octets")
        text = Base32.encode(random)
    }

    /// Takes an identifier that is already written down.
    package init?(_ text: String) {
        guard text.utf8.count == Self.length, Base32.isEncoded(text) else { return nil }
        self.text = text
    }

    package var description: String { text }
}
