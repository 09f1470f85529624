import CLinux
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
    /// What it finds on its standard input, from beginning to end before it starts: if we die meanwhile,
    /// it never takes half of a message for a whole one.
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

    /// Runs the program and waits for its end.
    ///
    /// A program that does not read its input, or leaves a child behind that holds its output open,
    /// is waited for no longer than until it ends itself.
    ///
    /// - Throws: ``ProgramFailure`` when there is no exit status to tell.
    func run() async throws(ProgramFailure) -> ProgramOutcome {
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
        let file = try Self.memory(holding: input)
        let result = try await Subprocess.run(
            .path(FilePath(path)), arguments: Arguments(arguments), environment: .custom(Self.environment),
            platformOptions: options, input: .fileDescriptor(file, closeAfterSpawningProcess: true),
            output: .sequence, error: .sequence
        ) { execution in
            async let output = Self.drain(execution.standardOutput, keeping: outputLimit)
            async let errors = Self.drain(execution.standardError, keeping: Self.errorLimit)
            return await (output, errors)
        }
        let (output, errors) = result.closureResult
        return ProgramOutcome(
            ending: .init(result.terminationStatus), output: output.kept, outputWasCut: output.wasCut,
            errorOutput: errors.kept)
    }

    /// A file in memory alone that holds these octets and is at its beginning.
    private static func memory(holding bytes: [UInt8]) throws(ProgramFailure) -> FileDescriptor {
        let handle = memfd_create("input", memory_file_closes_on_exec)
        guard handle >= 0 else { throw .notStarted(reason: String(cString: strerror(errno))) }
        let file = FileDescriptor(rawValue: handle)
        do {
            try file.writeAll(bytes)
            try file.seek(offset: 0, from: .start)
        } catch {
            close(handle)
            throw .notStarted(reason: "\(error)")
        }
        return file
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
