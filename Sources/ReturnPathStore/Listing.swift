import GRDB
import ReturnPathCore

/// Which checks a list shows.
package struct ListFilter: Hashable, Sendable {
    /// Opened at or after this moment.
    package var since: Moment?
    /// The tester's domain, as DNS has it.
    package var domain: String?
    package var isOpen = false
    package var overall: Verdict.Overall?
    package var cause: Cause?

    package init() {}
}

/// One line of a list.
package struct ListedCheck: Hashable, Sendable {
    package let id: CheckID
    package let openedAt: Moment
    package let reversePath: String
    package let isOpen: Bool
    /// `nil` where it was not judged yet.
    package let summary: VerdictSummary?

    package init(
        id: CheckID, openedAt: Moment, reversePath: String, isOpen: Bool, summary: VerdictSummary?
    ) {
        self.id = id
        self.openedAt = openedAt
        self.reversePath = reversePath
        self.isOpen = isOpen
        self.summary = summary
    }
}

extension Transaction {
    /// Writes down when a check is looked at again, and what was judged of it.
    package func setDue(_ check: Check, _ due: Moment?, judged summary: VerdictSummary) throws {
        try database.execute(
            sql: "UPDATE checkRun SET due = ? WHERE id = ?", arguments: [due, check.id.text])
        try setSummary(summary, of: check)
    }

    /// Writes down what was judged of a check; nothing where it is what was judged before.
    package func setSummary(_ summary: VerdictSummary, of check: Check) throws {
        try database.execute(
            sql: """
                UPDATE checkRun SET overall = ?1, outcomes = ?2, causes = ?3
                WHERE id = ?4 AND (overall IS NOT ?1 OR outcomes IS NOT ?2 OR causes IS NOT ?3)
                """,
            arguments: [
                summary.overall.rawValue, summary.resultsText, summary.causesText, check.id.text,
            ])
        guard database.changesCount > 0 else { return }
        try database.execute(sql: "DELETE FROM checkCause WHERE checkID = ?", arguments: [check.id.text])
        for cause in summary.causes {
            try database.execute(
                sql: "INSERT INTO checkCause (cause, openedAt, checkID) VALUES (?, ?, ?)",
                arguments: [cause.rawValue, check.openedAt, check.id.text])
        }
    }

    /// Checks of which no summary is kept: those of a version that kept none.
    package func checksWithoutSummary(most: Int) throws -> [Check] {
        try checks("overall IS NULL LIMIT ?", [most])
    }

    /// A page of a list, newest first.
    ///
    /// - Parameter before: The last check of the page before.
    /// - Returns: At most one more than `most`: then there is another page.
    package func list(_ filter: ListFilter, before: Check?, most: Int) throws -> [ListedCheck] {
        var conditions: [String] = []
        var arguments: [any DatabaseValueConvertible] = []
        func demand(_ condition: String, _ values: any DatabaseValueConvertible...) {
            conditions.append(condition)
            arguments += values
        }
        // The column that the index of the filter is ordered by.
        var time = filter.cause == nil ? "checkRun.openedAt" : "checkCause.openedAt"
        // Few checks are open: they are found by what they wait for, and sorted.
        if filter.isOpen, filter.cause == nil { time = "+" + time }
        if let cause = filter.cause { demand("checkCause.cause = ?", cause.rawValue) }
        if let since = filter.since { demand("\(time) >= ?", since) }
        if let domain = filter.domain { demand("checkRun.domain = ?", domain) }
        if filter.isOpen { demand("checkRun.due IS NOT NULL") }
        if let overall = filter.overall { demand("checkRun.overall = ?", overall.rawValue) }
        if let before {
            demand(
                "\(time) <= ? AND (\(time), checkRun.id) < (?, ?)", before.openedAt, before.openedAt,
                before.id.text)
        }
        let source =
            filter.cause == nil
            ? "checkRun" : "checkCause CROSS JOIN checkRun ON checkRun.id = checkCause.checkID"
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT checkRun.id, checkRun.openedAt, reversePath, due IS NOT NULL AS isOpen, overall, outcomes, causes
                FROM \(source) \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "))
                ORDER BY \(time) DESC, checkRun.id DESC LIMIT ?
                """,
            arguments: StatementArguments(arguments + [most + 1]))
        return rows.compactMap(listed)
    }

    private func listed(_ row: Row) -> ListedCheck? {
        guard let id = CheckID(row["id"] as String) else { return nil }
        let overall = (row["overall"] as String?).flatMap(Verdict.Overall.init)
        return ListedCheck(
            id: id, openedAt: row["openedAt"], reversePath: row["reversePath"], isOpen: row["isOpen"],
            summary: overall.map {
                VerdictSummary(
                    overall: $0, resultsText: row["outcomes"] ?? "", causesText: row["causes"] ?? "")
            })
    }
}
