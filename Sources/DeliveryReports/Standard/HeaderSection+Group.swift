import InternetMessage

/// What a group of a status part is asked for (RFC 3464 §2.1).
extension HeaderSection {
    /// The first such field's value on one line; nil where it is missing or empty.
    func text(_ name: String) -> String? {
        guard let text = self[name]?.text, !text.isEmpty else { return nil }
        return text
    }

    /// The values of all such fields, each on one line, empty ones left out.
    func texts(_ name: String, limit: Int) -> [String] {
        all(name).prefix(limit).map(\.text).filter { !$0.isEmpty }
    }

    /// Whether any of the names occurs.
    func hasAny(_ names: [String]) -> Bool { names.contains { has($0) } }
}
