import GRDB
import ReturnPathCore

extension Transaction {
    /// Appends a fact; one that is known already is not written twice.
    ///
    /// - Returns: Whether it was new.
    @discardableResult
    package func append(_ evidence: Evidence, to check: CheckID) throws -> Bool {
        try database.execute(
            sql:
                "INSERT INTO evidence (checkID, at, fact, message) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            arguments: [check.text, evidence.at, try JSON.text(evidence.fact), evidence.message])
        return database.changesCount > 0
    }

    /// All evidence of a check, as it was appended.
    package func evidence(of check: CheckID) throws -> [Evidence] {
        try Row.fetchAll(
            database, sql: "SELECT at, fact, message FROM evidence WHERE checkID = ? ORDER BY id",
            arguments: [check.text]
        ).map { row in
            Evidence(at: row["at"], fact: try JSON.value(Fact.self, of: row["fact"]), message: row["message"])
        }
    }
}

extension Transaction {
    /// The number of the latest fact; 0 where there is none.
    package func lastEvidence() throws -> Int64 {
        try Int64.fetchOne(database, sql: "SELECT max(id) FROM evidence") ?? 0
    }

    /// The checks that facts with larger numbers are about.
    package func checksWithEvidence(after number: Int64) throws -> Set<CheckID> {
        let names = try String.fetchAll(
            database, sql: "SELECT DISTINCT checkID FROM evidence WHERE id > ?", arguments: [number])
        return Set(names.compactMap(CheckID.init))
    }
}
