import GRDB
import ReturnPathCore

extension Transaction {
    /// Writes a new check down.
    package func insert(_ check: Check, due: Moment?) throws {
        try database.execute(
            sql: """
                INSERT INTO checkRun (id, openedAt, reversePath, author, messageID, authenticatedDomain, language,
                    address, domain, network, requestKey, due)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                check.id.text, check.openedAt, check.reversePath.text, check.author, check.messageID,
                check.authenticatedDomain, check.language.rawValue, check.reversePath.text.lowercased(),
                check.reversePath.domain, check.clientNetwork, check.key, due,
            ])
    }

    /// A check by its name.
    package func check(_ id: CheckID) throws -> Check? {
        try checks("id = ?", [id.text]).first
    }

    /// The latest check that was opened with a request of this key, not earlier than `since`.
    package func check(key: String, since: Moment) throws -> Check? {
        try checks("requestKey = ? AND openedAt >= ? ORDER BY openedAt DESC LIMIT 1", [key, since]).first
    }

    /// Sets when the check is to be looked at again without new evidence.
    package func setDue(_ id: CheckID, _ due: Moment?) throws {
        try database.execute(sql: "UPDATE checkRun SET due = ? WHERE id = ?", arguments: [due, id.text])
    }

    /// Checks whose time has come, the longest waiting first.
    package func dueChecks(at now: Moment, most: Int = 500) throws -> [Check] {
        try checks("due <= ? ORDER BY due LIMIT ?", [now, most])
    }

    /// The moment at which the next check becomes due.
    package func nextDue() throws -> Moment? {
        try Int64.fetchOne(database, sql: "SELECT min(due) FROM checkRun WHERE due IS NOT NULL")
    }

    /// Whether a check still waits for something.
    package func isOpen(_ id: CheckID) throws -> Bool {
        try Bool.fetchOne(
            database, sql: "SELECT due IS NOT NULL FROM checkRun WHERE id = ?", arguments: [id.text])
            ?? false
    }

    /// Whether any check still waits for the clock.
    package func hasOpenChecks() throws -> Bool { try nextDue() != nil }

    /// The checks that still wait for something.
    package func openChecks() throws -> Set<CheckID> {
        let names = try String.fetchAll(database, sql: "SELECT id FROM checkRun WHERE due IS NOT NULL")
        return Set(names.compactMap(CheckID.init))
    }

    /// Checks, newest first.
    ///
    /// - Parameter openOnly: Only those that still wait for something.
    package func checks(openOnly: Bool, most: Int) throws -> [Check] {
        try checks("\(openOnly ? "due IS NOT NULL" : "1") ORDER BY openedAt DESC, id LIMIT ?", [most])
    }

    /// Checks whose name begins with a text, at most two: enough to see that it is ambiguous.
    package func checks(namedLike prefix: String) throws -> [Check] {
        // A range of the key: names have small letters and digits, which stand before `{`.
        try checks("id >= ? AND id < ? LIMIT 2", [prefix, prefix + "{"])
    }

    func checks(_ condition: String, _ arguments: StatementArguments) throws -> [Check] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT id, openedAt, reversePath, author, messageID, authenticatedDomain, language, network, requestKey
                FROM checkRun WHERE \(condition)
                """,
            arguments: arguments
        ).map(check)
    }

    func check(_ row: Row) throws -> Check {
        guard let id = CheckID(row["id"] as String),
            let path = try? ReversePath(kept: row["reversePath"] as String)
        else {
            throw DatabaseError(
                resultCode: .SQLITE_CORRUPT, message: "check \(row["id"] as String) is malformed")
        }
        // An earlier version kept whatever tag a request bore.
        let language = Language(rawValue: row["language"] as String) ?? .english
        return Check(
            id: id, openedAt: row["openedAt"], reversePath: path, author: row["author"],
            messageID: row["messageID"], authenticatedDomain: row["authenticatedDomain"],
            clientNetwork: row["network"], language: language, key: row["requestKey"])
    }
}

/// Which check was opened when, and for which domain.
package struct CheckPlace: Hashable, Sendable {
    package let id: CheckID
    /// In small letters.
    package let domain: String
    package let openedAt: Moment
}

extension Transaction {
    /// All checks that were opened at or after a moment, the newest first.
    package func places(since: Moment) throws -> [CheckPlace] {
        try Row.fetchAll(
            database,
            sql: "SELECT id, domain, openedAt FROM checkRun WHERE openedAt >= ? ORDER BY openedAt DESC, id",
            arguments: [since]
        ).compactMap { row in
            CheckID(row["id"] as String).map {
                CheckPlace(id: $0, domain: (row["domain"] as String).lowercased(), openedAt: row["openedAt"])
            }
        }
    }
}
