import ReturnPathCore

/// Hands submissions to a Postfix instance by its sendmail(1).
///
/// It asks for a report whatever happens (`NOTIFY=SUCCESS,FAILURE,DELAY`, `RET=HDRS`, RFC 3461 §4.1
/// and §4.3), with the submission's envelope identifier. Success means that the message is in the
/// instance's queue, on the disk, and nothing more.
package struct SendmailSubmitter: Sendable {
    /// The absolute path of sendmail(1).
    package let program: String
    /// The instance that is to send.
    package let instance: PostfixInstance
    /// How long one submission may take before sendmail(1) is killed.
    package let timeout: Duration

    /// Creates a submitter; nothing is started or looked at.
    ///
    /// - Parameters:
    ///   - program: The absolute path of sendmail(1).
    ///   - instance: The instance that is to send.
    ///   - timeout: How long one submission may take.
    package init(
        program: String = "/usr/sbin/sendmail", instance: PostfixInstance, timeout: Duration = .seconds(60)
    ) {
        self.program = program
        self.instance = instance
        self.timeout = timeout
    }

    /// Puts one submission into the instance's queue.
    ///
    /// After ``SubmissionError/timedOut(program:after:)`` and
    /// ``SubmissionError/interrupted(program:)`` the message may be in the queue or not: a repeat
    /// carries the same Message-ID.
    ///
    /// - Throws: ``SubmissionError``; its `isTemporary` tells whether a repeat can succeed.
    package func submit(_ submission: Submission) async throws(SubmissionError) {
        try EnvelopeCheck.check(submission)
        guard instance.isPresent else {
            throw .instanceMissing(configurationDirectory: instance.configurationDirectory)
        }
        let outcome = try await run(submission)
        guard outcome.ending == .exited(0) else {
            throw .refused(program: program, ending: outcome.ending, text: outcome.firstErrorLine)
        }
    }

    /// The arguments for a submission. The recipient follows `--`, for it may begin with a dash; the
    /// message may contain a line with a single dot, hence `-i`.
    func arguments(for submission: Submission) -> [String] {
        [
            "-C", instance.configurationDirectory, "-i",
            "-f", submission.envelopeSender,
            "-V", submission.envelopeID,
            "-N", "success,failure,delay",
            "-R", "hdrs",
            "--", submission.recipient,
        ]
    }

    private func run(_ submission: Submission) async throws(SubmissionError) -> ProgramOutcome {
        let run = ProgramRun(
            path: program, arguments: arguments(for: submission), input: submission.message,
            outputLimit: 0, timeout: timeout)
        do {
            return try await run.run()
        } catch {
            switch error {
            case .missing: throw .programMissing(program: program)
            case .timedOut(let duration): throw .timedOut(program: program, after: duration)
            case .interrupted: throw .interrupted(program: program)
            case .notStarted(let reason): throw .notStarted(program: program, reason: reason)
            }
        }
    }
}
