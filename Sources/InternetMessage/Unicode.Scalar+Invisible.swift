extension Unicode.Scalar {
    /// Whether a terminal or a page could take it for a command or turn a line round with it: control characters,
    /// those that only format (bidirectional ones and tags among them), and separators of lines.
    package var isInvisible: Bool {
        // Most characters are plain, and asking for each category takes long.
        if (0x20...0x7E).contains(value) { return false }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }

    /// The character as JSON can have it in ASCII (RFC 8259 §7).
    package var escapedForJSON: String {
        String(self).utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}
