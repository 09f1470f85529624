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
        var octets = value.utf8[...].trimmed
        var type: String?
        if let semicolon = octets.firstIndex(of: 0x3B), !octets[..<semicolon].contains(0x40) {
            type = String(Substring(octets[..<semicolon].trimmed)).lowercased()
            octets = octets[octets.index(after: semicolon)...].trimmed
        }
        if octets.first == 0x3C, octets.last == 0x3E, octets.count > 1 {
            octets = octets.dropFirst().dropLast()
        }
        // A route tells the way, not the recipient (RFC 5321 §3.3).
        if octets.first == 0x40, let colon = octets.firstIndex(of: 0x3A) {
            octets = octets[octets.index(after: colon)...]
        }
        guard !octets.isEmpty else { return nil }
        let raw = String(Substring(octets))
        self.type = type
        address = type == "utf-8" ? XText.decodeUTF8Address(raw) : XText.decodeAddress(raw)
    }
}
