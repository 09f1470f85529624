import Foundation
import Glibc
import ReturnPathCore

/// The built program with a configuration, a key and a database of its own, in a temporary folder; in
/// place of sendmail(1) and postqueue(1) stand small programs that write down what they get.
package final class TestInstallation: Sendable {
    package let folder: URL

    /// The program: what SIXRETURN_BINARY names, else the debug build.
    package static var program: String {
        ProcessInfo.processInfo.environment["SIXRETURN_BINARY"]
            ?? TestSupport.folder("../../.build/debug/sixreturn").standardizedFileURL.path
    }

    /// The configuration file.
    package var configuration: String { folder.appendingPathComponent("sixreturn.toml").path }
    /// The database.
    package var store: String { folder.appendingPathComponent("store.sqlite").path }

    /// Whether senders for whom nobody vouches are asked to confirm.
    private let invites: Bool

    /// Makes a new installation, or a copy of another with all that is in it.
    package init(copying other: TestInstallation? = nil, invites: Bool = false) throws {
        self.invites = other?.invites ?? invites
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "sixreturn-\(UUID().uuidString)")
        if let other {
            try FileManager.default.copyItem(at: other.folder, to: folder)
        } else {
            for name in ["new", "sent"] {
                try FileManager.default.createDirectory(
                    at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
            }
            try Data().write(to: folder.appendingPathComponent("main.cf"))
        }
        try text.write(toFile: configuration, atomically: true, encoding: .utf8)
        if other == nil { _ = try run(["init"]) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private var text: String {
        let programs = TestSupport.folder("Programs")
        return """
            [names]
            dual = "dual.check.example"
            author = "author.check.example"
            six = "six.check.example"
            test = "test.check.example"
            bare = "bare.check.example"
            [service]
            operator = "postmaster@check.example"
            [store]
            path = "\(store)"
            key_file = "\(folder.appendingPathComponent("key").path)"
            [sending]
            config_directory = "\(folder.path)"
            sendmail = "\(programs.appendingPathComponent("sendmail").path)"
            log = "\(folder.appendingPathComponent("v6only.log").path)"
            postqueue = "\(programs.appendingPathComponent("postqueue").path)"
            [authentication]
            authserv_id = "mx.check.example"
            invite = \(invites)
            [timing]
            settle = "0s"
            spacing = "0s"

            """
    }

    /// How a run of a program ended.
    package struct Run: Sendable {
        /// The exit status; 128 and the signal's number where a signal ended it.
        package let status: Int32
        package let output: String
        package let errors: String
    }

    /// Runs a command of the program with this installation's configuration.
    ///
    /// - Parameters:
    ///   - wrapper: A program and its arguments that run the command, such as strace.
    ///   - isNested: Whether the command has a name of two words.
    package func run(
        _ arguments: [String], input: [UInt8] = [], wrapper: [String] = [], isNested: Bool = false
    ) throws -> Run {
        let name = arguments.prefix(isNested ? 2 : 1)
        return try Self.start(
            wrapper + [Self.program] + name + ["--config=\(configuration)"] + arguments.dropFirst(name.count),
            input: input)
    }

    /// Runs any program, its standard streams in files.
    package static func start(_ words: [String], input: [UInt8] = []) throws -> Run {
        let base = FileManager.default.temporaryDirectory.appendingPathComponent("run-\(UUID().uuidString)")
        let files = ["in", "out", "err"].map { base.appendingPathExtension($0) }
        defer { files.forEach { try? FileManager.default.removeItem(at: $0) } }
        try Data(input).write(to: files[0])
        for file in files.dropFirst() { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: words[0])
        process.arguments = Array(words.dropFirst())
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        let status =
            process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
        return Run(
            status: status, output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
    }

    /// Takes in a message as pipe(8) would hand it over.
    package func receive(_ mail: TestMail, wrapper: [String] = []) throws -> Run {
        try run(mail.arguments, input: mail.bytes, wrapper: wrapper)
    }

    /// What was submitted: arguments, a line each, and the message behind `--message--`.
    package func sent() throws -> [String] {
        let folder = folder.appendingPathComponent("sent")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
            String(decoding: try Data(contentsOf: folder.appendingPathComponent($0)), as: UTF8.self)
        }
    }

    /// The roles of what was submitted, sorted; a mail that was submitted twice stands there twice.
    package func sentRoles() throws -> [String] {
        try sent().compactMap { $0.firstMatch(of: /\n-f\n([a-z0-9]+)-/).map { String($0.output.1) } }.sorted()
    }

    /// The envelope sender of the mail of a role, once it was submitted.
    package func sender(of role: String) throws -> String? {
        try sent().lazy.compactMap { $0.firstMatch(of: /\n-f\n([a-z0-9]+-[a-z2-7]{32}@[a-z.]+)\n/) }
            .map { String($0.output.1) }.first { $0.hasPrefix("\(role)-") }
    }

    /// Waits until a condition holds, at most half a minute.
    package func waitUntil(_ condition: () throws -> Bool) throws -> Bool {
        for _ in 0..<600 {
            if try condition() { return true }
            usleep(50_000)
        }
        return try condition()
    }

    /// Waits until no process carries effects out: what is copied then is at rest.
    package func waitForRunner() throws { try holdingRunner {} }

    /// The first value of the first row that a statement finds in the database, or in another one, as text.
    package func query(_ statement: String, in path: String? = nil) throws -> String {
        try Self.start([
            "/usr/bin/python3", "-c",
            "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchone()[0], end='')",
            path ?? store, statement,
        ]).output
    }

    /// Everything in the database, as statements of SQL.
    package func dump() throws -> String {
        try Self.start([
            "/usr/bin/python3", "-c",
            "import sqlite3, sys; print(*sqlite3.connect(sys.argv[1]).iterdump(), sep='\\n')", store,
        ]).output
    }

    /// Makes of the database one as the first version of the program made it.
    package func makeOlder() throws -> Run {
        try Self.start([TestSupport.folder("Programs").appendingPathComponent("older-database").path, store])
    }

    /// Lets it look as if the timer had run for long, and last at a moment.
    package func setTimer(lastRun: Date, steadySince: Date) throws {
        let path = store + ".reconciled"
        try "\(Int(steadySince.timeIntervalSince1970))\n".write(
            toFile: path, atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.modificationDate: lastRun], ofItemAtPath: path)
    }

    /// The names of the files beside the database that begin as it does.
    package func files(beginningWith prefix: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix(prefix) }
            .sorted()
    }

    /// Changes the database behind the program's back.
    package func change(_ statements: String) throws -> Run {
        try Self.start([
            "/usr/bin/python3", "-c",
            "import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript(sys.argv[2])", store, statements,
        ])
    }

    /// Keeps every runner from working while `work` runs, so that effects stay in the outbox.
    package func holdingRunner<Value>(_ work: () throws -> Value) throws -> Value {
        let handle = open(store + ".runner", O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        defer { close(handle) }
        guard handle >= 0, flock(handle, LOCK_EX) == 0 else { throw POSIXError(.EDEADLK) }
        return try work()
    }
}

/// A message and its envelope, for `sixreturn receive`.
package struct TestMail: Sendable {
    package var sender: String
    package var recipient: String
    package var instance = "operator"
    package var bytes: [UInt8]

    package init(sender: String, recipient: String, instance: String = "operator", bytes: [UInt8]) {
        self.sender = sender
        self.recipient = recipient
        self.instance = instance
        self.bytes = bytes
    }

    package var arguments: [String] {
        [
            "receive", "--instance=\(instance)", "--sender=\(sender)", "--recipient=\(recipient)",
            "--client-address=2001:db8:1::25", "--client-name=out.tester.example",
            "--helo=out.tester.example",
            "--queue-id=4ABC123",
        ]
    }

    /// A request that our own server vouches for.
    package static func request(from sender: String = "anna@tester.example", id: String = "hello") -> TestMail
    {
        let domain = sender.split(separator: "@").last ?? ""
        return TestMail(
            sender: sender, recipient: "test@test.check.example",
            bytes: Array(
                """
                Authentication-Results: mx.check.example; spf=pass smtp.mailfrom=\(domain)
                Received: from out.tester.example by mx.check.example (Postfix) with ESMTPS id 4ABC123; now
                From: <\(sender)>
                Message-ID: <\(id)@tester.example>

                Does it come back?

                """.utf8))
    }

    /// The same request where nobody vouches for it.
    package static func unvouched(from sender: String = "anna@tester.example", id: String = "hello")
        -> TestMail
    {
        var mail = request(from: sender, id: id)
        let text = String(decoding: mail.bytes, as: UTF8.self)
        mail.bytes = Array(text.drop { $0 != "\n" }.dropFirst().utf8)
        return mail
    }

    /// What a person writes to an address of ours.
    package static func answer(to recipient: String, from sender: String = "anna@tester.example") -> TestMail
    {
        TestMail(
            sender: sender, recipient: recipient,
            bytes: Array(
                "From: <\(sender)>\nSubject: Re: please\nMessage-ID: <a@tester.example>\n\nyes\n".utf8))
    }

    /// What our own instance reports when a host has taken a mail.
    package static func relayed(_ sender: String) -> TestMail {
        TestMail(sender: "", recipient: sender, instance: "v6only", bytes: DSN.relayed())
    }
}
