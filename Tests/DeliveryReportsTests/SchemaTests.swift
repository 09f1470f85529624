@testable import DeliveryReports
import Foundation
import InternetMessage
import Testing
import TestSupport

@Suite("The JSON schema")
struct SchemaTests {
    /// The values a named enumeration of the schema lists.
    func values(of name: String) throws -> Set<String> {
        let file = Sample.root.appending(path: "docs/reading.schema.json")
        let schema = try #require(
            JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
        let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
        let listed = try #require(definitions[name]?["enum"] as? [Any])
        return Set(listed.compactMap { $0 as? String })
    }

    @Test("lists every name there is and no other")
    func enumerations() throws {
        #expect(try values(of: "kind") == Set(Kind.allCases.map(\.rawValue)))
        let formats = [Format.rfc3464, .embedded, .text] + FormatRule.table.map(\.format)
        #expect(try values(of: "format") == Set(formats.map(\.rawValue)))
        #expect(try values(of: "action") == Set(Action.allCases.map(\.rawValue)))
        #expect(try values(of: "stage") == Set(Stage.allCases.map(\.rawValue)))
        #expect(try values(of: "reason") == Set(Reason.allCases.map(\.rawValue)))
        #expect(try values(of: "source") == Set(Recipient.Source.allCases.map(\.rawValue)))
        let defects =
            InternetMessage.Defect.allCases.map(\.rawValue) + Reading.Defect.allCases.map(\.rawValue)
        #expect(try values(of: "defect") == Set(defects))
    }
}
