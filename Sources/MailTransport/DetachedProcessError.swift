/// Why a program could not be started to run on its own.
package enum DetachedProcessError: Error, Hashable, Sendable {
    /// There is no such program, or it may not be executed.
    case programMissing(program: String)
    /// The system could not start it.
    case notStarted(program: String, reason: String)

    /// One sentence saying what is wrong, for the log.
    package var problem: String {
        switch self {
        case .programMissing(let program): "cannot execute \(program)"
        case .notStarted(let program, let reason): "cannot start \(program): \(reason)"
        }
    }

    /// One sentence saying what the operator can do about it.
    package var remedy: String {
        switch self {
        case .programMissing: "Check that the file exists and may be executed by this user."
        case .notStarted: "Look for a lack of memory or processes; what is pending is taken up by the timer."
        }
    }
}
