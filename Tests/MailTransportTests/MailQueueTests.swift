import Foundation
import TestSupport
import Testing

@testable import MailTransport

private let first = """
    {"queue_name": "deferred", "queue_id": "6B1A3C0E21", "arrival_time": 1790000000, "message_size": 2311, \
    "forced_expire": false, "sender": "probe+t0ken@dual.checker.example", "recipients": [\
    {"address": "person@sender.example", "delay_reason": "connect to mx.sender.example[2001:db8::25]:25: \
    Connection timed out"}]}
    """
private let second = """
    {"queue_name": "active", "queue_id": "4hB2", "arrival_time": 1790000001, "message_size": 9, \
    "forced_expire": false, "sender": "MAILER-DAEMON", "recipients": [{"address": "a@b.example"}, \
    {"address": "c@b.example"}]}
    """

@Suite("Lines of postqueue -j")
struct QueueListingTests {
    @Test("reads what Postfix writes")
    func reads() throws {
        let listing = QueueListing(reading: Array("\(first)\n\(second)\n".utf8), isWhole: true)
        let reason = "connect to mx.sender.example[2001:db8::25]:25: Connection timed out"
        #expect(
            listing.mails == [
                QueuedMail(
                    queueName: "deferred", queueID: "6B1A3C0E21", arrivalTime: 1_790_000_000,
                    sender: "probe+t0ken@dual.checker.example",
                    recipients: [.init(address: "person@sender.example", delayReason: reason)]),
                QueuedMail(
                    queueName: "active", queueID: "4hB2", arrivalTime: 1_790_000_001,
                    sender: "MAILER-DAEMON",
                    recipients: [
                        .init(address: "a@b.example", delayReason: nil),
                        .init(address: "c@b.example", delayReason: nil),
                    ]),
            ])
        #expect(listing.brokenLines == 0)
        #expect(listing.isComplete)
    }

    @Test("skips and counts broken lines")
    func broken() {
        let lines = [
            "Mail queue is empty", first, "{", "[]", "null", "{\"queue_name\": 1}", "\u{0}", second,
            String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 50_000),
            first.replacingOccurrences(of: "1790000000", with: "1e400"),
        ]
        let text = lines.joined(separator: "\n").utf8 + [0x0a, 0xff, 0xfe, 0x0a]
        let listing = QueueListing(reading: Array(text), isWhole: true)
        #expect(listing.mails.count == 2)
        #expect(listing.brokenLines == 10)
        #expect(listing.isComplete)
    }

    @Test("an empty queue is a complete listing of nothing")
    func empty() {
        let listing = QueueListing(reading: [], isWhole: true)
        #expect(listing == QueueListing(mails: [], brokenLines: 0, isComplete: true))
    }

    @Test("a listing that was cut says so, and its last piece is not a broken line")
    func cut() {
        let text = Array("\(first)\n\(second)".utf8.dropLast(5))
        let piece = QueueListing(reading: text, isWhole: false)
        #expect(piece.mails.count == 1)
        #expect(piece.brokenLines == 0)
        #expect(!piece.isComplete)

        let lines = Array("\(first)\n\(second)\n\(first)\n".utf8)
        let limited = QueueListing(reading: lines, isWhole: true, mostLines: 2)
        #expect(limited.mails.count == 2)
        #expect(!limited.isComplete)
        #expect(QueueListing(reading: lines, isWhole: true, mostLines: 3).isComplete)
        #expect(QueueListing(reading: lines + [0x0A, 0x0A], isWhole: true, mostLines: 3).isComplete)
        #expect(!QueueListing(reading: text + [0x0A, 0x0A], isWhole: false, mostLines: 2).isComplete)
    }
}

extension ProgramTests {
    @Suite("The queue by postqueue(1)")
    struct MailQueueTests {
        @Test("asks for this instance's queue as JSON and reads it")
        func reads() async throws {
            let program = try RecordingProgram(then: "cat \"$FOLDER/listing\"")
            let lines = String(repeating: first + "\n", count: 5000)
            try lines.write(
                to: program.folder.appendingPathComponent("listing"), atomically: true, encoding: .utf8)
            let listing = try await queue(program).read()
            #expect(program.arguments == ["-c", program.folder.path, "-j"])
            #expect(program.environmentNames == ["PATH", "LANG"])
            #expect(listing.mails.count == 5000)
            #expect(listing.isComplete)
        }

        @Test("no output is an empty queue")
        func empty() async throws {
            let program = try RecordingProgram()
            let listing = try await queue(program).read()
            #expect(program.hasRun)
            #expect(listing == QueueListing(mails: [], brokenLines: 0, isComplete: true))
        }

        @Test("a failure is told in the program's words")
        func refused() async throws {
            let text = "postqueue: fatal: Queue report unavailable - mail system is down"
            let program = try RecordingProgram(then: "echo '\(text)' >&2; exit 69")
            let error = await #expect(throws: InstanceError.self) { try await queue(program).read() }
            #expect(error == .refused(program: program.path, ending: .exited(69), text: text))
            #expect(error?.problem == "\(program.path) ended with exit status 69: \(text)")
        }

        @Test("a program that hangs is killed")
        func hanging() async throws {
            let program = try RecordingProgram(then: "sleep 60")
            await #expect(
                throws: InstanceError.timedOut(program: program.path, after: .milliseconds(300))
            ) {
                try await queue(program, timeout: .milliseconds(300)).read()
            }
        }

        @Test("endless output is bounded in time and size")
        func endless() async throws {
            let program = try RecordingProgram(then: "exec yes")
            await #expect(
                throws: InstanceError.timedOut(program: program.path, after: .milliseconds(500))
            ) {
                try await queue(program, timeout: .milliseconds(500)).read()
            }
        }

        @Test("a missing program and a missing instance are told apart")
        func missing() async throws {
            let program = try RecordingProgram()
            let present = PostfixInstance(configurationDirectory: program.folder.path)
            await #expect(throws: InstanceError.programMissing(program: "/nonexistent/postqueue")) {
                try await MailQueue(program: "/nonexistent/postqueue", instance: present).read()
            }
            let absent = PostfixInstance(configurationDirectory: "/nonexistent")
            await #expect(throws: InstanceError.instanceMissing(configurationDirectory: "/nonexistent")) {
                try await MailQueue(program: program.path, instance: absent).read()
            }
        }

        private func queue(_ program: RecordingProgram, timeout: Duration = .seconds(30)) -> MailQueue {
            MailQueue(
                program: program.path,
                instance: PostfixInstance(configurationDirectory: program.folder.path), timeout: timeout)
        }
    }
}
