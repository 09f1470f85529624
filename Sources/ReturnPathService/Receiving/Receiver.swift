import ReturnPathCore
import ReturnPathStore

/// Takes one message in: stores its octets, sorts it, commits what follows from it.
package struct Receiver {
    private let installation: Installation
    private let store: Store

    package init(_ installation: Installation, _ store: Store) {
        self.installation = installation
        self.store = store
    }

    /// Takes a message in. When this returns, the message and what follows from it are on the disk.
    ///
    /// A message that an earlier process stored and did not survive reading is marked as unread: it is
    /// read once more, but not here, where the mail server would try it for ever.
    ///
    /// - Returns: Whether there is now ``PendingWork``.
    package func receive(_ mail: InboundMail) throws -> Bool {
        // The octets survive our death; the disk has them together with what follows, before we say yes.
        let (stored, isNew) = try store.writeUnsynced { try $0.keep(mail) }
        guard !isNew else { return try read(stored, at: mail.receivedAt) }
        // Also a change: an earlier attempt may have died before the disk had what it committed.
        return try store.write { transaction in
            try transaction.countAttempt(stored.id)
            if stored.state == .arrived {
                try transaction.mark(stored.id, .unread, note: "an earlier attempt did not end", check: nil)
            }
            return try PendingWork.exists(transaction, withInvitations: true, at: mail.receivedAt)
        }
    }

    /// Reads a stored message and commits what follows from it.
    ///
    /// - Parameter now: The time that counts for dates and limits.
    /// - Returns: Whether there is now ``PendingWork``.
    @discardableResult
    package func read(_ stored: StoredMessage, at now: Moment) throws -> Bool {
        let sorted = installation.intake.sort(stored.mail, at: now)
        let random = SystemRandom.octets(CheckID.octets)
        return try store.write { transaction in
            let application = Application(transaction, installation)
            let result = try application.apply(
                sorted, from: stored, freshID: CheckID(random: random), at: now)
            let cut = stored.mail.size - stored.mail.bytes.count
            let note = cut > 0 ? "\(result.note); \(cut) octets at the end were not kept" : result.note
            try transaction.mark(stored.id, result.state, note: note, check: result.check)
            return try result.hasAsked || PendingWork.exists(transaction, at: now)
        }
    }
}
