import Foundation
import Logging
import MailTransport
import ReturnPathCore
import ReturnPathStore

/// Reads on in the sending instance's log and appends what it tells of our mails.
///
/// Used under the runner's lock, so that one process reads at a time. How far the log was read is
/// committed together with the evidence: a killed process repeats a portion and loses none.
struct LogFollower {
    private let file: LogFile
    private let signer: Signer
    private let store: Store
    private let log: Logger
    private var state: State
    private var problem: String?

    /// What is kept from one run to the next.
    private struct State: Codable {
        var position: LogFile.Position?
        var reader = LogReader()
    }

    /// Takes up where the last run ended.
    init(_ installation: Installation, _ store: Store, log: Logger) throws {
        let path = installation.configuration.sending.log
        file = LogFile(path)
        signer = installation.signer
        self.store = store
        self.log = log
        let known = try store.read { try $0.mailLog(path) }
        state = known.flatMap { try? JSONDecoder().decode(State.self, from: Data($0.state.utf8)) } ?? State()
        problem = known?.problem
    }

    /// Reads what is new. A log that cannot be read stops nothing; it is said once, and by the doctor.
    mutating func follow() throws {
        var hasMore = true
        while hasMore {
            let portion: LogFile.Portion
            do {
                portion = try file.read(after: state.position)
            } catch {
                return try report(error)
            }
            if portion.isInterrupted {
                log.warning("\(file.path) was rotated, and what was not read of the old one is gone")
            }
            guard portion.position != state.position || problem != nil else { return }
            try take(portion)
            hasMore = portion.hasMore
        }
    }

    private mutating func report(_ error: LogFile.ReadError) throws {
        guard problem != error.problem else { return }
        log.warning("\(error.problem). \(error.remedy)")
        problem = error.problem
        let text = try Self.text(state)
        try store.write {
            try $0.setMailLog(file.path, state: text, problem: error.problem, at: SystemClock.now())
        }
    }

    private mutating func take(_ portion: LogFile.Portion) throws {
        let now = SystemClock.now()
        var next = state
        next.position = portion.position
        let events = portion.lines.compactMap { next.reader.take($0, at: now) }
        let text = try Self.text(next)
        try store.write { transaction in
            for event in events { try apply(event, transaction, at: now) }
            try transaction.setMailLog(file.path, state: text, problem: nil, at: now)
        }
        state = next
        problem = nil
    }

    private func apply(_ event: LogReader.Event, _ transaction: Transaction, at now: Moment) throws {
        switch event {
        case .begun(let queueID, let sender):
            guard case .envelope(let id, let role) = signer.verify(String(sender.prefix { $0 != "@" })),
                case .probe = role, try transaction.check(id) != nil
            else { return }
            try transaction.setQueueID(queueID, check: id, role: role)
        case .attempted(let queueID, let attempt):
            guard let mail = try transaction.mail(queueID: queueID), case .probe(let probe) = mail.role else {
                return
            }
            let evidence = Evidence(at: now, fact: .attempted(probe, attempt))
            guard try transaction.append(evidence, to: mail.check) else { return }
            // Only what a host took can bring the check on; why one did not is for its letter.
            if attempt.outcome == .sent { try transaction.setDue(mail.check, now) }
        case .ended(let queueID): try transaction.forgetQueueID(queueID)
        }
    }

    private static func text(_ state: State) throws -> String {
        String(decoding: try JSONEncoder().encode(state), as: UTF8.self)
    }
}
