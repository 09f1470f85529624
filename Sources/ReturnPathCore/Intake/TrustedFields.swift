import InternetMessage

/// What no sender can have written into a header (RFC 8601 §5).
///
/// A sender can write any field into the message, so what counts is the place: our server's `Received` field is
/// known by its queue identifier, which nobody could know beforehand, and what policy services and milters put
/// above it stands where no octet of the message can be. Where that field says that our relay was the client,
/// the same holds for what stands above the relay's own `Received` field, the next one.
struct TrustedFields {
    /// The results of our own server, and of the relay where it was one.
    let results: [MethodResult]
    /// The relay that handed the message to us, if one did.
    let relay: IPAddress?

    /// Reads what can be trusted; where our server's field is not found, that is nothing.
    init(_ header: HeaderSection, queueID: String, authservID: String, relay: Relay?) {
        guard !queueID.isEmpty, let ours = header.firstIndex(where: Self.isReceived),
            Self.carries(header[ours].plainText, queueID: queueID)
        else {
            results = []
            self.relay = nil
            return
        }
        let own = Self.results(header[..<ours], of: authservID)
        let behind = header[(ours + 1)...]
        guard let relay, let client = Self.client(in: header[ours].plainText),
            relay.addresses.contains(client)
        else {
            results = own
            self.relay = nil
            return
        }
        self.relay = client
        // Without a field of the relay's own, all that follows may be the sender's.
        let theirs = behind.firstIndex(where: Self.isReceived) ?? behind.startIndex
        results = own + Self.results(behind[..<theirs], of: relay.authservID)
    }

    private static func results(_ fields: HeaderSection.SubSequence, of server: String) -> [MethodResult] {
        fields.filter { $0.name.lowercased() == "authentication-results" }
            .flatMap { MethodResult.read($0.plainText, from: server) }
    }

    private static func isReceived(_ field: HeaderField) -> Bool { field.name.lowercased() == "received" }

    /// Whether a `Received` field has this queue identifier behind the word `id`.
    private static func carries(_ received: String, queueID: String) -> Bool {
        let words = received.split { $0 == " " || $0 == "\t" || $0 == ";" }
        return zip(words, words.dropFirst()).contains { $0 == "id" && $1 == queueID }
    }

    /// The client's address in a `Received` field that our own Postfix wrote: `from HELO (NAME [ADDRESS])`. What the
    /// client called itself has no parentheses any more (src/smtpd/smtpd.c, `NEUTER_CHARACTERS`).
    private static func client(in received: String) -> IPAddress? {
        guard let open = received.firstIndex(of: "("), let close = received[open...].firstIndex(of: ")")
        else {
            return nil
        }
        let comment = received[open..<close]
        guard comment.hasSuffix("]"), let bracket = comment.lastIndex(of: "[") else { return nil }
        let text = comment[comment.index(after: bracket)...].dropLast()
        return IPAddress(text.hasPrefix("IPv6:") ? String(text.dropFirst(5)) : String(text))
    }
}
