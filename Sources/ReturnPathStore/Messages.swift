import Foundation
import GRDB
import ReturnPathCore

/// A stored message and how far it has come.
package struct StoredMessage: Sendable {
    package let id: Int64
    package let mail: InboundMail
    package let state: State
    /// How many processes have begun to read it.
    package let attempts: Int
    package let note: String
    package let check: CheckID?

    /// How far a message has come.
    package enum State: String, Sendable, CaseIterable {
        /// Stored; whoever stored it is about to read it.
        case arrived
        /// Somebody died while reading it; it is read once more, apart from the mail server.
        case unread
        /// Read, and no rule knew what to make of it; a later version may.
        case notReadable = "not-readable"
        /// Read, and everything that follows from it is committed.
        case sorted
    }
}

extension Transaction {
    /// Stores a message and counts its first attempt, or finds the one with these octets for this
    /// recipient that is stored already.
    package func keep(_ mail: InboundMail) throws -> (message: StoredMessage, isNew: Bool) {
        let envelope = mail.envelope
        let digest = Data(mail.digest)
        try database.execute(
            sql: """
                INSERT INTO message (digest, receivedAt, sender, recipient, clientAddress, clientName, helo, queueID,
                    instance, size, bytes, state, attempts, note)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'arrived', 1, '') ON CONFLICT DO NOTHING
                """,
            arguments: [
                digest, mail.receivedAt, envelope.sender, envelope.recipient,
                envelope.clientAddress,
                envelope.clientName, envelope.helo, envelope.queueID, envelope.instance.rawValue, mail.size,
                Data(mail.bytes),
            ])
        if database.changesCount == 0,
            let row = try Row.fetchOne(
                database, sql: "SELECT * FROM message WHERE digest = ?", arguments: [digest])
        {
            return (try message(row), false)
        }
        let stored = StoredMessage(
            id: database.lastInsertedRowID, mail: mail, state: .arrived, attempts: 1, note: "", check: nil)
        return (stored, true)
    }

    /// Writes down how far a message has come, and what was made of it.
    package func mark(_ id: Int64, _ state: StoredMessage.State, note: String, check: CheckID?) throws {
        try database.execute(
            sql: "UPDATE message SET state = ?, note = ?, checkID = coalesce(?, checkID) WHERE id = ?",
            arguments: [state.rawValue, note, check?.text, id])
    }

    /// Counts one more process that begins to read a message.
    package func countAttempt(_ id: Int64) throws {
        try database.execute(sql: "UPDATE message SET attempts = attempts + 1 WHERE id = ?", arguments: [id])
    }

    /// A message by its number.
    package func message(_ id: Int64) throws -> StoredMessage? {
        try Row.fetchOne(database, sql: "SELECT * FROM message WHERE id = ?", arguments: [id]).map {
            try message($0)
        }
    }

    /// Messages in a state, oldest first.
    ///
    /// - Parameters:
    ///   - attempts: Only those that at most so many processes have begun to read.
    ///   - before: Only those that came in earlier.
    ///   - after: Only those with a larger number, to go on behind a page.
    package func messages(
        in state: StoredMessage.State, attempts: Int = .max, before: Moment = .max, after: Int64 = 0,
        most: Int = 100
    ) throws -> [StoredMessage] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT * FROM message
                WHERE state = ? AND attempts <= ? AND receivedAt < ? AND id > ? AND bytes IS NOT NULL
                ORDER BY id LIMIT ?
                """,
            arguments: [state.rawValue, attempts, before, after, most]
        ).map { try message($0) }
    }

    /// Whether any message is in a state.
    ///
    /// - Parameter attempts: Only those that at most so many processes have begun to read.
    package func hasMessages(in state: StoredMessage.State, attempts: Int) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql:
                "SELECT EXISTS (SELECT 1 FROM message WHERE state = ? AND attempts <= ? AND bytes IS NOT NULL)",
            arguments: [state.rawValue, attempts]) ?? false
    }

    /// How many messages are in each state.
    package func messageCounts() throws -> [StoredMessage.State: Int] {
        let rows = try Row.fetchAll(
            database, sql: "SELECT state, count(*) AS number FROM message GROUP BY state")
        return Dictionary(
            uniqueKeysWithValues: rows.compactMap { row in
                StoredMessage.State(rawValue: row["state"]).map { ($0, row["number"]) }
            })
    }

    private func message(_ row: Row) throws -> StoredMessage {
        let instance = Envelope.Instance(rawValue: row["instance"])
        guard let instance, let state = StoredMessage.State(rawValue: row["state"]) else {
            throw DatabaseError(
                resultCode: .SQLITE_CORRUPT, message: "message \(row["id"] as Int64) is malformed")
        }
        let envelope = Envelope(
            sender: row["sender"], recipient: row["recipient"], clientAddress: row["clientAddress"],
            clientName: row["clientName"], helo: row["helo"], queueID: row["queueID"], instance: instance)
        let bytes = (row["bytes"] as Data?).map { [UInt8]($0) } ?? []
        return StoredMessage(
            id: row["id"],
            mail: InboundMail(
                envelope: envelope, bytes: bytes, size: row["size"], receivedAt: row["receivedAt"]),
            state: state, attempts: row["attempts"], note: row["note"],
            check: (row["checkID"] as String?).flatMap { CheckID($0) })
    }
}
