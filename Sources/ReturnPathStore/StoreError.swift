import GRDB

/// Why the database could not do what was asked.
package enum StoreError: Error, Hashable, Sendable {
    case missing(path: String)
    case alreadyThere(path: String)
    case busy(path: String)
    case full(path: String)
    case damaged(path: String, reason: String)
    case unusable(path: String, reason: String)

    /// Sorts an error of SQLite's by what can be done about it.
    init(_ error: any Error, path: String) {
        if let error = error as? StoreError {
            self = error
            return
        }
        guard let error = error as? DatabaseError else {
            self = .unusable(path: path, reason: "\(error)")
            return
        }
        // The index of the log could not grow: no room, most of the time.
        if error.extendedResultCode == .SQLITE_IOERR_SHMSIZE {
            self = .full(path: path)
            return
        }
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
        case .SQLITE_FULL: self = .full(path: path)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            self = .damaged(path: path, reason: error.message ?? "\(error.resultCode)")
        case .SQLITE_CANTOPEN: self = .unusable(path: path, reason: "it cannot be opened")
        default: self = .unusable(path: path, reason: error.message ?? "\(error.resultCode)")
        }
    }

    /// One sentence saying what is wrong.
    package var problem: String {
        switch self {
        case .missing(let path): "there is no database at \(path)"
        case .alreadyThere(let path): "there is a database at \(path) already"
        case .busy(let path): "the database \(path) stayed locked"
        case .full(let path): "the disk is full under \(path)"
        case .damaged(let path, let reason): "the database \(path) is damaged: \(reason)"
        case .unusable(let path, let reason): "the database \(path) cannot be used: \(reason)"
        }
    }

    /// One sentence saying what the operator can do about it.
    package var remedy: String {
        switch self {
        case .missing: "Create it: sixreturn init"
        case .alreadyThere: "Nothing to do; it is kept as it is."
        case .busy: "Nothing: it is tried again. If it lasts, look for a process that holds the file open."
        case .full: "Make room; what could not be stored is delivered again."
        case .damaged: "Put the last backup in its place: sixreturn restore FILE (docs/operate.md)."
        case .unusable: "Check that it belongs to user sixreturn, and that its file system can be written."
        }
    }
}
