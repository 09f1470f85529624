/// An address of the Internet Protocol, in the one form in which two equal ones look equal.
///
/// It reads what mail servers write about clients, hence a few more forms than an address needs.
/// Nothing is resolved and no zone is accepted: a name is not an address.
package struct IPAddress: Hashable, Sendable {
    /// The two families an address can belong to.
    package enum Family: String, Codable, Hashable, Sendable, CaseIterable {
        case ipv4, ipv6
    }

    /// The octets in network order: 4 or 16.
    package let bytes: [UInt8]

    /// Which family the address belongs to, told from its length.
    package var family: Family { bytes.count == 4 ? .ipv4 : .ipv6 }

    /// The longest text that can be an address, in octets: a tag, brackets and the longest IPv6 form.
    static let longestText = 64

    /// Reads an address as Postfix, a resolver or a person writes it.
    ///
    /// Accepted are `192.0.2.1`, `2001:db8::1`, the address literals `[192.0.2.1]` and
    /// `[IPv6:2001:db8::1]` (RFC 5321 §4.1.3), the same tag without brackets (Postfix
    /// `client_address` in XFORWARD) and `::ffff:192.0.2.1`, which is IPv4 in disguise
    /// (RFC 4291 §2.5.5.2) and becomes IPv4. Octets with leading zeros, zones (`%eth0`), white space
    /// and anything after the address are refused.
    ///
    /// - Parameter text: The address; anything longer than 64 octets is refused unread.
    /// - Returns: `nil` when the text is no address.
    package init?(_ text: String) {
        var rest = Substring(text)
        guard rest.utf8.count <= Self.longestText else { return nil }
        if rest.hasPrefix("[") {
            guard rest.hasSuffix("]"), rest.utf8.count > 2 else { return nil }
            rest = rest.dropFirst().dropLast()
        }
        let tagged = rest.utf8.count > 5 && rest.prefix(5).lowercased() == "ipv6:"
        if tagged { rest = rest.dropFirst(5) }
        if !tagged, let four = IPAddressText.ipv4(rest) {
            self.init(bytes: four)
        } else if let sixteen = IPAddressText.ipv6(rest) {
            self.init(bytes: sixteen)
        } else {
            return nil
        }
    }

    /// Creates an address from its octets.
    ///
    /// - Parameter bytes: 4 or 16 octets in network order; a mapped IPv4 address becomes IPv4.
    /// - Returns: `nil` for any other number of octets.
    package init?(bytes: [UInt8]) {
        switch bytes.count {
        case 4: self.bytes = bytes
        case 16: self.bytes = Self.isMapped(bytes) ? Array(bytes[12...]) : bytes
        default: return nil
        }
    }

    /// Whether 16 octets are an IPv4-mapped address, `::ffff:0:0/96` (RFC 4291 §2.5.5.2).
    private static func isMapped(_ bytes: [UInt8]) -> Bool {
        bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xff && bytes[11] == 0xff
    }

    /// The canonical text: dotted decimal, or RFC 5952 for IPv6 (lower case, the longest run of
    /// zero groups shortened, a single zero group not).
    package var text: String {
        family == .ipv4 ? bytes.map(String.init).joined(separator: ".") : IPAddressText.canonical(bytes)
    }

    /// The network that limits per client are counted by: the /64 of an IPv6 address, for that is
    /// what one customer has at the least (RFC 6177 §2), and the /24 of an IPv4 address.
    package var network: String {
        let kept = family == .ipv4 ? 3 : 8
        var base = bytes
        for index in kept..<base.count { base[index] = 0 }
        return family == .ipv4
            ? base.map(String.init).joined(separator: ".") + "/24"
            : IPAddressText.canonical(base) + "/64"
    }

    /// Whether only a machine of the same network can have it: private, shared, unique local, link-local
    /// and loopback addresses.
    package var isPrivate: Bool {
        (family == .ipv4 ? SpecialNetwork.inside4 : SpecialNetwork.inside6).contains { $0.contains(bytes) }
    }

    /// Whether the address can be reached from anywhere in the Internet.
    ///
    /// Told from the IANA special-purpose address registries (RFC 6890): private, loopback,
    /// link-local, unique local, multicast, documentation, benchmarking, translation and 6to4
    /// addresses are not global. For IPv6 only what IANA has opened for unicast, `2000::/3`, can be.
    package var isGlobal: Bool {
        switch family {
        case .ipv4: !SpecialNetwork.ipv4.contains { $0.contains(bytes) }
        case .ipv6:
            SpecialNetwork.globalUnicast.contains(bytes)
                && !SpecialNetwork.ipv6.contains { $0.contains(bytes) }
        }
    }
}

extension IPAddress: CustomStringConvertible {
    package var description: String { text }
}

extension IPAddress: Codable {
    /// Reads the address from its text.
    ///
    /// - Throws: `DecodingError` when the text is no address.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let address = IPAddress(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an IP address")
        }
        self = address
    }

    /// Writes the address as its canonical text.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
