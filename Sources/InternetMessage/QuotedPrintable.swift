/// Quoted-printable, lenient: what is no escape stands for itself (RFC 2045 §6.7).
enum QuotedPrintable {
    /// Decodes a body.
    static func decode(_ body: Bytes) -> (bytes: Bytes, defects: [Defect]) {
        guard var equals = body.place(of: ASCII.equals, from: body.startIndex) else { return (body, []) }
        var result: [UInt8] = []
        result.reserveCapacity(body.count)
        var isMalformed = false
        var index = body.startIndex
        while true {
            result.append(contentsOf: body[index..<equals])
            guard equals < body.endIndex else { break }
            if let value = escape(in: body, at: equals) {
                result.append(value)
                index = equals + 3
            } else if let next = softBreak(in: body, at: equals) {
                index = next
            } else {
                isMalformed = true
                result.append(ASCII.equals)
                index = equals + 1
            }
            equals = body.place(of: ASCII.equals, from: index) ?? body.endIndex
        }
        return (result[...], isMalformed ? [.malformedTransferEncoding] : [])
    }

    /// The octet that `=XX` at that place stands for.
    static func escape(in body: Bytes, at index: Int) -> UInt8? {
        guard index + 2 < body.endIndex, let high = body[index + 1].hexValue,
            let low = body[index + 2].hexValue
        else { return nil }
        return high << 4 | low
    }

    /// The place behind a soft line break that starts there; transport may have padded it.
    private static func softBreak(in body: Bytes, at index: Int) -> Int? {
        var next = index + 1
        while next < body.endIndex, body[next].isBlank || body[next] == ASCII.cr { next += 1 }
        if next == body.endIndex { return next }
        return body[next] == ASCII.lf ? next + 1 : nil
    }
}
