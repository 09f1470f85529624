import GRDB
import ReturnPathCore

extension Transaction {
    /// Whether an address wants no mail of ours; case does not matter.
    package func isBlocked(_ address: String) throws -> Bool {
        try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM block WHERE address = ?)",
            arguments: [address.lowercased()]) ?? false
    }

    /// Puts an address on the block list. Nothing takes it off but the operator.
    ///
    /// - Parameter origin: How it came there, for the operator.
    package func block(_ address: String, origin: String, at now: Moment) throws {
        try database.execute(
            sql: "INSERT INTO block (address, at, origin) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            arguments: [address.lowercased(), now, origin])
    }
}
