/// What was in a queue at one moment.
package struct QueueListing: Hashable, Sendable {
    /// The messages, in the order of the listing.
    package let mails: [QueuedMail]

    /// Lines that were not the description of a message and were skipped.
    package let brokenLines: Int

    /// Whether the listing came to its end within the bounds.
    ///
    /// Only a complete listing without broken lines shows that a message is *not* in the queue.
    package let isComplete: Bool

    /// Whether the instance was not running and postqueue(1) looked into its files, as root may.
    package let isInstanceDown: Bool

    /// Creates a listing.
    package init(mails: [QueuedMail], brokenLines: Int, isComplete: Bool, isInstanceDown: Bool = false) {
        self.mails = mails
        self.brokenLines = brokenLines
        self.isComplete = isComplete
        self.isInstanceDown = isInstanceDown
    }
}
