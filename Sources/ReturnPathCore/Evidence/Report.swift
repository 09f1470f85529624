import DeliveryReports

/// What one delivery report says of one mail of ours.
package struct Report: Hashable, Sendable {
    /// Who wrote the report.
    package enum Author: String, Codable, Hashable, Sendable {
        /// Our own sending instance, through its own pipe: first-hand.
        case ours
        /// A mail server elsewhere.
        case foreign
    }

    /// Where the signed token stood that ties the report to the mail.
    package enum TokenPlace: String, Codable, Hashable, Sendable, CaseIterable {
        case envelopeRecipient, envelopeIdentifier, returnedMessage
        /// The envelope sender of the mail itself, in the sending instance's log.
        case envelopeSender
    }

    package let author: Author
    package let tokenPlace: TokenPlace
    package let action: Action
    /// The enhanced status code, the most specific that the report gives (RFC 3463).
    package let status: String?
    /// The SMTP reply code.
    package let replyCode: Int?
    /// The diagnostic in one line.
    package let diagnostic: String
    /// The part of the dialogue that was answered.
    package let stage: Stage
    /// The reader's class of the reason.
    package let reason: Reason
    package let finalRecipient: String?
    package let reportingMTA: String?
    package let remoteMTA: String?
    package let remoteAddress: IPAddress?
    /// The report's own lines about the recipient, verbatim.
    package let proof: [String]

    package init(
        author: Author, tokenPlace: TokenPlace, action: Action, status: String?, replyCode: Int?,
        diagnostic: String, stage: Stage, reason: Reason, finalRecipient: String?, reportingMTA: String?,
        remoteMTA: String?, remoteAddress: IPAddress?, proof: [String]
    ) {
        self.author = author
        self.tokenPlace = tokenPlace
        self.action = action
        self.status = status
        self.replyCode = replyCode
        self.diagnostic = diagnostic
        self.stage = stage
        self.reason = reason
        self.finalRecipient = finalRecipient
        self.reportingMTA = reportingMTA
        self.remoteMTA = remoteMTA
        self.remoteAddress = remoteAddress
        self.proof = proof
    }

    /// The remote host as the report names it, with its address where that is known.
    package var remoteHost: String? {
        guard let remoteMTA else { return remoteAddress?.text }
        return remoteAddress.map { "\(remoteMTA) [\($0.text)]" } ?? remoteMTA
    }

    /// What the log says of a mail that a host took, for want of a report that says it.
    init(_ attempt: DeliveryAttempt) {
        self.init(
            author: .ours, tokenPlace: .envelopeSender, action: .relayed, status: attempt.status,
            replyCode: nil, diagnostic: attempt.reply, stage: .endOfData, reason: .delivered,
            finalRecipient: nil, reportingMTA: nil, remoteMTA: attempt.host, remoteAddress: attempt.address,
            proof: attempt.lines)
    }

    /// Whether the mail was taken by somebody further on.
    package var isAcceptance: Bool {
        switch action {
        case .delivered, .relayed, .expanded: true
        case .delayed, .failed: false
        }
    }
}
