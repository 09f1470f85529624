import GRDB
import ReturnPathCore

/// How far a log was read.
package struct MailLogState: Hashable, Sendable {
    /// The reader's own account of it.
    package let state: String
    package let readAt: Moment
    /// Why it could not be read the last time; `nil` where it could.
    package let problem: String?
}

extension Transaction {
    /// How far a log was read; `nil` where it never was.
    package func mailLog(_ path: String) throws -> MailLogState? {
        try Row.fetchOne(
            database, sql: "SELECT state, readAt, problem FROM mailLog WHERE path = ?", arguments: [path]
        ).map { MailLogState(state: $0["state"], readAt: $0["readAt"], problem: $0["problem"]) }
    }

    /// Writes down how far a log was read.
    package func setMailLog(_ path: String, state: String, problem: String?, at now: Moment) throws {
        try database.execute(
            sql: """
                INSERT INTO mailLog (path, state, readAt, problem) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET state = excluded.state, readAt = excluded.readAt,
                    problem = excluded.problem
                """,
            arguments: [path, state, now, problem])
    }

    /// Writes down which mail a queue number of the sending instance stands for.
    package func setQueueID(_ queueID: String, check: CheckID, role: MailRole) throws {
        try database.execute(
            sql: "INSERT INTO queuedMail (queueID, checkID, role) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            arguments: [queueID, check.text, role.code])
    }

    /// The mail that a queue number stands for.
    package func mail(queueID: String) throws -> (check: CheckID, role: MailRole)? {
        guard
            let row = try Row.fetchOne(
                database, sql: "SELECT checkID, role FROM queuedMail WHERE queueID = ?",
                arguments: [queueID]),
            let check = CheckID(row["checkID"] as String), let role = MailRole(code: row["role"])
        else { return nil }
        return (check, role)
    }

    /// Forgets a queue number: its mail has left the queue.
    package func forgetQueueID(_ queueID: String) throws {
        try database.execute(sql: "DELETE FROM queuedMail WHERE queueID = ?", arguments: [queueID])
    }
}
