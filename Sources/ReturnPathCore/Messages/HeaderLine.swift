/// A header field in lines.
enum HeaderLine {
    /// A field whose value may be folded between its parts alone, in lines of at most 76 octets: what a line may
    /// have that bears an encoded word (RFC 2047 §2), and less than any line should have (RFC 5322 §2.1.1). A part
    /// that is longer stays whole.
    static func folded(_ name: String, _ parts: [String]) -> String {
        var field = "\(name):"
        var column = field.utf8.count
        for part in parts {
            if column + 1 + part.utf8.count > longest {
                field += "\n"
                column = 0
            }
            field += " \(part)"
            column += 1 + part.utf8.count
        }
        return field
    }

    /// The longest line, in octets.
    private static let longest = 76
}
