import DeliveryReports

/// One line of the classifier: when a report of such a probe looks like this, the cause is that.
package struct CauseRule: Sendable {
    /// Stable and unique; the finding names it, so that a verdict can be traced to its rule.
    package let id: String
    package let cause: Cause
    /// The same words mean another thing on another probe. Empty: any.
    package let probes: [ProbeKind]
    /// Where in the dialogue the answer came, where that can be known. Empty: anywhere.
    package let stages: [Stage]
    /// The enhanced status code, `X` standing for any class; `nil`: any or none.
    package let status: String?
    /// What must all be in the diagnostic, in small letters.
    package let words: [StaticString]
    /// Who must have written the report: what our own instance says of a host, a server of the tester's may
    /// say of another. `nil`: anybody.
    package let author: Report.Author?
    /// Whether the diagnostic must show a client address that is private: our mail came from a global one.
    package let seesPrivateClient: Bool
    /// Where the wording comes from: an RFC section, or a program and its source file.
    package let source: String

    init(
        _ id: String, _ cause: Cause, probes: [ProbeKind] = [], stages: [Stage] = [],
        status: String? = nil, words: [StaticString] = [], author: Report.Author? = nil,
        seesPrivateClient: Bool = false, source: String
    ) {
        self.id = id
        self.cause = cause
        self.probes = probes
        self.stages = stages
        self.status = status
        self.words = words
        self.author = author
        self.seesPrivateClient = seesPrivateClient
        self.source = source
    }

    /// Read top to bottom, first match wins: the narrow rules come before the broad ones.
    package static let table: [CauseRule] = resolving + reaching + ourFaults + senderRefusals

    /// The first rule that fits, if one does.
    static func first(
        for report: Report, of probe: ProbeKind, in table: [CauseRule] = table
    ) -> CauseRule? {
        let diagnostic = SearchText(report.diagnostic)
        return table.first { $0.matches(report, of: probe, diagnostic) }
    }

    /// Whether a report of a probe, with this diagnostic, is of this kind.
    private func matches(_ report: Report, of probe: ProbeKind, _ diagnostic: SearchText) -> Bool {
        guard probes.isEmpty || probes.contains(probe) else { return false }
        guard author == nil || author == report.author else { return false }
        guard stages.isEmpty || stages.contains(report.stage) else { return false }
        if let status, !Self.isStatus(report.status, status) { return false }
        return words.allSatisfy(diagnostic.contains)
            && (!seesPrivateClient || Self.showsPrivateAddress(report.diagnostic))
    }

    private static func isStatus(_ status: String?, _ pattern: String) -> Bool {
        guard let status else { return false }
        guard pattern.hasPrefix("X.") else { return status == pattern }
        return status.drop { $0 != "." } == pattern.drop { $0 != "." }
    }

    /// Whether a text has an address that no mail from outside can come from.
    private static func showsPrivateAddress(_ text: String) -> Bool {
        text.split { !$0.isHexDigit && $0 != ":" && $0 != "." }.contains { part in
            IPAddress(String(part))?.isPrivate ?? false
        }
    }
}
