/// Base64 as mail has it: broken lines, missing padding, foreign octets (RFC 2045 §6.8).
enum Base64 {
    /// What stands for no value in ``values``.
    private static let none: UInt8 = 0xFF

    private static let values: [UInt8] = {
        var table = [UInt8](repeating: none, count: 256)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for (value, octet) in alphabet.utf8.enumerated() { table[Int(octet)] = UInt8(value) }
        return table
    }()

    /// Decodes what can be; a body that is plainly no base64 comes back as it is.
    static func decode(_ body: Bytes) -> (bytes: Bytes, defects: [Defect]) {
        var foreign = 0
        let values = values
        let result = [UInt8](room: body.count / 4 * 3 + 3) { output, count in
            var group = Group()
            for octet in body {
                let value = values[Int(octet)]
                if value != none {
                    group.take(value)
                    if group.held == 4 { group.write(into: output, &count) }
                } else if octet == ASCII.equals {
                    group.write(into: output, &count)
                } else if octet != ASCII.lf, octet != ASCII.cr {
                    foreign += 1
                }
            }
            group.write(into: output, &count)
        }
        // Prose has a blank or a sign in every dozen letters; damaged base64 has not.
        if foreign * 20 > body.count { return (body, [.malformedTransferEncoding]) }
        return (result[...], foreign > 0 ? [.malformedTransferEncoding] : [])
    }

    /// Up to four letters of six bits each.
    private struct Group {
        private var bits: UInt32 = 0
        private(set) var held = 0

        @inline(__always)
        mutating func take(_ value: UInt8) {
            bits = bits << 6 | UInt32(value)
            held += 1
        }

        /// Writes the octets that are complete and begins anew; a lone letter makes none.
        @inline(__always)
        mutating func write(into output: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int) {
            bits <<= 6 * UInt32(4 - held)
            if held > 1 { output[count] = UInt8(truncatingIfNeeded: bits >> 16) }
            if held > 2 { output[count + 1] = UInt8(truncatingIfNeeded: bits >> 8) }
            if held > 3 { output[count + 2] = UInt8(truncatingIfNeeded: bits) }
            count += max(held - 1, 0)
            self = Group()
        }
    }
}
