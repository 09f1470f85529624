import Logging
import MailTransport
import ReturnPathCore
import ReturnPathStore

/// What the timer does: runs the outbox, looks into the mail queue, tidies up.
package struct Reconciler: Sendable {
    private let installation: Installation
    private let store: Store
    private let log: Logger

    package init(_ installation: Installation, _ store: Store, log: Logger) {
        self.installation = installation
        self.store = store
        self.log = log
    }

    /// One run. Two at once do no harm: the outbox has a lock, evidence is never appended twice.
    package func run() async throws {
        let start = SystemClock.now()
        let heartbeat = Heartbeat(beside: store.path, at: start)
        if let leap = heartbeat.leap { sayLeap(leap) }
        try store.migrate()
        if try store.read({ try $0.hasOpenChecks() }) {
            await readQueue()
            sayFaults()
        }
        try await EffectRunner(installation, store, log: log).run(linger: 0)
        try summarize()
        if heartbeat.isTrusted { try tidy(at: start) }
        try store.checkpoint()
        try heartbeat.beat(beside: store.path, at: SystemClock.now())
    }

    /// Whether the clock is wrong or the machine was off cannot be told: nothing is removed until somebody had the
    /// time to look.
    private func sayLeap(_ leap: Seconds) {
        log.warning(
            """
            The clock is \(leap / 86_400) days later than at the last run: nothing that is past its time is removed for \
            a day. If it is wrong, set it right before.
            """)
    }

    /// Removes what is past its time, a few checks at a time, so that mail never waits for it.
    private func tidy(at now: Moment) throws {
        let retention = installation.configuration.retention
        let horizon = Horizon(
            messages: now - retention.messages, checks: now - retention.checks,
            portAnswers: now - Surveyor.pause, counts: now - LimitSpan.day.seconds)
        guard try store.read({ try $0.isAnythingPast(horizon) }) else { return }
        let messages = try store.write { try $0.removeMessages(before: horizon) }
        var checks = 0
        var portion: Int
        repeat {
            portion = try store.write { transaction in
                let past = try transaction.checks(openedBefore: horizon.checks, most: 100)
                for check in past {
                    let verdict = installation.judge.judge(try transaction.evidence(of: check.id), at: now)
                    let summary = CheckSummary(check, verdict, pseudonym: installation.signer.pseudonym(of:))
                    try transaction.keep(summary.past)
                    try transaction.remove(check.id)
                }
                return past.count
            }
            checks += portion
        } while portion > 0
        log.info("removed \(messages) messages and \(checks) checks that were past their time")
    }

    /// Says what is wrong with templates and words while mails go out that have to do without them. Other
    /// processes have no log.
    private func sayFaults() {
        for fault in installation.letters.faults {
            log.warning(
                "\(fault.place(in: installation.configuration.path)): \(fault.problem). \(fault.remedy)")
        }
    }

    /// Judges checks that an earlier version left without a summary, some in each run.
    private func summarize() throws {
        let checks = try store.read { try $0.checksWithoutSummary(most: 500) }
        guard !checks.isEmpty else { return }
        try store.write { transaction in
            for check in checks {
                let verdict = installation.judge.judge(
                    try transaction.evidence(of: check.id), at: SystemClock.now())
                try transaction.setSummary(VerdictSummary(verdict), of: check)
            }
        }
    }

    /// What the sending instance still has becomes evidence. A queue that cannot be read stops nothing.
    private func readQueue() async {
        let queue = MailQueue(
            program: installation.configuration.sending.postqueue, instance: installation.instance)
        do {
            let listing = try await queue.read()
            let now = SystemClock.now()
            for mail in listing.mails { try append(mail, at: now) }
        } catch let error as any Explained {
            log.warning("\(error.problem). \(error.remedy)")
        } catch {
            log.warning("\(error)")
        }
    }

    private func append(_ mail: QueuedMail, at now: Moment) throws {
        let local = mail.sender.prefix { $0 != "@" }
        guard case .envelope(let id, .probe(let kind)) = installation.signer.verify(String(local)),
            let reason = mail.recipients.compactMap(\.delayReason).first(where: { !$0.isEmpty })
        else { return }
        let fact = Fact.queued(kind, reason: String(reason.prefix(1000)))
        try store.write { transaction in
            guard let check = try transaction.check(id),
                try transaction.append(Evidence(at: now, fact: fact), to: id)
            else { return }
            try Application(transaction, installation).replan(check, at: now)
        }
    }
}
