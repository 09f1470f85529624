/// The domain that somebody has registered: under which a host's name counts for one provider.
///
/// A rule, not the list of public suffixes, which changes from week to week: the last two labels, or three where
/// the second last is one under which countries let people register (`co.uk`, `com.au`). It may take a
/// provider apart or two together; what is counted stays the same.
package enum RegisteredDomain {
    /// Second labels that are no registered name under a country's two letters.
    private static let categories: Set<Substring> = [
        "ac", "co", "com", "edu", "go", "gob", "gov", "govt", "gv", "id", "ltd", "mil", "ne", "net", "nom",
        "or",
        "org", "plc", "sch",
    ]

    /// The registered domain of a host's name, in small letters; a name of one label is its own.
    package static func of(_ host: String) -> String {
        let labels = host.lowercased().split(separator: ".")
        guard labels.count > 2 else { return labels.joined(separator: ".") }
        let isCategory = labels[labels.count - 1].count == 2 && categories.contains(labels[labels.count - 2])
        return labels.suffix(isCategory ? 3 : 2).joined(separator: ".")
    }
}
