/// The four mails of the experiment that are sent along the return path (docs/flow.md).
///
/// Each differs from the control in one variable only.
package enum ProbeKind: String, CaseIterable, Codable, Hashable, Sendable {
    /// The acknowledgement: IPv4 preferred, dual-stack envelope, dual-stack `From:`.
    case control = "c"
    /// Leaves over IPv6 only: can the tester's mail host be reached over IPv6?
    case overIPv6 = "p2"
    /// The envelope sender's domain is IPv6-only.
    case sixEnvelope = "p3"
    /// The `From:` domain is IPv6-only.
    case sixAuthor = "p4"

    /// The probes that the control's acceptance releases.
    package static let released: [ProbeKind] = [.overIPv6, .sixEnvelope, .sixAuthor]
}

/// The letters about a check's outcome.
package enum LetterKind: String, CaseIterable, Codable, Hashable, Sendable {
    /// Goes out when all is settled, or when the time for a first answer has come.
    case first = "v1"
    /// Goes out at most once, where the outcome has changed since.
    case amended = "v2"
}

/// What a mail of ours is within its check; a check has at most one mail of each role.
package enum MailRole: Hashable, Sendable {
    case probe(ProbeKind)
    case letter(LetterKind)

    /// All roles, in the order in which they are sent.
    package static let all: [MailRole] =
        ProbeKind.allCases.map(MailRole.probe) + LetterKind.allCases.map(MailRole.letter)

    /// The short name that begins the signed sender's local part.
    package var code: String {
        switch self {
        case .probe(let kind): kind.rawValue
        case .letter(let kind): kind.rawValue
        }
    }

    /// Finds the role with the given short name.
    package init?(code: String) {
        if let kind = ProbeKind(rawValue: code) {
            self = .probe(kind)
        } else if let kind = LetterKind(rawValue: code) {
            self = .letter(kind)
        } else {
            return nil
        }
    }
}
