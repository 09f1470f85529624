import Glibc
import Subprocess
import SystemPackage

/// One run of a program of the mail server, bounded in time and in what is kept of its output.
///
/// The program gets its arguments as they are, never through a shell, and an environment of two
/// variables: a `MAIL_CONFIG` inherited from pipe(8) would otherwise name another instance.
/// It runs in a session of its own, so that what it has started can be ended with it.
struct ProgramRun: Sendable {
    /// The program's absolute path.
    let path: String
    let arguments: [String]
    /// What is written to its standard input, which is then closed.
    let input: [UInt8]
    /// Octets kept of standard output; the rest is read and dropped.
    let outputLimit: Int
    /// How long it may run, counted from its start; then it is killed.
    let timeout: Duration

    /// Octets kept of standard error; the rest is read and dropped.
    static let errorLimit = 16 * 1024

    /// The whole environment: where the programs of a mail server find others, and no translations.
    private static let environment: [Environment.Key: String] = [
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C",
    ]

    /// Writing to a program that has closed its input must be an error and not our end.
    ///
    /// Only the default is changed, once; a started program gets all defaults back.
    private static let brokenPipeIsAnError: Void = {
        var current = sigaction()
        guard sigaction(SIGPIPE, nil, &current) == 0 else { return }
        if current.__sigaction_handler.sa_handler == nil { _ = signal(SIGPIPE, SIG_IGN) }
    }()

    /// Runs the program and waits for its end.
    ///
    /// A program that does not read its input, or leaves a child behind that holds its output open,
    /// is waited for no longer than until it ends itself.
    ///
    /// - Throws: ``ProgramFailure`` when there is no exit status to tell.
    func run() async throws(ProgramFailure) -> ProgramOutcome {
        _ = Self.brokenPipeIsAnError
        do {
            let outcome = try await withThrowingTaskGroup(of: ProgramOutcome?.self) { group in
                group.addTask { try await start() }
                group.addTask {
                    try await Task.sleep(for: timeout)
                    return nil
                }
                defer { group.cancelAll() }
                return try await group.next() ?? nil
            }
            guard let outcome else { throw ProgramFailure.timedOut(timeout) }
            return outcome
        } catch let failure as ProgramFailure {
            throw failure
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw .missing
        } catch is CancellationError {
            throw .interrupted
        } catch {
            throw .notStarted(reason: "\(error)")
        }
    }

    /// Starts the program, feeds it and reads what it says; cancelling kills its whole group.
    private func start() async throws -> ProgramOutcome {
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [
            .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .milliseconds(200))
        ]
        let result = try await Subprocess.run(
            .path(FilePath(path)), arguments: Arguments(arguments), environment: .custom(Self.environment),
            platformOptions: options, input: .inputWriter, output: .sequence, error: .sequence
        ) { execution in
            async let output = Self.drain(execution.standardOutput, keeping: outputLimit)
            async let errors = Self.drain(execution.standardError, keeping: Self.errorLimit)
            // A program that does not read to the end says why by its exit status.
            _ = try? await execution.standardInputWriter.write(input)
            try? await execution.standardInputWriter.finish()
            return await (output, errors)
        }
        let (output, errors) = result.closureResult
        return ProgramOutcome(
            ending: .init(result.terminationStatus), output: output.kept, outputWasCut: output.wasCut,
            errorOutput: errors.kept)
    }

    /// Reads a stream to its end and keeps its beginning.
    private static func drain(
        _ stream: SubprocessOutputSequence, keeping limit: Int
    ) async -> (kept: [UInt8], wasCut: Bool) {
        var kept: [UInt8] = []
        var wasCut = false
        var iterator = stream.makeAsyncIterator()
        while !Task.isCancelled, let buffer = try? await iterator.next() {
            let room = limit - kept.count
            wasCut = wasCut || buffer.count > room
            buffer.withUnsafeBytes { kept.append(contentsOf: $0.prefix(room)) }
        }
        return (kept, wasCut)
    }
}
