import Logging
import MailTransport
import ReturnPathCore
import ReturnPathStore

/// Carries effects out: the only place that acts on the world.
///
/// One process at a time does it. What another process commits meanwhile is seen here, for the
/// outbox is asked again after every step, and once more after the lock is free.
package struct EffectRunner: Sendable {
    private let installation: Installation
    private let store: Store
    private let submitter: SendmailSubmitter
    private let log: Logger

    /// The pause before a failed effect is tried again, in seconds: doubled each time, up to an hour.
    package static func pause(afterAttempts attempts: Int) -> Seconds {
        min(3600, 15 << Seconds(min(attempts, 8)))
    }

    /// The longest a run may last, in seconds; the timer starts the next one.
    static let longest: Seconds = 600

    package init(_ installation: Installation, _ store: Store, log: Logger) {
        self.installation = installation
        self.store = store
        self.log = log
        submitter = SendmailSubmitter(
            program: installation.configuration.sending.sendmail, instance: installation.instance)
    }

    /// Does what is due.
    ///
    /// - Parameter linger: How long to wait for what becomes due soon, in seconds; 0 does not wait.
    /// - Returns: Whether this process was the one that does it.
    @discardableResult
    package func run(linger: Seconds) async throws -> Bool {
        let end = SystemClock.now() + Self.longest
        repeat {
            guard try await turn(linger: linger, until: end) else { return false }
            // Whoever came while the lock was held relied on us; look again now that it is free.
        } while try isWorkDue() && SystemClock.now() < end
        return true
    }

    /// Works under the lock until nothing is due.
    private func turn(linger: Seconds, until end: Moment) async throws -> Bool {
        guard let lock = try RunnerLock(beside: store.path) else { return false }
        try readUnread()
        try await withThrowingTaskGroup(of: Void.self) { surveys in
            let surveyor = Surveyor(installation, store, log: log)
            var mailLog = try LogFollower(installation, store, log: log)
            var begun: Set<CheckID> = []
            while SystemClock.now() < end {
                try mailLog.follow()
                if try await step() { continue }
                let open = try checksToSurvey()
                for check in open where begun.insert(check.id).inserted {
                    surveys.addTask { await surveyor.survey(check) }
                }
                let isSoon = try nextMoment().map { $0 <= SystemClock.now() + linger } ?? false
                guard isSoon || !open.isEmpty else { break }
                try await Task.sleep(for: .milliseconds(150))
            }
            try await surveys.waitForAll()
        }
        // The next process that opens the database reads the whole log first: it is kept short.
        try store.checkpoint()
        _ = consume lock
        return true
    }

    /// One due check or one due effect.
    ///
    /// - Returns: Whether there was anything to do.
    private func step() async throws -> Bool {
        let now = SystemClock.now()
        for check in try store.read({ try $0.dueChecks(at: now) }) { try replan(check, at: now) }
        guard let entry = try store.read({ try $0.nextEffect(at: now) }) else { return false }
        try await carryOut(entry)
        return true
    }

    private func carryOut(_ entry: OutboxEntry) async throws {
        let effect = entry.effect
        guard try isWanted(entry, at: SystemClock.now()) else {
            try store.write { try $0.end(effect, .dropped, at: SystemClock.now()) }
            return
        }
        do {
            try await submitter.submit(effect.submission)
        } catch {
            let until = SystemClock.now() + Self.pause(afterAttempts: entry.attempts)
            log.warning("\(effect.role.code) of \(effect.check): \(error.problem). \(error.remedy)")
            try store.write { transaction in
                if case .unspeakable = error {
                    try transaction.end(effect, .refused, at: SystemClock.now(), error: error.problem)
                } else {
                    try transaction.postpone(effect, until: until, error: error.problem)
                }
            }
            return
        }
        let now = SystemClock.now()
        try store.write { transaction in
            try transaction.end(effect, .submitted, at: now)
            guard case .probe(let kind) = effect.role, let check = try transaction.check(effect.check) else {
                return
            }
            try transaction.append(Evidence(at: now, fact: .submitted(kind)), to: check.id)
            try application(transaction).replan(check, at: now)
        }
    }

    /// Whether a mail may still be sent: its addressee has not been blocked, and it does not come too late.
    private func isWanted(_ entry: OutboxEntry, at now: Moment) throws -> Bool {
        let recipient = entry.effect.submission.recipient
        guard case .invitation(let kind) = entry.effect.role else {
            return try !store.read { try $0.isBlocked(recipient) }
        }
        guard now < entry.issuedAt + Invitation.lifetime else { return false }
        switch kind {
        case .check: return try !store.read { try $0.isBlocked(recipient) }
        case .block:
            // The postmaster's own address is blocked: this mail is what they get in answer to that.
            let address = try ReversePath(parsing: recipient)
            return try !store.read { try $0.isDomainBlocked(of: address) }
        }
    }

    private func replan(_ check: Check, at now: Moment) throws {
        try store.write { try application($0).replan(check, at: now) }
    }

    private func application(_ transaction: Transaction) -> Application {
        Application(transaction, installation)
    }

    /// Reads what an earlier process stored and did not survive reading: once more, and not again.
    private func readUnread() throws {
        let receiver = Receiver(installation, store)
        let now = SystemClock.now()
        // A message that is still `arrived` after a minute belongs to a process that is dead.
        let dead = try store.read { try $0.messages(in: .arrived, before: now - 60) }
        for message in dead {
            try store.write { try $0.mark(message.id, .unread, note: "its process did not end", check: nil) }
        }
        for message in try store.read({ try $0.messages(in: .unread, attempts: PendingWork.mostReadings - 1) }
        ) {
            try store.write { try $0.countAttempt(message.id) }
            try receiver.read(message, at: message.mail.receivedAt)
        }
    }

    /// The checks that are being surveyed or have to be.
    private func checksToSurvey() throws -> [Check] {
        let since = SystemClock.now() - Surveyor.latest
        return try store.read { try $0.checksToSurvey(since: since, most: Surveyor.mostAtOnce) }
    }

    private func isWorkDue() throws -> Bool {
        guard let next = try nextMoment() else { return false }
        return next <= SystemClock.now()
    }

    /// When the next check or effect is due.
    private func nextMoment() throws -> Moment? {
        try store.read { try PendingWork.nextMoment($0) }
    }
}
