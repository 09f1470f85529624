import Foundation
import Testing

/// Compares a text with the one kept beside its sample.
///
/// With `UPDATE_GOLDEN=1` the kept text is rewritten and the test fails, so that a rewrite is
/// always looked at and never passes by itself.
public func expectGolden(
    _ actual: String, at golden: URL, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
        try actual.write(to: golden, atomically: true, encoding: .utf8)
        Issue.record(
            "rewrote \(golden.lastPathComponent): review it, then run again",
            sourceLocation: sourceLocation)
        return
    }
    let expected = try String(contentsOf: golden, encoding: .utf8)
    #expect(
        actual == expected, "differs from \(golden.lastPathComponent)", sourceLocation: sourceLocation)
}
