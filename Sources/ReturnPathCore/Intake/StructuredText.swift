/// What structured field values have in common (RFC 5322 §3.2.2).
enum StructuredText {
    /// A value's first word in small letters; comments before it, parameters behind it are skipped (RFC 3834 §5.1).
    static func keyword(_ value: String) -> String {
        var depth = 0
        var isEscaped = false
        var word = ""
        for character in value.lowercased() {
            if isEscaped {
                isEscaped = false
            } else if character == "\\" && depth > 0 {
                isEscaped = true
            } else if character == "(" {
                depth += 1
                if !word.isEmpty { return word }
            } else if character == ")" && depth > 0 {
                depth -= 1
            } else if depth == 0 {
                if character == ";" || character.isWhitespace {
                    if !word.isEmpty || character == ";" { return word }
                } else {
                    word.append(character)
                }
            }
        }
        return word
    }
}
