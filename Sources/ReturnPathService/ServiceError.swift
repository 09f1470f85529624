/// Broken surroundings that no room below has a word for.
package enum ServiceError: Explained, Hashable {
    case inputUnreadable(reason: String)
    case keyUnreadable(path: String, reason: String)
    case keyTooShort(path: String)
    case keyExposed(path: String)
    case noSuchCheck(name: String)
    case ambiguousCheck(name: String)
    case cannotWrite(path: String, reason: String)
    case alreadyThere(path: String)
    case runnerBusy(path: String)
    case keyInUse(path: String)
    case restoreUnfinished(path: String)

    package var problem: String {
        switch self {
        case .inputUnreadable(let reason): "cannot read the message: \(reason)"
        case .keyUnreadable(let path, let reason): "cannot read the key \(path): \(reason)"
        case .keyTooShort(let path): "a key in \(path) is not 64 hexadecimal digits"
        case .keyExposed(let path): "the key \(path) may be read by everybody"
        case .noSuchCheck(let name): "there is no check named \(name)"
        case .ambiguousCheck(let name): "more than one check begins with \(name)"
        case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
        case .alreadyThere(let path): "there is a file \(path) already"
        case .runnerBusy(let path): "another process holds \(path)"
        case .keyInUse(let path): "another process is changing the key \(path)"
        case .restoreUnfinished(let path): "the database \(path) was put aside, and its restore did not end"
        }
    }

    package var remedy: String {
        switch self {
        case .inputUnreadable: "Nothing: the mail server tries again."
        case .keyUnreadable: "Create it with: sixreturn init; it must be readable for user sixreturn."
        case .keyTooShort:
            "Put the old file back, or create a new one: remove the file and run sixreturn init."
        case .keyExposed(let path): "Run: chmod 640 \(path)"
        case .noSuchCheck: "List the checks: sixreturn status"
        case .ambiguousCheck: "Give more of its letters."
        case .cannotWrite: "Run it as root, or as somebody who may write there."
        case .alreadyThere: "Give another name, or --force to replace it."
        case .runnerBusy: "Stop the timer and wait until reconcile and run-outbox have ended, then try again."
        case .keyInUse: "Nothing: look at the keys with sixreturn key list, and try again if need be."
        case .restoreUnfinished: "Run it again: sixreturn restore FILE"
        }
    }
}
