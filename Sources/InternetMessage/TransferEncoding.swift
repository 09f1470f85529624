/// How a body's content was made fit for transport (RFC 2045 §6).
public enum TransferEncoding: String, Hashable, Sendable, CaseIterable {
    /// Short lines of ASCII, as they are.
    case sevenBit = "7bit"
    /// Short lines of any octets, as they are.
    case eightBit = "8bit"
    /// Any octets, as they are.
    case binary
    /// Octets written as `=XX` where they might not survive (RFC 2045 §6.7).
    case quotedPrintable = "quoted-printable"
    /// Three octets in four letters (RFC 2045 §6.8).
    case base64

    /// The encoding a field's value names; nil where it names none of RFC 2045.
    public init?(label: Bytes) {
        var scanner = ParameterScanner(label)
        var name = scanner.value()
        if name.prefix(2).isEqualIgnoringCase(to: "x-") { name = name.dropFirst(2) }
        guard let found = Self.allCases.first(where: { name.isEqualIgnoringCase(to: $0.rawValue) }) else {
            return nil
        }
        self = found
    }

    /// Whether the body must be decoded to get at the content.
    var changesContent: Bool { self == .base64 || self == .quotedPrintable }

    /// Undoes the encoding that a label names; without a label there is none.
    static func decode(_ body: Bytes, label: Bytes?) -> (bytes: Bytes, defects: [Defect]) {
        guard let label, !label.isEmpty else { return (body, []) }
        guard let encoding = TransferEncoding(label: label) else {
            return (body, [.unknownTransferEncoding])
        }
        switch encoding {
        case .sevenBit, .eightBit, .binary: return (body, [])
        case .quotedPrintable: return QuotedPrintable.decode(body)
        case .base64: return Base64.decode(body)
        }
    }
}
