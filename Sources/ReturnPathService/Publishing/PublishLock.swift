import Glibc

/// Held by the one process that writes a site. The kernel lets it go when the process ends, however it ends.
struct PublishLock: ~Copyable {
    private let handle: Int32

    /// Takes the lock of a site, or returns `nil` at once where another process has it.
    init?(in folder: String) throws(ServiceError) {
        let path = folder + "/.lock"
        let handle = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard handle >= 0 else { throw .cannotWrite(path: path, reason: SystemFailure(errno).words) }
        guard flock(handle, LOCK_EX | LOCK_NB) == 0 else {
            close(handle)
            return nil
        }
        self.handle = handle
    }

    deinit { close(handle) }
}
