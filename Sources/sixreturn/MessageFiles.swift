import Glibc

/// The files that paths name, directories opened, one read after the other.
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

    /// Still to do, the next at the end.
    private var pending: [String]

    init(paths: [String]) { pending = paths.reversed() }

    mutating func next() -> Result<File, Unreadable>? {
        while let path = pending.popLast() {
            if path == "-" { return read(STDIN_FILENO, path: path) }
            let handle = open(path, O_RDONLY | O_CLOEXEC)
            guard handle >= 0 else { return .failure(Unreadable(path: path, code: errno)) }
            var status = stat()
            guard fstat(handle, &status) == 0 else {
                let code = errno
                close(handle)
                return .failure(Unreadable(path: path, code: code))
            }
            guard status.st_mode & S_IFMT == S_IFDIR else {
                defer { close(handle) }
                return read(handle, path: path, expecting: Int(status.st_size))
            }
            close(handle)
            if let error = list(path) { return .failure(error) }
        }
        return nil
    }

    /// Puts all names in a directory on the list; hidden ones are left out.
    private mutating func list(_ path: String) -> Unreadable? {
        guard let directory = opendir(path) else { return Unreadable(path: path, code: errno) }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        let base = path.hasSuffix("/") ? path : path + "/"
        pending += names.sorted(by: >).map { base + $0 }
        return nil
    }

    private func read(_ handle: Int32, path: String, expecting size: Int = 0) -> Result<File, Unreadable> {
        var bytes = [UInt8](repeating: 0, count: Swift.max(size + 1, 1 << 16))
        var filled = 0
        while true {
            if filled == bytes.count { bytes.append(contentsOf: repeatElement(0, count: bytes.count)) }
            let count = bytes.withUnsafeMutableBytes { buffer in
                Glibc.read(handle, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
            }
            if count < 0, errno == EINTR { continue }
            if count < 0 { return .failure(Unreadable(path: path, code: errno)) }
            if count == 0 { break }
            filled += count
        }
        bytes.removeLast(bytes.count - filled)
        return .success(File(path: path, bytes: bytes))
    }
}
