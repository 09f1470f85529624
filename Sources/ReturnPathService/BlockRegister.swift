import ReturnPathCore
import ReturnPathStore

/// Puts mailboxes and domains on the list of those who want no mail of ours, and takes them off.
package struct BlockRegister {
    private let store: Store

    package init(_ store: Store) {
        self.store = store
    }

    /// An address, or a domain without an `@`, that can be listed.
    package struct Name: Hashable, Sendable {
        package let text: String

        /// - Returns: `nil` where the text is neither.
        package init?(_ text: String) {
            let address = text.contains("@") ? text : "x@\(text)"
            guard (try? ReversePath(parsing: address)) != nil else { return nil }
            self.text = text
        }
    }

    /// Blocks; whoever has checks that still run is written to no more.
    ///
    /// - Returns: Whether it was not blocked before.
    package func block(_ name: Name, at now: Moment) throws -> Bool {
        try store.write { transaction in
            let isNew = try !transaction.isListed(name.text)
            try transaction.block(name.text, origin: "blocked by the operator", at: now)
            return isNew
        }
    }

    /// Unblocks.
    ///
    /// - Returns: Whether it was blocked, by itself and not by its domain.
    package func unblock(_ name: Name) throws -> Bool {
        try store.write { try $0.unblock(name.text) }
    }

    /// The list.
    package func entries() throws -> [BlockEntry] { try store.read { try $0.blocked() } }

    /// The list as people read it.
    package func text() throws -> String {
        let entries = try entries()
        guard !entries.isEmpty else { return "Nobody is blocked.\n" }
        let width = entries.map(\.name.count).max() ?? 0
        return entries.map { entry in
            let name = TextLayout.printable(entry.name)
            let gap = String(repeating: " ", count: max(0, width - entry.name.count) + 2)
            return "\(name)\(gap)\(MailDate.table(entry.at))  \(entry.origin)\n"
        }.joined()
    }
}
