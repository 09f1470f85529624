/// A request that may open a check: who wrote, how it came, and where the answers would go.
package struct Request: Hashable, Sendable {
    package let reversePath: ReversePath
    /// The address in `From:`, lower case; never written to.
    package let author: String?
    /// The `Message-ID`, if it has one that can stand in a header of ours.
    package let messageID: String?
    /// The domain that SPF or DKIM vouched for; where neither did, that of the reverse-path.
    package let authenticatedDomain: String
    package let arrival: Arrival
    package let language: Language
    /// Equal for the same request sent to two names, or sent twice.
    package let key: String

    /// The check that the request opens.
    package func check(_ id: CheckID, at now: Moment) -> Check {
        Check(
            id: id, openedAt: now, reversePath: reversePath, author: author, messageID: messageID,
            authenticatedDomain: authenticatedDomain, clientNetwork: arrival.client.network,
            language: language, key: key)
    }
}

/// Why a message leads to nothing. Nobody is told: what must not be answered is not answered.
package enum Stray: String, Error, Hashable, Sendable, CaseIterable {
    case nullReversePath = "null reverse-path"
    case malformedReversePath = "malformed reverse-path"
    case ourOwnMail = "mail of our own"
    case automaticMail = "automatic mail"
    case listMail = "list mail"
    case robot = "sender is a robot or a list manager"
    case loop = "too many hops"
    case unauthenticated = "neither SPF nor DKIM vouches for the sender"
    case invitationLimit = "neither SPF nor DKIM vouches for the sender, and no more is asked there today"
    case unknownInvitation = "what it confirms is no longer known"
    case lateConfirmation = "the confirmation came too late"
    case unknownClient = "the client's address is not known"
    case notForUs = "the recipient is no address of ours"
    case wrongSignature = "the address is not one that we signed"
    case forgedReport = "a report about no mail of ours"
    case unknownCheck = "the check is no longer known"
    case addressLimit = "too many checks for this address"
    case domainLimit = "too many checks for this domain"
    case networkLimit = "too many checks from this network"
    case totalLimit = "too many checks in all"
    case blocked = "the sender wants no mail from us"
    case notAReply = "mail to a reply address that answers no probe"
}
