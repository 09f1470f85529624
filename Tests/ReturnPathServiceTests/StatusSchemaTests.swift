import DeliveryReports
import Foundation
import ReturnPathCore
import ReturnPathStore
import TestSupport
import Testing

@testable import ReturnPathService

/// docs/status.schema.json against the program.
@Suite("The schema of status")
struct StatusSchemaTests {
    private static let file = folder("../../docs/status.schema.json").standardizedFileURL

    private func values(of name: String) throws -> Set<String> {
        let schema = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: Self.file)) as? [String: Any])
        let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
        return Set(try #require(definitions[name]?["enum"] as? [String]))
    }

    @Test("lists every word there is and no other")
    func words() throws {
        #expect(try values(of: "cause") == Set(Cause.allCases.map(\.rawValue)))
        #expect(try values(of: "owner") == Set(Cause.Owner.allCases.map(\.rawValue)))
        #expect(try values(of: "outcome") == Set(Outcome.allCases.map(\.rawValue)))
        #expect(try values(of: "verdict") == Set(Verdict.Overall.allCases.map(\.rawValue)))
        #expect(try values(of: "lookupOutcome") == Set(AddressLookup.Outcome.allCases.map(\.rawValue)))
        #expect(try values(of: "scope") == Set(AddressScope.allCases.map(\.rawValue)))
        #expect(try values(of: "portOutcome") == Set(PortAnswer.Outcome.allCases.map(\.rawValue)))
    }

    /// What jsonschema(1) says of a text; empty where it is as the schema says.
    private func complaints(_ text: String) throws -> String {
        let instance = FileManager.default.temporaryDirectory.appendingPathComponent("status-\(UUID()).json")
        try Data(text.utf8).write(to: instance)
        defer { try? FileManager.default.removeItem(at: instance) }
        let run = try TestInstallation.start(
            ["/usr/bin/python3", "-W", "ignore", "-m", "jsonschema", "-i", instance.path, Self.file.path])
        return run.output + run.errors
    }

    @Test("holds for one check, for several, and for a page")
    func valid() throws {
        let answer = try StatusTextTests.answer()
        #expect(try complaints(StatusJSON.text(answer.status)) == "")
        #expect(try complaints(StatusJSON.text([answer.status, answer.status])) == "")
        #expect(try complaints(StatusJSON.text(StatusTextTests.page(3))) == "")
    }

    @Test("does not hold for anything else", arguments: ["\"verdict\" : \"good\"", "\"mood\" : 1"])
    func invalid(change: String) throws {
        let text = try StatusJSON.text(StatusTextTests.answer().status)
        #expect(try complaints(text.replacing("\"verdict\" : \"failed\"", with: change)) != "")
    }
}
