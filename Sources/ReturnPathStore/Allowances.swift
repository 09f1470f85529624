import GRDB
import ReturnPathCore

extension Transaction {
    /// The pool that has no room for one more check, if there is one; of several the one that has none for longest.
    ///
    /// The time of the oldest check that must have left the span is looked up, not counted to: the cost is that of the
    /// limit's number of steps in an index.
    package func exhaustion(of pools: [Pool], at now: Moment) throws -> Exhaustion? {
        let statement = try database.cachedStatement(
            sql: "SELECT at FROM opened WHERE pool = ? AND at > ? ORDER BY at DESC LIMIT 1 OFFSET ?")
        var longest: Exhaustion?
        for pool in pools {
            for span in LimitSpan.allCases {
                let arguments: StatementArguments = [
                    pool.key, now - span.seconds, pool.allowance.most(in: span) - 1,
                ]
                guard let oldest = try Int64.fetchOne(statement, arguments: arguments) else { continue }
                let until = oldest + span.seconds
                if longest.map({ until > $0.until }) ?? true {
                    longest = Exhaustion(pool, span, until: until)
                }
            }
        }
        return longest
    }

    /// Counts a check that was opened.
    package func count(_ check: CheckID, in pools: [Pool], at now: Moment) throws {
        for pool in pools {
            try database.execute(
                sql: "INSERT INTO opened (pool, at, checkID) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                arguments: [pool.key, now, check.text])
        }
    }

    /// The newest check that was counted in a pool, if it was opened after a moment.
    package func latestCheck(in pool: Pool, since: Moment) throws -> CheckID? {
        try String.fetchOne(
            database, sql: "SELECT checkID FROM opened WHERE pool = ? AND at > ? ORDER BY at DESC LIMIT 1",
            arguments: [pool.key, since]
        ).flatMap { CheckID($0) }
    }
}
