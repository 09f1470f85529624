/// Why a run of a program has no exit status; each room's own error enum says it to people.
enum ProgramFailure: Error, Hashable, Sendable {
    /// There is no such program, or it may not be executed.
    case missing
    /// The program was killed, for it took longer than this.
    case timedOut(Duration)
    /// The task that waited for it was cancelled, and the program was killed.
    case interrupted
    /// The system could not start it.
    case notStarted(reason: String)
}
