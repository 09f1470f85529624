import Foundation
import InternetMessage
import TestSupport
import Testing

@testable import DeliveryReports

/// What takes eight octets in a step must say what one octet after the other would.
@Suite("Eight octets in a step")
struct EightOctetsTests {
    /// A text of octets that make a difference, among letters that make none.
    private static func text(_ generator: inout SeededGenerator) -> [UInt8] {
        let special: [UInt8] = [
            0x00, 0x09, 0x0A, 0x1F, 0x20, 0x20, 0x20, 0x21, 0x22, 0x40, 0x41, 0x5A, 0x5B, 0x5C, 0x60, 0x7E,
            0x7F, 0xC3, 0xA4,
        ]
        let length = Int.random(in: 0...60, using: &generator)
        return (0..<length).map { _ in
            Int.random(in: 0..<4, using: &generator) > 0
                ? UInt8.random(in: 0x61...0x7A, using: &generator)
                : special[Int.random(in: 0..<special.count, using: &generator)]
        }
    }

    @Test("words are in small letters with one blank between them", arguments: 0..<500 as Range<UInt64>)
    func normalized(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let text = Self.text(&generator)
        let words = text.split { $0 <= 0x20 }.map { $0.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 } }
        #expect(Phrase.normalized(text[...]) == Array(words.joined(separator: CollectionOfOne(0x20))))
        let lines = TextLines(text)
        let expected = text.split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { Phrase.normalized($0) }
        #expect((0..<lines.count).map { Array(lines.words(of: $0)) } == Array(expected.prefix(lines.count)))
    }

    @Test("a text is one in JSON, wherever it needs an escape", arguments: 0..<500 as Range<UInt64>)
    func escaped(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let text = String(decoding: Self.text(&generator), as: UTF8.self)
        var writer = JSONWriter(isPretty: false)
        writer.array([text]) { $0.value($1) }
        #expect(!writer.output.contains { $0 < 0x20 || $0 == 0x7F })
        #expect(try JSONDecoder().decode([String].self, from: Data(writer.output)) == [text])
    }

    @Test(
        "an address counts as named in a header section only where a mailbox there is that one",
        arguments: [
            ("Anna <ANNA@Tester.example>", true), ("bob@x.example, anna@tester.example", true),
            ("anna@tester.example.org", false), ("joanna@tester.example", false), ("anna", false),
            ("=?utf-8?q?anna=40tester.example?= <b@x.example>", false),
        ])
    func correspondents(value: String, isNamed: Bool) {
        let message = Entity.read(Array("From: \(value)\n\n".utf8))
        #expect(Letterhead(message).correspondents.contains("anna@tester.example") == isNamed)
    }
}
