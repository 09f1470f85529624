import Glibc
import ReturnPathCore

/// The clock.
package enum SystemClock {
    /// The time now.
    package static func now() -> Moment { Moment(time(nil)) }
}

/// Random octets of the system.
package enum SystemRandom {
    /// That many octets, fit for secrets.
    package static func octets(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
}

/// Reading and writing whole files and streams, bounded.
package enum SystemFile {
    /// A file's octets, at most `most` of them.
    package static func read(_ path: String, most: Int) -> Result<[UInt8], SystemFailure> {
        let handle = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard handle >= 0 else { return .failure(SystemFailure(errno)) }
        defer { close(handle) }
        return drain(handle, keeping: most).map(\.kept)
    }

    /// Reads a stream to its end and keeps its beginning.
    ///
    /// - Returns: What was kept, and how long the stream was, both in octets.
    package static func drain(_ handle: Int32, keeping most: Int) -> Result<
        (kept: [UInt8], size: Int), SystemFailure
    > {
        // Memory that nobody writes to costs nothing, and most of what is read is short.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { buffer in
            var kept: [UInt8] = []
            var size = 0
            while true {
                let count = Glibc.read(handle, buffer.baseAddress, buffer.count)
                if count < 0, errno == EINTR { continue }
                if count < 0 { return .failure(SystemFailure(errno)) }
                if count == 0 { return .success((kept, size)) }
                kept.append(contentsOf: buffer[..<min(count, max(0, most - kept.count))])
                size += count
            }
        }
    }

    /// Opens a small file beside the database, and makes it where it is missing.
    ///
    /// Where root makes it, it belongs to whoever owns the database: the service's own account must be
    /// able to open it, too.
    static func open(_ path: String, beside storePath: String) throws(ServiceError) -> Int32 {
        let handle = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard handle >= 0 else { throw .cannotWrite(path: path, reason: SystemFailure(errno).words) }
        var status = stat()
        if geteuid() == 0, stat(storePath, &status) == 0 {
            _ = fchown(handle, status.st_uid, status.st_gid)
        }
        return handle
    }

    /// Brings a folder's entries to the disk after a file in it was renamed.
    static func syncFolder(of path: String) {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let handle = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard handle >= 0 else { return }
        _ = fsync(handle)
        close(handle)
    }

    /// Writes a new file; one that exists is left alone and `EEXIST` returned.
    package static func create(_ path: String, _ text: String, mode: mode_t) -> SystemFailure? {
        create(path, Array(text.utf8), mode: mode, isSynced: true)
    }

    /// Writes a new file of octets.
    ///
    /// - Parameter isSynced: Whether it is on the disk when this returns.
    static func create(_ path: String, _ octets: [UInt8], mode: mode_t, isSynced: Bool) -> SystemFailure? {
        let handle = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard handle >= 0 else { return SystemFailure(errno) }
        defer { close(handle) }
        var rest = octets[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(handle, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return SystemFailure(errno) }
            rest = rest.dropFirst(count)
        }
        guard fchmod(handle, mode) == 0 else { return SystemFailure(errno) }
        return !isSynced || fsync(handle) == 0 ? nil : SystemFailure(errno)
    }
}

/// An error number of the system.
package struct SystemFailure: Error, Hashable, Sendable {
    package let number: Int32

    init(_ number: Int32) { self.number = number }

    /// The system's words for it.
    package var words: String { String(cString: strerror(number)) }
}
