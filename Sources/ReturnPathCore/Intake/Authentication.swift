import InternetMessage

/// Whether our own mail server vouches for the sender of a request, by `Authentication-Results` that it wrote itself
/// or that our relay wrote (``TrustedFields``).
package struct Authentication: Sendable {
    private let authservID: String
    private let acceptsDKIM: Bool
    private let relay: Relay?
    private let names: Names

    /// How old a signed message may be, in seconds: an older one may be a replay.
    package static let signatureLifetime: Seconds = 3600
    /// How far a sender's clock may be ahead of ours, in seconds.
    package static let clockSkew: Seconds = 900

    /// - Parameters:
    ///   - authservID: How our server calls itself in the field.
    ///   - acceptsDKIM: Whether a signature can vouch for a sender, too, and not SPF alone.
    ///   - relay: Our relay, if there is one.
    package init(authservID: String, acceptsDKIM: Bool, relay: Relay? = nil, names: Names) {
        self.authservID = authservID.lowercased()
        self.acceptsDKIM = acceptsDKIM
        self.relay = relay
        self.names = names
    }

    /// The domain that was vouched for and is the reverse-path's own or one aligned with it.
    ///
    /// - Returns: `nil` where nobody vouches for the reverse-path.
    package func domain(
        for reversePath: ReversePath, envelope: Envelope, header: HeaderSection, at now: Moment
    )
        -> String?
    {
        let results = trusted(header, queueID: envelope.queueID).results
        for result in results where result.method == "spf" && result.result == "pass" {
            guard let mailFrom = result.properties["smtp.mailfrom"] else { continue }
            let domain = mailFrom.lastIndex(of: "@").map { mailFrom[mailFrom.index(after: $0)...] }
            if DomainName.canonical(domain ?? mailFrom[...]) == reversePath.domain {
                return reversePath.domain
            }
        }
        guard acceptsDKIM else { return nil }
        for result in results where result.method == "dkim" && result.result == "pass" {
            guard let domain = result.properties["header.d"].map(DomainName.canonical),
                Self.isAligned(domain, reversePath.domain),
                isSignedForUs(header, by: domain, recipient: envelope.recipient, at: now)
            else { continue }
            return domain
        }
        return nil
    }

    /// The relay of ours that handed a message over; `nil` where another host did.
    package func relay(of header: HeaderSection, queueID: String) -> IPAddress? {
        trusted(header, queueID: queueID).relay
    }

    private func trusted(_ header: HeaderSection, queueID: String) -> TrustedFields {
        TrustedFields(header, queueID: queueID, authservID: authservID, relay: relay)
    }

    /// Relaxed alignment: one domain is the other's parent (RFC 7489 §3.1), and no bare top-level one.
    private static func isAligned(_ left: String, _ right: String) -> Bool {
        let (short, long) = left.utf8.count < right.utf8.count ? (left, right) : (right, left)
        return short.contains(".") && (short == long || long.hasSuffix("." + short))
    }

    /// Whether the signature covers a recipient field that names us and a recent date.
    ///
    /// Else any mail that the domain ever signed could be sent to us by anybody. For the same reason each
    /// of the fields may stand there only once, for a signature says nothing of a second one
    /// (RFC 6376 §5.4.2); and every signature of the domain must cover them, for the result does not
    /// say which of them passed.
    private func isSignedForUs(_ header: HeaderSection, by domain: String, recipient: String, at now: Moment)
        -> Bool
    {
        let signed = header.all("dkim-signature").map { Self.tags($0.plainText) }
            .filter { $0["d"].map(DomainName.canonical) == domain }
            .map { Set(($0["h"] ?? "").lowercased().split { $0 == ":" || $0 == " " || $0 == "\t" }) }
        guard !signed.isEmpty, signed.allSatisfy({ $0.contains("date") }), header.all("date").count == 1,
            let date = header["date"]?.date
        else { return false }
        let isNamed = ["to", "cc"].contains { field in
            signed.allSatisfy { $0.contains(Substring(field)) } && header.all(field).count == 1
                && header.all(field).flatMap(\.mailboxes)
                    .contains { $0.address.lowercased() == recipient.lowercased() }
        }
        guard isNamed else { return false }
        return (now - Self.signatureLifetime...now + Self.clockSkew).contains(date)
    }

    /// The tag list of a signature (RFC 6376 §3.2).
    private static func tags(_ text: String) -> [String: String] {
        var tags: [String: String] = [:]
        for item in text.split(separator: ";") {
            guard let equals = item.firstIndex(of: "=") else { continue }
            let name = item[..<equals].filter { $0 != " " && $0 != "\t" }
            tags[name] =
                tags[name] ?? String(item[item.index(after: equals)...].filter { $0 != " " && $0 != "\t" })
        }
        return tags
    }
}
