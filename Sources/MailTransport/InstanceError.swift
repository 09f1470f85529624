/// Why a Postfix instance could not be looked at.
package enum InstanceError: Error, Hashable, Sendable {
    /// The program is not where it was said to be, or may not be executed.
    case programMissing(program: String)
    /// The instance's configuration directory has no main.cf that we can read.
    case instanceMissing(configurationDirectory: String)
    /// The system could not start the program.
    case notStarted(program: String, reason: String)
    /// The program ended with anything but 0; `text` is the first line of its standard error.
    case refused(program: String, ending: ProgramEnding, text: String)
    /// The program took too long and was killed.
    case timedOut(program: String, after: Duration)
    /// The task was cancelled while the program ran; it was killed.
    case interrupted(program: String)

    /// One sentence saying what is wrong, for the log.
    package var problem: String {
        switch self {
        case .programMissing(let program): "cannot execute \(program)"
        case .instanceMissing(let directory): "there is no Postfix instance in \(directory)"
        case .notStarted(let program, let reason): "cannot start \(program): \(reason)"
        case .refused(let program, let ending, ""): "\(program) \(ending.words) and said nothing"
        case .refused(let program, let ending, let text): "\(program) \(ending.words): \(text)"
        case .timedOut(let program, let duration): "\(program) did not end within \(duration)"
        case .interrupted(let program): "stopped while \(program) was running"
        }
    }

    /// One sentence saying what the operator can do about it.
    package var remedy: String {
        switch self {
        case .programMissing: "Install Postfix, or correct its path in the configuration."
        case .instanceMissing: "Create the sending instance, or correct its directory in the configuration."
        case .notStarted: "Look for a lack of memory or processes, then try again."
        case .refused:
            "See that the instance is running and that postqueue may run setgid (NoNewPrivileges forbids it)."
        case .timedOut: "See whether the queue is very long or its disk very slow, then try again."
        case .interrupted: "Nothing: it is read again."
        }
    }

    /// A run that has no exit status.
    init(_ failure: ProgramFailure, program: String) {
        self =
            switch failure {
            case .missing: .programMissing(program: program)
            case .timedOut(let duration): .timedOut(program: program, after: duration)
            case .interrupted: .interrupted(program: program)
            case .notStarted(let reason): .notStarted(program: program, reason: reason)
            }
    }
}
