import Glibc
import ReturnPathCore

/// The folder that a site is written into. A file is there in its old form or in its new one, whenever the writing
/// stops: each is written under a temporary name, synced and renamed.
struct SiteFolder: ~Copyable {
    let path: String
    private var waiting: [String] = []

    /// Files that are synced together, at most.
    private static let portion = 200
    /// What a temporary name ends with; it begins with a dot, and the web server hands out no such file.
    private static let suffix = ".new"

    /// Opens the folder, and makes it and its subfolders where they are missing.
    init(_ path: String, subfolders: [String]) throws(ServiceError) {
        self.path = path
        for folder in [path] + subfolders.map({ "\(path)/\($0)" }) {
            guard mkdir(folder, 0o755) == 0 || errno == EEXIST else {
                throw .cannotWrite(path: folder, reason: SystemFailure(errno).words)
            }
        }
    }

    /// Writes a file where it differs from what is there; it appears with ``commit()`` at the latest.
    ///
    /// - Returns: Whether it differs.
    mutating func write(_ file: String, _ text: String, mode: mode_t = 0o644) throws(ServiceError) -> Bool {
        let octets = Array(text.utf8)
        if case .success(let old) = SystemFile.read("\(path)/\(file)", most: octets.count + 1), old == octets
        {
            return false
        }
        let temporary = temporary(file)
        unlink(temporary)
        if let failure = SystemFile.create(temporary, octets, mode: mode, isSynced: false) {
            throw .cannotWrite(path: temporary, reason: failure.words)
        }
        waiting.append(file)
        if waiting.count >= Self.portion { try commit() }
        return true
    }

    /// Lets everything that was written appear.
    mutating func commit() throws(ServiceError) {
        // One by one, but only after all are written: the file system has less to wait for.
        for file in waiting { try sync(temporary(file)) }
        for file in waiting where rename(temporary(file), "\(path)/\(file)") != 0 {
            throw .cannotWrite(path: "\(path)/\(file)", reason: SystemFailure(errno).words)
        }
        for folder in Set(waiting.map { Self.folder($0) }) { try sync(path + folder) }
        waiting = []
    }

    /// The files of a subfolder.
    func files(in subfolder: String) throws(ServiceError) -> [String] {
        let folder = "\(path)/\(subfolder)"
        guard let handle = opendir(folder) else {
            throw .cannotWrite(path: folder, reason: SystemFailure(errno).words)
        }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        return names.filter { $0 != "." && $0 != ".." }
    }

    /// Removes a file; one that is gone already is no fault.
    func remove(_ file: String) throws(ServiceError) {
        guard unlink("\(path)/\(file)") == 0 || errno == ENOENT else {
            throw .cannotWrite(path: "\(path)/\(file)", reason: SystemFailure(errno).words)
        }
    }

    /// Whether a name is one that a run which was ended has left behind.
    static func isTemporary(_ name: String) -> Bool { name.hasPrefix(".") && name.hasSuffix(suffix) }

    private func temporary(_ file: String) -> String {
        let name = file.split(separator: "/").last ?? ""
        return "\(path)\(Self.folder(file))/.\(name)\(Self.suffix)"
    }

    /// The subfolder of a file with a slash before it, or nothing.
    private static func folder(_ file: String) -> String {
        file.lastIndex(of: "/").map { "/" + file[..<$0] } ?? ""
    }

    private func sync(_ path: String) throws(ServiceError) {
        let handle = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard handle >= 0 else { throw .cannotWrite(path: path, reason: SystemFailure(errno).words) }
        defer { close(handle) }
        guard fsync(handle) == 0 else {
            throw .cannotWrite(path: path, reason: SystemFailure(errno).words)
        }
    }
}
