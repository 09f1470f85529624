import InternetMessage

/// The fields a report gives about one thing, found by name.
struct FieldGroup {
    var fields: [HeaderField] = []

    /// The first field of that name.
    subscript(name: String) -> HeaderField? {
        fields.first { $0.rawName.isEqualIgnoringCase(to: name) }
    }

    /// The first such field's value on one line; nil where it is missing or empty.
    func text(_ name: String) -> String? {
        guard let text = self[name]?.text, !text.isEmpty else { return nil }
        return text
    }

    /// Whether any of the names occurs.
    func hasAny(_ names: [String]) -> Bool {
        names.contains { self[$0] != nil }
    }
}
