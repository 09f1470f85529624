/// Octets as two hexadecimal digits, in capitals.
enum Hexadecimal {
    static func pair(_ octet: UInt8) -> String {
        (octet < 16 ? "0" : "") + String(octet, radix: 16, uppercase: true)
    }
}
