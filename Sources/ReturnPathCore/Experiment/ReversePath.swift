import InternetMessage

/// The envelope sender of a request: the address every mail of the check goes to.
///
/// Kept exactly as it came. Only an address that can stand in a command line and in a header
/// without any escaping trick is one (RFC 5321 §4.1.2); everything else is never answered.
package struct ReversePath: Hashable, Sendable {
    /// The whole address, local part in the sender's own case.
    package let text: String
    /// The local part as it stands, quotes included.
    package let localPart: String
    /// The domain as DNS has it (``DomainName/canonical(_:)``).
    package let domain: String
    /// The domain as it stands, in lower case: for people.
    package let writtenDomain: String

    /// Parses an envelope sender.
    ///
    /// - Parameter text: The address without angle brackets, at most 254 octets.
    /// - Throws: ``Malformed``, which says what is wrong with it.
    package init(parsing text: String) throws(Malformed) {
        try self.init(kept: text)
        guard !localPart.unicodeScalars.contains(where: Self.cannotBeSeen) else { throw .localPart }
        let domain = text.unicodeScalars.dropFirst(localPart.unicodeScalars.count + 1)
        guard !domain.contains(where: { Self.cannotBeSeen($0) || $0.foldsToASCII }),
            writtenDomain.unicodeScalars.allSatisfy(Self.hasOneSpelling)
        else { throw .domain }
    }

    /// Parses one that was taken before, perhaps when less was asked of an address: its grammar alone counts.
    package init(kept text: String) throws(Malformed) {
        guard !text.isEmpty else { throw .null }
        guard text.utf8.count <= 254 else { throw .tooLong }
        guard let at = text.utf8.lastIndex(of: UInt8(ascii: "@")) else { throw .noDomain }
        let local = String(text[..<at])
        let domain = text[text.index(after: at)...].lowercased()
        guard !local.isEmpty, local.utf8.count <= 64, Self.isLocalPart(local) else { throw .localPart }
        guard Self.isDomain(domain) else { throw .domain }
        self.text = text
        self.localPart = local
        self.domain = DomainName.canonical(domain)
        writtenDomain = domain
    }

    /// Why an address is none that we would write to.
    package enum Malformed: String, Error, Hashable {
        case null, tooLong, noDomain, localPart, domain
    }

    /// The local part without quotes and backslashes: with them or without, it is the same mailbox
    /// (RFC 5321 §4.1.2).
    package var plainLocalPart: String {
        guard localPart.utf8.first == UInt8(ascii: "\"") else { return localPart }
        var plain = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in localPart.unicodeScalars.dropFirst().dropLast() {
            isEscaped = scalar == "\\" && !isEscaped
            if !isEscaped { plain.append(scalar) }
        }
        return String(plain)
    }

    /// Dot-string or quoted-string, UTF-8 allowed (RFC 5321 §4.1.2, RFC 6531 §3.3).
    private static func isLocalPart(_ text: String) -> Bool {
        guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }) else {
            return false
        }
        return text.first == "\"" ? isQuotedString(text) : isDotString(text)
    }

    static func isDotString(_ text: String) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.utf8.allSatisfy { $0 >= 0x80 || atomCharacters.contains($0) }
        }
    }

    private static func isQuotedString(_ text: String) -> Bool {
        guard text.utf8.count >= 2, text.last == "\"" else { return false }
        var escaped = false
        for byte in text.utf8.dropFirst().dropLast() {
            if escaped {
                escaped = false
            } else if byte == UInt8(ascii: "\\") {
                escaped = true
            } else if byte == UInt8(ascii: "\"") {
                return false
            }
        }
        return !escaped
    }

    private static let atomCharacters = Set(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~".utf8)

    /// A name of at least two labels; address literals are not answered.
    private static func isDomain(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && text.utf8.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.unicodeScalars.allSatisfy(isLabelScalar)
            }
    }

    private static func isLabelScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "0"..."9", "-", "_": true
        default: scalar.value >= 0xA0 && !scalar.properties.isWhitespace
        }
    }

    private static func cannotBeSeen(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isInvisible || !scalar.isASCII && scalar.properties.isWhitespace
    }

    /// Whether no mapping turns it into something else in a name in DNS (RFC 5892 §2.2; §2.6 excepts two letters).
    private static func hasOneSpelling(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII || ["\u{DF}", "\u{3C2}"].contains(scalar)
            || !scalar.properties.changesWhenNFKCCaseFolded
    }
}

extension Unicode.Scalar {
    /// Whether it is none of ASCII and becomes one in small letters, such as the sign of Kelvin.
    var foldsToASCII: Bool {
        !isASCII && properties.lowercaseMapping.unicodeScalars.contains(where: \.isASCII)
    }
}
