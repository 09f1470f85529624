/// Reads the queue of a Postfix instance by postqueue(1).
package struct MailQueue: Sendable {
    /// The absolute path of postqueue(1).
    package let program: String
    /// The instance whose queue is read.
    package let instance: PostfixInstance
    /// How long the listing may take before postqueue(1) is killed.
    package let timeout: Duration

    /// Octets of output that are read at most; the rest is dropped and the listing marked.
    static let longestOutput = 64 * 1024 * 1024

    /// Creates a reader; nothing is started or looked at.
    ///
    /// - Parameters:
    ///   - program: The absolute path of postqueue(1).
    ///   - instance: The instance whose queue is to be read.
    ///   - timeout: How long the listing may take.
    package init(
        program: String = "/usr/sbin/postqueue", instance: PostfixInstance, timeout: Duration = .seconds(60)
    ) {
        self.program = program
        self.instance = instance
        self.timeout = timeout
    }

    /// Lists what is in the queue now.
    ///
    /// - Throws: ``InstanceError`` when there is no listing at all. A broken line is no reason: it
    ///   is skipped and counted.
    package func read() async throws(InstanceError) -> QueueListing {
        guard instance.isPresent else {
            throw .instanceMissing(configurationDirectory: instance.configurationDirectory)
        }
        let outcome = try await run()
        guard outcome.ending == .exited(0) else {
            throw .refused(program: program, ending: outcome.ending, text: outcome.firstErrorLine)
        }
        return QueueListing(
            reading: outcome.output, isWhole: !outcome.outputWasCut,
            isInstanceDown: outcome.firstErrorLine.contains("Mail system is down"))
    }

    private func run() async throws(InstanceError) -> ProgramOutcome {
        let run = ProgramRun(
            path: program, arguments: ["-c", instance.configurationDirectory, "-j"], input: [],
            outputLimit: Self.longestOutput, timeout: timeout)
        do {
            return try await run.run()
        } catch {
            throw InstanceError(error, program: program)
        }
    }
}
