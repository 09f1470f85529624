import InternetMessage

/// Reads the part for machines of a disposition notification (RFC 8098 §3).
enum DispositionReader {
    /// The most texts that are kept of one field.
    static let limit = 50

    /// What the fields say; blank lines between them mean nothing here.
    static func read(_ fields: HeaderSection) -> Disposition {
        var disposition = Disposition()
        disposition.reportingUA = fields.text("Reporting-UA")
        disposition.mdnGateway = fields.text("MDN-Gateway").map { TypedValue($0).value }
        disposition.originalRecipient = fields.text("Original-Recipient").flatMap(
            ReportedAddress.init(field:))
        disposition.finalRecipient = fields.text("Final-Recipient").flatMap(ReportedAddress.init(field:))
        disposition.originalMessageID = fields["Original-Message-ID"]?.messageIDs.first
        if let field = fields["Disposition"] { readKind(field, into: &disposition) }
        disposition.failures = fields.texts("Failure", limit: limit)
        disposition.errors = fields.texts("Error", limit: limit)
        disposition.warnings = fields.texts("Warning", limit: limit)
        return disposition
    }

    /// Reads a value like `manual-action/MDN-sent-manually; deleted/error` (RFC 8098 §3.2.6); old
    /// programs leave out the modes.
    private static func readKind(_ field: HeaderField, into disposition: inout Disposition) {
        let value = field.plainText.lowercased()
        let halves = value.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
        let modes = halves.count == 2 ? halves[0].split(separator: "/") : []
        disposition.actionMode = modes.first.flatMap { Disposition.Mode(named: $0, ["manual", "automatic"]) }
        disposition.sendingMode = modes.dropFirst().first.flatMap {
            Disposition.Mode(named: $0, ["mdn-sent-manually", "mdn-sent-automatically"])
        }
        let words = halves[halves.count - 1].split { "/,".contains($0) }.map { word in
            String(Substring(Substring(word).utf8.trimmed))
        }
        disposition.type = words.first.flatMap { $0.isEmpty ? nil : $0 }
        disposition.modifiers = Array(words.dropFirst().filter { !$0.isEmpty }.prefix(limit))
    }
}

extension Disposition.Mode {
    /// The mode that a word begins like, the manual one first.
    fileprivate init?(named word: Substring, _ names: [String]) {
        let name = String(Substring(word.utf8.trimmed))
        switch names.firstIndex(where: name.hasPrefix) {
        case 0: self = .manual
        case 1: self = .automatic
        case .some, nil: return nil
        }
    }
}
