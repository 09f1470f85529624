import DeliveryReports
import Foundation
import Testing
import TestSupport

@Suite("Samples")
struct SampleTests {
    @Test("read as written down", arguments: Sample.all)
    func golden(_ sample: Sample) throws {
        try expectGolden(Reading.read(sample.bytes()).canonicalJSON, at: sample.expected)
    }

    @Test("say where they are from", arguments: Sample.all)
    func note(_ sample: Sample) throws {
        let note = try String(contentsOf: sample.note, encoding: .utf8)
        #expect(note.contains("**Origin:**"))
        #expect(note.contains("**Teaches:**"))
    }

    /// What a person says that a sample says: address, action, status, reason, in the note beside it.
    static func said(in note: String) -> [String]? {
        guard let list = note.range(of: "**Says:**") else { return nil }
        let lines = note[list.upperBound...].split(separator: "\n").filter { $0.hasPrefix("- ") }
        return lines.map { String($0.dropFirst(2)) }.filter { $0 != "nothing" }
    }

    @Test("read as a person says that they read", arguments: Sample.all)
    func says(_ sample: Sample) throws {
        guard let said = try Self.said(in: String(contentsOf: sample.note, encoding: .utf8)) else { return }
        let read = try Reading.read(sample.bytes()).recipients.map { recipient in
            let names = [recipient.finalRecipient.address, recipient.originalRecipient?.address]
            let rest =
                "| \(recipient.action?.rawValue ?? "–") | \(recipient.status?.description ?? "–") | \(recipient.reason)"
            return names.compactMap { $0.map { "\($0) \(rest)" } }
        }
        #expect(said.count == read.count)
        for line in said { #expect(read.contains { $0.contains(line) }, "\(line) in \(read)") }
    }

    @Test("are there")
    func exist() {
        #expect(Sample.all.count >= 350)
    }

    @Test("read the same with LF and CRLF", arguments: Sample.all)
    func lineEnds(_ sample: Sample) throws {
        let bytes = try sample.bytes()
        let crlf = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
        #expect(Reading.read(crlf).canonicalJSON == Reading.read(bytes).canonicalJSON)
    }

    @Test("read the same twice", arguments: Sample.all)
    func deterministic(_ sample: Sample) throws {
        let bytes = try sample.bytes()
        #expect(Reading.read(bytes).canonicalJSON == Reading.read(bytes).canonicalJSON)
    }

    @Test("name no new recipient wherever they are cut off", arguments: Sample.all)
    func truncation(_ sample: Sample) throws {
        let bytes = try sample.bytes()
        let whole = Set(
            Reading.read(bytes).recipients.flatMap {
                [$0.finalRecipient.address, $0.originalRecipient?.address]
            })
        for length in stride(from: 0, to: bytes.count, by: 3) {
            let reading = Reading.read(Array(bytes[..<length]))
            let read = Set(reading.recipients.map(\.finalRecipient.address))
            #expect(read.allSatisfy(whole.contains), "\(read) after \(length) octets")
        }
    }

    @Test("survive any octet being another", arguments: Sample.all)
    func damage(_ sample: Sample) throws {
        let bytes = try sample.bytes()
        for position in stride(from: 0, to: bytes.count, by: 61) {
            var damaged = bytes
            damaged[position] = UInt8(truncatingIfNeeded: position &* 31)
            let json = Reading.read(damaged).canonicalJSON
            #expect(!json.utf8.contains(0))
        }
    }

    @Test("are told within 80 columns", arguments: Sample.all)
    func columns(_ sample: Sample) throws {
        let text = try Reading.read(sample.bytes()).text(path: nil)
        for line in text.split(separator: "\n") {
            // A word that is longer than a line stands alone on one.
            #expect(line.count <= 80 || !line.dropFirst(15).contains(" "))
        }
        #expect(text.hasSuffix("\n"))
    }

    @Test("make JSON that others can read, with the keys of the schema", arguments: Sample.all)
    func schema(_ sample: Sample) throws {
        let schemaFile = Sample.root.appending(path: "docs/reading.schema.json")
        let schema = try #require(
            JSONSerialization.jsonObject(with: Data(contentsOf: schemaFile)) as? [String: Any])
        let json = try Reading.read(sample.bytes()).json(path: "a\"b\\\n\u{1}ř", isPretty: false)
        let reading = try #require(
            JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(reading["path"] as? String == "a\"b\\\n\u{1}ř")
        let properties = try #require(schema["properties"] as? [String: Any])
        #expect(Set(reading.keys) == Set(properties.keys))
        let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
        let known = try #require(definitions["recipient"]?["properties"] as? [String: Any])
        for recipient in reading["recipients"] as? [[String: Any]] ?? [] {
            #expect(Set(recipient.keys) == Set(known.keys))
        }
        for name in ["disposition", "feedback", "returned"] {
            guard let object = reading[name] as? [String: Any] else { continue }
            let known = try #require(definitions[name]?["properties"] as? [String: Any])
            #expect(Set(object.keys) == Set(known.keys))
        }
    }
}
