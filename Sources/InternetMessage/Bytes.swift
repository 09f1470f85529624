import Glibc

/// A range of octets in a message's one shared buffer; taking one copies nothing.
public typealias Bytes = ArraySlice<UInt8>

/// The octets that the grammars of mail name, so that code reads like them.
enum ASCII {
    static let nul: UInt8 = 0x00
    static let tab: UInt8 = 0x09
    static let lf: UInt8 = 0x0A
    static let cr: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let quote: UInt8 = 0x22
    static let apostrophe: UInt8 = 0x27
    static let openParen: UInt8 = 0x28
    static let closeParen: UInt8 = 0x29
    static let asterisk: UInt8 = 0x2A
    static let plus: UInt8 = 0x2B
    static let comma: UInt8 = 0x2C
    static let hyphen: UInt8 = 0x2D
    static let dot: UInt8 = 0x2E
    static let slash: UInt8 = 0x2F
    static let zero: UInt8 = 0x30
    static let nine: UInt8 = 0x39
    static let colon: UInt8 = 0x3A
    static let semicolon: UInt8 = 0x3B
    static let less: UInt8 = 0x3C
    static let equals: UInt8 = 0x3D
    static let greater: UInt8 = 0x3E
    static let question: UInt8 = 0x3F
    static let at: UInt8 = 0x40
    static let openBracket: UInt8 = 0x5B
    static let backslash: UInt8 = 0x5C
    static let closeBracket: UInt8 = 0x5D
    static let underscore: UInt8 = 0x5F
    static let percent: UInt8 = 0x25
}

extension UInt8 {
    /// Whether this is a space or a tab (WSP of RFC 5234).
    @inline(__always) var isBlank: Bool { self == ASCII.space || self == ASCII.tab }

    /// Whether this is white space of any kind, line ends included.
    @inline(__always) var isWhite: Bool { isBlank || self == ASCII.lf || self == ASCII.cr }

    /// Whether this is an ASCII digit.
    @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }

    /// Whether this is an ASCII letter.
    @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

    /// This octet with an ASCII capital made small.
    @inline(__always) var lowered: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

    /// What this hexadecimal digit, of either case, stands for.
    var hexValue: UInt8? {
        if isDigit { return self - 0x30 }
        let letter = lowered &- 0x61
        return letter < 6 ? letter + 10 : nil
    }
}

extension Array where Element == UInt8 {
    /// Takes what a closure writes into room for `capacity` octets; it sets how many they are, 0 at first.
    ///
    /// The room is no array yet, as an array of unknown length costs the library four times a plain copy. Large
    /// ones are not copied.
    @inline(__always)
    package init(room capacity: Int, _ write: (UnsafeMutableBufferPointer<UInt8>, inout Int) -> Void) {
        guard capacity <= 1 << 16 else {
            self.init(unsafeUninitializedCapacity: capacity) { write($0, &$1) }
            return
        }
        self = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { room in
            var count = 0
            write(room, &count)
            return Array(UnsafeBufferPointer(rebasing: room[..<count]))
        }
    }

    /// The first place of an octet in a range, found by memchr(3).
    @inline(__always)
    func place(of octet: UInt8, from start: Int, to end: Int) -> Int? {
        guard start < end else { return nil }
        return withUnsafeBufferPointer { all in
            guard let base = all.baseAddress, end <= all.count,
                let hit = memchr(base + start, Int32(octet), end - start)
            else { return nil }
            return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
        }
    }
}

extension ArraySlice where Element == UInt8 {
    /// Whether these octets are that ASCII text, capitals or not.
    public func isEqualIgnoringCase(to text: some StringProtocol) -> Bool {
        isEqualIgnoringCase(to: String(text))
    }

    /// Whether these octets are that ASCII text, capitals or not.
    public func isEqualIgnoringCase(to text: String) -> Bool {
        guard count == text.utf8.count else { return false }
        var text = text
        return text.withUTF8 { other in
            withUnsafeBufferPointer { own in
                for index in own.indices where own[index].lowered != other[index].lowered { return false }
                return true
            }
        }
    }

    /// The first place of an octet at or behind another place, found by memchr(3).
    @inline(__always)
    func place(of octet: UInt8, from start: Int) -> Int? {
        guard start < endIndex else { return nil }
        return withUnsafeBufferPointer { all in
            guard let base = all.baseAddress,
                let hit = memchr(base + (start - startIndex), Int32(octet), endIndex - start)
            else { return nil }
            return startIndex + (UnsafeRawPointer(hit) - UnsafeRawPointer(base))
        }
    }

    /// Whether the octet occurs.
    @inline(__always)
    func has(_ octet: UInt8) -> Bool { place(of: octet, from: startIndex) != nil }

    /// Whether all octets are ASCII.
    var isASCII: Bool {
        withUnsafeBufferPointer { all in
            var united: UInt8 = 0
            for octet in all { united |= octet }
            return united < 0x80
        }
    }

    /// These octets without white space at either end.
    public func trimmed() -> Bytes {
        var start = startIndex
        var end = endIndex
        while start < end, self[start].isWhite { start += 1 }
        while end > start, self[end - 1].isWhite { end -= 1 }
        return self[start..<end]
    }
}
