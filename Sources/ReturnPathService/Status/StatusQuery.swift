import ReturnPathCore
import ReturnPathStore

/// Answers `sixreturn status` and `sixreturn list`; changes nothing.
package struct StatusQuery {
    private let installation: Installation
    private let store: Store

    package init(_ installation: Installation, _ store: Store) {
        self.installation = installation
        self.store = store
    }

    /// A page of the list, from what was judged of each check last.
    ///
    /// - Parameter before: The check at the end of the page before.
    package func list(_ filter: ListFilter, before: String?, most: Int) throws -> CheckList {
        let last = try before.map { try find($0) }
        let listed = try store.read { try $0.list(filter, before: last, most: most) }
        return CheckList(listed.prefix(most), hasMore: listed.count > most)
    }

    /// The newest checks with all that is known of each, judged now.
    package func all(openOnly: Bool, most: Int, at now: Moment) throws -> [CheckStatus] {
        try store.read { transaction in
            try transaction.checks(openOnly: openOnly, most: most).map {
                try answer($0, transaction, at: now).status
            }
        }
    }

    /// One check, judged now.
    ///
    /// - Parameter name: The check's name, or as many of its first letters as make it plain.
    package func one(_ name: String, at now: Moment) throws -> StatusAnswer {
        let check = try find(name)
        return try store.read { try answer(check, $0, at: now) }
    }

    private func find(_ name: String) throws -> Check {
        let found = try store.read { try $0.checks(namedLike: name.lowercased()) }
        guard let first = found.first else { throw ServiceError.noSuchCheck(name: name) }
        guard found.count == 1 else { throw ServiceError.ambiguousCheck(name: name) }
        return first
    }

    private func answer(_ check: Check, _ transaction: Transaction, at now: Moment) throws -> StatusAnswer {
        let evidence = try transaction.evidence(of: check.id)
        let verdict = installation.judge.judge(evidence, at: now)
        let status = CheckStatus(
            check, verdict, evidence, try transaction.outbox(of: check.id),
            isOpen: try transaction.isOpen(check.id), judge: installation.judge,
            page: installation.site.page(of: check, installation.signer), at: now)
        return StatusAnswer(
            check: check, verdict: verdict, status: status,
            arrivals: evidence.compactMap {
                if case .arrived(let arrival) = $0.fact { arrival } else { nil }
            },
            names: installation.configuration.names, judgedAt: now)
    }
}

/// One check as it stands: for programs, and with what its words for people are made of.
package struct StatusAnswer {
    let check: Check
    let verdict: Verdict
    package let status: CheckStatus
    let arrivals: [Arrival]
    private let names: Names
    private let judgedAt: Moment

    init(
        check: Check, verdict: Verdict, status: CheckStatus, arrivals: [Arrival], names: Names,
        judgedAt: Moment
    ) {
        self.check = check
        self.verdict = verdict
        self.status = status
        self.arrivals = arrivals
        self.names = names
        self.judgedAt = judgedAt
    }

    /// The verdict in words of a language; the mail's last lines are not shown.
    func content(_ writer: Writer) -> VerdictContent {
        VerdictContent(
            .first, of: check, verdict: verdict, writer: writer, page: nil, stopAddress: "",
            operatorAddress: "",
            at: judgedAt)
    }

    /// One of our names.
    func name(_ kind: NameKind) -> String { names[kind] }
}

/// A page of the list of checks (docs/status.md).
package struct CheckList: Codable, Hashable, Sendable {
    package let checks: [Item]
    /// The name of the last check, where there are more behind it.
    package let next: String?

    /// One check, as it was judged last.
    package struct Item: Codable, Hashable, Sendable {
        package let check: String
        package let openedAt: String
        package let reversePath: String
        /// ``Verdict/Overall``; `nil` where it was not judged yet.
        package let verdict: String?
        package let open: Bool
        package let abilities: [String: String]
        package let causes: [String]
    }

    init(_ listed: some Collection<ListedCheck>, hasMore: Bool) {
        checks = listed.map { check in
            Item(
                check: check.id.text, openedAt: MailDate.iso(check.openedAt), reversePath: check.reversePath,
                verdict: check.summary?.overall.rawValue, open: check.isOpen,
                abilities: Dictionary(
                    uniqueKeysWithValues: (check.summary?.results ?? []).map {
                        ($0.ability.rawValue, $0.outcome.rawValue)
                    }), causes: (check.summary?.causes ?? []).map(\.rawValue))
        }
        next = hasMore ? checks.last?.check : nil
    }
}
