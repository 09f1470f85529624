/// The operator's names in DNS, siblings under one registered domain (docs/install.md).
package struct Names: Hashable, Sendable {
    /// A and AAAA, its own MX: return path of the control and of probes 2 and 4; replies.
    package let dual: String
    /// A and AAAA, its own MX: `From:` of the control and of probes 2 and 3.
    ///
    /// Not the same as ``dual``, so that envelope and `From:` differ in every mail and not
    /// only in probe 3.
    package let author: String
    /// AAAA only, its own MX, no fallback: envelope of probe 3, `From:` of probe 4; takes requests.
    package let six: String
    /// MX of lowest preference has AAAA only, a second has A only: where people write to.
    package let test: String
    /// No MX, AAAA only: implicit MX (RFC 5321 §5.1).
    package let bare: String

    /// Creates the set; names are kept as DNS has them, in which form they are compared.
    package init(dual: String, author: String, six: String, test: String, bare: String) {
        self.dual = DomainName.canonical(dual)
        self.author = DomainName.canonical(author)
        self.six = DomainName.canonical(six)
        self.test = DomainName.canonical(test)
        self.bare = DomainName.canonical(bare)
    }

    /// Which of our names a domain is, if any.
    package func kind(of domain: String) -> NameKind? {
        let small = domain.lowercased()
        let name = DomainName.canonical(small)
        // A name that only looks like ours is none, though a mapping may make ours of it.
        guard !domain.unicodeScalars.contains(where: \.foldsToASCII),
            small == name || small == DomainName.readable(name)
        else { return nil }
        return switch name {
        case dual: .dual
        case author: .author
        case six: .six
        case test: .test
        case bare: .bare
        default: nil
        }
    }

    /// The name that plays a part.
    package subscript(kind: NameKind) -> String {
        switch kind {
        case .dual: dual
        case .author: author
        case .six: six
        case .test: test
        case .bare: bare
        }
    }

    /// Every name, in a fixed order.
    package var all: [String] { [dual, author, six, test, bare] }

    /// The domain of a probe's envelope sender.
    package func envelopeDomain(of role: MailRole) -> String {
        role.kind == .sixEnvelope ? six : dual
    }

    /// The domain of a mail's `From:` field.
    package func authorDomain(of role: MailRole) -> String {
        role.kind == .sixAuthor ? six : author
    }
}

/// The part that a name of ours plays.
package enum NameKind: String, Codable, Hashable, Sendable, CaseIterable {
    case dual, author, six, test, bare

    /// Whether a request may be sent to this name.
    package var takesRequests: Bool {
        switch self {
        case .six, .test, .bare: true
        case .dual, .author: false
        }
    }
}
