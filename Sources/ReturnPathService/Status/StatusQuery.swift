import ReturnPathCore
import ReturnPathStore

/// Answers `sixreturn status`; changes nothing.
package struct StatusQuery {
    private let installation: Installation
    private let store: Store

    package init(_ installation: Installation, _ store: Store) {
        self.installation = installation
        self.store = store
    }

    /// The checks, newest first.
    package func list(openOnly: Bool, most: Int, at now: Moment) throws -> [CheckStatus] {
        try store.read { transaction in
            try transaction.checks(openOnly: openOnly, most: most).map {
                try status($0, transaction, at: now)
            }
        }
    }

    /// One check.
    ///
    /// - Parameter name: The check's name, or as many of its first letters as make it plain.
    package func one(_ name: String, at now: Moment) throws -> CheckStatus {
        let found = try store.read { transaction in
            try transaction.checks(namedLike: name.lowercased()).map {
                try status($0, transaction, at: now)
            }
        }
        guard let status = found.first else { throw ServiceError.noSuchCheck(name: name) }
        guard found.count == 1 else { throw ServiceError.ambiguousCheck(name: name) }
        return status
    }

    private func status(_ check: Check, _ transaction: Transaction, at now: Moment) throws -> CheckStatus {
        CheckStatus(
            check, try transaction.evidence(of: check.id), try transaction.outbox(of: check.id),
            isOpen: try transaction.isOpen(check.id), judge: installation.judge, at: now)
    }
}
