import Foundation
import TestSupport
import Testing

/// Runs a command from one beginning again and again, and ends it by SIGKILL at one system call after the other that
/// could change anything.
struct Killer {
    /// What could change a file or a process.
    static let calls = [
        "write", "pwrite64", "writev", "fsync", "fdatasync", "ftruncate", "unlink", "rename", "fallocate",
        "chown", "fchown", "fchmod", "mkdir", "utimensat",
    ]

    static let strace = "/usr/bin/strace"

    /// What strace follows.
    enum Scope {
        /// The program's only thread, and all that it does.
        case process
        /// All threads, and all that they do.
        case threads
        /// All threads, and what they do to the database and the files beside it; the programs that are
        /// started are left alone.
        case files

        fileprivate func options(_ installation: TestInstallation) -> [String] {
            switch self {
            case .process: []
            case .threads: ["-f"]
            case .files:
                ["-f"]
                    + ["", "-wal", "-shm", ".runner", ".reconciled"].flatMap {
                        ["-P", installation.store + $0]
                    }
            }
        }
    }

    private let beginning: TestInstallation
    private let scope: Scope
    private let most: Int

    /// - Parameter most: How many times a command is killed at one system call; where it makes it more often, at the
    ///   first, at the last, and at others spread evenly between them. With `SIXRETURN_KILLS=all` there is no bound.
    init(from beginning: TestInstallation, _ scope: Scope = .process, most: Int = .max) {
        self.beginning = beginning
        self.scope = scope
        self.most = ProcessInfo.processInfo.environment["SIXRETURN_KILLS"] == "all" ? .max : most
    }

    typealias Start = (TestInstallation, _ wrapper: [String]) throws -> TestInstallation.Run

    /// Kills at every call in turn.
    ///
    /// - Parameters:
    ///   - messages: How many messages must be kept in the end.
    ///   - start: Runs the command under the wrapper that it is given.
    ///   - mended: Looks at what is left, makes the second attempt, and says whether all is as it should be.
    /// - Returns: How many runs were killed.
    func killEverywhere(messages: Int, _ start: Start, mended: (TestInstallation) throws -> Bool) throws
        -> Int
    {
        var kills = 0
        for (call, count) in try counts(start).sorted(by: { $0.key < $1.key }) {
            for number in places(count) {
                let installation = try TestInstallation(copying: beginning)
                let run = try start(
                    installation,
                    [
                        Self.strace, "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
                        "inject=\(call):signal=SIGKILL:when=\(number)",
                    ] + scope.options(installation))
                kills += run.status == 0 ? 0 : 1
                #expect(try mended(installation), "killed at \(call) number \(number)")
                let found = try installation.query(
                    "SELECT (SELECT quick_check FROM pragma_quick_check) || ' ' || count(*) FROM message")
                #expect(found == "ok \(messages)", "after a kill at \(call) number \(number)")
            }
        }
        return kills
    }

    private func places(_ count: Int) -> [Int] {
        guard count > most else { return Array(1...count) }
        return (0..<most).map { 1 + $0 * (count - 1) / (most - 1) }
    }

    /// How often each call is made at most by one thread, counted in one undisturbed run.
    private func counts(_ start: Start) throws -> [String: Int] {
        let installation = try TestInstallation(copying: beginning)
        let folder = FileManager.default.temporaryDirectory
        let file = folder.appendingPathComponent("trace-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        let run = try start(
            installation,
            [Self.strace, "-qq", "-o", file, "-e", "trace=" + Self.calls.joined(separator: ",")]
                + scope.options(installation))
        try #require(run.status == 0)
        // With -f, each line begins with the thread's number.
        var counts: [Substring: [String: Int]] = [:]
        for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
            let thread = line.prefix { $0.isNumber }
            let call = String(line.dropFirst(thread.count).drop { $0 == " " }.prefix { $0 != "(" })
            if Self.calls.contains(call) { counts[thread, default: [:]][call, default: 0] += 1 }
        }
        return counts.values.reduce(into: [:]) { $0.merge($1) { max($0, $1) } }
    }
}
