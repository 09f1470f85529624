import GRDB
import ReturnPathCore

/// How much was removed.
package struct Removal: Hashable, Sendable {
    package let messages: Int
    package let checks: Int
}

extension Transaction {
    /// Removes what is past its time: the octets of messages, and whole checks that wait for nothing.
    ///
    /// The block list stays for good.
    package func remove(messagesBefore: Moment, checksBefore: Moment) throws -> Removal {
        try database.execute(sql: "DELETE FROM message WHERE receivedAt < ?", arguments: [messagesBefore])
        let messages = database.changesCount
        try database.execute(
            sql: "DELETE FROM checkRun WHERE openedAt < ? AND due IS NULL", arguments: [checksBefore])
        return Removal(messages: messages, checks: database.changesCount)
    }
}

extension Transaction {
    /// Whether ``remove(messagesBefore:checksBefore:)`` would find anything, without taking a lock.
    package func isAnythingPast(messagesBefore: Moment, checksBefore: Moment) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: """
                SELECT EXISTS (SELECT 1 FROM message WHERE receivedAt < ?)
                    OR EXISTS (SELECT 1 FROM checkRun WHERE openedAt < ? AND due IS NULL)
                """,
            arguments: [messagesBefore, checksBefore]) ?? false
    }
}
