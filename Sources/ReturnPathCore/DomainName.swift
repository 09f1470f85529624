import CIDN2

/// The two forms of an internationalised domain name (RFC 5890 §2.3.2.1): `bücher.example` is written, DNS has
/// `xn--bcher-kva.example`.
///
/// What is compared, counted, blocked or asked of DNS is in the second form; what people are shown stays as they
/// wrote it.
package enum DomainName {
    /// The name as DNS has it: A-labels in small letters (RFC 5891 §5, mapped as in UTS 46, not transitionally).
    ///
    /// - Returns: The name in small letters where it is in ASCII already, and where IDNA allows no such name.
    package static func canonical(_ name: some StringProtocol) -> String {
        let small = name.lowercased()
        guard small.utf8.contains(where: { $0 >= 0x80 }) else { return small }
        return converted(small) {
            idn2_to_ascii_8z($0, $1, Int32(IDN2_NFC_INPUT.rawValue | IDN2_NONTRANSITIONAL.rawValue))
        } ?? small
    }

    /// The name as people write it: U-labels (RFC 5891 §5).
    ///
    /// - Returns: The name in small letters where it has no A-labels, and where one of them is none that IDNA allows.
    package static func readable(_ name: some StringProtocol) -> String {
        let small = name.lowercased()
        guard small.contains("xn--"), let found = converted(small, { idn2_to_unicode_8z8z($0, $1, 0) }),
            canonical(found) == canonical(small)
        else { return small }
        return found
    }

    /// The most octets of a name that can be one in DNS: 253 signs (RFC 1035 §2.3.4) of four octets each.
    private static let longest = 1012

    private static func converted(
        _ name: String,
        _ convert: (UnsafePointer<CChar>, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32
    ) -> String? {
        var found: UnsafeMutablePointer<CChar>?
        defer { idn2_free(found) }
        // A name ends where C's text does.
        guard name.utf8.count <= longest, !name.utf8.contains(0),
            convert(name, &found) == IDN2_OK.rawValue, let found
        else { return nil }
        return String(validatingCString: found)
    }
}
