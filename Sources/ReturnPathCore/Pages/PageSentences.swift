/// What a page says of a check's outcome: the sentences that its letters have, too.
struct PageSentences: Sendable {
    private let writer: Writer
    private let domain: String

    init(_ language: Language, domain: String) {
        writer = Writer(Phrasebook(language))
        self.domain = domain
    }

    /// The whole in one or two sentences.
    func outcome(_ verdict: Verdict) -> String { writer.outcome(verdict, domain: domain) }

    /// One sentence about one ability.
    func sentence(_ finding: Finding) -> String { writer.sentence(finding, domain: domain) }

    /// Who has to do what; `nil` where there is nothing to do.
    func advice(_ cause: Cause) -> String? { writer.advice(cause, domain: domain)?.text }
}
