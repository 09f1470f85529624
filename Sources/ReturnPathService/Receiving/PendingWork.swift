import ReturnPathCore
import ReturnPathStore

/// What the database holds for an outbox runner to do.
package enum PendingWork {
    /// How long a run waits for what is about to become due, in seconds.
    package static let linger: Seconds = 5
    /// How many processes may die of one message.
    static let mostReadings = 3

    /// When the next check or effect is due.
    ///
    /// - Parameter withInvitations: Whether mails that ask for a confirmation are looked at, too.
    static func nextMoment(_ transaction: Transaction, withInvitations: Bool = true) throws -> Moment? {
        let invitation = withInvitations ? try transaction.nextInvitationTime() : nil
        return try [transaction.nextDue(), transaction.nextEffectTime(), invitation].compactMap(\.self).min()
    }

    /// Whether there is anything that a run would do now or while it lingers.
    ///
    /// Asked before a process is started for it: most reports change nothing that is due soon.
    ///
    /// - Parameter withInvitations: Whether mails that ask for a confirmation are looked at, too: no report brings
    ///   one about.
    static func exists(_ transaction: Transaction, withInvitations: Bool = false, at now: Moment) throws
        -> Bool
    {
        let next = try nextMoment(transaction, withInvitations: withInvitations)
        if let next, next <= now + linger { return true }
        return try transaction.hasMessages(in: .unread, attempts: mostReadings - 1)
    }
}
