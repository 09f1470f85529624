import Foundation
import GRDB
import ReturnPathCore

/// How many rows a table has.
package struct TableCount: Hashable, Sendable {
    package let table: String
    package let rows: Int

    /// Every table of ours, by name.
    static func all(_ database: Database) throws -> [TableCount] {
        try String.fetchAll(
            database,
            sql:
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        ).map { name in
            let rows = try Int.fetchOne(
                database, sql: "SELECT count(*) FROM \(name.quotedDatabaseIdentifier)")
            return TableCount(table: name, rows: rows ?? 0)
        }
    }
}

extension Store {
    /// Copies the database as it stands at one moment into a new file, while others write on, and reads the copy back.
    ///
    /// - Parameter path: A file that does not exist; the copy is one file, without a log beside it.
    /// - Returns: What the copy holds, after it was examined and found to be the same.
    package func backUp(to path: String) throws(StoreError) -> [TableCount] {
        let counts = try perform { () throws in
            let copy = try DatabaseQueue(path: path)
            let counts = try queue.read { source in
                // Counted first: the copy is made of the state that the first question has seen.
                let counts = try TableCount.all(source)
                try copy.writeWithoutTransaction { try source.backup(to: $0) }
                return counts
            }
            try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try copy.close()
            return counts
        }
        guard try Store.examine(path) == counts else {
            throw .damaged(path: path, reason: "it does not hold what the database holds")
        }
        return counts
    }

    /// Examines a backup thoroughly.
    ///
    /// - Returns: What it holds.
    /// - Throws: ``StoreError`` where it is damaged, or no backup of ours.
    package static func examine(_ path: String) throws(StoreError) -> [TableCount] {
        guard FileStatus.exists(path) else { throw .missing(path: path) }
        do {
            var configuration = Configuration()
            configuration.readonly = true
            return try DatabaseQueue(path: path, configuration: configuration).read { database in
                let answer = try String.fetchOne(database, sql: "PRAGMA integrity_check(1)")
                guard answer == "ok" else {
                    throw StoreError.damaged(path: path, reason: answer ?? "it cannot be examined")
                }
                let counts = try TableCount.all(database)
                guard counts.contains(where: { $0.table == "checkRun" }) else {
                    throw StoreError.damaged(path: path, reason: "it is no database of sixreturn")
                }
                return counts
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Makes a database of a backup.
    ///
    /// - Parameters:
    ///   - backup: What ``backUp(to:)`` has made, perhaps by an earlier version.
    ///   - path: A file that does not exist.
    package static func restore(_ backup: String, to path: String) throws(StoreError) -> Store {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            let source = try DatabaseQueue(path: backup, configuration: configuration)
            let copy = try DatabaseQueue(path: path)
            try source.backup(to: copy)
            try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
            try copy.close()
        } catch {
            throw StoreError(error, path: path)
        }
        let store = try Store(opening: path)
        try store.migrate()
        return store
    }

    /// Takes over what can still be read of the messages of a broken database and is not here; they are to be read
    /// anew.
    ///
    /// - Returns: How many there were.
    package func takeOverMessages(of broken: String) throws(StoreError) -> Int {
        var configuration = Configuration()
        configuration.readonly = true
        guard let source = try? DatabaseQueue(path: broken, configuration: configuration),
            let last = try? source.read({ try Int64.fetchOne($0, sql: "SELECT max(id) FROM message") })
        else { return 0 }
        var number = 0
        for id in 0...last {
            let found = try? source.read { try Transaction(database: $0).message(id) }
            guard let message = found.flatMap(\.self), !message.mail.bytes.isEmpty else { continue }
            try write { transaction in
                let (kept, isNew) = try transaction.keep(message.mail)
                guard isNew else { return }
                try transaction.mark(kept.id, .unread, note: "taken over from a broken database", check: nil)
                number += 1
            }
        }
        return number
    }
}
