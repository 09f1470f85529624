/// Finds the diagnostic in the lines that speak of a recipient.
enum ProofText {
    /// What the lines say, on one line, without the address they begin with; nil for nothing.
    static func diagnostic(in proof: [String], names: [String]) -> String? {
        let words = proof.joined(separator: " ").split(whereSeparator: \.isWhitespace)
        var rest = words.drop { word in
            let bare = word.filter { !"<>:()\"'".contains($0) }.lowercased()
            return bare.isEmpty || bare == "-" || names.contains { $0.lowercased() == bare }
        }
        if rest.first == "(reason:" { rest = rest.dropFirst() }
        let text = rest.joined(separator: " ")
        return text.isEmpty ? nil : text
    }
}
