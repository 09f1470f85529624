/// The encodings that carry any text through SMTP parameters (RFC 3461 §4, RFC 6533 §3).
///
/// A report should hold the decoded text (RFC 3464 §2.2.1 and §2.3.1), yet some hold what went over
/// the wire. As a plus sign is common in addresses, an escape is only taken for one where an encoder
/// must write it: for a plus, an equals sign, and what is not printable.
enum XText {
    /// Decodes an envelope identifier, if all its plus signs are escapes (RFC 3461 §4.4).
    static func decodeEnvelopeID(_ text: String) -> String {
        decode(text) { $0 == 0x2B || $0 == 0x3D || $0 < 0x21 || $0 > 0x7E }
    }

    /// Decodes an address of type rfc822; blanks are no part of one, so fewer escapes are believed.
    static func decodeAddress(_ text: String) -> String {
        decode(text) { $0 == 0x2B || $0 == 0x3D }
    }

    /// Decodes `\x{HEX}` escapes of an address of type utf-8 (RFC 6533 §3).
    static func decodeUTF8Address(_ text: String) -> String {
        guard text.contains("\\x{") else { return text }
        var result = String.UnicodeScalarView()
        var rest = text[...]
        while let escape = rest.range(of: "\\x{") {
            result.append(contentsOf: rest[..<escape.lowerBound].unicodeScalars)
            rest = rest[escape.upperBound...]
            if let close = rest.firstIndex(of: "}"), rest.distance(from: rest.startIndex, to: close) <= 6,
                let value = UInt32(rest[..<close], radix: 16), value != 0, let scalar = Unicode.Scalar(value)
            {
                result.append(scalar)
                rest = rest[rest.index(after: close)...]
            } else {
                result.append(contentsOf: "\\x{".unicodeScalars)
            }
        }
        result.append(contentsOf: rest.unicodeScalars)
        return String(result)
    }

    private static func decode(_ text: String, believing isEncoded: (UInt8) -> Bool) -> String {
        let bytes = Array(text.utf8)
        guard bytes.contains(0x2B) else { return text }
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == 0x2B else {
                result.append(bytes[index])
                index += 1
                continue
            }
            guard index + 2 < bytes.count, let high = hex(bytes[index + 1]), let low = hex(bytes[index + 2]),
                isEncoded(high << 4 | low), high << 4 | low != 0
            else { return text }
            result.append(high << 4 | low)
            index += 3
        }
        return String(validating: result, as: UTF8.self) ?? text
    }

    /// Only capitals: RFC 3461 §4 has no others.
    private static func hex(_ octet: UInt8) -> UInt8? {
        switch octet {
        case 0x30...0x39: octet - 0x30
        case 0x41...0x46: octet - 0x37
        default: nil
        }
    }
}

extension Substring {
    /// The first place of a text in this one.
    fileprivate func range(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
