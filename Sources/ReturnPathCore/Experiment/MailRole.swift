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
}

/// One of the four mails, for the first or for the second time.
///
/// A refusal is tried once more, beside a fresh control, before it is called a failure.
package struct Probe: Hashable, Sendable {
    package let kind: ProbeKind
    package let isRepeat: Bool

    package init(_ kind: ProbeKind, isRepeat: Bool = false) {
        self.kind = kind
        self.isRepeat = isRepeat
    }

    package static let control = Probe(.control)
    package static let overIPv6 = Probe(.overIPv6)
    package static let sixEnvelope = Probe(.sixEnvelope)
    package static let sixAuthor = Probe(.sixAuthor)

    /// The four mails, sent once in every check whose control is accepted.
    package static let first = ProbeKind.allCases.map { Probe($0) }
    /// The three that the control's acceptance releases.
    package static let released: [Probe] = [.overIPv6, .sixEnvelope, .sixAuthor]
    /// Everything that can be sent.
    package static let all = first + first.map(\.again)

    /// The same mail for the second time.
    package var again: Probe { Probe(kind, isRepeat: true) }

    /// The short name: the kind's, and for a repeat one with an `r`.
    package var code: String {
        guard isRepeat else { return kind.rawValue }
        return switch kind {
        case .control: "rc"
        case .overIPv6: "r2"
        case .sixEnvelope: "r3"
        case .sixAuthor: "r4"
        }
    }

    /// Finds the mail with the given short name.
    package init?(code: String) {
        guard let probe = Self.all.first(where: { $0.code == code }) else { return nil }
        self = probe
    }
}

/// Stored by its short name.
extension Probe: Codable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let code = try container.decode(String.self)
        guard let probe = Probe(code: code) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "no mail is called \(code)")
        }
        self = probe
    }
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
    case probe(Probe)
    case letter(LetterKind)
    /// Goes out before there is a check, and asks whether there is to be one; or asks a postmaster.
    case invitation(InvitationKind)

    /// All roles.
    package static let all: [MailRole] =
        Probe.all.map(MailRole.probe) + LetterKind.allCases.map(MailRole.letter)
        + InvitationKind.allCases.map(MailRole.invitation)

    /// The short name that begins the signed sender's local part.
    package var code: String {
        switch self {
        case .probe(let probe): probe.code
        case .letter(let kind): kind.rawValue
        case .invitation(let kind): kind.rawValue
        }
    }

    /// Finds the role with the given short name.
    package init?(code: String) {
        if let probe = Probe(code: code) {
            self = .probe(probe)
        } else if let kind = LetterKind(rawValue: code) {
            self = .letter(kind)
        } else if let kind = InvitationKind(rawValue: code) {
            self = .invitation(kind)
        } else {
            return nil
        }
    }

    /// Which of the four mails it is.
    var kind: ProbeKind? {
        guard case .probe(let probe) = self else { return nil }
        return probe.kind
    }
}
