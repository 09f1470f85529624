import Glibc

/// An exclusive lock on an open file (flock(2)). The kernel lets it go when the process ends, however it ends.
struct FileLock: ~Copyable {
    let handle: Int32

    /// Takes the lock; closes the file and returns `nil` at once where another process has it.
    init?(_ handle: Int32) {
        guard flock(handle, LOCK_EX | LOCK_NB) == 0 else {
            close(handle)
            return nil
        }
        self.handle = handle
    }

    /// Closing alone would not do: a process that was forked meanwhile has a copy of the handle, and with it the lock,
    /// until it runs a program of its own.
    deinit {
        flock(handle, LOCK_UN)
        close(handle)
    }
}
