import CMemory

/// A text made ready for being asked for many phrases.
///
/// Most phrases of a table are not in a text, and nearly all of those have four octets in a row that the
/// text has nowhere: a look at a table of such fours spares the search.
package struct SearchText {
    /// In small ASCII letters, every run of white space one space (``Phrase/normalized(_:)``).
    let octets: [UInt8]
    /// A bit for every four octets in a row, thrown together to 16,384.
    private let fours: [UInt64]

    init(_ octets: [UInt8]) {
        self.octets = octets
        // A copy of a table is cheaper than a new one.
        var fours = Self.none
        fours.withUnsafeMutableBufferPointer { fours in
            octets.withUnsafeBytes { text in
                guard text.count >= 4 else { return }
                for index in 0...(text.count - 4) {
                    let bit = Self.bit(text.loadUnaligned(fromByteOffset: index, as: UInt32.self))
                    fours[bit >> 6] |= 1 << UInt64(bit & 63)
                }
            }
        }
        self.fours = fours
    }

    /// The fours of an empty text.
    private static let none = [UInt64](repeating: 0, count: 256)

    /// Takes a text as it is.
    package init(_ text: String) { self.init(Phrase.normalized(text)) }

    /// Which fours a phrase has, as far as they are looked at.
    struct Probe {
        fileprivate let bits: SIMD4<Int32>

        init(_ phrase: StaticString) {
            let length = phrase.utf8CodeUnitCount
            let start = UnsafeRawPointer(phrase.utf8Start)
            var bits = SIMD4<Int32>(repeating: -1)
            for place in 0..<4 {
                let offset = place * 3
                guard offset + 4 <= length else { break }
                bits[place] = Int32(
                    SearchText.bit(start.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
            }
            self.bits = bits
        }

        /// Whether a text may have the phrase, by its fours; if not, it has not.
        @inline(__always)
        func mayBe(in fours: UnsafeBufferPointer<UInt64>) -> Bool {
            for place in 0..<4 {
                let bit = Int(bits[place])
                if bit < 0 { return true }
                if fours[bit >> 6] & 1 << UInt64(bit & 63) == 0 { return false }
            }
            return true
        }
    }

    /// Hands out the table of fours, for ``Probe/mayBe(in:)``.
    @inline(__always)
    func withFours<Result>(_ body: (UnsafeBufferPointer<UInt64>) -> Result) -> Result {
        fours.withUnsafeBufferPointer(body)
    }

    /// Whether a phrase, in small letters, stands in the text.
    @inline(__always)
    package func contains(_ phrase: StaticString) -> Bool { place(of: phrase) != nil }

    /// Where a phrase, in small letters, first stands in the text.
    func place(of phrase: StaticString) -> Int? {
        let start = UnsafeRawPointer(phrase.utf8Start)
        let length = phrase.utf8CodeUnitCount
        var offset = 0
        while offset + 4 <= length {
            let bit = Self.bit(start.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
            if fours[bit >> 6] & 1 << UInt64(bit & 63) == 0 { return nil }
            offset += 3
        }
        return octets.withUnsafeBytes { text in
            guard let base = text.baseAddress, let hit = memmem(base, text.count, start, length) else {
                return nil
            }
            return UnsafeRawPointer(hit) - base
        }
    }

    @inline(__always)
    fileprivate static func bit(_ four: UInt32) -> Int { Int((four &* 0x9E37_79B1) >> 18) }
}
