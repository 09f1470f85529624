import Glibc

/// Held by the one process that writes a site.
struct PublishLock: ~Copyable {
    private let lock: FileLock

    /// Takes the lock of a site, or returns `nil` at once where another process has it.
    init?(in folder: String) throws(ServiceError) {
        let path = folder + "/.lock"
        let handle = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard handle >= 0 else { throw .cannotWrite(path: path, reason: SystemFailure(errno).words) }
        guard let lock = FileLock(handle) else { return nil }
        self.lock = lock
    }
}
