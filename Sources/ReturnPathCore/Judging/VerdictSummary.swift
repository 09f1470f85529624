/// A verdict in short, for lists: what was known when the check was judged last.
///
/// Kept beside the check so that a list need not judge; never taken for the truth, which is judged anew.
package struct VerdictSummary: Hashable, Sendable {
    package let overall: Verdict.Overall
    package let outcomes: [Ability: Outcome]
    /// The causes of all findings, each once.
    package let causes: Set<Cause>

    package init(_ verdict: Verdict) {
        overall = verdict.overall
        outcomes = Dictionary(uniqueKeysWithValues: verdict.findings.map { ($0.ability, $0.outcome) })
        causes = Set(verdict.findings.compactMap(\.cause))
    }

    /// Reads what ``outcomesText`` wrote.
    package init(overall: Verdict.Overall, outcomesText: String, causes: Set<Cause>) {
        self.overall = overall
        self.causes = causes
        outcomes = Dictionary(
            outcomesText.split(separator: " ").compactMap { pair in
                let parts = pair.split(separator: "=", maxSplits: 1)
                guard parts.count == 2, let ability = Ability(rawValue: String(parts[0])),
                    let outcome = Outcome(rawValue: String(parts[1]))
                else { return nil }
                return (ability, outcome)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// `0=passed 1=passed 1b=not-seen …`, in the order of ``Ability``.
    package var outcomesText: String {
        Ability.allCases.compactMap { ability in
            outcomes[ability].map { "\(ability.rawValue)=\($0.rawValue)" }
        }.joined(separator: " ")
    }
}
