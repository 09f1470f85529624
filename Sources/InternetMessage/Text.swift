/// Makes strings of octets that promise nothing: the result is always valid and has no NUL.
public enum Text {
    /// The octets as UTF-8, or as Latin-1 where they are not valid UTF-8.
    ///
    /// Raw 8-bit header text has no charset of its own; RFC 6532 §3 makes it UTF-8, and what is not
    /// UTF-8 is nearly always a Latin alphabet.
    public static func decode(_ bytes: Bytes) -> String {
        let clean = bytes.contains(ASCII.nul) ? Bytes(bytes.filter { $0 != ASCII.nul }) : bytes
        return String(validating: clean, as: UTF8.self) ?? latin1(clean)
    }

    /// The octets as UTF-8, or as Latin-1 where they are not valid UTF-8.
    public static func decode(_ bytes: [UInt8]) -> String { decode(bytes[...]) }

    /// The octets as ISO-8859-1, in which every sequence is valid.
    static func latin1(_ bytes: Bytes) -> String {
        var text = String.UnicodeScalarView()
        for octet in bytes where octet != ASCII.nul { text.append(Unicode.Scalar(octet)) }
        return String(text)
    }
}
