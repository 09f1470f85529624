import Foundation
import TestSupport
import Testing

/// Ends what the operator, Postfix and an update run at their writes, and looks what is left and whether the next run
/// makes all whole. `publish` has its own test (``PublishTests``).
@Suite("Killed at every write: commands that change no mail", .serialized)
struct OperatorKillTests {
    /// A command that writes many pages is killed at so many of them.
    private static let most = 5

    /// A check whose control was sent.
    private func opened() throws -> TestInstallation {
        let installation = try TestInstallation()
        #expect(try installation.receive(.request()).status == 0)
        try #require(try installation.waitUntil { try installation.sentRoles() == ["c"] })
        try installation.waitForRunner()
        return installation
    }

    /// A message that nothing follows from.
    private static func stray(_ text: String) -> TestMail {
        TestMail(
            sender: "somebody@else.example", recipient: "c-x@dual.check.example", bytes: Array(text.utf8))
    }

    private static func path(_ name: String, _ installation: TestInstallation) -> String {
        installation.folder.appendingPathComponent(name).path
    }

    private static func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test("policy gives whole answers or none and changes nothing, and the next one answers")
    func policy() throws {
        let beginning = try opened()
        let before = try beginning.dump()
        let questions = PolicyTests.question() + PolicyTests.question("nobody@test.check.example")
        let input = Array(questions.utf8)
        let answers = try beginning.run(["policy"], input: input).output
        #expect(answers.contains("DUNNO") && answers.contains("550 5.1.1"))
        let kills = try Killer(from: beginning).killEverywhere(messages: 1) { installation, wrapper in
            let run = try installation.run(["policy"], input: input, wrapper: wrapper)
            #expect(answers.hasPrefix(run.output) && (run.output.isEmpty || run.output.hasSuffix("\n\n")))
            return run
        } mended: { installation in
            try installation.dump() == before
                && installation.run(["policy"], input: input).output == answers
        }
        #expect(kills > 1)
    }

    @Test("under the name of a backup is never anything but a whole one, and the next backup works")
    func backup() throws {
        let beginning = try TestInstallation()
        #expect(try beginning.run(["backup", Self.path("backup", beginning)]).status == 0)
        #expect(try beginning.receive(Self.stray("hello")).status == 0)
        try beginning.waitForRunner()
        let content =
            "SELECT (SELECT integrity_check FROM pragma_integrity_check) || ' ' || count(*) FROM message"
        var found: Set<String> = []
        let kills = try Killer(from: beginning, most: Self.most).killEverywhere(messages: 1) {
            installation, wrapper in
            try installation.run(["backup", "--force", Self.path("backup", installation)], wrapper: wrapper)
        } mended: { installation in
            let path = Self.path("backup", installation)
            found.insert(try installation.query(content, in: path))
            let next = try installation.run(["backup", "--force", path])
            return try next.status == 0 && installation.query(content, in: path) == "ok 1"
                && installation.files(beginningWith: "backup") == ["backup"] && Self.mode(path) == 0o600
        }
        #expect(found == ["ok 0", "ok 1"])
        #expect(kills > 20)
    }

