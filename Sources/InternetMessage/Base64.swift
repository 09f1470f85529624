/// Base64 as mail has it: broken lines, missing padding, foreign octets (RFC 2045 §6.8).
enum Base64 {
    private static let values: [UInt8] = {
        var table = [UInt8](repeating: 0xFF, count: 256)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for (value, octet) in alphabet.utf8.enumerated() { table[Int(octet)] = UInt8(value) }
        return table
    }()

    /// Decodes what can be; a body that is plainly no base64 comes back as it is.
    static func decode(_ body: Bytes) -> (bytes: Bytes, defects: [Defect]) {
        var result: [UInt8] = []
        result.reserveCapacity(body.count / 4 * 3 + 3)
        var group: UInt32 = 0
        var held = 0
        var foreign = 0
        for octet in body {
            let value = values[Int(octet)]
            if value != 0xFF {
                group = group << 6 | UInt32(value)
                held += 1
                if held == 4 {
                    append(group, 3, to: &result)
                    held = 0
                    group = 0
                }
            } else if octet == ASCII.equals {
                flush(&group, &held, to: &result)
            } else if octet != ASCII.lf, octet != ASCII.cr {
                foreign += 1
            }
        }
        flush(&group, &held, to: &result)
        // Prose has a blank or a sign in every dozen letters; damaged base64 has not.
        if foreign * 20 > body.count { return (body, [.malformedTransferEncoding]) }
        return (result[...], foreign > 0 ? [.malformedTransferEncoding] : [])
    }

    private static func flush(_ group: inout UInt32, _ held: inout Int, to result: inout [UInt8]) {
        if held > 1 { append(group << (6 * UInt32(4 - held)), held - 1, to: &result) }
        held = 0
        group = 0
    }

    private static func append(_ group: UInt32, _ count: Int, to result: inout [UInt8]) {
        for index in 0..<count { result.append(UInt8(truncatingIfNeeded: group >> (16 - 8 * UInt32(index)))) }
    }
}
