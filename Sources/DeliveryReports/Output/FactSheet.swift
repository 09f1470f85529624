import InternetMessage

/// Lays out named facts in two columns.
struct FactSheet {
    /// The lines so far, each ended.
    private(set) var text = ""

    private static let nameWidth = 15
    private static let lineWidth = 80

    /// Adds a line as it is.
    mutating func line(_ line: String) { text += Self.printable(line) + "\n" }

    /// Adds a fact, its value wrapped at blanks; an empty one is left out.
    mutating func fact(_ name: String, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        let indent = String(repeating: " ", count: Self.nameWidth)
        var line = name + String(repeating: " ", count: max(1, Self.nameWidth - name.count))
        var isFresh = true
        for word in Self.printable(value).split(separator: " ") {
            if !isFresh, line.count + 1 + word.count > Self.lineWidth {
                text += line + "\n"
                line = indent
                isFresh = true
            }
            line += (isFresh ? "" : " ") + word
            isFresh = false
        }
        text += line + "\n"
    }

    /// The text with spaces in place of what is not seen: a report must not steer a terminal.
    private static func printable(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isInvisible ? " " : $0 }))
    }
}
