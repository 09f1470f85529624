import GRDB
import ReturnPathCore

/// What is older than this is removed.
package struct Horizon: Sendable {
    /// Messages that were received before, and requests to confirm them.
    package let messages: Moment
    /// Checks that were opened before and wait for nothing.
    package let checks: Moment
    /// What port 25 of an address said before.
    package let portAnswers: Moment
    /// What limits count: checks that were opened before.
    package let counts: Moment

    package init(messages: Moment, checks: Moment, portAnswers: Moment, counts: Moment) {
        self.messages = messages
        self.checks = checks
        self.portAnswers = portAnswers
        self.counts = counts
    }
}

extension Transaction {
    /// Removes messages, requests to confirm them, and answers of ports that are past their time. Checks go one by one, after the
    /// statistics have what they need; the block list stays for good.
    ///
    /// - Returns: How many messages were removed.
    package func removeMessages(before horizon: Horizon) throws -> Int {
        try database.execute(sql: "DELETE FROM message WHERE receivedAt < ?", arguments: [horizon.messages])
        let messages = database.changesCount
        try database.execute(
            sql: "DELETE FROM invitation WHERE issuedAt < ?", arguments: [horizon.messages])
        try database.execute(sql: "DELETE FROM portAnswer WHERE at < ?", arguments: [horizon.portAnswers])
        try database.execute(sql: "DELETE FROM opened WHERE at < ?", arguments: [horizon.counts])
        return messages
    }

    /// Whether anything is past its time, without taking a lock.
    package func isAnythingPast(_ horizon: Horizon) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: """
                SELECT EXISTS (SELECT 1 FROM message WHERE receivedAt < ?)
                    OR EXISTS (SELECT 1 FROM invitation WHERE issuedAt < ?)
                    OR EXISTS (SELECT 1 FROM checkRun WHERE openedAt < ? AND due IS NULL)
                    OR EXISTS (SELECT 1 FROM portAnswer WHERE at < ?)
                    OR EXISTS (SELECT 1 FROM opened WHERE at < ?)
                """,
            arguments: [
                horizon.messages, horizon.messages, horizon.checks, horizon.portAnswers, horizon.counts,
            ]) ?? false
    }
}
