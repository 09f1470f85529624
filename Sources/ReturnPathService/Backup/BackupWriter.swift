import Glibc
import ReturnPathStore

/// What `sixreturn backup` does: one file with the whole database, examined before it gets its name.
package enum BackupWriter {
    /// Writes a backup that nobody but its owner can read.
    ///
    /// - Parameter force: Whether a file of that name is replaced.
    /// - Returns: What is in it.
    package static func write(_ store: Store, to path: String, force: Bool) throws -> [TableCount] {
        guard force || access(path, F_OK) != 0 else { throw ServiceError.alreadyThere(path: path) }
        let fresh = path + ".new"
        // A journal that a killed run has left would be taken for the new file's.
        for suffix in ["", "-journal", "-wal", "-shm"] {
            guard unlink(fresh + suffix) == 0 || errno == ENOENT else {
                throw ServiceError.cannotWrite(path: fresh + suffix, reason: SystemFailure(errno).words)
            }
        }
        if let failure = SystemFile.create(fresh, "", mode: 0o600) {
            throw ServiceError.cannotWrite(path: fresh, reason: failure.words)
        }
        defer { unlink(fresh) }
        let counts = try store.backUp(to: fresh)
        guard rename(fresh, path) == 0 else {
            throw ServiceError.cannotWrite(path: path, reason: SystemFailure(errno).words)
        }
        SystemFile.syncFolder(of: path)
        return counts
    }
}
