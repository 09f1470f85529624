/// A message as the mail server handed it to us, with its envelope.
package struct InboundMail: Hashable, Sendable {
    package let envelope: Envelope
    /// The message as received, cut at the configured size.
    package let bytes: [UInt8]
    /// How long the message was before it was cut, in octets.
    package let size: Int
    /// When it was handed over.
    package let receivedAt: Moment

    package init(envelope: Envelope, bytes: [UInt8], size: Int, receivedAt: Moment) {
        self.envelope = envelope
        self.bytes = bytes
        self.size = size
        self.receivedAt = receivedAt
    }

    /// The same octets for the same recipient are the same message, however often they come.
    package var digest: [UInt8] {
        Digest.sha256(Array("\(envelope.sender)\u{0}\(envelope.recipient)\u{0}".utf8) + bytes)
    }
}

/// What pipe(8) knows of a message beside its octets. Everything here but `instance`, `clientAddress`
/// and `queueID` is the sender's to choose.
package struct Envelope: Hashable, Sendable {
    /// The reverse-path; empty for the null reverse-path.
    package let sender: String
    package let recipient: String
    package let clientAddress: String
    package let clientName: String
    package let helo: String
    /// The queue identifier of our own mail server.
    package let queueID: String
    package let instance: Instance

    /// Which of our Postfix instances handed the message over.
    package enum Instance: String, Hashable, Sendable, CaseIterable {
        /// The operator's own: what came from the network.
        case `operator`
        /// The sending instance: its own delivery reports, first-hand.
        case v6only
    }

    package init(
        sender: String, recipient: String, clientAddress: String, clientName: String, helo: String,
        queueID: String, instance: Instance
    ) {
        self.sender = sender
        self.recipient = recipient
        self.clientAddress = clientAddress
        self.clientName = clientName
        self.helo = helo
        self.queueID = queueID
        self.instance = instance
    }

    /// The recipient's local part.
    package var localPart: Substring {
        recipient[..<(recipient.lastIndex(of: "@") ?? recipient.endIndex)]
    }

    /// The recipient's domain.
    package var domain: Substring {
        recipient.lastIndex(of: "@").map { recipient[recipient.index(after: $0)...] } ?? ""
    }
}
