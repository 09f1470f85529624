/// A mail in words: what ``MessageComposer`` makes a message of.
package struct Letter: Hashable, Sendable {
    package let language: Language
    /// What the service is called in that language.
    package let service: String
    package let subject: String
    /// As plain text, at most 72 columns wide but for foreign words.
    package let text: String
    /// The same as an HTML document.
    package let html: String
}
