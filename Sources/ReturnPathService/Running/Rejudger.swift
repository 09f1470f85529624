import ReturnPathCore
import ReturnPathStore

/// Reads again what no reader knew when it came: a later version may.
package struct Rejudger {
    private let installation: Installation
    private let store: Store

    package init(_ installation: Installation, _ store: Store) {
        self.installation = installation
        self.store = store
    }

    /// How it came out, in messages.
    package struct Outcome: Codable, Hashable, Sendable {
        package var read = 0
        package var stillNotReadable = 0
    }

    /// Reads every message again that is marked as not readable or unread.
    ///
    /// - Parameter progress: Told after each message how many are done.
    package func run(progress: (Int) -> Void) throws -> Outcome {
        var outcome = Outcome()
        let receiver = Receiver(installation, store)
        for state in [StoredMessage.State.unread, .notReadable] {
            var last: Int64 = 0
            while true {
                let page = try store.read { try $0.messages(in: state, after: last, most: 50) }
                guard let end = page.last else { break }
                last = end.id
                for message in page {
                    try receiver.read(message, at: message.mail.receivedAt)
                    let after = try store.read { try $0.message(message.id)?.state }
                    if after == .sorted { outcome.read += 1 } else { outcome.stillNotReadable += 1 }
                    progress(outcome.read + outcome.stillNotReadable)
                }
            }
        }
        return outcome
    }
}
