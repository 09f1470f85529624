import Foundation
import Glibc
import MailTransport
import TestSupport
import Testing

extension ProgramTests {
    @Suite("Detached processes")
    struct DetachedProcessTests {
        @Test("it has a session of its own, no descriptors of ours and an empty environment")
        func detached() async throws {
            var pipe: [Int32] = [0, 0]
            #expect(Glibc.pipe(&pipe) == 0)
            defer { pipe.forEach { close($0) } }
            let program = try RecordingProgram(
                then: """
                    ls -l /proc/$$/fd > "$FOLDER/descriptors"
                    cut -d ' ' -f 6 /proc/$$/stat > "$FOLDER/session"
                    grep -E 'Sig(Blk|Ign)' /proc/$$/status > "$FOLDER/signals"
                    sleep 0.2; echo done > "$FOLDER/done"
                    """, readsInput: false)
            let start = ContinuousClock.now
            let processID = try DetachedProcess.start(program.path, arguments: ["-x", "a b", ""])
            let taken = ContinuousClock.now - start
            #expect(taken < .milliseconds(100), "it must not wait for the program")

            try await wait { program.record("done") == Data("done\n".utf8) }
            #expect(program.arguments == ["-x", "a b", ""])
            #expect(program.environmentNames == ["PATH", "LANG"])
            #expect(text(program, "session") == "\(processID)")
            // Its script and the file that the list is written to are the shell's own.
            let lines = text(program, "descriptors").split(separator: "\n").filter { $0.contains("->") }
            let foreign = lines.filter {
                !$0.hasSuffix("/dev/null") && !$0.contains(program.folder.lastPathComponent)
            }
            #expect(lines.filter { $0.hasSuffix("/dev/null") }.count == 3)
            #expect(foreign.isEmpty, "\(foreign)")
            #expect(!text(program, "signals").contains("SigIgn:\t0000000000001000"), "SIGPIPE is ignored")
            var status: Int32 = 0
            #expect(waitpid(processID, &status, 0) == processID)
        }

        @Test("it outlives the process that started it")
        func outlives() async throws {
            let program = try RecordingProgram(
                then: "sleep 0.3; echo done > \"$FOLDER/done\"", readsInput: false)
            await #expect(processExitsWith: .exitCode(7)) { [path = program.path as String] in
                exit(try DetachedProcess.start(path, arguments: []) > 0 ? 7 : 1)
            }
            try await wait { program.record("done") == Data("done\n".utf8) }
        }

        @Test("what cannot be started is told")
        func missing() throws {
            let program = try RecordingProgram()
            for path in ["/nonexistent/program", program.folder.path + "/main.cf", program.path + "/x"] {
                #expect(throws: DetachedProcessError.programMissing(program: path)) {
                    try DetachedProcess.start(path, arguments: [])
                }
            }
            #expect(throws: DetachedProcessError.self) {
                try DetachedProcess.start("/bin/true", arguments: ["a\u{0}b"])
            }
            let error = #expect(throws: DetachedProcessError.self) {
                let huge = String(repeating: "a", count: 200_000)
                try DetachedProcess.start("/bin/true", arguments: [huge])
            }
            #expect(error?.problem == "cannot start /bin/true: Argument list too long")
        }

        @Test("starting is cheap")
        func cheap() throws {
            var times: [Duration] = []
            for _ in 0..<50 {
                let start = ContinuousClock.now
                let processID = try DetachedProcess.start("/bin/true", arguments: [])
                times.append(ContinuousClock.now - start)
                var status: Int32 = 0
                #expect(waitpid(processID, &status, 0) == processID)
                #expect(status == 0)
            }
            // A millisecond is meant; a machine that is busy gets twenty.
            #expect(times.sorted()[25] < .milliseconds(20))
        }

        private func text(_ program: RecordingProgram, _ name: String) -> String {
            String(decoding: program.record(name), as: UTF8.self).trimmingCharacters(in: .newlines)
        }

        private func wait(until condition: () -> Bool) async throws {
            for _ in 0..<1000 where !condition() { try await Task.sleep(for: .milliseconds(10)) }
            #expect(condition())
        }
    }
}
