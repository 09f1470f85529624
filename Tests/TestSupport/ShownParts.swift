import Foundation
import InternetMessage
import ReturnPathCore

/// The two parts of a mail of ours, as a reader gets them.
package struct ShownParts {
    package let text: String
    package let html: String

    /// - Throws: Where the message has not exactly the two parts, in the order that they must have.
    package init(_ submission: Submission) throws {
        let parts = Entity.read(submission.message, limits: .standard).children
        guard parts.map(\.contentType.mediaType) == ["text/plain", "text/html"] else {
            throw CocoaError(.fileReadCorruptFile)
        }
        text = parts[0].text
        html = parts[1].text
    }
}
