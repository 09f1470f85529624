import Foundation
import Glibc
import TestSupport
import Testing

/// What docs/reliability.md says of each fault, through the program itself: while it lasts nothing is taken that
/// could be lost, and afterwards nothing is missing.
@Suite("Everything fails once", .serialized)
struct FaultTests {
    /// Ends a run as the fault makes it; then the same message comes again without the fault.
    private static func mended(_ installation: TestInstallation) throws {
        #expect(try installation.receive(.request()).status == 0)
        #expect(try installation.waitUntil { try installation.sentRoles() == ["c"] })
        #expect(try installation.query("SELECT count(*) FROM message") == "1")
        #expect(try installation.query("SELECT quick_check FROM pragma_quick_check") == "ok")
    }

    /// Lets system calls on the database's files fail.
    private static func failing(_ calls: String, _ error: String, _ installation: TestInstallation)
        -> [String]
    {
        [
            Killer.strace, "-qq", "-o", "/dev/null", "-e", "trace=\(calls)", "-e",
            "inject=\(calls):error=\(error)",
        ]
            + ["", "-wal", "-shm"].flatMap { ["-P", installation.store + $0] }
    }

    /// Puts another program in the place of one that the configuration names.
    private static func replace(_ key: String, by path: String, in installation: TestInstallation) throws {
        let text = try String(contentsOfFile: installation.configuration, encoding: .utf8)
        let line = try Regex("\(key) = \"[^\"]*\"")
        try text.replacing(line, with: "\(key) = \"\(path)\"").write(
            toFile: installation.configuration, atomically: true, encoding: .utf8)
    }

    @Test("disk full")
    func diskFull() throws {
        let installation = try TestInstallation()
        let run = try installation.receive(
            .request(), wrapper: Self.failing("pwrite64", "ENOSPC", installation))
        #expect(run.status == 75)
        #expect(run.output.hasPrefix("4.3.0 the disk is full"), "\(run.output)")
        try Self.mended(installation)
    }

    @Test("read-only file system, and a disk that fails", arguments: ["EROFS", "EIO"])
    func readOnly(error: String) throws {
        let installation = try TestInstallation()
        let calls = error == "EROFS" ? "openat" : "pwrite64"
        let run = try installation.receive(.request(), wrapper: Self.failing(calls, error, installation))
        #expect(run.status == 75)
        #expect(run.output.hasPrefix("4.3.0 the d"), "\(run.output)")
        try Self.mended(installation)
    }

    @Test("locked for seconds")
    func locked() throws {
        let installation = try TestInstallation()
        let held = installation.folder.appendingPathComponent("held").path
        let holder = """
            import os, sqlite3, sys, time
            if os.fork(): os._exit(0)
            os.closerange(3, 1000)
            database = sqlite3.connect(sys.argv[1], isolation_level=None)
            database.execute("BEGIN IMMEDIATE")
            open(sys.argv[2], "w").close()
            time.sleep(3)
            database.execute("ROLLBACK")
            """
        _ = try TestInstallation.start(["/usr/bin/python3", "-c", holder, installation.store, held])
        #expect(try installation.waitUntil { FileManager.default.fileExists(atPath: held) })
        let start = ContinuousClock.now
        try Self.mended(installation)
        #expect(ContinuousClock.now - start > .seconds(1))
    }

    @Test("write-ahead log missing")
    func logMissing() throws {
        let installation = try TestInstallation()
        #expect(try installation.run(["reconcile"]).status == 0)
        for suffix in ["-wal", "-shm"] {
            try FileManager.default.removeItem(atPath: installation.store + suffix)
        }
        try Self.mended(installation)
    }

    @Test("sendmail absent, or says 75", arguments: [true, false])
    func sendmail(isAbsent: Bool) throws {
        let installation = try TestInstallation()
        let program = try RecordingProgram(then: "echo 'the mail system is down' >&2; exit 75")
        let before = try String(contentsOfFile: installation.configuration, encoding: .utf8)
        try Self.replace("sendmail", by: isAbsent ? "/nonexistent/sendmail" : program.path, in: installation)
        #expect(try installation.receive(.request()).status == 0)
        #expect(try installation.waitUntil { try installation.query("SELECT attempts FROM effect") == "1" })
        try installation.waitForRunner()
        _ = try installation.change("UPDATE effect SET notBefore = 0")
        let run = try installation.run(["reconcile"])
        #expect(run.status == 0)
        #expect(run.errors.contains(isAbsent ? "cannot execute" : "the mail system is down"), "\(run.errors)")
        #expect(try installation.query("SELECT count(*) FROM effect WHERE endedAt IS NULL") == "1")
        try before.write(toFile: installation.configuration, atomically: true, encoding: .utf8)
        _ = try installation.change("UPDATE effect SET notBefore = 0")
        #expect(try installation.run(["reconcile"]).status == 0)
        try Self.mended(installation)
    }

