/// What Postfix is to do with a recipient (access(5)).
package enum PolicyAnswer: Hashable, Sendable {
    /// We have nothing against it; whoever is asked next decides.
    case dunno
    /// The recipient is refused for good.
    ///
    /// Never with "come again": a server that is put off tries our fallback over IPv4 next, and its ability 1 could
    /// not be judged any more.
    case refused(Refusal)
    /// We cannot say, and the operator wants certainty (`policy.on_failure`).
    case deferred

    /// Why a recipient is refused.
    package enum Refusal: Hashable, Sendable {
        case noSuchAddress
        /// The sender is one that is never answered.
        case neverAnswered(Stray)
        /// The sender, or somebody for their domain, wants no mail of ours.
        case blocked(operator: String)
        case exhausted(Exhaustion)
    }

    /// The action as the protocol wants it, without its line end.
    package var action: String {
        switch self {
        case .dunno: "DUNNO"
        case .refused(let refusal): refusal.reply
        case .deferred: "450 4.3.0 We cannot look up whether this is allowed; please come again"
        }
    }
}

extension PolicyAnswer.Refusal {
    /// Reply code, enhanced status code (RFC 3463 §3.2, §3.8) and a sentence for the person whose server gets it.
    package var reply: String {
        switch self {
        case .noSuchAddress: "550 5.1.1 There is no such address here"
        case .neverAnswered(let stray):
            "550 5.7.1 We never answer such senders, so this would lead to nothing: \(stray.rawValue)"
        case .blocked(let address):
            "550 5.7.1 This sender has asked for no more mail from us; to undo that, write to \(address)"
        case .exhausted(let exhaustion):
            "550 5.7.1 \(exhaustion.words); please write again after \(Self.time(exhaustion.until))"
        }
    }

    /// To the minute, rounded up: who comes then must not be refused once more.
    private static func time(_ moment: Moment) -> String {
        "\(MailDate.table((moment + 59) / 60 * 60).dropLast(3)) UTC"
    }
}

extension Exhaustion {
    /// What is used up, as a sentence.
    var words: String {
        let most = pool.allowance.most(in: span)
        let whom =
            switch pool.kind {
            case .address: "for one address"
            case .domain: "for one domain"
            case .network: "from one network"
            case .provider: "for one provider's network"
            case .total: "in all"
            }
        return
            "We make at most \(most) \(most == 1 ? "check" : "checks") \(span == .day ? "a day" : "an hour") \(whom)"
    }
}
