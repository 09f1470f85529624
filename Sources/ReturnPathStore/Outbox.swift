import Foundation
import GRDB
import ReturnPathCore

/// An effect as it stands in the outbox.
package struct OutboxEntry: Sendable {
    package let effect: Effect
    package let issuedAt: Moment
    package let attempts: Int
    package let lastError: String?
    package let endedAt: Moment?
    package let ending: Ending?

    /// How an effect came to its end.
    package enum Ending: String, Sendable, CaseIterable {
        /// The sending instance took it.
        case submitted
        /// The person wants no more mail, or what the mail asks is past its time.
        case dropped
        /// The address cannot be said in an envelope; no repeat can change that.
        case refused
    }
}

extension Transaction {
    /// Puts an effect into the outbox, unless the check has one of this role already.
    package func enqueue(_ effect: Effect, at now: Moment) throws {
        let submission = effect.submission
        try database.execute(
            sql: """
                INSERT INTO effect (checkID, role, envelopeSender, recipient, envelopeID, message, told, issuedAt,
                    notBefore, attempts)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT DO NOTHING
                """,
            arguments: [
                effect.check.text, effect.role.code, submission.envelopeSender, submission.recipient,
                submission.envelopeID, Data(submission.message), effect.told, now,
                effect.notBefore,
            ])
    }

    /// What was issued for a check before: role and what a letter told.
    package func issued(of check: CheckID) throws -> Issued {
        let rows = try Row.fetchAll(
            database, sql: "SELECT role, told FROM effect WHERE checkID = ?", arguments: [check.text])
        return Issued(rows.compactMap { row in MailRole(code: row["role"]).map { ($0, row["told"]) } })
    }

    /// Everything in the outbox about a check.
    package func outbox(of check: CheckID) throws -> [OutboxEntry] {
        try entries("checkID = ? ORDER BY issuedAt, role", [check.text])
    }

    /// The next effect whose time has come; invitations have their own table, for they are of no check.
    package func nextEffect(at now: Moment) throws -> OutboxEntry? {
        let isDue = "endedAt IS NULL AND notBefore <= ? ORDER BY notBefore, issuedAt LIMIT 1"
        return try entries(isDue, [now]).first ?? entries(isDue, [now], in: "invitation").first
    }

    /// The mail of an invitation.
    package func outbox(ofInvitation id: CheckID) throws -> OutboxEntry? {
        try entries("checkID = ?", [id.text], in: "invitation").first
    }

    /// When the next effect of a check may be tried.
    package func nextEffectTime() throws -> Moment? {
        try Int64.fetchOne(database, sql: "SELECT min(notBefore) FROM effect WHERE endedAt IS NULL")
    }

    /// How many effects wait, and since when the oldest does.
    package func waitingEffects() throws -> (count: Int, oldest: Moment?) {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT count(*) AS number, min(issuedAt) AS oldest FROM (
                    SELECT issuedAt FROM effect WHERE endedAt IS NULL
                    UNION ALL SELECT issuedAt FROM invitation WHERE endedAt IS NULL)
                """)
        return (row?["number"] ?? 0, row?["oldest"])
    }

    /// Writes down that an effect is over.
    package func end(_ effect: Effect, _ ending: OutboxEntry.Ending, at now: Moment, error: String? = nil)
        throws
    {
        try database.execute(
            sql: """
                UPDATE \(effect.role.table) SET endedAt = ?, ending = ?, lastError = coalesce(?, lastError), attempts = attempts + 1
                WHERE checkID = ? AND role = ?
                """,
            arguments: [now, ending.rawValue, error, effect.check.text, effect.role.code])
    }

    /// Writes down that an effect failed and when it is tried again.
    package func postpone(_ effect: Effect, until: Moment, error: String) throws {
        try database.execute(
            sql: """
                UPDATE \(effect.role.table) SET notBefore = ?, attempts = attempts + 1, lastError = ?
                WHERE checkID = ? AND role = ?
                """,
            arguments: [until, error, effect.check.text, effect.role.code])
    }

    private func entries(
        _ condition: String, _ arguments: StatementArguments, in table: String = "effect"
    ) throws -> [OutboxEntry] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM \(table) WHERE \(condition)", arguments: arguments
        ).map(entry)
    }

    private func entry(_ row: Row) throws -> OutboxEntry {
        guard let check = CheckID(row["checkID"] as String), let role = MailRole(code: row["role"]) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an outbox entry is malformed")
        }
        let submission = Submission(
            envelopeSender: row["envelopeSender"], recipient: row["recipient"], envelopeID: row["envelopeID"],
            message: [UInt8](row["message"] as Data))
        return OutboxEntry(
            effect: Effect(
                check: check, role: role, submission: submission, told: row["told"] as String? ?? "",
                notBefore: row["notBefore"]),
            issuedAt: row["issuedAt"], attempts: row["attempts"],
            lastError: row["lastError"], endedAt: row["endedAt"],
            ending: (row["ending"] as String?).flatMap(OutboxEntry.Ending.init))
    }
}

extension MailRole {
    /// The table that holds mails of this role.
    fileprivate var table: String {
        switch self {
        case .probe, .letter: "effect"
        case .invitation: "invitation"
        }
    }
}
