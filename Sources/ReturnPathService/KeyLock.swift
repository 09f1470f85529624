import Glibc

/// Held by the one process that changes the keys, from before it reads them.
struct KeyLock: ~Copyable {
    private let path: String
    private let lock: FileLock

    /// Takes the lock.
    ///
    /// - Throws: ``ServiceError/keyInUse(path:)`` at once where another process has it, or has just had it.
    init(_ path: String) throws(ServiceError) {
        let handle = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard handle >= 0 else { throw .keyUnreadable(path: path, reason: SystemFailure(errno).words) }
        var held = stat()
        var named = stat()
        // Whoever had it before may have put another file in its place meanwhile.
        guard let lock = FileLock(handle), fstat(lock.handle, &held) == 0, stat(path, &named) == 0,
            held.st_ino == named.st_ino
        else { throw .keyInUse(path: path) }
        self.path = path
        self.lock = lock
    }

    /// Writes the file anew, whole or not at all, and lets it keep owner, group and mode.
    func replace(by text: String) throws(ServiceError) {
        var status = stat()
        let fresh = path + ".new"
        guard fstat(lock.handle, &status) == 0 else {
            throw .cannotWrite(path: path, reason: SystemFailure(errno).words)
        }
        // Whoever was killed at it has left this file; nobody else is at it.
        unlink(fresh)
        if let failure = SystemFile.create(fresh, text, mode: status.st_mode & 0o7777) {
            throw .cannotWrite(path: fresh, reason: failure.words)
        }
        let isOwned = geteuid() != 0 || chown(fresh, status.st_uid, status.st_gid) == 0
        guard isOwned, rename(fresh, path) == 0 else {
            let failure = SystemFailure(errno)
            unlink(fresh)
            throw .cannotWrite(path: path, reason: failure.words)
        }
        SystemFile.syncFolder(of: path)
    }
}
