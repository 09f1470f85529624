import Glibc
import ReturnPathCore
import ReturnPathStore

/// Looks at key, database, files and what waits in the database.
struct StoreExaminer {
    private let configuration: Configuration
    private let now: Moment

    /// What is still to be sent is sent at once; this long, in seconds, is a fault.
    static let longestWait: Seconds = 600
    /// The timer runs every 15 s, cron every minute; this long without a run, in seconds, is a fault.
    static let longestPause: Seconds = 300
    /// The least room that is no fault, in octets.
    static let leastRoom: UInt64 = 64 << 20

    init(_ configuration: Configuration, now: Moment) {
        self.configuration = configuration
        self.now = now
    }

    func examinations() -> [Examination] {
        let store: Store
        do {
            store = try Store(opening: configuration.storePath)
        } catch {
            let unknown = [DoctorCheck.messages, .outbox].map {
                Examination($0, unknown: "The database must be usable first.")
            }
            return [key(), Examination(.database, "", problems: [.init(error)]), permissions(), disk()]
                + unknown + [timer()]
        }
        return [key(), database(store), permissions(), disk(), messages(store), outbox(store), timer()]
    }

    private func key() -> Examination {
        do {
            let keys = try KeyFile.read(configuration.keyPath)
            return Examination(
                .key, configuration.keyPath + (keys.older.isEmpty ? "" : ", \(keys.older.count) older"))
        } catch {
            return Examination(.key, "", problems: [.init(error)])
        }
    }

    private func database(_ store: Store) -> Examination {
        examine(.database) { () throws(StoreError) in
            if let damage = try store.damage() {
                return Examination(
                    .database, problem: "The database \(store.path) is damaged: \(damage).",
                    remedy: "Put the last backup in its place: sixreturn restore FILE (docs/operate.md).")
            }
            guard try store.isCurrent() else {
                return Examination(
                    .database, problem: "The tables of \(store.path) are of an older version.",
                    remedy: "Run: sixreturn init")
            }
            return Examination(.database, store.path)
        }
    }

    /// The service's account must own the database and be able to read configuration and key.
    private func permissions() -> Examination {
        let name = Initializer.account
        guard let account = getpwnam(name)?.pointee else {
            return Examination(
                .permissions, problem: "There is no account \(name).",
                remedy: "Run deploy/postfix-v6only/install, which makes it.")
        }
        var problems: [Examination.Problem] = []
        for suffix in ["", "-wal", "-shm", ".runner", ".reconciled"] {
            let path = configuration.storePath + suffix
            if let status = FileFacts(path), status.owner != account.pw_uid {
                problems.append(.init("\(path) does not belong to \(name).", "Run: chown \(name): \(path)"))
            }
        }
        for path in [configuration.path, configuration.keyPath] {
            if let status = FileFacts(path), !status.isReadable(by: account) {
                problems.append(
                    .init("\(name) cannot read \(path).", "Run: chgrp \(name) \(path) && chmod 640 \(path)"))
            }
        }
        let folder = self.folder
        if let status = FileFacts(folder), status.owner != account.pw_uid {
            problems.append(.init("\(folder) does not belong to \(name).", "Run: chown \(name): \(folder)"))
        }
        return Examination(.permissions, "all for \(name)", problems: problems)
    }

    private func disk() -> Examination {
        var status = statvfs()
        guard statvfs(folder, &status) == 0 else {
            return Examination(.disk, unknown: "\(folder): \(SystemFailure(errno).words)")
        }
        let room = UInt64(status.f_bavail) * UInt64(status.f_frsize)
        let megabytes = "\(room >> 20) MB"
        // A file system without a fixed number of files says 0.
        let hasFiles = status.f_files == 0 || status.f_favail > 1000
        guard room >= Self.leastRoom, hasFiles else {
            return Examination(
                .disk,
                problem: "Only \(hasFiles ? megabytes : "\(status.f_favail) files") can be written under "
                    + "\(folder).",
                remedy: "Make room: without it, receive answers 75 and the mail server keeps everything.")
        }
        return Examination(.disk, "\(megabytes) free under \(folder)")
    }

    private func messages(_ store: Store) -> Examination {
        examine(.messages) { () throws(StoreError) in
            let counts = try store.read { try $0.messageCounts() }
            let text = "\(counts.values.reduce(0, +)) kept, \(counts[.notReadable] ?? 0) not readable yet"
            guard let unread = counts[.unread], unread > 0 else { return Examination(.messages, text) }
            return Examination(
                .messages, problem: "\(unread) of the messages ended the process that read them.",
                remedy:
                    "Keep them for a report (state 'unread' in docs/schema.md); sixreturn rejudge tries again."
            )
        }
    }

    private func outbox(_ store: Store) -> Examination {
        examine(.outbox) { () throws(StoreError) in
            let (count, oldest) = try store.read { try $0.waitingEffects() }
            guard let oldest, now - oldest > Self.longestWait else {
                return Examination(.outbox, "\(count) of our mails wait")
            }
            let error = try store.read { try $0.nextEffect(at: .max)?.lastError } ?? "nobody has tried"
            return Examination(
                .outbox,
                problem: "\(count) of our mails waiting, the oldest since \(MailDate.iso(oldest)): \(error).",
                remedy: "See what the other lines say of timer and sending instance.")
        }
    }

    private func timer() -> Examination {
        let remedy = "Run: systemctl enable --now sixreturn-reconcile.timer (or see crontab beside it)."
        guard let last = Heartbeat.last(beside: configuration.storePath) else {
            return Examination(
                .timer, problem: "sixreturn reconcile has never come to its end.", remedy: remedy)
        }
        guard now - last <= Self.longestPause else {
            return Examination(
                .timer, problem: "sixreturn reconcile came to its end last at \(MailDate.iso(last)).",
                remedy: remedy)
        }
        return Examination(.timer, "last run \(max(0, now - last)) s ago")
    }

    private var folder: String {
        let path = configuration.storePath
        return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "/"
    }

    private func examine(_ check: DoctorCheck, _ work: () throws(StoreError) -> Examination) -> Examination {
        do {
            return try work()
        } catch {
            return Examination(check, "", problems: [.init(error)])
        }
    }
}
