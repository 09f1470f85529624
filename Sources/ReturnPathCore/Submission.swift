/// One mail of ours, ready to be handed to the sending instance.
///
/// It is a value and part of an effect: it is written down in the transaction that decides to
/// submit it, and submitted later, perhaps twice, always with the same bytes. The envelope is kept
/// apart from the message, as in RFC 5321 §2.3.1; nothing here is checked, for the one who submits
/// refuses what cannot be said in an envelope.
package struct Submission: Hashable, Sendable {
    /// The reverse-path without angle brackets; never empty, for no mail of ours uses `<>`.
    package let envelopeSender: String

    /// The only recipient, without angle brackets.
    package let recipient: String

    /// The envelope identifier, decoded (RFC 3461 §4.4); 3 to 100 octets of printable ASCII.
    ///
    /// Two characters would be taken as legacy VERP by Postfix's sendmail(1); RFC 3461 allows 100.
    package let envelopeID: String

    /// Header section, empty line and body; lines end with LF alone, as sendmail(1) expects.
    package let message: [UInt8]

    /// Puts a mail and its envelope together.
    ///
    /// - Parameters:
    ///   - envelopeSender: The reverse-path without angle brackets.
    ///   - recipient: The only recipient, without angle brackets.
    ///   - envelopeID: The envelope identifier that reports will carry.
    ///   - message: The message; lines end with LF.
    package init(envelopeSender: String, recipient: String, envelopeID: String, message: [UInt8]) {
        self.envelopeSender = envelopeSender
        self.recipient = recipient
        self.envelopeID = envelopeID
        self.message = message
    }
}
