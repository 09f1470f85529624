import ReturnPathCore
import ReturnPathStore

/// Answers `sixreturn stats`; changes nothing.
///
/// Verdicts are not stored: of each domain and month the latest settled check is judged anew, in portions, so that
/// the store is never held for long. Checks that are gone have left their summaries.
package struct StatisticsQuery {
    private let installation: Installation
    private let store: Store

    /// Checks that are read at a time.
    private static let portion = 500

    package init(_ installation: Installation, _ store: Store) {
        self.installation = installation
        self.store = store
    }

    /// The statistics of the checks that were opened at or after a moment; `nil`: of all.
    ///
    /// - Parameter progress: Told after every portion how many checks are counted, and how many there are.
    package func statistics(
        since: Moment?, at now: Moment, progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> Statistics {
        var builder = StatisticsBuilder()
        let (places, past) = try store.read {
            (try $0.places(since: since ?? 0), try $0.pastChecks(since: since ?? 0))
        }
        let all = places.count + past.count
        for start in stride(from: 0, to: places.count, by: Self.portion) {
            let end = min(start + Self.portion, places.count)
            try store.read { transaction in
                for place in places[start..<end] { try add(place, transaction, to: &builder, at: now) }
            }
            progress(end, all)
        }
        for start in stride(from: 0, to: past.count, by: Self.portion) {
            let end = min(start + Self.portion, past.count)
            try store.read { transaction in
                for check in past[start..<end] { try transaction.add(check, to: &builder) }
            }
            progress(places.count + end, all)
        }
        return builder.statistics(since: since, until: now)
    }

    private func add(
        _ place: CheckPlace, _ transaction: Transaction, to builder: inout StatisticsBuilder, at now: Moment
    ) throws {
        let month = StatisticsBuilder.month(place.openedAt)
        let pseudonym = installation.signer.pseudonym(of:)
        guard !builder.isComplete(domain: pseudonym(place.domain), month: month) else {
            return builder.countOnly()
        }
        guard let check = try transaction.check(place.id) else { return }
        let verdict = installation.judge.judge(try transaction.evidence(of: place.id), at: now)
        builder.add(CheckSummary(check, verdict, pseudonym: pseudonym))
    }
}

extension Transaction {
    /// Counts a check that is gone.
    func add(_ past: PastCheck, to builder: inout StatisticsBuilder) throws {
        let month = StatisticsBuilder.month(past.openedAt)
        guard !builder.isComplete(domain: past.domain, month: month) else { return builder.countOnly() }
        guard let summary = try summary(past) else { return }
        builder.add(summary)
    }
}
