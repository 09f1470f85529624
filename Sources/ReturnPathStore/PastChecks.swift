import GRDB
import ReturnPathCore

/// A check that was removed, as far as the statistics need it.
package struct PastCheck: Hashable, Sendable {
    package let id: Int64
    /// A pseudonym.
    package let domain: String
    /// The beginning of its day.
    package let openedAt: Moment
}

extension Transaction {
    /// Checks that were opened before a moment and wait for nothing.
    package func checks(openedBefore moment: Moment, most: Int) throws -> [Check] {
        try checks("openedAt < ? AND due IS NULL ORDER BY openedAt LIMIT ?", [moment, most])
    }

    /// Removes a check with its evidence and its mails.
    package func remove(_ check: CheckID) throws {
        try database.execute(sql: "DELETE FROM checkRun WHERE id = ?", arguments: [check.text])
    }

    /// Keeps what a check adds to the statistics; nothing there names anybody.
    package func keep(_ summary: CheckSummary) throws {
        try database.execute(
            sql: "INSERT INTO pastCheck (openedAt, domain, summary) VALUES (?, ?, ?)",
            arguments: [summary.openedAt, summary.domain, summary.line])
    }

    /// Checks that are gone and were opened on or after a moment's day, the newest first.
    package func pastChecks(since: Moment) throws -> [PastCheck] {
        try Row.fetchAll(
            database,
            sql:
                "SELECT id, domain, openedAt FROM pastCheck WHERE openedAt >= ? ORDER BY openedAt DESC, id DESC",
            arguments: [CheckSummary.day(since)]
        ).map { PastCheck(id: $0["id"], domain: $0["domain"], openedAt: $0["openedAt"]) }
    }

    /// What a check that is gone adds to the statistics.
    package func summary(_ past: PastCheck) throws -> CheckSummary? {
        try String.fetchOne(database, sql: "SELECT summary FROM pastCheck WHERE id = ?", arguments: [past.id])
            .flatMap { CheckSummary(line: $0) }
    }
}