    @Test("a restore loses no message, neither one that came since the backup nor one that comes meanwhile")
    func restore() throws {
        let beginning = try opened()
        #expect(try beginning.run(["backup", Self.path("backup", beginning)]).status == 0)
        #expect(try beginning.receive(Self.stray("since the backup")).status == 0)
        try beginning.waitForRunner()
        var statuses: Set<Int32> = []
        let kills = try Killer(from: beginning, .threads, most: Self.most).killEverywhere(messages: 3) {
            installation, wrapper in
            try installation.run(["restore", Self.path("backup", installation)], wrapper: wrapper)
        } mended: { installation in
            let mail = Self.stray("meanwhile")
            let status = try installation.receive(mail).status
            statuses.insert(status)
            let next = try installation.run(["restore", Self.path("backup", installation)])
            if status != 0 { #expect(try installation.receive(mail).status == 0) }
            return try next.status == 0
                && installation.files(beginningWith: "store.sqlite.rest").isEmpty
        }
        // There is a moment without a database.
        #expect(statuses == [0, 75])
        #expect(kills > 20)
    }

    @Test(
        "an older database is brought up to date step by step, keeps what it holds, and the next run completes it"
    )
    func migration() throws {
        let beginning = try opened()
        let schema = "SELECT group_concat(name) FROM (SELECT name FROM sqlite_master ORDER BY name)"
        let columns = "SELECT group_concat(name) FROM pragma_table_info('checkRun')"
        let current = try [schema, columns].map { try beginning.query($0) }
        #expect(
            try beginning.change(
                """
                INSERT INTO block VALUES ('bob+x@other.example', 1, 'test'), ('bücher.example', 1, 'test');
                UPDATE checkRun SET domain = 'bücher.example'
                """
            ).status == 0)
        #expect(try beginning.makeOlder().status == 0)
        #expect(try beginning.query(schema) != current[0])
        let content = """
            SELECT (SELECT group_concat(hex(digest) || state) FROM message)
                || (SELECT group_concat(id || reversePath || coalesce(due, '')) FROM checkRun)
                || (SELECT group_concat(at || fact) FROM evidence)
                || (SELECT group_concat(role || hex(message) || ending) FROM effect)
            """
        let before = try beginning.query(content)
        #expect(before.count > 1000)
        var steps: Set<String> = []
        let kills = try Killer(from: beginning, most: Self.most + 2).killEverywhere(messages: 1) {
            installation, wrapper in
            try installation.run(["init"], wrapper: wrapper)
        } mended: { installation in
            steps.insert(try installation.query("SELECT count(*) FROM grdb_migrations"))
            #expect(try installation.query(content) == before)
            // A step that was done by half could not be done again; one that was left out would be missing.
            let next = try installation.run(["init"])
            return try next.status == 0 && [schema, columns].map { try installation.query($0) } == current
                && installation.query(content) == before
                && installation.query("SELECT group_concat(address) FROM block")
                    == "bob@other.example,xn--bcher-kva.example"
                && installation.query("SELECT DISTINCT domain FROM checkRun") == "xn--bcher-kva.example"
                && installation.query("SELECT count(*) FROM opened") == "3"
        }
        #expect(steps.count > 2 && steps.contains("1"), "\(steps)")
        #expect(kills > 15)
    }

    @Test("keys that were in force stay so, whenever a rotation is killed, and the next one works")
    func rotate() throws {
        let beginning = try opened()
        let control = try #require(try beginning.sender(of: "c"))
        let report = Array(PolicyTests.question(control, from: "").utf8)
        let old = try String(contentsOfFile: Self.path("key", beginning), encoding: .utf8).prefix(64)
        /// How many keys there are, all of them whole, the old one among them.
        func keys(_ installation: TestInstallation) throws -> Int {
            let text = try String(contentsOfFile: Self.path("key", installation), encoding: .utf8)
            #expect(text.contains(old))
            return try installation.run(["key", "list"], isNested: true).output.split(separator: "\n").count
        }
        var found: Set<Int> = []
        let kills = try Killer(from: beginning).killEverywhere(messages: 1) { installation, wrapper in
            try installation.run(["key", "rotate"], wrapper: wrapper, isNested: true)
        } mended: { installation in
            let before = try keys(installation)
            found.insert(before)
            let next = try installation.run(["key", "rotate"], isNested: true)
            return try next.status == 0 && keys(installation) == before + 1
                && installation.run(["policy"], input: report).output == "action=DUNNO\n\n"
                && installation.files(beginningWith: "key") == ["key"]
                && Self.mode(Self.path("key", installation)) == 0o640
        }
        #expect(found == [1, 2])
        #expect(kills > 4)
    }

    @Test("somebody is forgotten whole or not yet, others are left alone, and the next run leaves no octet")
    func forget() throws {
        let beginning = try opened()
        #expect(try beginning.receive(.request(from: "bob@other.example", id: "bob")).status == 0)
        try #require(try beginning.waitUntil { try beginning.sentRoles() == ["c", "c"] })
        try beginning.waitForRunner()
        let rows = ["message WHERE sender", "checkRun WHERE reversePath", "effect WHERE recipient"]
        func count(_ address: String) -> String {
            "SELECT " + rows.map { "(SELECT count(*) FROM \($0) = '\(address)')" }.joined(separator: " || ")
        }
        var found: Set<String> = []
        let kills = try Killer(from: beginning, most: Self.most).killEverywhere(messages: 1) {
            installation, wrapper in
            try installation.run(["forget", "--yes", "anna@tester.example"], wrapper: wrapper)
        } mended: { installation in
            found.insert(try installation.query(count("anna@tester.example")))
            let next = try installation.run(["forget", "--yes", "anna@tester.example"])
            return try next.status == 0 && PeopleTests.count("anna@tester.example", installation) == 0
                && installation.query(count("bob@other.example")) == "111"
        }
        #expect(found == ["000", "111"])
        #expect(kills > 12)
    }
}
