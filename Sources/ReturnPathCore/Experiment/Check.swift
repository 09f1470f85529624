/// One run of the experiment for one reverse-path.
package struct Check: Hashable, Sendable {
    /// Names the check everywhere; unguessable.
    package let id: CheckID
    /// When the request was taken in.
    package let openedAt: Moment
    /// Where every mail of the check goes: the request's envelope sender, exactly as it came.
    ///
    /// Tagged and rewritten forms (BATV, SRS) are opaque; nothing is taken out of them.
    package let reversePath: ReversePath
    /// The address in the request's `From:`, shown to the person; never written to.
    package let author: String?
    /// The request's `Message-ID` with its brackets, for `In-Reply-To:` (RFC 3834 §3.1.6).
    package let messageID: String?
    /// The domain that SPF or DKIM vouched for, or that of the mailbox from which the request was confirmed.
    package let authenticatedDomain: String
    /// The network the request came from, for limits: a /64 or a /24.
    package let clientNetwork: String
    /// What the person is written to in.
    package let language: Language
    /// Two requests with the same key within seven days are one check.
    package let key: String

    package init(
        id: CheckID, openedAt: Moment, reversePath: ReversePath, author: String?, messageID: String?,
        authenticatedDomain: String, clientNetwork: String, language: Language, key: String
    ) {
        self.id = id
        self.openedAt = openedAt
        self.reversePath = reversePath
        self.author = author
        self.messageID = messageID
        self.authenticatedDomain = authenticatedDomain
        self.clientNetwork = clientNetwork
        self.language = language
        self.key = key
    }

    /// The same check, opened at another moment.
    package func opened(at moment: Moment) -> Check {
        Check(
            id: id, openedAt: moment, reversePath: reversePath, author: author, messageID: messageID,
            authenticatedDomain: authenticatedDomain, clientNetwork: clientNetwork, language: language,
            key: key)
    }

    /// How long a second request with the same key still belongs to the same check.
    package static let keyLifetime: Seconds = 7 * 86_400
}
