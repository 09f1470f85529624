/// A recipient's address in a delivery report, with the type that says how to read it
/// (RFC 3464 §2.3.1 and §2.3.2).
public struct ReportedAddress: Hashable, Sendable {
    /// The address type in small letters, as in `rfc822` or `utf-8`; nil where none was given.
    public let type: String?
    /// The address, decoded, without angle brackets.
    public let address: String

    /// Creates an address.
    public init(type: String?, address: String) {
        self.type = type
        self.address = address
    }

    /// Reads a field's value; nil where there is no address in it.
    init?(field value: String) {
        let parts = value.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
        let named = parts.count == 2 && !parts[0].contains("@")
        let type = named ? Self.trimmed(parts[0]).lowercased() : nil
        var raw = Self.trimmed(named ? parts[1] : Substring(value))
        if raw.hasPrefix("<"), raw.hasSuffix(">") { raw = String(raw.dropFirst().dropLast()) }
        guard !raw.isEmpty else { return nil }
        self.type = type
        address = type == "utf-8" ? XText.decodeUTF8Address(raw) : XText.decodeAddress(raw)
    }

    private static func trimmed(_ text: Substring) -> String {
        var rest = text
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
