import Foundation
import TestSupport
import Testing

@Suite("Templates of the operator's at work")
struct StationeryTests {
    @Test("are used where they are right, and told in the log where they are not")
    func templates() throws {
        let installation = try TestInstallation()
        let folder = installation.folder.appending(path: "letters")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try "Own words: {{subject}}\n".write(
            to: folder.appending(path: "probe.text"), atomically: true, encoding: .utf8)
        try "<p>\n{{#closing}}\n</p>".write(
            to: folder.appending(path: "probe.html"), atomically: true, encoding: .utf8)
        let text = try String(contentsOfFile: installation.configuration, encoding: .utf8)
        try text.replacing("[service]\n", with: "[service]\ntemplates = \"\(folder.path)\"\n")
            .write(toFile: installation.configuration, atomically: true, encoding: .utf8)

        let listing = try installation.run(["config"])
        #expect(listing.status == 75)
        #expect(listing.errors.contains("\(folder.path)/probe.html:3:"))

        #expect(try installation.receive(.request()).status == 0)
        #expect(try installation.waitUntil { try installation.sentRoles() == ["c"] })
        let run = try installation.run(["reconcile"])
        #expect(run.errors.contains("\(folder.path)/probe.html:3:"), "\(run.errors)")
        let mail = try #require(try installation.sent().first)
        #expect(mail.contains("\n\nOwn words: IPv6 return path check: mail 1 of 4\n\n--"))
        #expect(mail.contains("\n<!DOCTYPE html>\n"))
    }
}
