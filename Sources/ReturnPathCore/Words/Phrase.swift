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

    /// What it is called where an operator gives other words for it: a section and a name within.
    package var key: String {
        switch self {
        case .sentence(let sentence): "sentence.\(sentence.rawValue)"
        case .result(let overall): "result.\(overall.rawValue)"
        case .outcome(let overall): "outcome.\(overall.rawValue)"
        case .label(let outcome): "label.\(outcome.rawValue)"
        case .about(let ability): "about.\(ability.rawValue)"
        case .lack(let ability): "lack.\(ability.rawValue)"
        case .role(let kind): "role.\(kind.rawValue)"
        case .because(let cause): "because.\(cause.rawValue)"
        case .remedy(let cause): "remedy.\(cause.rawValue)"
        case .owner(let owner): "owner.\(owner.rawValue)"
        case .fault(let kind): "fault.\(kind.rawValue)"
        case .heading(let section): "heading.\(section.rawValue)"
        case .lookup(let outcome): "lookup.\(outcome.rawValue)"
        case .scope(let scope): "scope.\(scope.rawValue)"
        case .port(let outcome): "port.\(outcome.rawValue)"
        }
    }

    /// Whether it depends on a number.
    package var isCounted: Bool {
        if case .sentence(let sentence) = self { sentence.isCounted } else { false }
    }
}
