/// A language that people are written to in; the raw value is its tag (RFC 5646).
package enum Language: String, CaseIterable, Codable, Hashable, Sendable {
    case english = "en"
    case czech = "cs"
}
