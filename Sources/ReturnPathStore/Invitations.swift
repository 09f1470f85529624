import Foundation
import GRDB
import ReturnPathCore

extension Transaction {
    /// Writes an invitation down, with the mail that is to be sent.
    package func insert(_ invitation: Invitation, _ submission: Submission) throws {
        let check = invitation.check
        try database.execute(
            sql: """
                INSERT INTO invitation (checkID, role, issuedAt, author, messageID, authenticatedDomain, language,
                    network, requestKey, arrivals, envelopeSender, recipient, envelopeID, notBefore, attempts, message)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?, 0, ?)
                """,
            arguments: [
                check.id.text, invitation.kind.rawValue, check.openedAt, check.author, check.messageID,
                check.authenticatedDomain, check.language.rawValue, check.clientNetwork, check.key,
                submission.envelopeSender, submission.recipient, submission.envelopeID, check.openedAt,
                Data(submission.message),
            ])
    }

    /// An invitation by its name.
    package func invitation(_ id: CheckID) throws -> Invitation? {
        try invitations("checkID = ?", [id.text]).first
    }

    /// Keeps how a request arrived that is to be confirmed: one line for each, `moment message fact`.
    package func append(_ arrival: Evidence, toInvitation id: CheckID) throws {
        let line = "\(arrival.at) \(arrival.message ?? 0) \(try JSON.text(arrival.fact))\n"
        try database.execute(
            sql: "UPDATE invitation SET arrivals = arrivals || ? WHERE checkID = ?",
            arguments: [line, id.text])
    }

    /// How the request arrived that an invitation asks about.
    package func arrivals(ofInvitation id: CheckID) throws -> [Evidence] {
        let lines =
            try String.fetchOne(
                database, sql: "SELECT arrivals FROM invitation WHERE checkID = ?", arguments: [id.text])
            ?? ""
        return try lines.split(separator: "\n").map { line in
            let parts = line.split(separator: " ", maxSplits: 2)
            guard parts.count == 3, let at = Moment(parts[0]), let message = Int64(parts[1]) else {
                throw DatabaseError(
                    resultCode: .SQLITE_CORRUPT, message: "the invitation \(id) is malformed")
            }
            return Evidence(
                at: at, fact: try JSON.value(Fact.self, of: String(parts[2])),
                message: message == 0 ? nil : message)
        }
    }

    /// Writes down that somebody has confirmed.
    package func setConfirmed(_ id: CheckID, at now: Moment) throws {
        try database.execute(
            sql: "UPDATE invitation SET confirmedAt = ? WHERE checkID = ?", arguments: [now, id.text])
    }

    /// When the next invitation may be sent.
    package func nextInvitationTime() throws -> Moment? {
        try Int64.fetchOne(database, sql: "SELECT min(notBefore) FROM invitation WHERE endedAt IS NULL")
    }

    /// The invitations that name somebody, the earliest first.
    package func invitations(about subject: Subject) throws -> [Invitation] {
        subject.addFunctions(to: database) { _ in [] }
        return try invitations(
            """
            names(recipient) OR names(author) OR names(messageID) OR names(authenticatedDomain) OR names(arrivals)
                OR names(lastError) ORDER BY issuedAt, checkID
            """, [])
    }

    private func invitations(_ condition: String, _ arguments: StatementArguments) throws -> [Invitation] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT checkID AS id, role, issuedAt AS openedAt, recipient AS reversePath, author, messageID,
                    authenticatedDomain, language, network, requestKey, confirmedAt
                FROM invitation WHERE \(condition)
                """,
            arguments: arguments
        ).map { row in
            guard let kind = InvitationKind(rawValue: row["role"]) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an invitation is malformed")
            }
            return Invitation(kind, try check(row), confirmedAt: row["confirmedAt"])
        }
    }
}
