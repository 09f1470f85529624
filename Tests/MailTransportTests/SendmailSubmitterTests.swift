import Foundation
import Glibc
import ReturnPathCore
import TestSupport
import Testing

@testable import MailTransport

extension ProgramTests {
    @Suite("Submission by sendmail(1)")
    struct SendmailSubmitterTests {
        @Test("arguments, input and environment are exactly as documented")
        func exact() async throws {
            let program = try RecordingProgram()
            let message = Array("Subject: test\n\n.\n..\n.\nend\n".utf8)
            try await submitter(program).submit(submission(message: message))
            #expect(
                program.arguments == [
                    "-C", program.folder.path, "-i", "-f", "bounce+t0ken@dual.checker.example",
                    "-V", "t0ken-1", "-N", "success,failure,delay", "-R", "hdrs",
                    "--", "person@sender.example",
                ])
            #expect(program.input == message)
            #expect(program.environmentNames == ["PATH", "LANG"])
        }

        @Test(
            "recipients that look like something else stay recipients",
            arguments: [
                "-t@sender.example", "-C/etc@sender.example", "$HOME`id`@sender.example",
                "a'b@sender.example",
                "|cat@sender.example", #""a, b"@sender.example"#, "user@[IPv6:2001:db8::1]",
                "žofie@sender.example", "--@sender.example",
            ])
        func recipient(_ address: String) async throws {
            let program = try RecordingProgram()
            try await submitter(program).submit(submission(recipient: address))
            #expect(program.arguments.suffix(2) == ["--", address])
        }

