import InternetMessage

/// Reads the part for machines of a feedback report (RFC 5965 §3).
enum FeedbackReader {
    /// The most values that are kept of one field.
    static let limit = 1_000

    /// What the fields say.
    static func read(_ fields: HeaderSection) -> Feedback {
        var feedback = Feedback()
        feedback.type = fields.text("Feedback-Type")?.lowercased()
        feedback.userAgent = fields.text("User-Agent")
        feedback.version = fields.text("Version")
        feedback.originalMailFrom = fields["Original-Mail-From"].map(address)
        feedback.originalRecipients = Array(fields.all("Original-Rcpt-To").prefix(limit).map(address))
        feedback.sourceIP = fields.text("Source-IP").map { IPAddress.canonical($0) ?? $0 }
        feedback.reportedDomains = fields.texts("Reported-Domain", limit: limit)
        feedback.reportedURIs = fields.texts("Reported-URI", limit: limit)
        feedback.authenticationResults = fields.texts("Authentication-Results", limit: limit)
        feedback.incidents = fields.text("Incidents").flatMap { Int($0) }
        feedback.authFailure = fields.text("Auth-Failure")?.lowercased()
        feedback.deliveryResult = fields.text("Delivery-Result")?.lowercased()
        return feedback
    }

    /// When the message arrived; drafts of the standard called the field Received-Date.
    static func arrivalDate(_ fields: HeaderSection) -> Int64? {
        (fields["Arrival-Date"] ?? fields["Received-Date"])?.date
    }

    /// The address alone; some write a name before it, and who keeps it secret writes no address.
    private static func address(_ field: HeaderField) -> String {
        let text = field.plainText
        return text == "<>" ? "" : field.mailboxes.first?.address ?? text
    }
}
