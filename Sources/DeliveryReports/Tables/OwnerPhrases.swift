/// Beginnings of sentences by which a service says what is the matter with a mailbox of its own.
///
/// They stand above the addresses and are true of all of them. The answer that is quoted below is the same one
/// whatever the matter is ("550 user unknown" at KDDI's ezweb), so that they outrank it.
enum OwnerPhrases {
    static let beginnings: [StaticString] = ["the user(s) account is "]

    /// The most octets of a sentence.
    private static let longest = 120

    /// The first such sentence of a text, without its full stop.
    static func sentence(in text: SearchText) -> [UInt8]? {
        guard let start = beginnings.lazy.compactMap(text.place).first else { return nil }
        return Array(text.octets[start...].prefix(longest).prefix { $0 != 0x2E })
    }
}
