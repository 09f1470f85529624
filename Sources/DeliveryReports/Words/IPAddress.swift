import Glibc

/// Internet addresses in texts.
enum IPAddress {
    /// The canonical form of an address (RFC 5952), or nil where the text is none.
    ///
    /// Takes the tag of SMTP address literals, `IPv6:2001:db8::1` (RFC 5321 §4.1.3).
    static func canonical(_ text: some StringProtocol) -> String? {
        var bare = String(text)
        if bare.utf8.count > 5, bare.prefix(5).lowercased() == "ipv6:" { bare = String(bare.dropFirst(5)) }
        // Most names are told from addresses by their last letter.
        guard (2...45).contains(bare.utf8.count),
            let last = bare.utf8.last, last == 0x3A || last &- 0x30 < 10 || (last | 0x20) &- 0x61 < 6
        else { return nil }
        var result = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        for family in [AF_INET6, AF_INET] {
            var address = in6_addr()
            guard inet_pton(family, bare, &address) == 1,
                inet_ntop(family, &address, &result, socklen_t(result.count)) != nil
            else { continue }
            return String(decoding: result.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        }
        return nil
    }
}
