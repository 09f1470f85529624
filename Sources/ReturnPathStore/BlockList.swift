import GRDB
import ReturnPathCore

/// Who wants no mail of ours: a mailbox, or a domain and all below it.
package struct BlockEntry: Hashable, Sendable, Codable {
    /// In small letters, the domain as DNS has it; one alone has no `@`.
    package let name: String
    package let at: Moment
    /// How it came there, for the operator.
    package let origin: String
}

extension Transaction {
    /// Whether an address wants no mail of ours, itself or by its domain.
    ///
    /// A mailbox is blocked under all of its addresses (``ReversePath/mailbox``).
    package func isBlocked(_ address: String) throws -> Bool {
        let names = Self.names(of: address)
        let places = String(repeating: "?,", count: names.count).dropLast()
        return try Bool.fetchOne(
            database.cachedStatement(
                sql: "SELECT EXISTS (SELECT 1 FROM block WHERE address IN (\(places)))"),
            arguments: StatementArguments(names)) ?? false
    }

    /// Whether the domain of an address, or one above it, is blocked as a whole.
    package func isDomainBlocked(of address: ReversePath) throws -> Bool {
        try Self.names(of: address.text).dropFirst().contains { try isListed($0) }
    }

    /// Puts a mailbox or a domain on the block list. Nothing takes it off but the operator.
    ///
    /// - Parameters:
    ///   - name: An address or a domain.
    ///   - origin: How it came there, for the operator.
    package func block(_ name: String, origin: String, at now: Moment) throws {
        try database.execute(
            sql: "INSERT INTO block (address, at, origin) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            arguments: [Self.entry(name), now, origin])
    }

    /// Whether a mailbox or a domain stands in the list by itself.
    package func isListed(_ name: String) throws -> Bool {
        try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM block WHERE address = ?)",
            arguments: [Self.entry(name)]) ?? false
    }

    /// Takes a mailbox or a domain off the block list.
    ///
    /// - Returns: Whether it was there.
    package func unblock(_ name: String) throws -> Bool {
        try database.execute(sql: "DELETE FROM block WHERE address = ?", arguments: [Self.entry(name)])
        return database.changesCount > 0
    }

    /// The whole list, in the order of its names.
    package func blocked() throws -> [BlockEntry] {
        try Row.fetchAll(database, sql: "SELECT address, at, origin FROM block ORDER BY address").map {
            BlockEntry(name: $0["address"], at: $0["at"], origin: $0["origin"])
        }
    }

    /// What stands in the list for an address or a domain.
    private static func entry(_ name: String) -> String {
        (try? ReversePath(kept: name))?.mailbox ?? DomainName.canonical(name)
    }

    /// All by which an address may be listed: its mailbox, its domain and the domains above.
    private static func names(of address: String) -> [String] {
        guard let path = try? ReversePath(kept: address) else { return [entry(address)] }
        var names = [path.mailbox]
        var domain = path.domain[...]
        while let dot = domain.firstIndex(of: ".") {
            names.append(String(domain))
            domain = domain[domain.index(after: dot)...]
        }
        return names
    }
}
