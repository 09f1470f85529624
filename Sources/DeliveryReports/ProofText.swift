/// Finds the diagnostic in the lines that speak of a recipient.
enum ProofText {
    /// What a block says, on one line, without the addresses it begins with; nil for nothing.
    ///
    /// Exim and Sendmail put the address behind an alias first, then `(generated from …)` or
    /// `(expanded from: …)`.
    static func diagnostic(in block: [String]) -> String? {
        var rest = block.joined(separator: " ").split(whereSeparator: \.isWhitespace)[...]
        while let word = rest.first {
            if word == "-" || (word.contains("@") && !word.contains("=")) {
                rest.removeFirst()
            } else if ["(generated", "(expanded"].contains(word), rest.count > 2 {
                rest.removeFirst(3)
            } else {
                break
            }
        }
        if rest.first == "(reason:" { rest.removeFirst() }
        return rest.isEmpty ? nil : rest.joined(separator: " ")
    }
}
