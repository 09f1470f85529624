/// Message identifiers (RFC 5322 §3.6.4).
public enum MessageID {
    /// All identifiers of a value, without angle brackets; of one that forgot them, its words.
    public static func readList(_ value: Bytes) -> [String] {
        var found: [String] = []
        var index = value.startIndex
        while let open = value.place(of: ASCII.less, from: index),
            let close = value.place(of: ASCII.greater, from: open)
        {
            let id = value[(open + 1)..<close].trimmed()
            if !id.isEmpty { found.append(Text.decode(id)) }
            index = close + 1
        }
        guard found.isEmpty else { return found }
        return value.split(whereSeparator: \.isWhite).map { Text.decode($0) }
            .filter { $0 != "<" && $0 != ">" && $0 != "<>" }
    }
}
