/// Why a recipient's mail came back; what it means for a check is another question.
///
/// The list is closed, the table of wordings behind it is open (`ReasonRule`).
public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// No such mailbox.
    case userUnknown
    /// The mailbox is elsewhere now.
    case mailboxMoved
    /// Over quota.
    case mailboxFull
    /// Inactive, suspended, disabled.
    case mailboxDisabled
    /// Refused for this recipient after its address was taken.
    case recipientFiltered
    /// On the sender's suppression list, never tried.
    case recipientSuppressed
    /// The domain or its mail hosts do not resolve.
    case hostUnknown
    /// The host takes no mail at all.
    case notAcceptingMail
    /// No route, no answer, DNS failure, loop.
    case networkError
    /// Given up after trying for long.
    case expired
    /// Relaying denied.
    case noRelaying
    /// The envelope sender's address or domain was refused.
    case senderRejected
    /// The client address has no (matching) reverse name.
    case requirePTR
    /// SPF, DKIM, DMARC or ARC.
    case authenticationFailed
    /// Reputation of address or network.
    case badReputation
    /// Client address on a block list or refused outright.
    case blocked
    /// Too fast, too many messages.
    case rateLimited
    /// Too many connections or recipients at once.
    case tooManyConnections
    /// A rule of the receiver's, none of the others.
    case policyViolation
    /// Content judged spam.
    case spamDetected
    /// Content judged malicious.
    case virusDetected
    /// Form or encoding of the content refused.
    case contentError
    /// Too large for host or mailbox.
    case messageTooBig
    /// A header or line breaks a standard.
    case notCompliantRFC
    /// STARTTLS required or failed.
    case secureTransportFailed
    /// Another authentication or security failure.
    case securityError
    /// Command or syntax refused.
    case protocolError
    /// The host's disk is full.
    case systemFull
    /// The host failed.
    case systemError
    /// The local delivery program failed.
    case mailerError
    /// Told to come back later, by design.
    case greylisted
    /// A success report.
    case delivered
    /// A failure whose text says nothing usable.
    case onHold
    /// Not even that is known.
    case undefined
}
