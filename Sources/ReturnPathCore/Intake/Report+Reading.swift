import DeliveryReports

// The reader's closed lists are stored by their names.
extension Action: Codable {}
extension Stage: Codable {}
extension Reason: Codable {}

extension Report {
    /// The longest diagnostic that is kept, in characters.
    static let longestDiagnostic = 2000
    /// The most lines of proof that are kept.
    static let mostProofLines = 40

    /// What a reading says of one recipient; `nil` where it does not even say what was done.
    package init?(
        _ recipient: Recipient, of reading: Reading, author: Author, place: TokenPlace
    ) {
        guard let action = recipient.action else { return nil }
        self.init(
            author: author, tokenPlace: place, action: action, status: recipient.status?.description,
            replyCode: recipient.replyCode,
            diagnostic: String((recipient.diagnostic ?? "").prefix(Self.longestDiagnostic)),
            stage: recipient.stage, reason: recipient.reason,
            finalRecipient: recipient.finalRecipient.address, reportingMTA: reading.reportingMTA,
            remoteMTA: recipient.remoteMTA, remoteAddress: recipient.remoteAddress.flatMap { IPAddress($0) },
            proof: recipient.proof.prefix(Self.mostProofLines).map {
                String($0.prefix(Self.longestDiagnostic))
            })
    }
}
