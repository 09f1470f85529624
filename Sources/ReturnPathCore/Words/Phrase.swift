/// Everything that is said to people. A language has words for each (``Vocabulary``).
package enum Phrase: Hashable, Sendable {
    case sentence(Sentence)
    /// The outcome of the whole, in a subject.
    case result(Verdict.Overall)
    /// The outcome of the whole, in a sentence.
    case outcome(Verdict.Overall)
    /// The outcome of one ability, in a word.
    case label(Outcome)
    /// What an ability is about, as the beginning of a sentence.
    case about(Ability)
    /// What somebody cannot do who lacks an ability.
    case lack(Ability)
    /// What is special about a mail.
    case role(ProbeKind)
    /// A cause as the end of a sentence.
    case because(Cause)
    /// What to do about a cause; only where somebody can.
    case remedy(Cause)
    /// Who has to act.
    case owner(Cause.Owner)
    /// The part of our own side that something is wrong with.
    case fault(Health.Kind)
    case heading(VerdictSection)
    /// What DNS said of a host's addresses.
    case lookup(AddressLookup.Outcome)
    /// What is wrong with an address; nothing is with a global one.
    case scope(AddressScope)
    case port(PortAnswer.Outcome)

    /// All of them.
    package static let all: [Phrase] =
        Sentence.allCases.map(Phrase.sentence) + Verdict.Overall.allCases.map(Phrase.result)
        + Verdict.Overall.allCases.map(Phrase.outcome) + Outcome.allCases.map(Phrase.label)
        + Ability.allCases.map(Phrase.about) + Ability.allCases.map(Phrase.lack)
        + ProbeKind.allCases.map(Phrase.role) + Cause.allCases.map(Phrase.because)
        + Cause.allCases.filter { $0.owner != .nobody }.map(Phrase.remedy)
        + Cause.Owner.allCases.map(Phrase.owner) + Health.Kind.allCases.map(Phrase.fault)
        + VerdictSection.allCases.map(Phrase.heading)
        + AddressLookup.Outcome.allCases.map(Phrase.lookup)
        + AddressScope.allCases.filter { $0 != .global }.map(Phrase.scope)
        + PortAnswer.Outcome.allCases.map(Phrase.port)

    /// Whether it depends on a number.
    package var isCounted: Bool {
        if case .sentence(let sentence) = self { sentence.isCounted } else { false }
    }
}
