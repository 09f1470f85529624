/// An address in a text for people.
struct FoundAddress: Hashable {
    /// Where the address stands, without brackets and quotes around it.
    let range: Range<Int>
    /// Whether it stands in angle brackets.
    let isBracketed: Bool
}

/// Finds addresses in texts, as people and programs write them (RFC 5321 §4.1.2, RFC 6531 §3.3).
enum AddressScanner {
    /// The first address that begins and ends in a range.
    static func next(in octets: [UInt8], _ range: Range<Int>) -> FoundAddress? {
        var cursor = range.lowerBound
        while let at = octets.at(from: cursor, to: range.upperBound) {
            if let found = address(around: at, in: octets, range) { return found }
            cursor = at + 1
        }
        return nil
    }

    private static func address(around at: Int, in octets: [UInt8], _ range: Range<Int>) -> FoundAddress? {
        guard let start = localStart(before: at, in: octets, range),
            let end = domainEnd(after: at, in: octets, range)
        else { return nil }
        let isBracketed =
            start > range.lowerBound && octets[start - 1] == 0x3C && end < range.upperBound
            && octets[end] == 0x3E
        let hasDot = octets[(at + 1)..<end].contains { $0 == 0x2E || $0 == 0x5B }
        return hasDot || isBracketed ? FoundAddress(range: start..<end, isBracketed: isBracketed) : nil
    }

    private static func localStart(before at: Int, in octets: [UInt8], _ range: Range<Int>) -> Int? {
        var start = at
        if at > range.lowerBound, octets[at - 1] == 0x22 {
            guard let open = octets[range.lowerBound..<(at - 1)].lastIndex(of: 0x22), at - open > 2 else {
                return nil
            }
            return open
        }
        while start > range.lowerBound, isLocal(octets[start - 1]) { start -= 1 }
        if let sign = endOfForeignSign(in: octets[start..<at]) { start = sign }
        // SMTP=user@example.org is how Exchange 5.5 writes an address, 'user@example.org' how people do.
        if let equals = octets[start..<at].firstIndex(of: 0x3D), isType(octets[start..<equals]) {
            start = equals + 1
        }
        while start < at, octets[start] == 0x27 || octets[start] == 0x2E || octets[start] == 0x2A {
            start += 1
        }
        return start < at ? start : nil
    }

    private static func domainEnd(after at: Int, in octets: [UInt8], _ range: Range<Int>) -> Int? {
        var end = at + 1
        if end < range.upperBound, octets[end] == 0x5B {
            guard let close = octets[end..<range.upperBound].firstIndex(of: 0x5D) else { return nil }
            return close + 1
        }
        while end < range.upperBound, isDomain(octets[end]) { end += 1 }
        if let sign = foreignSign(in: octets[(at + 1)..<end]) { end = sign }
        while end > at + 1, octets[end - 1] == 0x2E || octets[end - 1] == 0x2D { end -= 1 }
        return end > at + 1 ? end : nil
    }

    /// Where punctuation outside ASCII begins: general punctuation, ideographic and full-width signs.
    private static func foreignSign(in octets: ArraySlice<UInt8>) -> Int? {
        octets.indices.first { isForeignSign(at: $0, in: octets) }
    }

    /// The place behind the last punctuation outside ASCII.
    private static func endOfForeignSign(in octets: ArraySlice<UInt8>) -> Int? {
        octets.indices.last { isForeignSign(at: $0, in: octets) }
            .map { min($0 + (octets[$0] == 0xC2 ? 2 : 3), octets.endIndex) }
    }

    private static func isForeignSign(at index: Int, in octets: ArraySlice<UInt8>) -> Bool {
        guard octets[index] >= 0xC2 else { return false }
        switch (octets[index], index + 1 < octets.endIndex ? octets[index + 1] : 0) {
        case (0xC2, _), (0xE2, 0x80), (0xE3, 0x80), (0xEF, 0xBC), (0xEF, 0xBD): return true
        default: return false
        }
    }

    private static func isType(_ name: ArraySlice<UInt8>) -> Bool {
        name.count == 4 && zip(name, "smtp".utf8).allSatisfy { $0 | 0x20 == $1 }
    }

    private static func isLocal(_ octet: UInt8) -> Bool {
        if octet >= 0x80 || (octet | 0x20) &- 0x61 < 26 || octet &- 0x30 < 10 { return true }
        switch octet {
        case 0x21, 0x23, 0x24, 0x25, 0x26, 0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x2F, 0x3D, 0x3F, 0x5E, 0x5F, 0x60,
            0x7B, 0x7C, 0x7D, 0x7E:
            return true
        default: return false
        }
    }

    private static func isDomain(_ octet: UInt8) -> Bool {
        octet >= 0x80 || (octet | 0x20) &- 0x61 < 26 || octet &- 0x30 < 10 || octet == 0x2D || octet == 0x2E
            || octet == 0x5F
    }
}

extension [UInt8] {
    fileprivate func at(from start: Int, to end: Int) -> Int? {
        start < end ? self[start..<end].firstIndex(of: 0x40) : nil
    }
}
