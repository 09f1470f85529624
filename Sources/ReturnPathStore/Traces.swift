import GRDB
import ReturnPathCore

/// What was removed of somebody.
package struct Forgotten: Hashable, Sendable {
    package var checks = 0
    /// Mails that asked for a confirmation, with what would have followed from it.
    package var invitations = 0
    package var messages = 0
    /// Facts of other checks.
    package var facts = 0
    /// Mails of other checks; that they were sent stays known.
    package var letters = 0
    /// What port 25 said.
    package var portAnswers = 0
    /// Rows of the statistics.
    package var pastChecks = 0
}

/// A column that still names somebody.
package struct Trace: Hashable, Sendable {
    package let table: String
    package let column: String
    package let rows: Int
}

extension Transaction {
    /// The checks that are about somebody, the earliest first.
    package func checks(about subject: Subject) throws -> [Check] {
        subject.addFunctions(to: database) { _ in [] }
        return try checks(
            "names(reversePath) OR names(author) OR names(authenticatedDomain) ORDER BY openedAt, id", [])
    }

    /// The numbers of all messages that are from, for or about somebody.
    package func messages(about subject: Subject, reader: @escaping MessageReader) throws -> [Int64] {
        let names = try checks(about: subject).map(\.id) + invitations(about: subject).map(\.check.id)
        let ofChecks = try names.flatMap { id in
            try Int64.fetchAll(
                database, sql: "SELECT id FROM message WHERE checkID = ?", arguments: [id.text])
        }
        subject.addFunctions(to: database, reader: reader)
        let naming = try Int64.fetchAll(
            database,
            sql: """
                SELECT id FROM message WHERE names(sender) OR names(recipient) OR names(clientName) OR names(helo)
                    OR names(note) OR mentions(bytes)
                """)
        return Set(ofChecks + naming).sorted()
    }

    /// Removes all that is about somebody, and only the block list is left alone.
    ///
    /// - Parameter pseudonym: What the statistics call the domain; `nil` where an address is forgotten.
    package func forget(_ subject: Subject, pseudonym: String?, reader: @escaping MessageReader) throws
        -> Forgotten
    {
        var forgotten = Forgotten()
        for id in try messages(about: subject, reader: reader) {
            try database.execute(sql: "DELETE FROM message WHERE id = ?", arguments: [id])
            forgotten.messages += database.changesCount
        }
        for check in try checks(about: subject) {
            try database.execute(sql: "DELETE FROM opened WHERE checkID = ?", arguments: [check.id.text])
            try remove(check.id)
            forgotten.checks += 1
        }
        for invitation in try invitations(about: subject) {
            let id = invitation.check.id.text
            try database.execute(sql: "DELETE FROM opened WHERE checkID = ?", arguments: [id])
            try database.execute(sql: "DELETE FROM invitation WHERE checkID = ?", arguments: [id])
            forgotten.invitations += 1
        }
        subject.addFunctions(to: database, reader: reader)
        func change(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
            try database.execute(sql: sql, arguments: arguments)
            return database.changesCount
        }
        forgotten.facts = try change("DELETE FROM evidence WHERE names(fact)")
        // The row stays, or the mail would be written once more.
        forgotten.letters = try change(
            """
            UPDATE effect SET message = x'', lastError = NULL
            WHERE endedAt IS NOT NULL AND (mentions(message) OR names(lastError))
            """)
        forgotten.portAnswers = try change("DELETE FROM portAnswer WHERE names(answer)")
        _ = try change("DELETE FROM opened WHERE names(pool)")
        _ = try change("UPDATE checkRun SET messageID = NULL WHERE names(messageID)")
        _ = try change(
            "UPDATE mailLog SET state = json_set(state, '$.reader.notes', json('{}')) WHERE names(state)")
        if let pseudonym {
            forgotten.pastChecks = try change("DELETE FROM pastCheck WHERE domain = ?", [pseudonym])
        }
        return forgotten
    }

    /// Every column of every table that names somebody, whatever it is for.
    package func traces(of subject: Subject, reader: @escaping MessageReader) throws -> [Trace] {
        subject.addFunctions(to: database, reader: reader)
        return try TableCount.all(database).flatMap { count in
            try database.columns(in: count.table).compactMap { column in
                let rows =
                    try Int.fetchOne(
                        database,
                        sql: """
                            SELECT count(*) FROM \(count.table.quotedDatabaseIdentifier)
                            WHERE \(Self.test(count.table, column.name))(\(column.name.quotedDatabaseIdentifier))
                            """) ?? 0
                return rows > 0 ? Trace(table: count.table, column: column.name, rows: rows) : nil
            }
        }
    }
}

extension Transaction {
    /// The function of SQL that looks into a column: messages have to be read.
    private static func test(_ table: String, _ column: String) -> String {
        ["message.bytes", "effect.message"].contains("\(table).\(column)") ? "mentions" : "names"
    }
}

extension Store {
    /// Writes the database anew and empties its log, so that nothing is left of what was removed.
    package func rewrite() throws(StoreError) {
        try perform { () throws in
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "VACUUM")
                _ = try database.checkpoint(.truncate)
            }
        }
    }
}
