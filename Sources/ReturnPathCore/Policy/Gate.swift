/// Says at RCPT which mail for our names would lead to nothing, as far as its envelope shows.
///
/// What is refused there makes no backscatter and costs nobody anything. `receive` makes all of its own checks
/// again: here nothing is known of the message, nor whether its sender is who they say.
package struct Gate: Sendable {
    private let names: Names
    private let signer: Signer
    private let relay: Relay?

    package init(names: Names, signer: Signer, relay: Relay?) {
        self.names = names
        self.signer = signer
        self.relay = relay
    }

    /// What the envelope alone says.
    package enum Opinion: Hashable, Sendable {
        case settled(PolicyAnswer)
        /// A request at a name of ours: whether it is allowed now, the database knows.
        case request(ReversePath, network: String?, at: NameKind)
    }

    /// Looks at one question.
    package func opinion(on question: PolicyQuestion) -> Opinion {
        guard question.state == "RCPT", let at = question.recipient.lastIndex(of: "@"),
            let name = names.kind(of: String(question.recipient[question.recipient.index(after: at)...]))
        else { return .settled(.dunno) }
        // What our relay has taken it would have to return to whoever seems to have sent it (RFC 5321 §6.1).
        let client = IPAddress(question.clientAddress)
        if let relay, let client, relay.addresses.contains(client) { return .settled(.dunno) }
        let local = question.recipient[..<at].lowercased()
        // Reports, answers and wishes to be left alone come from anybody, the null reverse-path first of all.
        if signer.verify(local) != nil || Self.mailboxes.contains(local) { return .settled(.dunno) }
        let isRequest = name.takesRequests && RequestAddress(localPart: local) != nil
        guard isRequest || local == "stop" else { return .settled(.refused(.noSuchAddress)) }
        let path: ReversePath
        do {
            path = try ReversePath(parsing: question.sender)
        } catch {
            let stray = error == .null ? Stray.nullReversePath : .malformedReversePath
            return .settled(.refused(.neverAnswered(stray)))
        }
        guard isRequest else { return .settled(.dunno) }
        if let stray = AnswerGuard.refusal(path, names: names) {
            return .settled(.refused(.neverAnswered(stray)))
        }
        return .request(path, network: client?.network, at: name)
    }

    /// The operator's, at every name (RFC 2142 §5).
    private static let mailboxes: Set<String> = ["postmaster", "abuse"]
}
