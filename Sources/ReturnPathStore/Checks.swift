import GRDB
import ReturnPathCore

extension Transaction {
    /// Writes a new check down.
    package func insert(_ check: Check, due: Moment?) throws {
        try database.execute(
            sql: """
                INSERT INTO checkRun (id, openedAt, address, domain, network, requestKey, value, due)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                check.id.text, check.openedAt, check.reversePath.text.lowercased(), check.reversePath.domain,
                check.clientNetwork, check.key, try JSON.text(check), due,
            ])
    }

    /// A check by its name.
    package func check(_ id: CheckID) throws -> Check? {
        try String.fetchOne(database, sql: "SELECT value FROM checkRun WHERE id = ?", arguments: [id.text])
            .map { try JSON.value(Check.self, of: $0) }
    }

    /// The latest check that was opened with a request of this key, not earlier than `since`.
    package func check(key: String, since: Moment) throws -> Check? {
        try String.fetchOne(
            database,
            sql: """
                SELECT value FROM checkRun WHERE requestKey = ? AND openedAt >= ? ORDER BY openedAt DESC LIMIT 1
                """,
            arguments: [key, since]
        ).map { try JSON.value(Check.self, of: $0) }
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

    /// Checks, newest first.
    ///
    /// - Parameter openOnly: Only those that still wait for something.
    package func checks(openOnly: Bool, most: Int) throws -> [Check] {
        try checks("\(openOnly ? "due IS NOT NULL" : "1") ORDER BY openedAt DESC, id LIMIT ?", [most])
    }

    /// Checks whose name begins with a text, at most two: enough to see that it is ambiguous.
    package func checks(namedLike prefix: String) throws -> [Check] {
        try checks("substr(id, 1, length(?)) = ? LIMIT 2", [prefix, prefix])
    }

    /// How many checks were opened since a moment: per address, per domain, per client network.
    package func counts(address: String, domain: String, network: String, since: Moment) throws -> CheckCounts
    {
        func count(_ column: String, _ value: String) throws -> Int {
            try Int.fetchOne(
                database, sql: "SELECT count(*) FROM checkRun WHERE \(column) = ? AND openedAt >= ?",
                arguments: [value, since]) ?? 0
        }
        return CheckCounts(
            address: try count("address", address.lowercased()), domain: try count("domain", domain),
            network: try count("network", network))
    }

    private func checks(_ condition: String, _ arguments: StatementArguments) throws -> [Check] {
        try String.fetchAll(
            database, sql: "SELECT value FROM checkRun WHERE \(condition)", arguments: arguments
        )
        .map { try JSON.value(Check.self, of: $0) }
    }
}
