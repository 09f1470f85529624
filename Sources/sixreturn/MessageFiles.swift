import Glibc
import InternetMessage

/// The files that paths name, directories opened, one read after the other.
///
/// Of a file that is larger than what is looked at, one octet more is read: enough to tell.
struct MessageFiles: Sequence, IteratorProtocol {
    /// A file and what is in it.
    struct File {
        let path: String
        let bytes: [UInt8]
    }

    /// A path could not be read.
    struct Unreadable: Error {
        let path: String
        /// errno(3).
        let code: Int32

        /// What is wrong.
        var problem: String { "cannot read \(path): \(String(cString: strerror(code)))" }

        /// What to do about it.
        var remedy: String {
            switch code {
            case ENOENT, ENOTDIR: "Check the spelling of the path."
            case EACCES, EPERM: "Check that you may read it, or run this as a user who may."
            default: "Check that it is a file or a directory, and that its disk is well."
            }
        }
    }

    /// An open directory; closed when none of its files is left.
    private final class Directory {
        let stream: OpaquePointer
        /// How many octets stand before the names in the paths of its files.
        let prefix: Int

        init(stream: OpaquePointer, prefix: Int) {
            self.stream = stream
            self.prefix = prefix
        }

        deinit { closedir(stream) }
    }

    private static let most = Limits.standard.size + 1

    /// Still to do, the next at the end; what was found in a directory is opened from there.
    private var pending: [(path: String, directory: Directory?)]

    init(paths: [String]) { pending = paths.reversed().map { ($0, nil) } }

    mutating func next() -> Result<File, Unreadable>? {
        while let (path, directory) = pending.popLast() {
            if path == "-", directory == nil { return read(STDIN_FILENO, path: path) }
            let handle = path.withCString { path in
                directory.map { openat(dirfd($0.stream), path + $0.prefix, O_RDONLY | O_CLOEXEC) }
                    ?? open(path, O_RDONLY | O_CLOEXEC)
            }
            guard handle >= 0 else { return .failure(Unreadable(path: path, code: errno)) }
            var status = stat()
            guard fstat(handle, &status) == 0 else {
                let code = errno
                close(handle)
                return .failure(Unreadable(path: path, code: code))
            }
            if status.st_mode & S_IFMT == S_IFDIR {
                if let error = list(handle, path: path) { return .failure(error) }
                continue
            }
            defer { close(handle) }
            return read(handle, path: path, expecting: Int(status.st_size))
        }
        return nil
    }

    /// Puts all names in a directory on the list; hidden ones are left out.
    private mutating func list(_ handle: Int32, path: String) -> Unreadable? {
        guard let stream = fdopendir(handle) else {
            let code = errno
            close(handle)
            return Unreadable(path: path, code: code)
        }
        let base = path.hasSuffix("/") ? path : path + "/"
        let directory = Directory(stream: stream, prefix: base.utf8.count)
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        pending += names.sorted(by: >).map { (base + $0, directory) }
        return nil
    }

    /// Reads to the end: a file in one piece of the size it has now, a pipe in pieces that double.
    private func read(_ handle: Int32, path: String, expecting size: Int = 0) -> Result<File, Unreadable> {
        var bytes: [UInt8] = []
        var code: Int32 = 0
        let size = Swift.min(size, Self.most)
        while true {
            var isAtEnd = false
            let wanted = bytes.isEmpty && size > 0 ? size : Swift.max(bytes.count, 1 << 16)
            let room = Swift.min(wanted, Self.most - bytes.count)
            let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                (count, isAtEnd, code) = fill(buffer, from: handle)
            }
            guard code == 0 else { return .failure(Unreadable(path: path, code: code)) }
            if bytes.isEmpty { bytes = piece } else { bytes += piece }
            if isAtEnd || bytes.count == size || bytes.count == Self.most {
                return .success(File(path: path, bytes: bytes))
            }
        }
    }

    /// Reads until a buffer is full or nothing more comes; a code other than 0 is errno(3).
    private func fill(
        _ buffer: UnsafeMutableBufferPointer<UInt8>, from handle: Int32
    ) -> (count: Int, isAtEnd: Bool, code: Int32) {
        var filled = 0
        while filled < buffer.count {
            let count = Glibc.read(handle, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
            if count < 0, errno == EINTR { continue }
            if count < 0 { return (filled, false, errno) }
            if count == 0 { return (filled, true, 0) }
            filled += count
        }
        return (filled, false, 0)
    }
}
