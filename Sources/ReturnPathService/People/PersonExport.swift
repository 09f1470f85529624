import Foundation
import InternetMessage
import ReturnPathCore
import ReturnPathStore

/// What `sixreturn export` does: everything stored about somebody, as JSON for them.
///
/// Piece by piece: what a person has written to us may be more than fits into memory.
package struct PersonExport {
    private let installation: Installation
    private let store: Store

    package init(_ installation: Installation, _ store: Store) {
        self.installation = installation
        self.store = store
    }

    /// Writes one JSON document.
    ///
    /// - Parameter output: Takes the pieces in their order.
    package func write(_ subject: Subject, at now: Moment, to output: (String) -> Void) throws {
        let (checks, invitations, messages, isBlocked) = try store.read { transaction in
            (
                try transaction.checks(about: subject), try transaction.invitations(about: subject),
                try transaction.messages(about: subject, reader: EncodedContent.of),
                try transaction.isBlocked(subject.text)
            )
        }
        let about = About(
            subject: subject.text, exportedAt: MailDate.iso(now), isBlocked: isBlocked,
            nameInLogs: installation.signer.pseudonym(of: subject.text))
        output("{\n\"about\": \(try Self.text(about)),\n\"checks\": [")
        try list(checks, to: output) { check, transaction -> Checked? in
            guard try transaction.check(check.id) != nil else { return nil }
            let outbox = try transaction.outbox(of: check.id)
            let evidence = try transaction.evidence(of: check.id)
            return Checked(
                status: CheckStatus(
                    check, installation.judge.judge(evidence, at: now), evidence, outbox,
                    isOpen: try transaction.isOpen(check.id), judge: installation.judge, at: now),
                clientNetwork: check.clientNetwork, messageID: check.messageID,
                language: check.language.rawValue, mails: outbox.map(Mail.init))
        }
        output("],\n\"invitations\": [")
        try list(invitations, to: output) { invitation, transaction -> Invited? in
            try transaction.outbox(ofInvitation: invitation.check.id).map { entry in
                Invited(invitation, entry, try transaction.arrivals(ofInvitation: invitation.check.id))
            }
        }
        output("],\n\"messages\": [")
        try list(messages, to: output) { id, transaction in try transaction.message(id).map(Message.init) }
        output("]\n}\n")
    }

    private func list<Item, Value: Encodable>(
        _ items: [Item], to output: (String) -> Void, _ value: (Item, Transaction) throws -> Value?
    ) throws {
        var separator = "\n"
        for item in items {
            guard let found = try store.read({ try value(item, $0) }) else { continue }
            output(separator + (try Self.text(found)))
            separator = ",\n"
        }
    }

    private static func text(_ value: some Encodable) throws -> String {
        let text = try StatusJSON.text(value)
        return String(text.dropLast())
    }

    private struct About: Encodable {
        let subject: String
        let exportedAt: String
        let isBlocked: Bool
        let nameInLogs: String
    }

    private struct Checked: Encodable {
        let status: CheckStatus
        let clientNetwork: String
        let messageID: String?
        let language: String
        let mails: [Mail]
    }

    /// A mail of ours.
    private struct Mail: Encodable {
        let mail: String
        let from: String
        let to: String
        let content: Content

        init(_ entry: OutboxEntry) {
            mail = entry.effect.role.code
            from = entry.effect.submission.envelopeSender
            to = entry.effect.submission.recipient
            content = Content(entry.effect.submission.message)
        }
    }

    /// A mail of ours that asked for a confirmation, and what would have followed from it.
    private struct Invited: Encodable {
        let askedAt: String
        let confirmedAt: String?
        let author: String?
        let messageID: String?
        let clientNetwork: String
        let language: String
        let arrivals: [Fact]
        let mail: Mail

        init(_ invitation: Invitation, _ entry: OutboxEntry, _ arrivals: [Evidence]) {
            let check = invitation.check
            askedAt = MailDate.iso(check.openedAt)
            confirmedAt = invitation.confirmedAt.map(MailDate.iso)
            author = check.author
            messageID = check.messageID
            clientNetwork = check.clientNetwork
            language = check.language.rawValue
            self.arrivals = arrivals.map(\.fact)
            mail = Mail(entry)
        }
    }

    /// A message that came in.
    private struct Message: Encodable {
        let receivedAt: String
        let sender: String
        let recipient: String
        let clientAddress: String
        let clientName: String
        let helo: String
        let size: Int
        let takenAs: String
        let check: String?
        let content: Content

        init(_ message: StoredMessage) {
            let envelope = message.mail.envelope
            receivedAt = MailDate.iso(message.mail.receivedAt)
            sender = envelope.sender
            recipient = envelope.recipient
            clientAddress = envelope.clientAddress
            clientName = envelope.clientName
            helo = envelope.helo
            size = message.mail.size
            takenAs = message.note
            check = message.check?.text
            content = Content(message.mail.bytes)
        }
    }

    /// Octets: as text where they are UTF-8, else in base64.
    private struct Content: Encodable {
        let text: String?
        let base64: String?

        init(_ octets: [UInt8]) {
            text = String(validating: octets, as: UTF8.self)
            base64 = text == nil ? Data(octets).base64EncodedString() : nil
        }
    }
}