        @Test(
            "an exit status says whether a repeat can help",
            arguments: [
                (75, true), (69, true), (70, true), (71, true), (77, true), (78, true), (1, true),
                (127, true),
                (64, false), (65, false), (67, false), (68, false),
            ] as [(Int32, Bool)])
        func refused(status: Int32, isTemporary: Bool) async throws {
            let program = try RecordingProgram(
                then: "echo >&2; printf 'sendmail: fatal: \\033[1mno\\n' >&2; echo more >&2; exit \(status)")
            let error = await #expect(throws: SubmissionError.self) {
                try await submitter(program).submit(submission())
            }
            let text = "sendmail: fatal: [1mno"
            #expect(error == .refused(program: program.path, ending: .exited(status), text: text))
            #expect(error?.isTemporary == isTemporary)
            #expect(error?.problem == "\(program.path) ended with exit status \(status): \(text)")
        }

        @Test("a signal is temporary")
        func signalled() async throws {
            let program = try RecordingProgram(then: "kill -9 $$")
            let error = await #expect(throws: SubmissionError.self) {
                try await submitter(program).submit(submission())
            }
            #expect(error == .refused(program: program.path, ending: .signalled(9), text: ""))
            #expect(error?.isTemporary == true)
        }

        @Test("a missing program and one that may not be executed are told")
        func missing() async throws {
            let program = try RecordingProgram()
            for path in ["/nonexistent/sendmail", program.folder.path + "/main.cf"] {
                let error = await #expect(throws: SubmissionError.self) {
                    try await SendmailSubmitter(program: path, instance: instance(program))
                        .submit(submission())
                }
                #expect(error == .programMissing(program: path))
                #expect(error?.isTemporary == true)
            }
        }

        @Test("a missing instance is told before anything is started")
        func missingInstance() async throws {
            let program = try RecordingProgram()
            for directory in [program.folder.path + "/none", "relative"] {
                let submitter = SendmailSubmitter(
                    program: program.path, instance: PostfixInstance(configurationDirectory: directory))
                await #expect(throws: SubmissionError.instanceMissing(configurationDirectory: directory)) {
                    try await submitter.submit(submission())
                }
            }
            #expect(!program.hasRun)
        }

        @Test("a program that hangs is killed, and its children with it")
        func hanging() async throws {
            let program = try RecordingProgram(
                then: "trap '' TERM; sleep 60 & echo $! > \"$FOLDER/child\"; sleep 60")
            let start = ContinuousClock.now
            await #expect(
                throws: SubmissionError.timedOut(program: program.path, after: .milliseconds(500))
            ) {
                try await submitter(program, timeout: .milliseconds(500)).submit(submission())
            }
            #expect(ContinuousClock.now - start < .seconds(10))
            let child = String(decoding: program.record("child"), as: UTF8.self)
                .trimmingCharacters(in: .whitespacesAndNewlines)
            let processID = try #require(Int32(child))
            #expect(try await ends(processID))
        }

        @Test("cancelling the task kills the program and says so")
        func cancelled() async throws {
            let program = try RecordingProgram(then: "sleep 60")
            let task = Task { try await submitter(program).submit(submission()) }
            while !program.hasRun { try await Task.sleep(for: .milliseconds(5)) }
            task.cancel()
            await #expect(throws: SubmissionError.interrupted(program: program.path)) {
                try await task.value
            }
        }

        @Test("a program that does not read its input tells its status all the same", arguments: [0, 75])
        func unread(status: Int32) async throws {
            let program = try RecordingProgram(then: "exec <&-; exit \(status)", readsInput: false)
            let message = [UInt8](repeating: 0x61, count: 5 << 20)
            let submission = submission(message: message)
            if status == 0 {
                try await submitter(program).submit(submission)
            } else {
                await #expect(
                    throws: SubmissionError.refused(
                        program: program.path, ending: .exited(status), text: "")
                ) {
                    try await submitter(program).submit(submission)
                }
            }
        }

        @Test("a program finds the whole message before it starts, so that our death cannot cut it")
        func whole() async throws {
            let program = try RecordingProgram(
                then: "stat -L -c %s /dev/stdin > \"$(dirname \"$0\")/size\"", readsInput: false)
            try await submitter(program).submit(submission(message: [UInt8](repeating: 0x61, count: 5 << 20)))
            #expect(String(decoding: program.record("size"), as: UTF8.self) == "5242880\n")
        }

        @Test("five megabytes arrive whole")
        func large() async throws {
            let program = try RecordingProgram()
            let message = (0..<5 << 20).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            try await submitter(program).submit(submission(message: message))
            #expect(program.input == message)
        }

        @Test("a flood on standard error is read, and its first line kept")
        func flood() async throws {
            let program = try RecordingProgram(
                then: "echo first >&2; head -c 20000000 /dev/zero | tr '\\0' x >&2; exit 75")
            await #expect(
                throws: SubmissionError.refused(
                    program: program.path, ending: .exited(75), text: "first")
            ) {
                try await submitter(program).submit(submission())
            }
        }

        @Test("a child left behind with standard error open is not waited for")
        func leftBehind() async throws {
            let program = try RecordingProgram(then: "sleep 20 & echo why >&2; exit 75")
            let start = ContinuousClock.now
            await #expect(
                throws: SubmissionError.refused(program: program.path, ending: .exited(75), text: "why")
            ) {
                try await submitter(program).submit(submission())
            }
            #expect(ContinuousClock.now - start < .seconds(10))
        }
    }
}

private func submitter(_ program: RecordingProgram, timeout: Duration = .seconds(30)) -> SendmailSubmitter {
    SendmailSubmitter(program: program.path, instance: instance(program), timeout: timeout)
}

private func instance(_ program: RecordingProgram) -> PostfixInstance {
    PostfixInstance(configurationDirectory: program.folder.path)
}

private func submission(
    recipient: String = "person@sender.example", message: [UInt8] = Array("Subject: a\n\nb\n".utf8)
) -> Submission {
    Submission(
        envelopeSender: "bounce+t0ken@dual.checker.example", recipient: recipient, envelopeID: "t0ken-1",
        message: message)
}

/// Whether a process ends, or is a zombie that nobody has asked about, within five seconds.
private func ends(_ processID: Int32) async throws -> Bool {
    for _ in 0..<500 {
        let status = try? String(contentsOfFile: "/proc/\(processID)/stat", encoding: .utf8)
        guard let status, !status.contains(") Z ") else { return true }
        try await Task.sleep(for: .milliseconds(10))
    }
    return false
}
