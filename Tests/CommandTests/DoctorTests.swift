import Foundation
import TestSupport
import Testing

@Suite("doctor")
struct DoctorTests {
    @Test("looks at everything, in 80 columns and in JSON, and ends with 1 where something is wrong")
    func whole() throws {
        let installation = try TestInstallation()
        let run = try installation.run(["doctor"])
        #expect(run.status == 1)
        #expect(run.output.contains("ok      configuration"))
        #expect(run.output.contains("ok      key"))
        #expect(run.output.contains("ok      database"))
        #expect(
            run.output.contains("FAULT   timer               sixreturn reconcile has never come to its end."))
        let json = try installation.run(["doctor", "--format", "json"])
        let examinations = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
        #expect(examinations.count == 30)
        #expect(try installation.run(["reconcile"]).status == 0)
        #expect(try installation.run(["doctor"]).output.contains("ok      timer"))
    }

    @Test("names every fault of the configuration and looks at nothing else")
    func configuration() throws {
        let installation = try TestInstallation()
        try "[names]\ndual = 1\n".write(
            toFile: installation.configuration, atomically: true, encoding: .utf8)
        let run = try installation.run(["doctor"])
        #expect(run.status == 1)
        #expect(run.output.contains("FAULT   configuration"))
        #expect(run.output.contains("names.author is missing"))
        #expect(run.output.contains("29 not looked at"))
    }

    @Test("says that a database is no database")
    func database() throws {
        let installation = try TestInstallation()
        for suffix in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: installation.store + suffix)
        }
        try String(repeating: "this is a letter\n", count: 600).write(
            toFile: installation.store, atomically: true, encoding: .utf8)
        let run = try installation.run(["doctor"])
        #expect(run.status == 1)
        #expect(run.output.contains("FAULT   database"))
        #expect(run.output.contains("not a database"))
    }
}
