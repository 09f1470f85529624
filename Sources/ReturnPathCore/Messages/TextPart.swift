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
        var out: [UInt8] = []
        for (number, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
        {
            if number > 0 { out.append(0x0A) }
            encode(line, into: &out)
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func encode(_ line: Substring.UTF8View, into out: inout [UInt8]) {
        var column = 0
        for (index, octet) in zip(line.indices, line) {
            let isLast = line.index(after: index) == line.endIndex
            let isPlain = (0x21...0x7E).contains(octet) && octet != UInt8(ascii: "=")
            let isInnerSpace = octet == 0x20 && !isLast
            let length = isPlain || isInnerSpace ? 1 : 3
            if column + length >= longestLine {
                out += "=\n".utf8
                column = 0
            }
            if length == 1 { out.append(octet) } else { out += "=\(Hexadecimal.pair(octet))".utf8 }
            column += length
        }
    }
}
