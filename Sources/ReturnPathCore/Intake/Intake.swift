import DeliveryReports
import InternetMessage

/// Sorts what comes in. Looks at one message alone: what the database knows is asked later.
package struct Intake: Sendable {
    let names: Names
    private let signer: Signer
    let authentication: Authentication
    let language: Language

    /// - Parameter language: What people are written to in who ask for no language.
    package init(names: Names, signer: Signer, authentication: Authentication, language: Language) {
        self.names = names
        self.signer = signer
        self.authentication = authentication
        self.language = language
    }

    /// What a message is to us.
    package enum Sorted: Hashable, Sendable {
        case request(Request)
        /// A request for which nobody vouches, and that nothing else speaks against.
        case unvouched(Request)
        /// A report about one of our mails: one element per recipient that it names.
        case report(CheckID, MailRole, [Report])
        case automaticResponse(CheckID, MailRole)
        /// The person answered a mail of ours.
        case reply(CheckID, MailRole)
        /// Somebody confirms what a mail of ours has asked.
        case confirmation(CheckID, InvitationKind)
        /// Whoever got a mail of this check wants no more; a postmaster may say so.
        case stop(CheckID, Postmaster?)
        /// An authenticated sender wants no mail of ours.
        case stopSender(ReversePath, Postmaster?)
        /// A postmaster wants no mail of ours, and nobody vouches for that.
        case unvouchedStop(Postmaster)
        /// Something came back, and no reader knows the form.
        case notReadable(CheckID, MailRole)
        case stray(Stray)
    }

    /// How many recipients of one report are looked at.
    package static let mostRecipients = 50

    /// Sorts a message that was taken in at `now`.
    package func sort(_ mail: InboundMail, limits: Limits = .standard, at now: Moment) -> Sorted {
        let envelope = mail.envelope
        guard let name = names.kind(of: String(envelope.domain)) else { return .stray(.notForUs) }
        let local = envelope.localPart.lowercased()
        let signed = signer.verify(local)
        // Before anything of the message is looked at: whoever has the address may stop us, whatever they write.
        if case .stop(let check) = signed {
            return .stop(check, postmaster(envelope) { Entity.read(mail.bytes, limits: limits) })
        }
        let entity = Entity.read(mail.bytes, limits: limits)
        switch signed {
        case .reply(let check, let role): return reply(check, role, envelope, entity)
        case .envelope(let check, let role): return returned(check, role, envelope, entity)
        case .confirmation(let check, let kind): return confirmation(check, kind, envelope, entity)
        case .stop, nil: break
        }
        if local == "stop" { return stopSender(envelope, entity, at: now) }
        if let address = RequestAddress(localPart: local), name.takesRequests, !envelope.sender.isEmpty {
            return request(mail, address, at: name, entity, at: now)
        }
        return unsigned(envelope, entity)
    }

    /// Something to the envelope sender of a mail of ours.
    private func returned(_ check: CheckID, _ role: MailRole, _ envelope: Envelope, _ entity: Entity)
        -> Sorted
    {
        let reading = Reading.read(entity)
        if isReport(reading) { return report(check, role, reading, envelope, place: .envelopeRecipient) }
        return switch reading.kind {
        case .automaticResponse, .disposition: .automaticResponse(check, role)
        case .report, .feedback, .other: .notReadable(check, role)
        }
    }

    /// Something to no address that we signed; a report may still carry a signed token inside.
    private func unsigned(_ envelope: Envelope, _ entity: Entity) -> Sorted {
        let reading = Reading.read(entity)
        if isReport(reading) {
            guard let match = Correlator(signer: signer).match(recipient: envelope.localPart, reading) else {
                return .stray(.forgedReport)
            }
            return report(match.check, match.role, reading, envelope, place: match.place)
        }
        if envelope.sender.isEmpty { return .stray(.nullReversePath) }
        return .stray(envelope.localPart.contains("-") ? .wrongSignature : .notForUs)
    }

    /// An answer of a person; programs that answer to `Reply-To:` are told apart.
    private func reply(_ check: CheckID, _ role: MailRole, _ envelope: Envelope, _ entity: Entity) -> Sorted {
        let reading = Reading.read(entity)
        if isReport(reading) { return report(check, role, reading, envelope, place: .envelopeRecipient) }
        return reading.kind != .other || envelope.sender.isEmpty
            ? .automaticResponse(check, role) : .reply(check, role)
    }

    private func stopSender(_ envelope: Envelope, _ entity: Entity, at now: Moment) -> Sorted {
        guard let path = try? ReversePath(parsing: envelope.sender) else {
            return .stray(.malformedReversePath)
        }
        let domain = authentication.domain(for: path, envelope: envelope, header: entity.header, at: now)
        let postmaster = postmaster(envelope) { entity }
        guard domain == nil else { return .stopSender(path, postmaster) }
        return postmaster.map { .unvouchedStop($0) } ?? .stray(.unauthenticated)
    }

    /// A confirmation counts whoever sends it, but not where a program does.
    private func confirmation(
        _ check: CheckID, _ kind: InvitationKind, _ envelope: Envelope, _ entity: Entity
    ) -> Sorted {
        do {
            let path = try ReversePath(parsing: envelope.sender)
            let refusal = AnswerGuard.refusal(entity, reversePath: path, names: names)
            return refusal.map { .stray($0) } ?? .confirmation(check, kind)
        } catch {
            return .stray(error == .null ? .nullReversePath : .malformedReversePath)
        }
    }

    private func request(
        _ mail: InboundMail, _ address: RequestAddress, at name: NameKind, _ entity: Entity, at now: Moment
    ) -> Sorted {
        let envelope = mail.envelope
        let header = entity.header
        guard let path = try? ReversePath(parsing: envelope.sender) else {
            return .stray(.malformedReversePath)
        }
        if let refusal = AnswerGuard.refusal(entity, reversePath: path, names: names) {
            return .stray(refusal)
        }
        guard let client = IPAddress(envelope.clientAddress) else { return .stray(.unknownClient) }
        let vouched = authentication.domain(for: path, envelope: envelope, header: header, at: now)
        let domain = vouched ?? path.domain
        let author = header["from"]?.mailboxes.first.map { $0.address.lowercased() }
        let messageID = header["message-id"]?.messageIDs.first.flatMap(Self.safeMessageID)
        let arrival = Arrival(
            name: name, client: client, clientName: envelope.clientName, helo: envelope.helo,
            relay: authentication.relay(of: header, queueID: envelope.queueID))
        let request = Request(
            reversePath: path, author: author, messageID: messageID, authenticatedDomain: domain,
            arrival: arrival, language: Language(address, header, domain: path.domain) ?? language,
            key: Self.key(domain, author, messageID, entity))
        return vouched == nil ? .unvouched(request) : .request(request)
    }

    /// The identifier with its brackets, if it is short visible ASCII; it goes into a header of ours.
    static func safeMessageID(_ text: String) -> String? {
        let bare = text.hasPrefix("<") ? String(text.dropFirst().prefix { $0 != ">" }) : text
        let isSafe = bare.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x3C && $0 != 0x3E }
        return isSafe && (3...900).contains(bare.utf8.count) ? "<\(bare)>" : nil
    }

    /// Equal for one request that comes to two names or twice, whatever was added on the way.
    private static func key(_ domain: String, _ author: String?, _ messageID: String?, _ entity: Entity)
        -> String
    {
        let identity = messageID ?? Base32.encode(Digest.sha256(Array(entity.body)))
        return Base32.encode(Digest.sha256(Array("\(domain)\u{0}\(author ?? "")\u{0}\(identity)".utf8)))
    }

    /// Whether a message tells of what became of a mail: a recipient's own rule refuses by a disposition notification
    /// (RFC 5429 §2.2.1), which otherwise has no recipients.
    private func isReport(_ reading: Reading) -> Bool {
        reading.kind == .report || (reading.kind == .disposition && !reading.recipients.isEmpty)
    }

    /// What a report says, in our own terms.
    private func report(
        _ check: CheckID, _ role: MailRole, _ reading: Reading, _ envelope: Envelope,
        place: Report.TokenPlace
    ) -> Sorted {
        let author: Report.Author = envelope.instance == .v6only ? .ours : .foreign
        let reports = reading.recipients.prefix(Self.mostRecipients).compactMap {
            Report($0, of: reading, author: author, place: place)
        }
        return reports.isEmpty ? .notReadable(check, role) : .report(check, role, reports)
    }
}
