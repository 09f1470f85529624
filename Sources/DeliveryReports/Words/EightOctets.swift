/// Eight octets looked at in one step, each in its own eighth of a number.
struct EightOctets {
    let value: UInt64

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// Takes eight octets from a place.
    @inline(__always)
    init(_ octets: UnsafeRawPointer) { value = octets.loadUnaligned(as: UInt64.self) }

    /// Whether any octet is one that JSON escapes: below a blank, a quote, a backslash, or DEL.
    @inline(__always)
    var hasEscaped: Bool {
        let below = (value &- Self.ones &* 0x20) & ~value
        let signs = has(0x22) | has(0x5C) | has(0x7F)
        return (below | signs) & Self.highs != 0
    }

    /// The same octets with ASCII capitals made small; nil where one is no printable ASCII, or where two
    /// blanks follow each other.
    @inline(__always)
    var plainLowercased: UInt64? {
        let blanks = ~((value ^ Self.ones &* 0x20) &+ Self.ones &* 0x7F) & Self.highs
        guard value & Self.highs == 0, (value &+ Self.ones &* 0x60) & Self.highs == Self.highs,
            blanks & (blanks << 8) == 0
        else { return nil }
        let fromA = value &+ Self.ones &* 0x3F
        let behindZ = value &+ Self.ones &* 0x25
        return value | ((fromA ^ behindZ) & Self.highs) >> 2
    }

    /// Has a high bit in the eighth of the first octet that is that one, if any is.
    @inline(__always)
    private func has(_ octet: UInt64) -> UInt64 {
        let difference = value ^ Self.ones &* octet
        return (difference &- Self.ones) & ~difference
    }
}
