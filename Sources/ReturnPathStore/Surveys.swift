import GRDB
import ReturnPathCore

extension Transaction {
    /// Checks whose domain nobody has looked at yet, the oldest first.
    ///
    /// - Parameter since: Older ones are left: what DNS says now would explain nothing of theirs.
    package func checksToSurvey(since: Moment, most: Int) throws -> [Check] {
        try checks("surveyedAt IS NULL AND openedAt >= ? ORDER BY openedAt, id LIMIT ?", [since, most])
    }

    /// Writes down that a check's domain was looked at, whatever came of it, and has the check planned anew.
    package func setSurveyed(_ id: CheckID, at now: Moment) throws {
        try database.execute(
            sql: "UPDATE checkRun SET surveyedAt = ?1, due = ?1 WHERE id = ?2", arguments: [now, id.text])
    }

    /// Whether a check's domain was looked at.
    package func isSurveyed(_ id: CheckID) throws -> Bool {
        try Bool.fetchOne(
            database, sql: "SELECT surveyedAt IS NOT NULL FROM checkRun WHERE id = ?", arguments: [id.text])
            ?? false
    }

    /// What port 25 of addresses said, not earlier than `since`.
    package func portAnswers(of addresses: [IPAddress], since: Moment) throws -> [IPAddress: PortAnswer] {
        var found: [IPAddress: PortAnswer] = [:]
        for address in addresses {
            let row = try Row.fetchOne(
                database, sql: "SELECT answer FROM portAnswer WHERE address = ? AND at >= ?",
                arguments: [address.text, since])
            if let row { found[address] = try JSON.value(PortAnswer.self, of: row["answer"]) }
        }
        return found
    }

    /// Keeps what port 25 of an address said; only the latest answer is kept.
    package func keep(_ answer: PortAnswer, of address: IPAddress) throws {
        try database.execute(
            sql: """
                INSERT INTO portAnswer (address, at, answer) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET at = excluded.at, answer = excluded.answer
                """,
            arguments: [address.text, answer.at, try JSON.text(answer)])
    }
}
