/// A list of phrases, made ready for being asked quickly.
struct PhraseProbes: Sendable {
    private let entries: [(phrase: StaticString, probe: SearchText.Probe)]

    init(_ phrases: [StaticString]) { entries = phrases.map { ($0, SearchText.Probe($0)) } }

    /// Whether any of them stands in a text.
    func occur(in text: SearchText) -> Bool {
        text.withFours { fours in
            entries.contains { $0.probe.mayBe(in: fours) && text.contains($0.phrase) }
        }
    }

    /// Those that stand in a text.
    func all(in text: SearchText) -> [StaticString] {
        var found: [StaticString] = []
        text.withFours { fours in
            for (phrase, probe) in entries where probe.mayBe(in: fours) && text.contains(phrase) {
                found.append(phrase)
            }
        }
        return found
    }
}
