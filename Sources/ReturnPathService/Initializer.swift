import Glibc
import ReturnPathCore
import ReturnPathStore

/// What `sixreturn init` does: makes what is missing, leaves alone what is there.
package struct Initializer {
    /// What was made or found, one line each.
    package enum Step: Hashable, Sendable {
        case created(String)
        case kept(String)
        case migrated(String)

        package var text: String {
            switch self {
            case .created(let path): "created  \(path)"
            case .kept(let path): "kept     \(path)"
            case .migrated(let path): "checked  \(path)"
            }
        }
    }

    /// The account that owns the database and may read the secret.
    package static let account = "sixreturn"

    /// The values that a new configuration file needs.
    package struct Values: Sendable {
        package let domain: String
        package let operatorAddress: String
        package let authservID: String

        package init(domain: String, operatorAddress: String, authservID: String) {
            self.domain = domain
            self.operatorAddress = operatorAddress
            self.authservID = authservID
        }
    }

    /// Makes configuration (where `values` are given), key and database.
    package static func run(_ path: String, values: Values?) throws -> [Step] {
        var steps: [Step] = []
        if let values, access(path, F_OK) != 0 {
            try create(path, ConfigurationTemplate.text(values), mode: 0o640)
            try own(path, user: 0)
            steps.append(.created(path))
        } else {
            steps.append(.kept(path))
        }
        let configuration = try ConfigurationReader.read(path)
        if access(configuration.keyPath, F_OK) != 0 {
            try create(
                configuration.keyPath, KeyFile.text(KeyRing(first: .fresh(at: SystemClock.now()))),
                mode: 0o640)
            try own(configuration.keyPath, user: 0)
            steps.append(.created(configuration.keyPath))
        } else {
            _ = try KeyFile.read(configuration.keyPath)
            steps.append(.kept(configuration.keyPath))
        }
        steps.append(try database(configuration.storePath))
        return steps
    }

    private static func database(_ path: String) throws -> Step {
        if access(path, F_OK) == 0 {
            try Store(opening: path).migrate()
            return .migrated(path)
        }
        // An empty database would hide the one that was put aside.
        guard access(Restorer.marker(beside: path), F_OK) != 0 else {
            throw ServiceError.restoreUnfinished(path: path)
        }
        let mask = umask(0o027)
        defer { umask(mask) }
        _ = try Store.create(at: path)
        for suffix in ["", "-wal", "-shm"] where access(path + suffix, F_OK) == 0 {
            try own(path + suffix, user: nil)
        }
        return .created(path)
    }

    private static func create(_ path: String, _ text: String, mode: mode_t) throws {
        if let failure = SystemFile.create(path, text, mode: mode) {
            throw ServiceError.cannotWrite(path: path, reason: failure.words)
        }
    }

    /// Gives a file to the service's group, and to its account unless another user is named.
    static func own(_ path: String, user: uid_t?) throws {
        guard geteuid() == 0, let account = getpwnam(Self.account) else { return }
        guard chown(path, user ?? account.pointee.pw_uid, account.pointee.pw_gid) == 0 else {
            throw ServiceError.cannotWrite(path: path, reason: SystemFailure(errno).words)
        }
    }
}
