/// The lower-case alphabet of RFC 4648 §6, without padding.
///
/// Mail systems may fold the case of a local part; this alphabet does not mind.
enum Base32 {
    static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

    /// Writes bytes, five bits a character; a remainder is filled with zero bits.
    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            bits = (bits << 8) | UInt32(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.append(alphabet[Int((bits >> UInt32(count)) & 31)])
            }
        }
        if count > 0 { text.append(alphabet[Int((bits << UInt32(5 - count)) & 31)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Whether a text consists of the alphabet's characters alone.
    static func isEncoded(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x32...0x37).contains($0) }
    }
}
