import Foundation
import TestSupport
import Testing

@Suite("Command line")
struct CommandLineTests {
    static let commands = [
        "receive", "reconcile", "status", "list", "policy", "block", "unblock", "blocked", "read", "rejudge",
        "init", "config", "doctor", "run-outbox",
        "export", "forget", "backup", "restore",
    ]
    /// Those that want to be told about what.
    static let commandsOfOneThing = ["read", "block", "unblock", "export", "forget", "backup", "restore"]

    @Test("every command explains itself, exit statuses included", arguments: commands)
    func help(command: String) throws {
        let run = try TestInstallation.start([TestInstallation.program, command, "--help"])
        #expect(run.status == 0)
        #expect(run.output.contains("Exit status") || run.output.contains("exit status"))
        #expect(run.output.contains("USAGE: sixreturn \(command)"))
    }

    @Test("every command has a manual page with all its options", arguments: commands)
    func manual(command: String) throws {
        let help = try TestInstallation.start([TestInstallation.program, command, "--help"]).output
        let page = try String(
            contentsOf: folder("../../docs/man/sixreturn.\(command).1").standardizedFileURL, encoding: .utf8)
        let options = help.matches(of: /\n  [^\n]*?(--[a-z-]+)/).map { String($0.output.1.dropFirst(2)) }
        #expect(!options.isEmpty)
        for option in options {
            #expect(page.contains(option.replacing("-", with: "\\-")) || page.contains(option), "\(option)")
        }
    }

    @Test("wrong arguments are named and end with 64", arguments: commands.dropFirst())
    func usage(command: String) throws {
        let words =
            [TestInstallation.program, command, "--bogus"]
            + (Self.commandsOfOneThing.contains(command) ? ["a@b.example"] : [])
        let run = try TestInstallation.start(words)
        #expect(run.status == 64)
        #expect(run.errors.contains("--bogus"))
    }

    @Test("status shows a check to people in 80 columns and to programs in JSON")
    func status() throws {
        let installation = try TestInstallation()
        #expect(try installation.receive(.request()).status == 0)
        #expect(try installation.waitUntil { try !installation.sent().isEmpty })
        let list = try installation.run(["status", "--format", "json"])
        let checks = try #require(
            try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [[String: Any]])
        let name = try #require(checks.first?["check"] as? String)
        #expect(checks.first?["verdict"] as? String == "waiting")
        let one = try installation.run(["status", String(name.prefix(5))])
        #expect(one.status == 4)
        #expect(one.output.contains(" works     1  Your mail to us over IPv6"))
        for line in (one.output + (try installation.run(["status"]).output)).split(separator: "\n") {
            #expect(line.count <= 80, "\(line)")
        }
        let none = try installation.run(["status", "zzzz"])
        #expect(none.status == 75)
        #expect(none.errors.contains("there is no check named zzzz"))
    }

    @Test("init keeps what is there")
    func initTwice() throws {
        let installation = try TestInstallation()
        let key = try Data(contentsOf: installation.folder.appendingPathComponent("key"))
        let again = try installation.run(["init"])
        #expect(again.status == 0)
        #expect(again.output.contains("kept"))
        #expect(try Data(contentsOf: installation.folder.appendingPathComponent("key")) == key)
    }

    @Test("init writes a configuration that config finds right")
    func template() throws {
        let installation = try TestInstallation()
        let path = installation.folder.appendingPathComponent("fresh.toml").path
        // The database's folder does not exist here; the file is written before that is found out.
        _ = try TestInstallation.start([
            TestInstallation.program, "init", "--config", path, "--domain", "check.example", "--operator",
            "postmaster@check.example", "--authserv-id", "mx.check.example",
        ])
        let listing = try TestInstallation.start([TestInstallation.program, "config", "--config", path])
        #expect(listing.status == 0)
        #expect(listing.output.contains("dual = \"dual.check.example\""))
    }

    @Test("two reconciles at once do no harm")
    func reconcileTwice() async throws {
        let installation = try TestInstallation()
        #expect(try installation.receive(.request()).status == 0)
        try await withThrowingTaskGroup(of: Int32.self) { group in
            for _ in 0..<4 { group.addTask { try installation.run(["reconcile"]).status } }
            for try await status in group { #expect(status == 0) }
        }
        #expect(try installation.waitUntil { try installation.sentRoles() == ["c"] })
    }
}
