extension Disposition {
    func write(into sheet: inout FactSheet) {
        sheet.fact("recipient", finalRecipient?.address)
        if originalRecipient?.address != finalRecipient?.address {
            sheet.fact("given as", originalRecipient?.address)
        }
        sheet.fact("disposition", type.map { ([$0] + modifiers).joined(separator: ", ") })
        sheet.fact("action", actionMode?.rawValue)
        sheet.fact("sent", sendingMode?.rawValue)
        sheet.fact("reporting UA", reportingUA)
        sheet.fact("gateway", mdnGateway)
        for failure in failures { sheet.fact("failure", failure) }
        for error in errors { sheet.fact("error", error) }
        for warning in warnings { sheet.fact("warning", warning) }
    }
}

extension Feedback {
    func write(into sheet: inout FactSheet) {
        sheet.fact("feedback", type)
        sheet.fact("written by", userAgent)
        sheet.fact("mail from", originalMailFrom.map { "<\($0)>" })
        for recipient in originalRecipients { sheet.fact("rcpt to", recipient) }
        sheet.fact("source IP", sourceIP)
        for domain in reportedDomains { sheet.fact("domain", domain) }
        for link in reportedURIs { sheet.fact("link", link) }
        for result in authenticationResults { sheet.fact("authentication", result) }
        sheet.fact("failed check", authFailure)
        sheet.fact("result", deliveryResult)
        sheet.fact("incidents", incidents.map(String.init))
    }
}
