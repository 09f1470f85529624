import ReturnPathCore

/// One question to the DNS: a name and the type of record wanted of it.
package struct Question: Hashable, Sendable {
    /// The types of record that sixreturn looks at.
    package enum RecordType: String, Hashable, Sendable, CaseIterable {
        case a, aaaa, mx, txt, ptr
    }

    /// The name, in lower case and without the final dot, so that equal questions are equal.
    package let name: String
    package let type: RecordType

    /// Asks for records of a name.
    ///
    /// - Parameters:
    ///   - name: A domain name in ASCII (internationalised names as A-labels, RFC 5890 §2.3.2.1); it
    ///     is taken as absolute, no search list applies.
    ///   - type: The type of record.
    package init(_ name: String, _ type: RecordType) {
        let lowered = name.lowercased()
        self.name = lowered.hasSuffix(".") ? String(lowered.dropLast()) : lowered
        self.type = type
    }

    /// Asks for the names of an address, in `in-addr.arpa` (RFC 1035 §3.5) or `ip6.arpa`
    /// (RFC 3596 §2.5).
    package init(namesOf address: IPAddress) {
        let labels: [String]
        let zone: String
        switch address.family {
        case .ipv4:
            labels = address.bytes.map { String($0) }
            zone = "in-addr.arpa"
        case .ipv6:
            labels = address.bytes.flatMap { [String($0 >> 4, radix: 16), String($0 & 15, radix: 16)] }
            zone = "ip6.arpa"
        }
        self.init((labels.reversed() + [zone]).joined(separator: "."), .ptr)
    }

    /// Whether the name can be asked for: ASCII that is visible, without the escapes of master
    /// files, labels of 1 to 63 octets and at most 253 octets in all (RFC 1035 §2.3.4).
    var isAskable: Bool {
        let labels = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return name.utf8.count <= 253
            && labels.allSatisfy { (1...63).contains($0.count) }
            && name.utf8.allSatisfy { (0x21...0x7e).contains($0) && $0 != UInt8(ascii: "\\") }
    }
}
