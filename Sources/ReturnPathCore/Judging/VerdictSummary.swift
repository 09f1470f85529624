/// A verdict in short, for lists: what was known when the check was judged last.
///
/// Kept beside the check so that a list need not judge; never taken for the truth, which is judged anew. Lists and
/// no dictionaries: a key type costs each process a search (docs/decisions/0006).
package struct VerdictSummary: Hashable, Sendable {
    package let overall: Verdict.Overall
    /// In the order of ``Ability``.
    package let results: [Result]
    /// The causes of all findings, each once, in the order of their names.
    package let causes: [Cause]

    /// What came of one ability.
    package struct Result: Hashable, Sendable {
        package let ability: Ability
        package let outcome: Outcome
    }

    package init(_ verdict: Verdict) {
        overall = verdict.overall
        results = verdict.findings.map { Result(ability: $0.ability, outcome: $0.outcome) }
        var causes: [Cause] = []
        for finding in verdict.findings {
            if let cause = finding.cause, !causes.contains(cause) { causes.append(cause) }
        }
        self.causes = causes.sorted { $0.rawValue < $1.rawValue }
    }

    /// Reads what ``resultsText`` and ``causesText`` wrote.
    package init(overall: Verdict.Overall, resultsText: String, causesText: String) {
        self.overall = overall
        causes = causesText.split(separator: " ").compactMap { Cause(rawValue: String($0)) }
        results = resultsText.split(separator: " ").compactMap { pair in
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let ability = Ability(rawValue: String(parts[0])),
                let outcome = Outcome(rawValue: String(parts[1]))
            else { return nil }
            return Result(ability: ability, outcome: outcome)
        }
    }

    /// `0=passed 1=passed 1b=not-seen …`.
    package var resultsText: String {
        results.map { "\($0.ability.rawValue)=\($0.outcome.rawValue)" }.joined(separator: " ")
    }

    /// Their names, with blanks between.
    package var causesText: String { causes.map(\.rawValue).joined(separator: " ") }
}
