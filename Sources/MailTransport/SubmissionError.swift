/// Why a submission did not get into the queue of the sending instance.
package enum SubmissionError: Error, Hashable, Sendable {
    /// The envelope cannot be said on a command line or in SMTP; nothing was started.
    case unspeakable(part: EnvelopePart, flaw: EnvelopeFlaw)
    /// sendmail(1) is not where it was said to be, or may not be executed.
    case programMissing(program: String)
    /// The instance's configuration directory has no main.cf that we can read.
    case instanceMissing(configurationDirectory: String)
    /// The system could not start sendmail(1).
    case notStarted(program: String, reason: String)
    /// sendmail(1) ended with anything but 0; `text` is the first line of its standard error.
    case refused(program: String, ending: ProgramEnding, text: String)
    /// sendmail(1) took too long and was killed.
    case timedOut(program: String, after: Duration)
    /// The task was cancelled while sendmail(1) ran; it was killed.
    case interrupted(program: String)

    /// Exit statuses that are about this very message and that a repeat cannot change: EX_USAGE,
    /// EX_DATAERR, EX_NOUSER and EX_NOHOST of sysexits.h.
    private static let permanentStatuses: Set<Int32> = [64, 65, 67, 68]

    /// Whether the same submission may succeed later, perhaps after somebody has mended something.
    package var isTemporary: Bool {
        switch self {
        case .unspeakable: false
        case .refused(_, .exited(let status), _): !Self.permanentStatuses.contains(status)
        case .refused(_, .signalled, _), .programMissing, .instanceMissing, .notStarted, .timedOut,
            .interrupted:
            true
        }
    }

    /// One sentence saying what is wrong, for the log.
    package var problem: String {
        switch self {
        case .unspeakable(let part, let flaw): "the \(part.words) \(flaw.words)"
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
        case .unspeakable: "Nothing: mail with such an envelope is never sent."
        case .programMissing: "Install Postfix, or correct the path of sendmail in the configuration."
        case .instanceMissing: "Create the sending instance, or correct its directory in the configuration."
        case .notStarted: "Look for a lack of memory or processes, then wait: it is tried again."
        case .refused: "Read the instance's log; postfix check for that directory names most faults."
        case .timedOut:
            "See whether the disk is full and whether postdrop may run setgid (NoNewPrivileges forbids it)."
        case .interrupted: "Nothing: it is tried again."
        }
    }
}
