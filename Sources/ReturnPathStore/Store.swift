import CSQLite
import GRDB
import ReturnPathCore

/// The database: what came in, the checks, their evidence, and what is still to be sent.
///
/// A write that has returned is on the disk: the log is synced at every commit, for the mail server
/// forgets a message as soon as `receive` has said yes.
package final class Store: Sendable {
    package let path: String
    let queue: DatabaseQueue

    /// How long a connection waits for another one's lock, in seconds. Twenty processes at once stay
    /// far below it.
    package static let patience: Double = 30

    /// From how many pages on a commit moves the log's content into the database.
    ///
    /// A process that is alone reads the whole log before anything else (SQLite, "recovery"): a report takes some
    /// ten pages, and at SQLite's own thousand the log costs it more than all its other work.
    private static let longestLog: Int32 = 100

    /// Opens a database that exists.
    ///
    /// - Parameter patience: How long to wait for another connection's lock, in seconds.
    /// - Throws: ``StoreError``; a database that is missing is never made on the way.
    package convenience init(opening path: String, patience: Double = Store.patience) throws(StoreError) {
        guard FileStatus.exists(path) else { throw .missing(path: path) }
        // The file itself says that it has a write-ahead log.
        try self.init(path: path, journalMode: .default, patience: patience)
    }

    /// Creates the database with all its tables.
    ///
    /// Switching a new database to its write-ahead log ignores the waiting time, so this happens
    /// once, at installation, and not in the first message's process.
    package static func create(at path: String) throws(StoreError) -> Store {
        guard !FileStatus.exists(path) else { throw .alreadyThere(path: path) }
        let store = try Store(path: path, journalMode: .wal, patience: Store.patience)
        do {
            try Schema.migrator.migrate(store.queue)
        } catch {
            throw StoreError(error, path: path)
        }
        return store
    }

    /// Brings an older database up to date; an up-to-date one is only looked at.
    package func migrate() throws(StoreError) {
        try perform { () throws in
            if try !queue.read(Schema.migrator.hasCompletedMigrations) { try Schema.migrator.migrate(queue) }
        }
    }

    /// Whether the tables are those of this version.
    package func isCurrent() throws(StoreError) -> Bool {
        try perform { () throws in try queue.read(Schema.migrator.hasCompletedMigrations) }
    }

    private init(
        path: String, journalMode: Configuration.JournalModeConfiguration, patience: Double
    ) throws(StoreError) {
        self.path = path
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience)
        configuration.journalMode = journalMode
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { database in
            _ = csqlite_keep_log_on_close(database.sqliteConnection)
            sqlite3_wal_autocheckpoint(database.sqliteConnection, Store.longestLog)
            // What is removed is overwritten, however SQLite was built.
            try database.execute(sql: "PRAGMA secure_delete = ON")
        }
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw StoreError(error, path: path)
        }
        // Set once more: the library relaxes it while it switches to the log.
        try synchronize("FULL")
    }

    /// Changes all or nothing; when it returns, the change is on the disk.
    package func write<Value>(_ change: (Transaction) throws -> Value) throws(StoreError) -> Value {
        try perform { () throws in
            try queue.writeWithoutTransaction { database in
                var result: Value?
                try database.inTransaction(.immediate) {
                    result = try change(Transaction(database: database))
                    return .commit
                }
                guard let result else {
                    throw StoreError.unusable(path: path, reason: "a change had no result")
                }
                return result
            }
        }
    }

    /// Changes all or nothing; the change survives the end of the process at once, and a failure of power
    /// only when the next ``write(_:)`` has returned: that syncs both.
    package func writeUnsynced<Value>(_ change: (Transaction) throws -> Value) throws(StoreError) -> Value {
        try synchronize("NORMAL")
        let result = Result { () throws in try write(change) }
        try synchronize("FULL")
        return try result.mapError { StoreError($0, path: path) }.get()
    }

    /// How commits reach the disk (SQLite, PRAGMA synchronous).
    private func synchronize(_ mode: String) throws(StoreError) {
        try perform { () throws in
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous=\(mode)") }
        }
    }

    /// Reads from one state of the database.
    package func read<Value>(_ question: (Transaction) throws -> Value) throws(StoreError) -> Value {
        try perform { () throws in try queue.read { try question(Transaction(database: $0)) } }
    }

    /// Moves the log's content into the database and shortens the log, if nobody is in the way.
    package func checkpoint() throws(StoreError) {
        try perform { () throws in
            do {
                try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                // Another process is reading or writing; the next run shortens the log.
            }
        }
    }

    /// The result of SQLite's own examination; `nil` where all is well.
    package func damage() throws(StoreError) -> String? {
        try perform { () throws in
            let answer = try queue.read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
            return answer == "ok" ? nil : answer
        }
    }

    func perform<Value>(_ work: () throws -> Value) throws(StoreError) -> Value {
        do {
            return try work()
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(error, path: path)
        }
    }
}

/// One transaction's view of the tables. The functions are in the files of their tables.
package struct Transaction {
    let database: Database
}
