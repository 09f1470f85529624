/// The words of one language: a file that holds nothing else.
///
/// The compiler demands a text for everything that is said. Names in braces are placeholders, and every language has
/// the same ones; forms for different numbers are parted by `|`.
protocol Vocabulary: SendableMetatype {
    /// Words that stand at no line's end; in small letters.
    static var bound: Set<Substring> { get }
    /// Which of a phrase's forms stands with a number.
    static func form(for count: Int) -> Int
    /// How many forms a counted phrase has.
    static var forms: Int { get }

    static func sentence(_ sentence: Sentence) -> String
    static func result(_ overall: Verdict.Overall) -> String
    static func outcome(_ overall: Verdict.Overall) -> String
    static func label(_ outcome: Outcome) -> String
    static func about(_ ability: Ability) -> String
    static func lack(_ ability: Ability) -> String
    static func role(_ kind: ProbeKind) -> String
    static func because(_ cause: Cause) -> String
    static func remedy(_ cause: Cause) -> String?
    static func owner(_ owner: Cause.Owner) -> String
    static func fault(_ kind: Health.Kind) -> String
    static func heading(_ section: VerdictSection) -> String
    static func lookup(_ outcome: AddressLookup.Outcome) -> String
    static func scope(_ scope: AddressScope) -> String?
    static func port(_ outcome: PortAnswer.Outcome) -> String
}

extension Vocabulary {
    /// The text of a phrase; `nil` where there is nothing to say.
    static func text(_ phrase: Phrase) -> String? {
        switch phrase {
        case .sentence(let sentence): self.sentence(sentence)
        case .result(let overall): result(overall)
        case .outcome(let overall): outcome(overall)
        case .label(let outcome): label(outcome)
        case .about(let ability): about(ability)
        case .lack(let ability): lack(ability)
        case .role(let kind): role(kind)
        case .because(let cause): because(cause)
        case .remedy(let cause): remedy(cause)
        case .owner(let owner): self.owner(owner)
        case .fault(let kind): fault(kind)
        case .heading(let section): heading(section)
        case .lookup(let outcome): lookup(outcome)
        case .scope(let scope): self.scope(scope)
        case .port(let outcome): port(outcome)
        }
    }
}
