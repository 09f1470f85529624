/// The two textual forms of addresses, read strictly and written canonically.
enum IPAddressText {
    /// Reads four decimal octets without leading zeros, for `010` is eight to some and ten to others.
    ///
    /// - Returns: 4 octets, or `nil` when the text is anything else.
    static func ipv4(_ text: Substring) -> [UInt8]? {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var octets: [UInt8] = []
        for part in parts {
            guard (1...3).contains(part.count), part.count == 1 || part.first != UInt8(ascii: "0"),
                part.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
                let octet = UInt8(Substring(part))
            else { return nil }
            octets.append(octet)
        }
        return octets
    }

    /// Reads an IPv6 address in any of the three forms of RFC 4291 §2.2.
    ///
    /// - Returns: 16 octets, or `nil` when the text is anything else.
    static func ipv6(_ text: Substring) -> [UInt8]? {
        guard let gap = gap(in: text.utf8) else {
            guard let all = groups(text, mayEndInIPv4: true), all.count == 16 else { return nil }
            return all
        }
        let head = text[..<gap.lowerBound]
        let tail = text[gap.upperBound...]
        guard let front = head.isEmpty ? [] : groups(head, mayEndInIPv4: false),
            let back = tail.isEmpty ? [] : groups(tail, mayEndInIPv4: true),
            front.count + back.count <= 14
        else { return nil }
        return front + [UInt8](repeating: 0, count: 16 - front.count - back.count) + back
    }

    /// Where the first `::` stands; a second one is left to be refused as an empty group.
    private static func gap(in text: Substring.UTF8View) -> Range<Substring.Index>? {
        let colon = UInt8(ascii: ":")
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            if next < text.endIndex, text[index] == colon, text[next] == colon {
                return index..<text.index(after: next)
            }
            index = next
        }
        return nil
    }

    /// Reads groups of one to four hexadecimal digits, the last perhaps an IPv4 address.
    private static func groups(_ text: Substring, mayEndInIPv4: Bool) -> [UInt8]? {
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count <= 8 else { return nil }
        var octets: [UInt8] = []
        for (position, part) in parts.enumerated() {
            if let group = group(part) {
                octets += [UInt8(group >> 8), UInt8(group & 0xff)]
            } else if mayEndInIPv4, position == parts.count - 1, let four = ipv4(Substring(part)) {
                octets += four
            } else {
                return nil
            }
        }
        return octets
    }

    /// Reads one group; signs, which the standard library would accept, are refused.
    private static func group(_ digits: Substring.UTF8View) -> UInt16? {
        guard (1...4).contains(digits.count), digits.first != UInt8(ascii: "+"),
            digits.first != UInt8(ascii: "-")
        else { return nil }
        return UInt16(Substring(digits), radix: 16)
    }

    /// Writes 16 octets as RFC 5952 §4 demands.
    static func canonical(_ bytes: [UInt8]) -> String {
        let groups = stride(from: 0, to: bytes.count, by: 2).map {
            UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
        }
        let words = groups.map { String($0, radix: 16) }
        guard let run = longestZeroRun(groups) else { return words.joined(separator: ":") }
        let front = words[..<run.lowerBound].joined(separator: ":")
        let back = words[run.upperBound...].joined(separator: ":")
        return "\(front)::\(back)"
    }

    /// The first of the longest runs of zero groups, at least two long (RFC 5952 §4.2).
    private static func longestZeroRun(_ groups: [UInt16]) -> Range<Int>? {
        var best: Range<Int>?
        var start = 0
        for index in 0...groups.count where index == groups.count || groups[index] != 0 {
            if index - start >= 2, index - start > best?.count ?? 0 { best = start..<index }
            start = index + 1
        }
        return best
    }
}
