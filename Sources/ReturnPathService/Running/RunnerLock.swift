import ReturnPathCore

/// Held by the one process that carries effects out, and gone with it, so no lease can outlive its holder.
struct RunnerLock: ~Copyable {
    private let lock: FileLock

    /// Takes the lock, or returns `nil` at once where another process has it.
    ///
    /// - Throws: ``ServiceError/cannotWrite(path:reason:)`` where the file cannot be opened: nothing
    ///   would ever be sent.
    init?(beside storePath: String) throws(ServiceError) {
        let handle = try SystemFile.open(storePath + ".runner", beside: storePath)
        guard let lock = FileLock(handle) else { return nil }
        self.lock = lock
    }

    /// Takes the lock, and waits for another process that has it.
    static func wait(beside storePath: String, seconds: Int) async throws -> RunnerLock {
        for _ in 0..<(seconds * 10) {
            if let lock = try RunnerLock(beside: storePath) { return lock }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw ServiceError.runnerBusy(path: storePath + ".runner")
    }
}
