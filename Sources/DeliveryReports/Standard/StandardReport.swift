import InternetMessage

/// Reads reports with a part for machines (RFC 3464, RFC 6533).
enum StandardReport {
    /// The most recipients of one report.
    static let recipientLimit = 1_000

    /// What the report says.
    static func read(_ message: Entity, _ found: MachinePart) -> Report {
        var report = Report(format: .rfc3464)
        if found.isMislabelled { report.note(.mislabelledStatusPart) }
        let (bytes, defects) = found.content
        if !defects.isEmpty { report.note(.damagedStatusPart) }
        let (sections, cuts) = HeaderSection.readGroups(bytes)
        if cuts.contains(.partsExceeded) { report.note(.recipientsExceeded) }
        report.returned = found.returned
        let text = HumanText(
            MessageText(found.siblings.filter { $0.children.isEmpty || $0.contentType.isMultipart }).lines)
        // The final recipient may stand behind the cut; the original one may be somebody else.
        read(sections, text, needsFinal: found.isCutOff && !found.siblings.isEmpty, into: &report)
        if report.recipients.isEmpty {
            // Some say in words alone whom it is about.
            report.recipients = TextReport.read(message)?.recipients ?? []
            report.note(.noRecipient)
        }
        nameOrigin(in: &report, message.header)
        if !message.allDefects.contains(.noEndBoundary) { nameDomains(in: &report, text) }
        return report
    }

    /// Reads groups of fields into a report.
    static func read(
        _ sections: [HeaderSection], _ text: HumanText, needsFinal: Bool, into report: inout Report
    ) {
        let groups = StatusGroups(sections)
        if groups.wereTorn { report.note(.misplacedBlankLine) }
        readMessageFields(groups.message, into: &report)
        for fields in groups.recipients {
            guard report.recipients.count < recipientLimit else {
                report.note(.recipientsExceeded)
                break
            }
            if needsFinal, fields["Final-Recipient"] == nil { continue }
            RecipientReader(fields: fields, text: text, isAlone: groups.recipients.count == 1).read(
                into: &report)
        }
    }

    /// A file or a program is no recipient that anybody wrote to; Exim's field tells who led there.
    private static func nameOrigin(in report: inout Report, _ header: HeaderSection) {
        guard report.recipients.count == 1, report.recipients[0].originalRecipient == nil,
            !report.recipients[0].finalRecipient.address.contains("@"),
            let address = header["X-Failed-Recipients"]?.mailboxes.first?.address
        else { return }
        report.recipients[0].originalRecipient = ReportedAddress(type: nil, address: address)
    }

    /// A local part alone is the address of the returned message's that has it, if only one has.
    private static func nameDomains(in report: inout Report, _ text: HumanText) {
        guard let returned = report.returned else { return }
        for (number, recipient) in report.recipients.enumerated()
        where recipient.originalRecipient == nil && !recipient.finalRecipient.address.contains("@") {
            let names = BareNames(text.lines, of: returned)
            guard let address = names.address(of: recipient.finalRecipient.address.lowercased()) else {
                continue
            }
            report.recipients[number].originalRecipient = ReportedAddress(type: nil, address: address)
        }
    }

    private static func readMessageFields(_ fields: HeaderSection, into report: inout Report) {
        report.reportingMTA = fields.text("Reporting-MTA").map { TypedValue($0).value }
        if report.reportingMTA == nil { report.note(.noReportingMTA) }
        report.dsnGateway = fields.text("DSN-Gateway").map { TypedValue($0).value }
        report.receivedFromMTA = fields.text("Received-From-MTA").map { TypedValue($0).value }
        report.envelopeID = fields.text("Original-Envelope-Id").map(XText.decodeEnvelopeID)
        report.arrivalDate = fields["Arrival-Date"]?.date
        report.queueID = fields.text("X-Postfix-Queue-ID")
    }
}
