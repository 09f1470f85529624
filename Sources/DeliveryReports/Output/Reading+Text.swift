import InternetMessage

extension Reading {
    /// The reading for people: one fact a line, names aligned, no line longer than 80 columns where
    /// its words allow; ends in a line end.
    ///
    /// - Parameter path: Where the message was read from; left out where that has no name.
    public func text(path: String?) -> String {
        var sheet = FactSheet()
        if let path { sheet.line(path) }
        sheet.fact("kind", kind.rawValue)
        sheet.fact("format", format?.rawValue)
        sheet.fact("reporting MTA", reportingMTA)
        sheet.fact("gateway", dsnGateway)
        sheet.fact("received from", receivedFromMTA)
        sheet.fact("envelope ID", envelopeID)
        sheet.fact("queue ID", queueID)
        sheet.fact("arrived", arrivalDate.map(InternetDate.format))
        for recipient in recipients {
            sheet.line("")
            recipient.write(into: &sheet)
        }
        if let disposition {
            sheet.line("")
            disposition.write(into: &sheet)
        }
        if let feedback {
            sheet.line("")
            feedback.write(into: &sheet)
        }
        if let returned {
            sheet.line("")
            sheet.fact("returned", returned.extent == .whole ? "whole message" : "headers only")
            sheet.fact("message ID", returned.messageID)
            sheet.fact("from", returned.from.map(\.address).joined(separator: ", "))
            sheet.fact("to", returned.to.map(\.address).joined(separator: ", "))
            sheet.fact("subject", returned.subject)
            sheet.fact("date", returned.date.map(InternetDate.format))
        }
        if !references.isEmpty || !defects.isEmpty { sheet.line("") }
        sheet.fact("answers", references.joined(separator: ", "))
        sheet.fact("defects", defects.joined(separator: ", "))
        return sheet.text
    }
}

extension Recipient {
    fileprivate func write(into sheet: inout FactSheet) {
        sheet.fact("recipient", finalRecipient.address)
        if originalRecipient?.address != finalRecipient.address {
            sheet.fact("given as", originalRecipient?.address)
        }
        sheet.fact("action", action.map { $0.rawValue + (isPermanent ? ", for good" : "") })
        sheet.fact("reason", reason.rawValue)
        sheet.fact("status", statusText)
        sheet.fact("reply code", replyCode.map(String.init))
        sheet.fact("stage", stage == .unknown ? nil : stage.rawValue)
        sheet.fact(
            "remote MTA",
            [remoteMTA, remoteAddress.map { "[\($0)]" }].compactMap { $0 }.joined(separator: " "))
        sheet.fact("diagnostic", diagnostic)
        sheet.fact("last attempt", lastAttemptDate.map(InternetDate.format))
        sheet.fact("retried until", willRetryUntil.map(InternetDate.format))
        sheet.fact("final log ID", finalLogID)
    }

    private var statusText: String? {
        guard let status else { return statusField }
        guard statusSource != .field, let statusField else { return status.description }
        return "\(status) (the field says \(statusField))"
    }
}
