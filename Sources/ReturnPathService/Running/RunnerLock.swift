import Glibc

/// Held by the one process that carries effects out. The kernel lets it go when the process ends,
/// however it ends, so no lease can outlive its holder.
struct RunnerLock: ~Copyable {
    private let handle: Int32

    /// Takes the lock, or returns `nil` at once where another process has it.
    init?(beside storePath: String) {
        let handle = open(storePath + ".runner", O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard handle >= 0 else { return nil }
        guard flock(handle, LOCK_EX | LOCK_NB) == 0 else {
            close(handle)
            return nil
        }
        self.handle = handle
    }

    deinit { close(handle) }
}
