extension ConfigurationKey {
    /// A value's text as TOML.
    func literal(_ text: String) -> String {
        switch kind {
        case .count, .flag: text
        case .words, .addresses, .domains:
            "[" + text.split(separator: " ").map { "\"\($0)\"" }.joined(separator: ", ") + "]"
        case .domain, .name, .address, .path, .folder, .text, .duration, .word, .site:
            "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        }
    }
}
