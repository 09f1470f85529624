/// What a mail of ours asks somebody to confirm; the raw value is its short name (``MailRole/code``).
package enum InvitationKind: String, CaseIterable, Hashable, Sendable {
    /// That a request for which nobody vouches is theirs: then its check is opened.
    case check = "i1"
    /// That no address of a postmaster's whole domain is to be written to.
    case block = "i2"

    /// What the address that confirms it begins with; also what its signature is for.
    var word: String {
        switch self {
        case .check: "confirm"
        case .block: "block"
        }
    }

    /// Finds the kind whose confirmation addresses begin with a word.
    init?(word: some StringProtocol) {
        guard let kind = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = kind
    }
}

/// A mail of ours that asks for a confirmation by mail, and what follows from it.
///
/// Whoever has the address in it reads the mailbox that was asked. Nobody else has vouched for anything.
package struct Invitation: Hashable, Sendable {
    package let kind: InvitationKind
    /// The check that is opened once it is confirmed, under the same name.
    ///
    /// Where a domain would be blocked there is none, and only who was asked, when, about which mail and in what
    /// language is of use.
    package let check: Check
    /// When somebody confirmed; `nil` where nobody has yet.
    package let confirmedAt: Moment?

    package init(_ kind: InvitationKind, _ check: Check, confirmedAt: Moment? = nil) {
        self.kind = kind
        self.check = check
        self.confirmedAt = confirmedAt
    }

    /// How long it can be confirmed, in seconds from when it was written.
    package static let lifetime: Seconds = 86_400

    /// The last moment at which it can be confirmed.
    package var end: Moment { check.openedAt + Self.lifetime }

    /// Whether it is past its time.
    package func isOver(at now: Moment) -> Bool { now > end }
}
