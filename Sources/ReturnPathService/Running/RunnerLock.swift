import Glibc
import ReturnPathCore

/// Held by the one process that carries effects out. The kernel lets it go when the process ends,
/// however it ends, so no lease can outlive its holder.
struct RunnerLock: ~Copyable {
    private let handle: Int32

    /// Takes the lock, or returns `nil` at once where another process has it.
    ///
    /// - Throws: ``ServiceError/cannotWrite(path:reason:)`` where the file cannot be opened: nothing
    ///   would ever be sent.
    init?(beside storePath: String) throws(ServiceError) {
        let handle = try SystemFile.open(storePath + ".runner", beside: storePath)
        guard flock(handle, LOCK_EX | LOCK_NB) == 0 else {
            close(handle)
            return nil
        }
        self.handle = handle
    }

    deinit { close(handle) }

    /// Takes the lock, and waits for another process that has it.
    static func wait(beside storePath: String, seconds: Int) async throws -> RunnerLock {
        for _ in 0..<(seconds * 10) {
            if let lock = try RunnerLock(beside: storePath) { return lock }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw ServiceError.runnerBusy(path: storePath + ".runner")
    }
}

/// Says when the timer last ran, by a file's time of change.
enum Heartbeat {
    /// Writes down that the timer has run.
    static func beat(beside storePath: String) throws(ServiceError) {
        let path = path(beside: storePath)
        let handle = try SystemFile.open(path, beside: storePath)
        defer { close(handle) }
        guard futimens(handle, nil) == 0 else {
            throw .cannotWrite(path: path, reason: SystemFailure(errno).words)
        }
    }

    /// When the timer last ran; `nil` where it never did.
    static func last(beside storePath: String) -> Moment? {
        var status = stat()
        guard stat(path(beside: storePath), &status) == 0 else { return nil }
        return Moment(status.st_mtim.tv_sec)
    }

    static func path(beside storePath: String) -> String { storePath + ".reconciled" }
}
