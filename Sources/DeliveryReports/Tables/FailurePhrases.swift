/// What mail servers say when they could not deliver, in every language that was met.
///
/// In small letters. A sentence that has one of these is about a failure or a delay; the address it
/// names, or the list behind it, is the recipient's.
enum FailurePhrases {
    /// Whether a text, made ready for searching, says that something was not delivered.
    static func occur(in text: SearchText) -> Bool { probes.occur(in: text) }

    /// Where a text first says so.
    static func place(in text: SearchText) -> Int? {
        all(in: text).compactMap(text.place).min()
    }

    /// Those that a text has.
    static func all(in text: SearchText) -> [StaticString] { probes.all(in: text) }

    /// Whether a text says that attempts go on.
    static func sayDelayOnly(_ text: SearchText) -> Bool { delayProbes.occur(in: text) }

    private static let probes = PhraseProbes(failure + foreign + delay + foreignDelay)
    private static let delayProbes = PhraseProbes(lateOnly + foreignLateOnly)

    /// It has failed for good, or has failed so far.
    static let failure: [StaticString] = [
        "not be delivered", "n't be delivered", "n't delivered", "unable to send", "failed to deliver",
        "delivery failed", "delivery failure", "delivery to the following", "failed permanently",
        "permanent error", "fatal error", "delivery problems", "delivery error", "did not reach",
        "didn't reach", "can't deliver", "able to deliver", "error delivering", "error occurred while",
        "returned mail", "mail returned", "returned to sender", "returning message", "message returned",
        "mail failure", "failed mail", "mail failed", "failure notice", "trouble delivering",
        "message could not be", "not be sent", "n't be sent", "failed addresses", "failed recipients",
        "failure reason", "non-delivery", "nondelivery", "not deliver", "have been rejected",
        "has been rejected", "was rejected", "rejected your message", "rejected by", "bounced",
        "could not be reached", "did not receive a copy", "delivery status", "mail system error",
        "following address failed", "recipients were affected", "has failed", "have failed",
        "was blocked by", "wasn't found at", "couldn't be found", "error following", "has occurred while",
        "duplicated message-id", "incorrectly constructed", "no valid recipients", "undeliv", "delevery",
        "not accepting mail", "unknown user", "user unknown", "is full", "mailbox full", "over quota",
        "exceeds allowed size", "unknown host", "invalid final delivery", "unrouteable", "session follows",
        "error description", "transcript", "intended recipient", "cannot send", "can not send",
        "failed because", "does not exist", "problem with the recipient", "could not send", "couldn't send",
        "message was not", "problem delivering", "out of disk space",
        "error while delivering", "did not accept", "unsent message", "disk quota",
    ]

    /// It is late, and may still arrive.
    static let delay: [StaticString] = [
        "has been delayed", "is delayed", "have been delayed", "delayed mail", "message delayed",
        "not yet been delivered", "still being retried", "warning message only", "has been postponed",
        "delays in delivering", "delivery incomplete", "only a temporary", "this is just a warning",
        "delivery attempts will continue", "delivery delayed", "delivery warning", "will keep trying",
        "will continue trying", "has not been delivered yet",
    ]

    /// Said beside an address while attempts go on for it, though others have failed.
    static let ownLate: [StaticString] = [
        "transient failure"
    ]

    /// Said in what calls itself a delay and is the last word: OpenSMTPD smtpd/queue.c, bounce.c;
    /// nullmailer src/send.cc.
    static let lateButFinal: [StaticString] = ["envelope expired", "this is the nullmailer delivery system"]

    /// Said where all went well, in a form that failures have, too (Sendmail savemail.c).
    static let success: [StaticString] = ["successfully delivered", "successfully relayed", "return receipt"]

    /// Said in the heading of a list of those who got the mail, in a report that has another one of those who did not.
    static let delivered: [StaticString] = [
        "successful deliver", "successful recipient", "successfully", "was delivered to", "were delivered to",
        "been delivered to", "delivered to:", "received the message", "received your m", "reached these",
        "reached the following", "relayed to", "accepted for",
    ]

    /// Said only where attempts go on.
    static let lateOnly: [StaticString] = [
        "not yet been delivered", "still being retried", "warning message only", "warning only",
        "has been postponed", "this is just a warning", "no action is required on your part",
        "delivery attempts will continue", "will be retried", "still undelivered", "advisory-only",
        "you do not need to resend", "will keep trying", "only a temporary failure report",
        "delivery incomplete", "message delayed", "delivery is delayed",
        "delays in delivering your message", "has been delayed", "will continue trying", "delivery delayed",
    ]
}
