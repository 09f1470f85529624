import ReturnPathCore
import ReturnPathStore

/// What `sixreturn forget` does: removes every trace of an address or a domain from the database and its files.
package struct Forgetter {
    private let installation: Installation
    private let store: Store

    package init(_ installation: Installation, _ store: Store) {
        self.installation = installation
        self.store = store
    }

    /// What was removed, and what of it the program cannot reach.
    package struct Outcome: Hashable, Sendable {
        package let forgotten: Forgotten
        /// What still names them: the block list, and mail that waits to be sent.
        package let traces: [Trace]
    }

    /// Removes all, then writes the database anew: nothing is left in it nor in its log.
    package func forget(_ subject: Subject) throws -> Outcome {
        let pseudonym = subject.isDomain ? installation.signer.pseudonym(of: subject.text) : nil
        let forgotten = try store.write {
            try $0.forget(subject, pseudonym: pseudonym, reader: EncodedContent.of)
        }
        try store.rewrite()
        let traces = try store.read { try $0.traces(of: subject, reader: EncodedContent.of) }
        return Outcome(forgotten: forgotten, traces: traces)
    }

    /// What is said of it.
    package func text(_ outcome: Outcome, _ subject: Subject) -> String {
        let (removed, configuration) = (outcome.forgotten, installation.configuration)
        let counts = [
            (removed.checks, "checks with their evidence and mails"), (removed.messages, "messages"),
            (removed.invitations, "requests to confirm"),
            (removed.facts, "facts of other checks"), (removed.letters, "texts of mails of other checks"),
            (removed.portAnswers, "answers of port 25"), (removed.pastChecks, "rows of the statistics"),
        ]
        let log = [configuration.receiving.log, configuration.sending.log]
        let remains =
            outcome.traces.map { "the database: \($0.rows) in \($0.table).\($0.column)\(Self.reason($0))" }
            + [
                "the mail logs: \(log.joined(separator: ", ")), until they are rotated away",
                "both mail queues, until what is in them is delivered or given up; reports about mails that are on "
                    + "their way are kept until retention.messages: run this once more then",
                "backups that were made before, until they are replaced",
                "pages of results, until the next publish removes them",
            ]
        return "removed of \(TextLayout.printable(subject.text)):\n"
            + counts.map { "  \($0.0) \($0.1)\n" }.joined()
            + "what remains where:\n" + remains.map { "  \($0)\n" }.joined()
    }

    private static func reason(_ trace: Trace) -> String {
        switch trace.table {
        case "block": " (the block list: without it we might write to them again)"
        case "effect": " (a mail that waits to be sent: run this once more when it is)"
        default: ""
        }
    }
}
