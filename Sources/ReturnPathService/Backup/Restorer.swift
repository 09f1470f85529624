import Glibc
import InternetMessage
import ReturnPathCore
import ReturnPathStore

/// What `sixreturn restore` does: puts the database aside and a backup in its place.
///
/// Meanwhile there is no database, so that `receive` answers 75 and the mail server keeps what comes.
package struct Restorer {
    private let configuration: Configuration
    private static let files = ["", "-wal", "-shm"]
    /// How long processes get to end that have the old database open, in seconds: longer than they wait for a lock.
    private static let patience = 40

    package init(_ configuration: Configuration) { self.configuration = configuration }

    /// How it came out.
    package struct Outcome: Hashable, Sendable {
        /// Where the old database is now; `nil` where there was none.
        package let aside: String?
        package let counts: [TableCount]
        /// Messages of the old database that the backup does not have.
        package let messages: Int
    }

    /// Examines the backup, and only then changes anything.
    package func restore(_ backup: String, at now: Moment) async throws -> Outcome {
        let counts = try Store.examine(backup)
        let path = configuration.storePath
        let fresh = path + ".restored"
        let lock = try await RunnerLock.wait(beside: path, seconds: Self.patience)
        for suffix in Self.files + ["-journal"] { unlink(fresh + suffix) }
        let mask = umask(0o027)
        defer { umask(mask) }
        let store = try Store.restore(backup, to: fresh)
        let aside = try putAside(at: now)
        if let aside { try await waitUntilUnused(aside) }
        let messages = try aside.map { try store.takeOverMessages(of: $0) } ?? 0
        try store.checkpoint()
        // The log is empty and goes where its database goes.
        for suffix in Self.files.reversed() where access(fresh + suffix, F_OK) == 0 {
            try Initializer.own(fresh + suffix, user: nil)
            try move(fresh + suffix, path + suffix)
        }
        SystemFile.syncFolder(of: path)
        unlink(Self.marker(beside: path))
        withExtendedLifetime(store) {}
        _ = consume lock
        return Outcome(aside: aside, counts: counts, messages: messages)
    }

    /// A file that is there from before the database is put aside until another one has taken its place; it says where
    /// the old one goes.
    static func marker(beside storePath: String) -> String { storePath + ".restoring" }

    /// The database first: a log alone is nothing, a foreign log beside a database would be taken for its own.
    private func putAside(at now: Moment) throws -> String? {
        let path = configuration.storePath
        let aside = try asideName(at: now)
        for suffix in Self.files where access(path + suffix, F_OK) == 0 {
            if access(aside + suffix, F_OK) != 0 {
                try move(path + suffix, aside + suffix)
            } else {
                // The database itself is moved first: this is the backup's empty log, which a run that was killed
                // had put in place already.
                unlink(path + suffix)
            }
        }
        return access(aside, F_OK) == 0 ? aside : nil
    }

    /// Where the old database goes. Where a run that was killed has put some of it aside, the rest goes there, too: its
    /// messages are not lost from sight.
    private func asideName(at now: Moment) throws -> String {
        let path = configuration.storePath
        let marker = Self.marker(beside: path)
        if case .success(let octets) = SystemFile.read(marker, most: 1 << 13) {
            let known = String(decoding: octets, as: UTF8.self)
            let isUnfinished = access(path, F_OK) != 0 || access(known, F_OK) != 0
            if known.hasPrefix(path + ".broken-"), isUnfinished { return known }
            unlink(marker)
        }
        let time = InternetDate.format(now).filter { $0.isNumber || $0 == "T" }
        var aside = "\(path).broken-\(time)"
        // The second one in a second must not take the place of the first.
        while access(aside, F_OK) == 0 { aside += "x" }
        if let failure = SystemFile.create(marker, aside, mode: 0o600) {
            throw ServiceError.cannotWrite(path: marker, reason: failure.words)
        }
        return aside
    }

    private func waitUntilUnused(_ path: String) async throws {
        for _ in 0..<(Self.patience * 10) {
            guard OpenFile.isOpen(path) else { return }
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    private func move(_ source: String, _ target: String) throws {
        guard rename(source, target) == 0 else {
            throw ServiceError.cannotWrite(path: target, reason: SystemFailure(errno).words)
        }
    }
}

/// Asks the kernel who has a file open.
enum OpenFile {
    /// Whether any other process that we may look into has it open.
    static func isOpen(_ path: String) -> Bool {
        guard let resolved = realpath(path, nil) else { return false }
        defer { free(resolved) }
        let wanted = String(cString: resolved)
        return names(in: "/proc").contains { process in
            guard let number = pid_t(process), number != getpid() else { return false }
            return names(in: "/proc/\(process)/fd").contains { target("/proc/\(process)/fd/\($0)") == wanted }
        }
    }

    private static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    private static func target(_ link: String) -> String {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = buffer.withUnsafeMutableBytes { bytes in
            bytes.withMemoryRebound(to: CChar.self) { field in
                field.baseAddress.map { readlink(link, $0, field.count) } ?? -1
            }
        }
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }
}
