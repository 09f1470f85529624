/// Makes strings of octets that promise nothing: the result is always valid and has no NUL.
public enum Text {
    /// The octets as UTF-8, or as Latin-1 where they are not valid UTF-8.
    ///
    /// Raw 8-bit header text has no charset of its own; RFC 6532 §3 makes it UTF-8, and what is not
    /// UTF-8 is nearly always a Latin alphabet.
    public static func decode(_ bytes: Bytes) -> String { string(octets(bytes)) }

    /// The octets as UTF-8, or as Latin-1 where they are not valid UTF-8.
    public static func decode(_ bytes: [UInt8]) -> String { decode(bytes[...]) }

    /// The octets as text, ASCII capitals made small.
    static func lowercased(_ bytes: Bytes) -> String {
        guard bytes.isASCII, !bytes.has(ASCII.nul) else { return decode(bytes.map(\.lowered)) }
        return String(unsafeUninitializedCapacity: bytes.count) { buffer in
            for (place, octet) in bytes.enumerated() { buffer[place] = octet.lowered }
            return bytes.count
        }
    }

    /// The text that valid octets are.
    static func string(_ octets: Bytes) -> String {
        octets.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }

    /// The octets as valid UTF-8 without NUL, Latin-1 converted.
    static func octets(_ bytes: Bytes) -> Bytes { validOctets(bytes) ?? latin1(bytes) }

    /// The octets without NUL; nil where they are not valid UTF-8.
    static func validOctets(_ bytes: Bytes) -> Bytes? {
        let clean = bytes.has(ASCII.nul) ? Bytes(bytes.filter { $0 != ASCII.nul }) : bytes
        // Nearly all of mail is ASCII, and needs no second look.
        if clean.isASCII || isValid(clean) { return clean }
        // A text that was cut may end in the middle of a character.
        let whole = withoutCutCharacter(clean)
        return whole.count < clean.count && !whole.isASCII && isValid(whole) ? whole : nil
    }

    private static func isValid(_ bytes: Bytes) -> Bool {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return true
        } catch {
            return false
        }
    }

    /// The octets without what a cut left of a last character of UTF-8: one would make all invalid.
    static func withoutCutCharacter(_ bytes: Bytes) -> Bytes {
        guard let first = bytes.suffix(3).lastIndex(where: { $0 >= 0xC0 }) else { return bytes }
        let length = bytes[first] < 0xE0 ? 2 : bytes[first] < 0xF0 ? 3 : 4
        return first + length > bytes.endIndex ? bytes[..<first] : bytes
    }

    /// The octets of ISO-8859-1, in which every sequence is valid, as UTF-8 without NUL.
    static func latin1(_ bytes: Bytes) -> Bytes {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 2)
        for octet in bytes where octet != ASCII.nul {
            if octet < 0x80 {
                text.append(octet)
            } else {
                text.append(0xC0 | octet >> 6)
                text.append(0x80 | octet & 0x3F)
            }
        }
        return text[...]
    }
}
