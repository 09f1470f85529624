import ReturnPathCore
import ReturnPathStore

/// What the database holds for an outbox runner to do.
package enum PendingWork {
    /// How long a run waits for what is about to become due, in seconds.
    package static let linger: Seconds = 5
    /// How many processes may die of one message.
    static let mostReadings = 3

    /// When the next check or effect is due.
    static func nextMoment(_ transaction: Transaction) throws -> Moment? {
        try [transaction.nextDue(), transaction.nextEffectTime()].compactMap(\.self).min()
    }

    /// Whether there is anything that a run would do now or while it lingers.
    ///
    /// Asked before a process is started for it: most reports change nothing that is due soon.
    static func exists(_ transaction: Transaction, at now: Moment) throws -> Bool {
        if let next = try nextMoment(transaction), next <= now + linger { return true }
        return try transaction.hasMessages(in: .unread, attempts: mostReadings - 1)
    }
}
