import InternetMessage

/// A postmaster who wants no mail of ours, and may want none for all of the domain.
package struct Postmaster: Hashable, Sendable {
    /// `postmaster` at the domain.
    package let address: ReversePath
    /// The `Message-ID` of the mail, if it has one that can stand in a header of ours.
    package let messageID: String?
    package let language: Language
    /// Where the mail came from: a /64 or a /24; `nil` where that is not known.
    package let network: String?

    /// Whom a mail of ours asks about the whole domain, and about which mail of theirs.
    package func inquiry(_ id: CheckID, at now: Moment) -> Check {
        Check(
            id: id, openedAt: now, reversePath: address, author: nil, messageID: messageID,
            authenticatedDomain: address.domain, clientNetwork: network ?? "", language: language, key: "")
    }
}

extension Intake {
    /// The postmaster (RFC 5321 §4.5.1) in whose name a mail was sent, if it can be answered (RFC 3834 §2).
    ///
    /// - Parameter read: The message; it is looked at only where the envelope has a postmaster.
    func postmaster(_ envelope: Envelope, _ read: () -> Entity) -> Postmaster? {
        guard let sender = try? ReversePath(parsing: envelope.sender),
            sender.localPart.lowercased() == "postmaster",
            let address = try? ReversePath(parsing: "postmaster@\(sender.writtenDomain)")
        else { return nil }
        let entity = read()
        guard AnswerGuard.refusal(entity, reversePath: address, names: names) == nil else { return nil }
        let header = entity.header
        return Postmaster(
            address: address,
            messageID: header["message-id"]?.messageIDs.first.flatMap(Self.safeMessageID),
            language: Language(RequestAddress(nil), header, domain: address.domain) ?? language,
            network: IPAddress(envelope.clientAddress)?.network)
    }
}
