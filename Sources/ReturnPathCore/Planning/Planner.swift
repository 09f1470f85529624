/// Decides what has to happen next for a check: from its evidence, from what was already issued, and
/// from the clock. It only says so; nothing is done here.
package struct Planner: Sendable {
    private let judge: Judge
    private let timing: Timing
    private let probes: ProbeLetter
    private let verdicts: VerdictLetter

    package init(judge: Judge, timing: Timing, probes: ProbeLetter, verdicts: VerdictLetter) {
        self.judge = judge
        self.timing = timing
        self.probes = probes
        self.verdicts = verdicts
    }

    /// What is to be issued now, and when to look again if no new evidence comes before.
    package struct Plan: Hashable, Sendable {
        package let effects: [Effect]
        /// `nil`: only new evidence can bring anything about.
        package let due: Moment?
        /// What was judged on the way; `nil` where the person wants no more mail.
        package var verdict: Verdict?
    }

    /// Plans the next step of a check.
    ///
    /// - Parameters:
    ///   - issued: The mails of the check that were issued before, with the digest a letter told.
    ///   - isStopped: Whether the person wants no more mail; then nothing is issued any more.
    ///   - isSurveyed: Whether the domain was looked at, whatever came of it.
    package func plan(
        _ check: Check, evidence: [Evidence], issued: Issued, isStopped: Bool, isSurveyed: Bool,
        at now: Moment
    ) -> Plan {
        guard !isStopped else { return Plan(effects: [], due: nil) }
        let verdict = judge.judge(evidence, at: now)
        let fresh = judge.released(evidence, at: now).filter { issued[.probe($0)] == nil }
        let effects = check.shuffled(fresh).enumerated().map { place, probe in
            let moment = now + Seconds(place) * timing.spacing
            return Effect(
                check: check.id, role: .probe(probe),
                submission: probes.submission(probe, of: check, at: moment),
                told: "", notBefore: moment)
        }
        // A letter waits for what is only now being sent.
        let isSettled = verdict.isSettled && fresh.isEmpty
        let survey = isSurveyed ? check.openedAt : check.openedAt + Timing.survey
        let step = letter(
            check, evidence, verdict, isSettled: isSettled, notBefore: survey, issued: issued, at: now)
        return Plan(effects: effects + step.effects, due: step.due, verdict: verdict)
    }

    private func letter(
        _ check: Check, _ evidence: [Evidence], _ verdict: Verdict, isSettled: Bool,
        notBefore survey: Moment,
        issued: Issued,
        at now: Moment
    ) -> Plan {
        let quiet = (evidence.filter(\.fact.isNews).map(\.at).max() ?? check.openedAt) + timing.settle
        if issued[.letter(.first)] == nil {
            let last = check.openedAt + timing.firstVerdict
            let when = isSettled ? min(max(quiet, survey), last) : last
            return now < when
                ? Plan(effects: [], due: when) : issue(.first, check, verdict, evidence, at: now)
        }
        guard issued[.letter(.amended)] == nil else { return Plan(effects: [], due: nil) }
        guard isSettled else { return Plan(effects: [], due: nextSilence(evidence, at: now)) }
        guard issued[.letter(.first)] != verdict.digest else { return Plan(effects: [], due: nil) }
        return now < quiet
            ? Plan(effects: [], due: quiet) : issue(.amended, check, verdict, evidence, at: now)
    }

    private func issue(
        _ kind: LetterKind, _ check: Check, _ verdict: Verdict, _ evidence: [Evidence], at now: Moment
    ) -> Plan {
        let effect = Effect(
            check: check.id, role: .letter(kind),
            submission: verdicts.submission(kind, of: check, verdict: verdict, at: now), told: verdict.digest,
            notBefore: now)
        let isOpen = kind == .first && !verdict.isSettled
        return Plan(effects: [effect], due: isOpen ? nextSilence(evidence, at: now) : nil)
    }

    /// When silence about the next mail in flight is concluded; `nil` where none is in flight.
    private func nextSilence(_ evidence: [Evidence], at now: Moment) -> Moment? {
        Probe.all.compactMap { kind -> Moment? in
            guard case .inFlight(let since, _) = judge.state(of: kind, in: evidence, at: now) else {
                return nil
            }
            return since + timing.window.length + 1
        }
        .min()
    }
}

extension Fact {
    /// Whether a letter waits until nothing of the kind has come for a while: another attempt that led to nothing
    /// is none.
    fileprivate var isNews: Bool {
        switch self {
        case .queued: false
        case .attempted(_, let attempt): attempt.outcome == .sent
        case .arrived, .submitted, .reported, .confirmed, .automaticResponse, .stopped, .examined, .surveyed,
            .watched:
            true
        }
    }
}

extension Check {
    /// The mails in an order that differs from check to check, so that no answer can be due to the order.
    ///
    /// The identifier is random, so an order drawn from it is, and planning again draws the same.
    fileprivate func shuffled(_ probes: [Probe]) -> [Probe] {
        var generator = OrderGenerator(state: id.text.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) })
        return probes.shuffled(using: &generator)
    }
}

/// SplitMix64: numbers that follow from a seed.
private struct OrderGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
