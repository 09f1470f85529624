import Foundation
import TestSupport
import Testing

@Suite("Backup and restore")
struct BackupTests {
    private static func path(_ installation: TestInstallation) -> String {
        installation.folder.appendingPathComponent("backup").path
    }

    private static func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    /// Overwrites a part of the database, as a failing disk would.
    static func damage(_ installation: TestInstallation, from start: UInt64 = 0, octets: Int = 4096) throws {
        try installation.waitForRunner()
        #expect(try installation.run(["reconcile"]).status == 0)
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: installation.store))
        try file.seek(toOffset: start)
        try file.write(contentsOf: Data(repeating: 0x5A, count: octets))
        try file.close()
        for suffix in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: installation.store + suffix)
        }
    }

    @Test("a backup is made while others write, is one file for its owner, and replaces nothing unasked")
    func backup() async throws {
        let installation = try TestInstallation()
        #expect(try installation.receive(.request()).status == 0)
        let path = Self.path(installation)
        try await withThrowingTaskGroup(of: Int32.self) { group in
            for number in 0..<10 {
                group.addTask {
                    try installation.receive(.request(from: "n\(number)@tester.example", id: "n\(number)"))
                        .status
                }
            }
            group.addTask { try installation.run(["backup", path]).status }
            for try await status in group { #expect(status == 0) }
        }
        #expect(try Self.mode(path) == 0o600)
        #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
        #expect(!FileManager.default.fileExists(atPath: path + ".new"))
        let again = try installation.run(["backup", path])
        #expect(again.status == 75 && again.errors.contains("already"))
        try installation.waitForRunner()
        let forced = try installation.run(["backup", "--force", path])
        #expect(forced.status == 0)
        #expect(forced.output.contains("message: 11\n") && forced.output.contains("The key is not in it."))
        let key = try String(
            contentsOf: installation.folder.appendingPathComponent("key"), encoding: .utf8
        ).prefix(64)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)).range(of: Data(key.utf8)) == nil)
    }

    static let commands = [
        ["receive"], ["reconcile"], ["run-outbox"], ["status"], ["stats"], ["rejudge"],
        ["backup", "/dev/null/x"],
        ["export", "anna@tester.example"], ["forget", "--yes", "anna@tester.example"], ["init"],
    ]

    @Test("a damaged database is refused by every command, with a remedy", arguments: commands)
    func refused(command: [String]) throws {
        let installation = try TestInstallation()
        try Self.damage(installation)
        let run =
            command == ["receive"] ? try installation.receive(.request()) : try installation.run(command)
        #expect(run.status == 75)
        let text = run.output + run.errors
        #expect(text.contains("is damaged"), "\(text)")
        #expect(command == ["receive"] || text.contains("sixreturn restore FILE"), "\(text)")
    }

    @Test("restore puts the damaged database aside, and what came in since the backup is read again")
    func restore() throws {
        let installation = try TestInstallation()
        let path = Self.path(installation)
        #expect(try installation.receive(.request()).status == 0)
        try installation.waitForRunner()
        #expect(try installation.run(["backup", path]).status == 0)
        #expect(try installation.receive(.request(from: "bob@other.example", id: "bob")).status == 0)
        try installation.waitForRunner()
        let run = try installation.run(["restore", path])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("Messages taken over from it: 1\n"), "\(run.output)")
        #expect(try installation.query("SELECT count(*) FROM checkRun") == "1")
        #expect(try installation.run(["reconcile"]).status == 0)
        #expect(try installation.query("SELECT count(*) FROM checkRun") == "2")
        #expect(try installation.query("SELECT journal_mode FROM pragma_journal_mode") == "wal")
        #expect(try installation.run(["doctor"]).output.contains("ok      database"))

        try Self.damage(installation)
        let second = try installation.run(["restore", path])
        #expect(second.status == 0, "\(second.errors)")
        #expect(try installation.query("SELECT count(*) FROM message") == "1")
        let names = try FileManager.default.contentsOfDirectory(atPath: installation.folder.path)
        #expect(names.contains { $0.hasPrefix("store.sqlite.broken-") })
        #expect(try installation.receive(.request(from: "carl@other.example", id: "carl")).status == 0)
    }

    @Test("init makes no empty database while another is put aside")
    func unfinished() throws {
        let installation = try TestInstallation()
        let path = Self.path(installation)
        #expect(try installation.receive(.request()).status == 0)
        try installation.waitForRunner()
        #expect(try installation.run(["backup", path]).status == 0)
        let run = try installation.run(
            ["restore", path],
            wrapper: [
                Killer.strace, "-f", "-qq", "-o", "/dev/null", "-e", "trace=rename", "-e",
                "inject=rename:signal=SIGKILL:when=2",
            ])
        #expect(run.status != 0)
        #expect(!FileManager.default.fileExists(atPath: installation.store))
        let refused = try installation.run(["init"])
        #expect(refused.status != 0 && refused.errors.contains("sixreturn restore FILE"), "\(refused.errors)")
        #expect(try installation.run(["restore", path]).status == 0)
        #expect(try installation.run(["init"]).status == 0)
        #expect(
            try installation.files(beginningWith: "store.sqlite.broken-").filter {
                !$0.contains("-wal") && !$0.contains("-shm")
            }.count == 1)
    }

    @Test("restore changes nothing where the backup is no backup")
    func noBackup() throws {
        let installation = try TestInstallation()
        #expect(try installation.receive(.request()).status == 0)
        for path in [installation.configuration, installation.folder.appendingPathComponent("none").path] {
            let run = try installation.run(["restore", path])
            #expect(run.status == 75)
            #expect(try installation.query("SELECT count(*) FROM message") == "1")
        }
    }
}
