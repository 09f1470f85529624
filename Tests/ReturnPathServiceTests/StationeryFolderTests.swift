import Foundation
import ReturnPathCore
import ReturnPathService
import TestSupport
import Testing

@Suite("The folder of templates")
struct StationeryFolderTests {
    /// What `sixreturn config` says of a configuration with such a folder.
    private func listing(_ files: [String: String], folder name: String = "letters") throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sixreturn-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let letters = folder.appending(path: "letters")
        try FileManager.default.createDirectory(at: letters, withIntermediateDirectories: true)
        for (name, text) in files {
            try text.write(to: letters.appending(path: name), atomically: true, encoding: .utf8)
        }
        let path = folder.appending(path: "sixreturn.toml").path
        let line = "[service]\ntemplates = \"\(folder.appending(path: name).path)\"\n"
        try ConfigurationTests.right.replacing("[service]\n", with: line)
            .write(toFile: path, atomically: true, encoding: .utf8)
        do {
            return try ConfigurationListing.text(path)
        } catch {
            return error.description.replacing(folder.path, with: "F")
        }
    }

    @Test("may be empty, or hold what is right")
    func right() throws {
        let words = "[because]\nsilence = \"nobody answered\"\n[about]\n1b = \"Mail to bare\"\n"
        for files in [[:], ["verdict.text": "{{outcome}}\n", "words.en.toml": words]] {
            #expect(try listing(files).contains("\ntemplates = \""))
        }
    }

    @Test("must be there")
    func missing() throws {
        #expect(try listing([:], folder: "none").hasPrefix("F/none: cannot be read: No such file"))
    }

    @Test(
        "is refused with file, line and column where something in it is wrong",
        arguments: [
            (
                "verdict.html", "<p>\n  {{#notes}}\n</p>\n{{/note}}\n",
                "F/letters/verdict.html:4:4: this tag closes another section than the last that was opened\n"
            ),
            ("words.cs.toml", "[because]\nsilence = = 1\n", "F/letters/words.cs.toml:2: "),
            (
                "words.cs.toml", "[because]\nsilense = \"x\"\n",
                "F/letters/words.cs.toml:2: there are no words called because.silense\n"
            ),
            (
                "words.cs.toml", "silence = \"x\"\n",
                "F/letters/words.cs.toml:1: there are no words called silence\n"
            ),
            (
                "words.cs.toml", "\n[sentence]\nminutes = \"chvíli\"\n",
                "F/letters/words.cs.toml:3: sentence.minutes must have 3 forms, parted by |\n"
                    + "    The built-in words are: minutu|{count} minuty|{count} minut"
            ),
        ])
    func wrong(name: String, text: String, message: String) throws {
        let said = try listing([name: text])
        #expect(said.hasPrefix(message), "\(said)")
    }
}
