import Testing

@testable import sixreturn

@Suite("Arguments of read")
struct ReadArgumentsTests {
    struct Row: Sendable, CustomStringConvertible {
        let words: String
        let format: ReadRun.Format
        let paths: [String]

        var description: String { words }
    }

    static let rows: [Row] = [
        Row(words: "a", format: .text, paths: ["a"]),
        Row(words: "-", format: .text, paths: ["-"]),
        Row(words: "--format jsonl a b/c", format: .jsonl, paths: ["a", "b/c"]),
        Row(words: "a --format json b", format: .json, paths: ["a", "b"]),
    ]

    @Test("are read here where they have the plain form", arguments: rows)
    func plain(_ row: Row) throws {
        let given = try #require(ReadArguments(row.words.split(separator: " ").map(String.init)))
        #expect(given.format == row.format)
        #expect(given.paths == row.paths)
    }

    @Test(
        "are left to the parser in every other form",
        arguments: ["", "--format", "--format xml a", "--format=json a", "-h", "--help", "a -x", "-- a"])
    func others(_ words: String) {
        #expect(ReadArguments(words.split(separator: " ").map(String.init)) == nil)
    }
}
