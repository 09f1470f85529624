import Foundation
import TestSupport
import Testing

@Suite("Keys")
struct KeyTests {
    private static func key(_ installation: TestInstallation) -> String {
        installation.folder.appendingPathComponent("key").path
    }

    /// A check whose control was sent, and a report about it.
    private static func opened() throws -> (TestInstallation, report: TestMail) {
        let installation = try TestInstallation()
        // As an earlier version wrote it: one key, without a day.
        let line = try String(contentsOfFile: key(installation), encoding: .utf8).prefix(64)
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: key(installation)))
        try file.truncate(atOffset: 0)
        try file.write(contentsOf: Data("\(line)\n".utf8))
        try file.close()
        #expect(try installation.receive(.request()).status == 0)
        try #require(try installation.waitUntil { try installation.sentRoles() == ["c"] })
        try installation.waitForRunner()
        return (installation, .relayed(try #require(try installation.sender(of: "c"))))
    }

    @Test("after a rotation the old key is still believed, and the file has kept its mode")
    func rotate() throws {
        let (installation, report) = try Self.opened()
        let run = try installation.run(["key", "rotate"], isNested: true)
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            run.output.split(separator: "\n").map { $0.split(separator: " ")[3] } == ["signs", "verifies"])
        #expect(try installation.run(["key", "list"], isNested: true).output == run.output)
        let attributes = try FileManager.default.attributesOfItem(atPath: Self.key(installation))
        #expect(attributes[.posixPermissions] as? Int == 0o640)
        let text = try String(contentsOfFile: Self.key(installation), encoding: .utf8)
        for secret in text.matches(of: /[0-9a-f]{64}/) {
            #expect(!run.output.contains(secret.output.prefix(8)))
        }
        #expect(try installation.receive(report).status == 0)
        #expect(try installation.waitUntil { try Set(installation.sentRoles()) == ["c", "p2", "p3", "p4"] })
        try installation.waitForRunner()
        let probe = try #require(try installation.sender(of: "p2"))
        #expect(try installation.receive(.relayed(probe)).status == 0)
        #expect(try installation.query("SELECT count(*) FROM message WHERE note LIKE 'stray%'") == "0")
        #expect(try installation.run(["doctor"]).output.contains("ok      key"))
    }

    @Test("an old key that is forgotten is worth nothing")
    func forgetOld() throws {
        let (installation, report) = try Self.opened()
        let run = try installation.run(["key", "rotate", "--forget-old"], isNested: true)
        #expect(run.output.split(separator: "\n").count == 1)
        #expect(try installation.receive(report).status == 0)
        #expect(try installation.query("SELECT count(*) FROM message WHERE note LIKE 'stray%'") == "1")
    }
}
