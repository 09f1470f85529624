import Foundation
import TestSupport
import Testing

@Suite("sixreturn stats")
struct StatsTests {
    @Test("counts what is in the store, and prints it three ways")
    func stats() throws {
        let installation = try TestInstallation()
        #expect(try installation.run(["stats"]).output.contains("0 checks of 0 domains"))
        for name in ["anna", "otto"] {
            #expect(try installation.receive(.request(from: "\(name)@tester.example", id: name)).status == 0)
        }
        try installation.waitForRunner()
        let text = try installation.run(["stats", "--since", "2d"])
        #expect(text.status == 0)
        #expect(text.output.contains("2 checks of 1 domain."))
        #expect(text.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        let json = try installation.run(["stats", "--format", "json"])
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(object["checks"] as? Int == 2)
        #expect(!json.output.contains("tester.example") && !json.output.contains("anna"))
        #expect(
            try installation.run(["stats", "--format=prometheus"]).output.contains("\nsixreturn_checks 2\n"))
        #expect(try installation.run(["stats", "--since", "yesterday"]).status == 64)
    }
}
