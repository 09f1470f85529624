/// What a page says of a check's outcome: the sentences that its letters have, too.
struct PageSentences: Sendable {
    let domain: String

    /// The whole in one or two sentences.
    func outcome(_ verdict: Verdict) -> String { English.outcome(verdict, domain: domain) }

    /// One sentence about one ability.
    func sentence(_ finding: Finding) -> String { English.sentence(finding, domain: domain) }

    /// Who has to do what; `nil` where there is nothing to do.
    func advice(_ cause: Cause) -> String? {
        English.remedy(cause, domain: domain).map { English.advice(cause, domain: domain, remedy: $0) }
    }
}
