import DeliveryReports
import ReturnPathCore
import ReturnPathStore

/// Turns a sorted message into evidence and effects, within one transaction.
struct Application {
    let transaction: Transaction
    let installation: Installation

    init(_ transaction: Transaction, _ installation: Installation) {
        self.transaction = transaction
        self.installation = installation
    }

    var limits: CheckLimits { installation.configuration.limits }

    /// What became of a message.
    struct Result {
        let state: StoredMessage.State
        let note: String
        let check: CheckID?
        /// Whether a mail that asks for a confirmation is to be sent.
        let hasAsked: Bool

        init(
            _ note: String, check: CheckID? = nil, state: StoredMessage.State = .sorted,
            hasAsked: Bool = false
        ) {
            self.state = state
            self.note = note
            self.check = check
            self.hasAsked = hasAsked
        }

        init(_ stray: Stray, check: CheckID? = nil) {
            self.init("stray: \(stray.rawValue)", check: check)
        }
    }

    /// Writes down what follows from a message.
    func apply(_ sorted: Intake.Sorted, from message: StoredMessage, freshID: CheckID, at now: Moment) throws
        -> Result
    {
        switch sorted {
        case .request(let request): return try open(request, freshID, message, at: now)
        case .unvouched(let request): return try invite(request, freshID, message, at: now)
        case .confirmation(let id, let kind): return try confirm(id, kind, at: now)
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
        case .stop(let id, let postmaster): return try stop(id, postmaster, freshID, message, at: now)
        case .stopSender(let path, let postmaster):
            let isNew = try !transaction.isBlocked(path.text)
            try transaction.block(path.text, origin: "asked for it by mail", at: now)
            let hasAsked = try isNew && offer(postmaster, freshID, at: now)
            return Result("stop", hasAsked: hasAsked)
        case .unvouchedStop(let postmaster):
            guard installation.configuration.authentication.invites else { return Result(.unauthenticated) }
            let isNew = try !transaction.isBlocked(postmaster.address.text)
            let hasAsked = try isNew && offer(postmaster, freshID, at: now)
            return hasAsked
                ? Result("postmaster asked whether to block the domain", check: freshID, hasAsked: true)
                : Result(.unauthenticated)
        case .notReadable(let id, let role):
            let known = try transaction.check(id) != nil
            return Result(
                known ? "no reader knows this answer to \(role.code)" : Stray.unknownCheck.rawValue,
                check: known ? id : nil, state: known ? .notReadable : .sorted)
        case .stray(let stray): return Result(stray)
        }
    }

    /// Plans the check's next step and commits its effects.
    func replan(_ check: Check, at now: Moment) throws {
        let plan = installation.planner.plan(
            check, evidence: try transaction.evidence(of: check.id),
            issued: try transaction.issued(of: check.id),
            isStopped: try transaction.isBlocked(check.reversePath.text),
            isSurveyed: try transaction.isSurveyed(check.id), at: now)
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
            return Result(.blocked)
        }
        let pools = limits.pools(for: request.reversePath, network: request.arrival.client.network)
        if let exhaustion = try transaction.exhaustion(of: pools, at: now) {
            return Result(exhaustion.stray)
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
        guard let check = try transaction.check(id) else { return Result(.unknownCheck) }
        for fact in facts {
            try transaction.append(Evidence(at: now, fact: fact, message: message.id), to: id)
        }
        try replan(check, at: now)
        return Result(note, check: id)
    }

    private func stop(
        _ id: CheckID, _ postmaster: Postmaster?, _ freshID: CheckID, _ message: StoredMessage, at now: Moment
    ) throws -> Result {
        let check = try transaction.check(id)
        guard let path = try check?.reversePath ?? transaction.invitation(id)?.check.reversePath else {
            return Result(.unknownCheck)
        }
        // Whoever has this address got a mail of ours to that domain, and may speak for no other.
        let mayAsk = try postmaster.map {
            try $0.address.domain == path.domain && !transaction.isBlocked($0.address.text)
        }
        try transaction.block(path.text, origin: "asked for it in check \(id)", at: now)
        if let check {
            try transaction.append(Evidence(at: now, fact: .stopped, message: message.id), to: id)
            try replan(check, at: now)
        }
        return Result("stop", check: id, hasAsked: try mayAsk == true && offer(postmaster, freshID, at: now))
    }
}