    @Test("sendmail hangs: mail is taken in meanwhile")
    func hanging() throws {
        let installation = try TestInstallation()
        let program = try RecordingProgram(then: "sleep 6; exit 75")
        let before = try String(contentsOfFile: installation.configuration, encoding: .utf8)
        try Self.replace("sendmail", by: program.path, in: installation)
        let start = ContinuousClock.now
        #expect(try installation.receive(.request()).status == 0)
        #expect(try installation.waitUntil { program.hasRun })
        #expect(try installation.receive(.request()).status == 0)
        #expect(ContinuousClock.now - start < .seconds(6))
        try before.write(toFile: installation.configuration, atomically: true, encoding: .utf8)
        try installation.waitForRunner()
        _ = try installation.change("UPDATE effect SET notBefore = 0")
        try Self.mended(installation)
    }

    @Test("the sending instance is stopped")
    func stopped() throws {
        let installation = try TestInstallation()
        let program = try RecordingProgram(then: "echo 'mail system is down' >&2; exit 69", readsInput: false)
        try Self.replace("postqueue", by: program.path, in: installation)
        #expect(try installation.receive(.request()).status == 0)
        try installation.waitForRunner()
        let run = try installation.run(["reconcile"])
        #expect(run.status == 0 && run.errors.contains("mail system is down"), "\(run.errors)")
        try Self.mended(installation)
    }

    @Test("DNS is dead")
    func resolver() throws {
        let installation = try TestInstallation()
        #expect(try installation.holdingRunner { try installation.receive(.request()).status } == 0)
        let run = try installation.run(
            ["reconcile"],
            wrapper: [
                Killer.strace, "-f", "-qq", "-o", "/dev/null", "-e", "trace=connect,sendto", "-e",
                "inject=connect,sendto:error=ENETUNREACH",
            ])
        #expect(run.status == 0, "\(run.errors)")
        try Self.mended(installation)
    }

    @Test("the clock was an hour ahead, or is a year ahead now", arguments: [3600, -365 * 86_400])
    func clock(shift: Int) throws {
        let installation = try TestInstallation()
        #expect(try installation.receive(.request(from: "bob@other.example", id: "bob")).status == 0)
        #expect(try installation.waitUntil { try installation.sentRoles() == ["c"] })
        try installation.waitForRunner()
        // What was written before the jump is as far off as the clock has jumped.
        _ = try installation.change(
            """
            UPDATE checkRun SET openedAt = openedAt + \(shift), due = due + \(shift);
            UPDATE evidence SET at = at + \(shift);
            UPDATE effect SET issuedAt = issuedAt + \(shift), notBefore = notBefore + \(shift);
            """)
        #expect(try installation.run(["reconcile"]).status == 0)
        #expect(try installation.receive(.request()).status == 0)
        #expect(try installation.waitUntil { try installation.sentRoles().count { $0 == "c" } == 2 })
        try installation.waitForRunner()
        // Ahead by a year: silence is concluded, and said. Nothing of ours waits for ever.
        #expect(try installation.sentRoles().contains("v1") == (shift < 0))
        #expect(try installation.query("SELECT count(*) FROM message") == "2")
    }

