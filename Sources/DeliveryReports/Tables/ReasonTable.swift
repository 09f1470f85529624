/// The rows that tell why, in their order, made ready for being asked quickly.
struct ReasonTable: Sendable {
    let rows: [ReasonRule]
    /// For each row that asks for words, what its first words have.
    private let probes: [(probe: SearchText.Probe, isName: Bool, row: Int)]

    /// Takes groups of rows, one behind the other; each row is copied once.
    init(_ groups: [[ReasonRule]]) {
        var rows: [ReasonRule] = []
        rows.reserveCapacity(groups.reduce(0) { $0 + $1.count })
        for group in groups { rows += group }
        self.init(rows)
    }

    init(_ rows: [ReasonRule]) {
        self.rows = rows
        probes = rows.indices.compactMap { row in
            rows[row].words.first.map { (SearchText.Probe($0), rows[row].isName, row) }
        }
    }

    /// Why, and by which row; the first row that matches wins.
    ///
    /// A success needs no reason of its own; a failure no row knows is on hold, and one of which
    /// nothing at all is known is undefined. Each statement is asked by the rows that ask for words,
    /// the surest first; rows that ask for codes alone come last.
    ///
    /// - Parameters:
    ///   - recipient: Its status, action, stage and diagnostic type count.
    ///   - statements: All that was said.
    func reason(for recipient: Recipient, _ statements: Statements) -> (reason: Reason, rule: String?) {
        if recipient.action?.isSuccess == true { return (.delivered, nil) }
        for statement in statements.list {
            if let rule = rule(for: statement, recipient) { return (rule.reason, rule.id) }
        }
        if let rule = rows.first(where: { $0.matches(recipient) }) { return (rule.reason, rule.id) }
        return (statements.isEmpty && recipient.status == nil ? .undefined : .onHold, nil)
    }

    private func rule(for statement: Statements.Statement, _ recipient: Recipient) -> ReasonRule? {
        statement.all.withFours { all in
            statement.said.withFours { said in
                probes.withUnsafeBufferPointer { probes in
                    for asked in probes where asked.probe.mayBe(in: asked.isName ? all : said) {
                        let rule = rows[asked.row]
                        if rule.matches(statement, recipient) { return rule }
                    }
                    return nil
                }
            }
        }
    }

    /// Narrow rows before broad ones, words before mere codes.
    static let standard = ReasonTable(
        [
            ReasonRule.exceptions, ReasonRule.full, ReasonRule.disabled, ReasonRule.moved, ReasonRule.refused,
            ReasonRule.takesNone, ReasonRule.greylisted, ReasonRule.tooFast, ReasonRule.tooMany,
            ReasonRule.virus, ReasonRule.authentication, ReasonRule.reverseName, ReasonRule.reputation,
            ReasonRule.spam, ReasonRule.blocked, ReasonRule.relaying, ReasonRule.sender,
            ReasonRule.submission,
            ReasonRule.transportSecurity, ReasonRule.size, ReasonRule.content, ReasonRule.loop,
            ReasonRule.mailer, ReasonRule.unknown, ReasonRule.syntax, ReasonRule.host, ReasonRule.system,
            ReasonRule.network, ReasonRule.expired, ReasonRule.languages, ReasonRule.generalLanguages,
            ReasonRule.policy,
            ReasonRule.dialogue, ReasonRule.codes,
        ])
}
