import InternetMessage

/// Sets text for a mail that is read in a terminal: at most 72 columns, plain spaces.
package enum TextLayout {
    /// The width of a mail, in columns.
    package static let width = 72

    /// A space at which no line ends.
    static let hardSpace = "\u{A0}"

    /// Text with plain spaces alone.
    package static func plain(_ text: String) -> String { text.replacing(hardSpace, with: " ") }

    /// Breaks a paragraph at spaces; a word that is longer than a line keeps its length. Foreign words
    /// may stand in it: what is no printable character is shown as `?`, line breaks included.
    ///
    /// - Parameters:
    ///   - first: What the first line begins with.
    ///   - rest: What every further line begins with.
    ///   - firstColumn: How much of the first line is taken already, in columns.
    ///   - width: The longest line, in columns.
    package static func wrap(
        _ text: String, first: String = "", rest: String = "", firstColumn: Int = 0, width: Int = width
    ) -> String {
        var lines: [String] = []
        var line = first
        var taken = firstColumn
        var isEmpty = true
        for word in printable(text).split(separator: " ") {
            if !isEmpty, taken + line.count + 1 + word.count > width {
                lines.append(line)
                line = rest
                taken = 0
                isEmpty = true
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        lines.append(line)
        return lines.joined(separator: "\n")
    }

    /// Quotes foreign text line by line; what a terminal could take for a command is shown as `?`.
    package static func quote(_ lines: [String], indent: String = "    ") -> String {
        lines.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
            .map { indent + printable(String($0)) }
            .joined(separator: "\n")
    }

    /// Foreign text without control characters.
    package static func printable(_ text: String) -> String {
        // Most texts are plain, and asking for each category takes long.
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
        let clean = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            scalar == "\t" ? " " : scalar.isInvisible ? "?" : scalar
        }
        return String(String.UnicodeScalarView(clean))
    }
}
