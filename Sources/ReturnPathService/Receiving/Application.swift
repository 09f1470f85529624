import DeliveryReports
import ReturnPathCore
import ReturnPathStore

/// Turns a sorted message into evidence and effects, within one transaction.
struct Application {
    private let transaction: Transaction
    private let planner: Planner
    private let limits: CheckLimits

    init(_ transaction: Transaction, _ planner: Planner, limits: CheckLimits) {
        self.transaction = transaction
        self.planner = planner
        self.limits = limits
    }

    /// What became of a message.
    struct Result {
        let state: StoredMessage.State
        let note: String
        let check: CheckID?

        init(_ note: String, check: CheckID? = nil, state: StoredMessage.State = .sorted) {
            self.state = state
            self.note = note
            self.check = check
        }
    }

    /// Writes down what follows from a message.
    func apply(_ sorted: Intake.Sorted, from message: StoredMessage, freshID: CheckID, at now: Moment) throws
        -> Result
    {
        switch sorted {
        case .request(let request): return try open(request, freshID, message, at: now)
        case .report(let id, let role, let reports):
            return try reported(id, role, reports, message, at: now)
        case .automaticResponse(let id, let role):
            guard case .probe(let kind) = role else {
                return Result("automatic response to a letter", check: id)
            }
            return try append(
                [.automaticResponse(kind)], to: id, note: "automatic response", message, at: now)
        case .reply(let id, let role):
            guard case .probe(let kind) = role else { return Result(Stray.notAReply.rawValue, check: id) }
            return try append([.confirmed(kind)], to: id, note: "reply", message, at: now)
        case .stop(let id): return try stop(id, message, at: now)
        case .stopSender(let path):
            try transaction.block(path.text, origin: "asked for it by mail", at: now)
            return Result("stop")
        case .notReadable(let id, let role):
            let known = try transaction.check(id) != nil
            return Result(
                known ? "no reader knows this answer to \(role.code)" : Stray.unknownCheck.rawValue,
                check: known ? id : nil, state: known ? .notReadable : .sorted)
        case .stray(let stray): return Result("stray: \(stray.rawValue)")
        }
    }

    /// Plans the check's next step and commits its effects.
    func replan(_ check: Check, at now: Moment) throws {
        let plan = planner.plan(
            check, evidence: try transaction.evidence(of: check.id),
            issued: try transaction.issued(of: check.id),
            isStopped: try transaction.isBlocked(check.reversePath.text), at: now)
        for effect in plan.effects { try transaction.enqueue(effect, at: now) }
        guard let verdict = plan.verdict else { return try transaction.setDue(check.id, plan.due) }
        try transaction.setDue(check, plan.due, judged: VerdictSummary(verdict))
    }

    private func open(_ request: Request, _ freshID: CheckID, _ message: StoredMessage, at now: Moment) throws
        -> Result
    {
        let arrived = Evidence(at: now, fact: .arrived(request.arrival), message: message.id)
        if let known = try transaction.check(key: request.key, since: now - Check.keyLifetime) {
            try transaction.append(arrived, to: known.id)
            try replan(known, at: now)
            return Result("request, known already", check: known.id)
        }
        if try transaction.isBlocked(request.reversePath.text) {
            return Result("stray: \(Stray.blocked.rawValue)")
        }
        let pools = limits.pools(for: request.reversePath, network: request.arrival.client.network)
        if let exhaustion = try transaction.exhaustion(of: pools, at: now) {
            return Result("stray: \(exhaustion.stray.rawValue)")
        }
        let check = request.check(freshID, at: now)
        try transaction.insert(check, due: nil)
        try transaction.count(check.id, in: pools, at: now)
        try transaction.append(arrived, to: check.id)
        try replan(check, at: now)
        return Result("request", check: check.id)
    }

    private func reported(
        _ id: CheckID, _ role: MailRole, _ reports: [Report], _ message: StoredMessage, at now: Moment
    ) throws -> Result {
        let what = reports.map { "\($0.action.rawValue) \($0.status ?? "")" }.joined(separator: ", ")
        guard case .probe(let kind) = role else {
            return Result("report about \(role.code): \(what)", check: id)
        }
        return try append(
            reports.map { .reported(kind, $0) }, to: id, note: "report about \(role.code): \(what)", message,
            at: now)
    }

    private func append(
        _ facts: [Fact], to id: CheckID, note: String, _ message: StoredMessage, at now: Moment
    ) throws -> Result {
        guard let check = try transaction.check(id) else {
            return Result("stray: \(Stray.unknownCheck.rawValue)")
        }
        for fact in facts {
            try transaction.append(Evidence(at: now, fact: fact, message: message.id), to: id)
        }
        try replan(check, at: now)
        return Result(note, check: id)
    }

    private func stop(_ id: CheckID, _ message: StoredMessage, at now: Moment) throws -> Result {
        guard let check = try transaction.check(id) else {
            return Result("stray: \(Stray.unknownCheck.rawValue)")
        }
        try transaction.block(check.reversePath.text, origin: "asked for it in check \(id)", at: now)
        try transaction.append(Evidence(at: now, fact: .stopped, message: message.id), to: id)
        try replan(check, at: now)
        return Result("stop", check: id)
    }
}