    @Test("the clock leaps ahead by a year: what is past its time is removed when it has stayed for a day")
    func leap() throws {
        let installation = try TestInstallation()
        #expect(try installation.receive(.request()).status == 0)
        #expect(try installation.waitUntil { try installation.sentRoles() == ["c"] })
        try installation.waitForRunner()
        let now = Date.now
        let year = 365 * 86_400
        /// What was written before the leap is as far off as the clock has leapt.
        func leap(by shift: Int) throws {
            _ = try installation.change(
                """
                UPDATE message SET receivedAt = receivedAt + \(shift);
                UPDATE checkRun SET openedAt = openedAt + \(shift), due = NULL;
                UPDATE evidence SET at = at + \(shift);
                """)
        }
        /// One run; what is left of messages and checks.
        func left(lastRun: Date, steadySince: Date) throws -> (rows: String, errors: String) {
            try installation.setTimer(lastRun: lastRun, steadySince: steadySince)
            let run = try installation.run(["reconcile"])
            #expect(run.status == 0)
            let rows = try installation.query(
                "SELECT (SELECT count(*) FROM message) || ' ' || (SELECT count(*) FROM checkRun)")
            return (rows, run.errors)
        }
        let longAgo = now - 2 * Double(year)
        try leap(by: -year)
        let first = try left(lastRun: now - Double(year), steadySince: longAgo)
        #expect(first.rows == "1 1" && first.errors.contains("The clock is 365 days later"), "\(first)")
        // The second run, with what the first has written down.
        #expect(try installation.run(["reconcile"]).errors == "")
        #expect(try installation.query("SELECT count(*) FROM message") == "1")
        // Set right within the day.
        try leap(by: year)
        let right = try left(lastRun: now + Double(year), steadySince: now + Double(year))
        #expect(right.rows == "1 1" && right.errors == "", "\(right)")
        // Not set right: for a day nothing happens, then all that is past its time goes.
        try leap(by: -year)
        #expect(try left(lastRun: now - 60, steadySince: now - 86_000).rows == "1 1")
        #expect(try left(lastRun: now - 60, steadySince: now - 86_500).rows == "0 0")
    }

    @Test("out of memory", arguments: [20, 40, 60, 80, 120])
    func memory(megabytes: Int) throws {
        let installation = try TestInstallation()
        let run = try installation.holdingRunner {
            let run = try installation.receive(
                .request(), wrapper: ["/usr/bin/prlimit", "--as=\(megabytes << 20)"])
            // The process that it starts has as little, and shall find the lock taken.
            sleep(1)
            return run
        }
        // Whoever is ended by a signal has not said yes, either.
        if run.status == 0 {
            #expect(try installation.query("SELECT count(*) FROM message WHERE state = 'sorted'") == "1")
        }
        try Self.mended(installation)
    }

    @Test("out of descriptors", arguments: 3...8)
    func descriptors(number: Int) throws {
        let installation = try TestInstallation()
        let run = try installation.receive(.request(), wrapper: ["/usr/bin/prlimit", "--nofile=\(number)"])
        if run.status == 0 {
            #expect(try installation.query("SELECT count(*) FROM message WHERE state = 'sorted'") == "1")
        }
        try Self.mended(installation)
    }

    @Test("the configuration is edited while mail comes in")
    func edited() throws {
        let installation = try TestInstallation()
        let text = try String(contentsOfFile: installation.configuration, encoding: .utf8)
        // Half of a file, as an editor might leave it for a moment.
        for half in ["", String(text.prefix(text.count / 2)), text + "\n[names]\n"] {
            try half.write(toFile: installation.configuration, atomically: true, encoding: .utf8)
            let run = try installation.receive(.request())
            #expect(run.status == 75 && run.output.hasPrefix("4.3.0 "), "\(run.output)")
            #expect(try installation.run(["reconcile"]).status == 75)
        }
        try text.write(toFile: installation.configuration, atomically: true, encoding: .utf8)
        try Self.mended(installation)
    }

    @Test(
        "two versions at once: the database is older, or newer, than the program", arguments: [true, false])
    func versions(isOlder: Bool) throws {
        let installation = try TestInstallation()
        _ = try installation.change(
            isOlder
                ? """
                DROP TABLE pastCheck; DROP TABLE invitation;
                DELETE FROM grdb_migrations WHERE identifier IN (
                    '6 past checks', '7 invitations', '8 domains as DNS has them')
                """
                : """
                CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;
                ALTER TABLE checkRun ADD COLUMN later TEXT;
                INSERT INTO grdb_migrations VALUES ('something later')
                """)
        try Self.mended(installation)
        #expect(try installation.run(["reconcile"]).status == 0)
        #expect(try installation.run(["stats"]).status == 0)
        #expect(try installation.query("SELECT count(*) FROM pastCheck") == "0")
    }
}
