import DeliveryReports
import InternetMessage

/// Finds the mail of ours that a report is about.
package struct Correlator: Sendable {
    private let signer: Signer

    package init(signer: Signer) {
        self.signer = signer
    }

    /// The mail and where its token stood.
    package struct Match: Hashable, Sendable {
        package let check: CheckID
        package let role: MailRole
        package let place: Report.TokenPlace
    }

    /// Looks for a signed token in order of trust: envelope recipient, envelope identifier, returned
    /// message. An unsigned or wrongly signed token is none.
    package func match(recipient: some StringProtocol, _ reading: Reading) -> Match? {
        var candidates: [(String, Report.TokenPlace)] = [(String(recipient), .envelopeRecipient)]
        if let identifier = reading.envelopeID { candidates.append((identifier, .envelopeIdentifier)) }
        if let returned = reading.returned {
            if let field = returned.header[MessageComposer.tokenField]?.plainText {
                candidates.append((field, .returnedMessage))
            }
            if let id = returned.messageID {
                let local = id.drop { $0 == "<" }.prefix { $0 != "@" }
                candidates.append((String(local), .returnedMessage))
            }
        }
        for (text, place) in candidates {
            if case .envelope(let check, let role) = signer.verify(text) {
                return Match(check: check, role: role, place: place)
            }
        }
        return nil
    }
}
