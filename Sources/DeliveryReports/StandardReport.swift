import InternetMessage

/// Reads reports with a part for machines (RFC 3464, RFC 6533).
enum StandardReport {
    /// The most recipients of one report.
    static let recipientLimit = 1_000

    /// What the report says; nil where the message has no such part.
    static func read(_ message: Entity) -> Report? {
        guard let found = MachinePart.find(in: message), found.kind == .deliveryStatus else { return nil }
        var report = Report()
        if found.isMislabelled { report.note(.mislabelledStatusPart) }
        let (bytes, defects) = found.part.content
        if !defects.isEmpty { report.note(.damagedStatusPart) }
        let groups = StatusGroups(HeaderSection.readGroups(bytes).groups)
        if groups.wereTorn { report.note(.misplacedBlankLine) }
        readMessageFields(groups.message, into: &report)
        report.returned = found.returned
        let text = HumanText(found.humanText)
        for fields in groups.recipients {
            guard report.recipients.count < recipientLimit else {
                report.note(.recipientsExceeded)
                break
            }
            RecipientReader(fields: fields, text: text).read(into: &report)
        }
        if report.recipients.isEmpty { report.note(.noRecipient) }
        return report
    }

    private static func readMessageFields(_ fields: FieldGroup, into report: inout Report) {
        report.reportingMTA = fields.text("Reporting-MTA").map { TypedValue($0).value }
        if report.reportingMTA == nil { report.note(.noReportingMTA) }
        report.envelopeID = fields.text("Original-Envelope-Id").map(XText.decodeEnvelopeID)
        report.arrivalDate = fields["Arrival-Date"]?.date
        report.queueID = fields.text("X-Postfix-Queue-ID")
    }
}
