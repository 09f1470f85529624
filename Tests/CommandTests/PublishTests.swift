import Foundation
import TestSupport
import Testing

@Suite("sixreturn publish", .serialized)
struct PublishTests {
    /// Takes requests in, and lets nothing happen by itself afterwards: pages are compared.
    private func receive(_ senders: [String], _ installation: TestInstallation) throws {
        let statuses = try installation.holdingRunner {
            let statuses = try senders.map { sender in
                try installation.receive(.request(from: sender, id: sender)).status
            }
            // The process that each has started finds that another one is at work.
            Thread.sleep(forTimeInterval: 0.5)
            return statuses
        }
        #expect(statuses.allSatisfy { $0 == 0 })
    }

    private func opened() throws -> TestInstallation {
        let installation = try TestInstallation()
        try receive(["anna@tester.example", "zdenka@tester.example"], installation)
        return installation
    }

    private func site(_ installation: TestInstallation) -> String {
        installation.folder.appendingPathComponent("site").path
    }

    private func publish(_ installation: TestInstallation, wrapper: [String] = []) throws
        -> TestInstallation.Run
    {
        try installation.run(["publish", site(installation), "--format", "json"], wrapper: wrapper)
    }

    /// What is handed out; what tells of the time of writing is cut off.
    private func files(_ installation: TestInstallation) throws -> [String: String] {
        let names =
            FileManager.default.enumerator(atPath: site(installation))?.compactMap { $0 as? String } ?? []
        var found: [String: String] = [:]
        for name in names where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
            guard let data = FileManager.default.contents(atPath: "\(site(installation))/\(name)") else {
                continue
            }
            found[name] = String(decoding: data, as: UTF8.self)
                .replacing(/"until" : "[^"]*"/, with: "")
                .replacing(/until\ [0-9-]+/, with: "")
        }
        return found
    }

    @Test("writes pages, says what it did, and says what is wrong with a folder")
    func command() throws {
        let installation = try opened()
        let first = try publish(installation)
        #expect(first.status == 0)
        let outcome = try JSONDecoder().decode([String: Int].self, from: Data(first.output.utf8))
        #expect(outcome == ["checks": 2, "judged": 2, "written": 9, "removed": 0])
        let second = try installation.run(["publish", site(installation)])
        #expect(second.output == "checks: 2, judged: 2, files written: 0, pages removed: 0\n")
        for (name, text) in try files(installation) {
            #expect(!text.contains("anna") && !text.contains("zdenka"), "\(name)")
        }
        let wrong = try installation.run(["publish", installation.store + "/below"])
        #expect(wrong.status == 75 && wrong.errors.contains("cannot write"))
        #expect(try installation.run(["publish"]).status == 64)
    }

    @Test("killed anywhere leaves old pages or new ones, and the next run writes the rest")
    func killed() throws {
        let beginning = try opened()
        #expect(try publish(beginning).status == 0)
        let old = try files(beginning)
        try receive(["eva@other.example"], beginning)
        // One check is new, and one is gone.
        let gone =
            "PRAGMA foreign_keys = ON; DELETE FROM checkRun WHERE reversePath = 'zdenka@tester.example'"
        #expect(try beginning.change(gone).status == 0)
        let undisturbed = try TestInstallation(copying: beginning)
        #expect(try publish(undisturbed).status == 0)
        let new = try files(undisturbed)
        #expect(new.count == old.count && Set(new.keys).subtracting(old.keys).count == 1)
        var kills = 0
        for call in ["write", "fsync", "rename", "unlink", "fchmod", "openat"] {
            for number in 1...200 {
                let installation = try TestInstallation(copying: beginning)
                let run = try publish(
                    installation,
                    wrapper: [
                        Killer.strace, "-qq", "-f", "-o", "/dev/null", "-e", "trace=\(call)", "-P",
                        site(installation), "-e", "inject=\(call):signal=SIGKILL:when=\(number)",
                    ] + paths(installation))
                for (name, text) in try files(installation) {
                    #expect(text == new[name] || text == old[name], "\(name), killed at \(call) \(number)")
                }
                guard run.status != 0 else { break }
                kills += 1
                let second = try publish(installation)
                #expect(second.status == 0, "\(second.errors)")
                #expect(try files(installation) == new, "after a kill at \(call) \(number)")
                let all = try FileManager.default.subpathsOfDirectory(atPath: site(installation))
                #expect(!all.contains { $0.hasSuffix(".new") }, "after a kill at \(call) \(number)")
            }
        }
        #expect(kills > 20)
    }

    /// The files that strace looks at: those of the site, under their temporary names, too.
    private func paths(_ installation: TestInstallation) -> [String] {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: site(installation))) ?? []
        return names.flatMap { name -> [String] in
            let path = URL(fileURLWithPath: "\(site(installation))/\(name)")
            let temporary = path.deletingLastPathComponent().appendingPathComponent(
                ".\(path.lastPathComponent).new")
            return ["-P", path.path, "-P", temporary.path]
        }
    }
}
