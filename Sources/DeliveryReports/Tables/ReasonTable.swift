/// The rows that tell why, in their order, made ready for being asked quickly.
struct ReasonTable: Sendable {
    /// The rows stay where they lie: copying them takes longer than reading a report by them.
    private let groups: [[ReasonRule]]
    /// For each row that asks for words, what its first words have.
    private let probes: [(probe: SearchText.Probe, isName: Bool, group: Int, row: Int)]
    /// The rows that ask for codes alone.
    private let coded: [ReasonRule]
    /// What is asked where the words of no row match, before the codes that say little; nil for the standard one, which
    /// is made when it is asked first.
    private let grammar: ReasonGrammar?

    var rows: [ReasonRule] { groups.flatMap(\.self) }

    /// Takes groups of rows, one behind the other.
    init(_ groups: [[ReasonRule]], grammar: ReasonGrammar? = nil) {
        var probes: [(probe: SearchText.Probe, isName: Bool, group: Int, row: Int)] = []
        probes.reserveCapacity(groups.reduce(0) { $0 + $1.count })
        var coded: [ReasonRule] = []
        for group in groups.indices {
            groups[group].withUnsafeBufferPointer { rows in
                for row in rows.indices {
                    if let first = rows[row].words.first {
                        probes.append((SearchText.Probe(first), rows[row].isName, group, row))
                    } else {
                        coded.append(rows[row])
                    }
                }
            }
        }
        self.groups = groups
        self.probes = probes
        self.coded = coded
        self.grammar = grammar
    }

    init(_ rows: [ReasonRule]) { self.init([rows]) }

    /// Why, and by which row; the first row that matches wins.
    ///
    /// A success needs no reason of its own; a failure no row knows is on hold, and one of which
    /// nothing at all is known is undefined. Each statement is asked by the rows that ask for words,
    /// the surest first; then come the codes that say why by themselves, the notions of each statement, and the other
    /// codes.
    ///
    /// - Parameters:
    ///   - recipient: Its status, action, stage and diagnostic type count.
    ///   - statements: All that was said.
    func reason(for recipient: Recipient, _ statements: Statements) -> (reason: Reason, rule: String?) {
        if recipient.action?.isSuccess == true { return (.delivered, nil) }
        let list = statements.byRank
        for statement in list {
            if let rule = rule(for: statement, recipient) { return (rule.reason, rule.id) }
        }
        if let code = coded.first(where: { !$0.isVague && $0.matches(recipient) }) {
            return (code.reason, code.id)
        }
        for statement in list {
            if let found = (grammar ?? .standard).reason(for: recipient, statement) { return found }
        }
        if let code = coded.first(where: { $0.matches(recipient) }) { return (code.reason, code.id) }
        return (statements.isEmpty && recipient.status == nil ? .undefined : .onHold, nil)
    }

    private func rule(for statement: Statements.Statement, _ recipient: Recipient) -> ReasonRule? {
        statement.all.withFours { all in
            statement.said.withFours { said in
                probes.withUnsafeBufferPointer { probes in
                    for asked in probes where asked.probe.mayBe(in: asked.isName ? all : said) {
                        let isRight = groups[asked.group].withUnsafeBufferPointer {
                            $0[asked.row].matches(statement, recipient)
                        }
                        if isRight { return groups[asked.group][asked.row] }
                    }
                    return nil
                }
            }
        }
    }

    /// Whether the words of any row stand in a text.
    func hasRow(for text: SearchText) -> Bool {
        groups.contains { rows in
            rows.contains { row in !row.words.isEmpty && row.words.allSatisfy(text.contains) }
        }
    }

    /// The rows in other languages than English.
    static let languages = ReasonTable([ReasonRule.languages, ReasonRule.generalLanguages])

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
