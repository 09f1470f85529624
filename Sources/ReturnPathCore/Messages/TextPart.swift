/// One part of a message whose content is text (RFC 2045).
enum TextPart {
    /// Fields, empty line and body: as it stands where it is ASCII in short lines, else quoted-printable.
    static func message(_ type: String, _ text: String) -> String {
        let isPlain =
            text.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) }
            && text.utf8.split(separator: 0x0A).allSatisfy { $0.count <= QuotedPrintable.longestLine }
        return """
            Content-Type: \(type); charset=utf-8
            Content-Transfer-Encoding: \(isPlain ? "7bit" : "quoted-printable")

            \(isPlain ? text : QuotedPrintable.encode(text))
            """
    }
}

/// Quoted-printable (RFC 2045 §6.7), for text whose lines end with LF.
enum QuotedPrintable {
    /// In octets.
    static let longestLine = 76

    static func encode(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(line).joined(separator: "\n")
    }

    private static func line(_ text: Substring) -> String {
        let octets = Array(text.utf8)
        var out = ""
        var column = 0
        for (index, octet) in octets.enumerated() {
            let isLast = index == octets.count - 1
            let isPlain = (0x21...0x7E).contains(octet) && octet != UInt8(ascii: "=")
            let isInnerSpace = octet == 0x20 && !isLast
            let piece = isPlain || isInnerSpace ? String(UnicodeScalar(octet)) : "=" + Hexadecimal.pair(octet)
            if column + piece.utf8.count >= longestLine {
                out += "=\n"
                column = 0
            }
            out += piece
            column += piece.utf8.count
        }
        return out
    }
}
