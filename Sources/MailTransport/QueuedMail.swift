/// One message in a queue, as `postqueue -j` of Postfix describes it (src/showq/showq.c).
///
/// The listing has no envelope identifier: the envelope sender is what tells our messages apart.
package struct QueuedMail: Decodable, Hashable, Sendable {
    /// The queue that it is in: `active`, `deferred`, `hold`, `incoming` or `maildrop`.
    package let queueName: String

    /// Postfix's name for the message; may be used again for another once this one has left.
    package let queueID: String

    /// When it came into the queue, in seconds since 1970.
    package let arrivalTime: Int64

    /// The envelope sender; Postfix writes `MAILER-DAEMON` for the null reverse-path.
    package let sender: String

    /// The recipients that it has not been delivered to.
    package let recipients: [Recipient]

    /// A recipient that the message still has to go to.
    package struct Recipient: Decodable, Hashable, Sendable {
        package let address: String

        /// Why the last attempt failed; `nil` before the first one.
        package let delayReason: String?

        enum CodingKeys: String, CodingKey {
            case address
            case delayReason = "delay_reason"
        }

        /// Creates a recipient.
        package init(address: String, delayReason: String?) {
            self.address = address
            self.delayReason = delayReason
        }
    }

    enum CodingKeys: String, CodingKey {
        case queueName = "queue_name"
        case queueID = "queue_id"
        case arrivalTime = "arrival_time"
        case sender
        case recipients
    }

    /// Creates a description of a message.
    package init(
        queueName: String, queueID: String, arrivalTime: Int64, sender: String, recipients: [Recipient]
    ) {
        self.queueName = queueName
        self.queueID = queueID
        self.arrivalTime = arrivalTime
        self.sender = sender
        self.recipients = recipients
    }
}
