import Glibc

/// Owner, group and mode of a file.
struct FileFacts {
    let owner: uid_t
    private let group: gid_t
    private let mode: mode_t

    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        owner = status.st_uid
        group = status.st_gid
        mode = status.st_mode
    }

    /// Whether an account may read it, by its user or its first group.
    func isReadable(by account: passwd) -> Bool {
        if owner == account.pw_uid { return mode & S_IRUSR != 0 }
        return group == account.pw_gid ? mode & S_IRGRP != 0 : mode & S_IROTH != 0
    }
}
