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
    }

    /// Plans the next step of a check.
    ///
    /// - Parameters:
    ///   - issued: The mails of the check that were issued before, with the digest a letter told.
    ///   - isStopped: Whether the person wants no more mail; then nothing is issued any more.
    package func plan(
        _ check: Check, evidence: [Evidence], issued: Issued, isStopped: Bool, at now: Moment
    ) -> Plan {
        guard !isStopped else { return Plan(effects: [], due: nil) }
        let verdict = judge.judge(evidence, at: now)
        let fresh = probesToSend(evidence, at: now).filter { issued[.probe($0)] == nil }
        let effects = fresh.map {
            Effect(
                check: check.id, role: .probe($0), submission: probes.submission($0, of: check, at: now),
                told: "")
        }
        // A letter waits for what is only now being sent.
        let isSettled = verdict.isSettled && fresh.isEmpty
        let step = letter(check, evidence, verdict, isSettled: isSettled, issued: issued, at: now)
        return Plan(effects: effects + step.effects, due: step.due)
    }

    private func probesToSend(_ evidence: [Evidence], at now: Moment) -> [ProbeKind] {
        judge.state(of: .control, in: evidence, at: now).isRelease ? ProbeKind.allCases : [.control]
    }

    private func letter(
        _ check: Check, _ evidence: [Evidence], _ verdict: Verdict, isSettled: Bool,
        issued: Issued,
        at now: Moment
    ) -> Plan {
        let quiet = (evidence.map(\.at).max() ?? check.openedAt) + timing.settle
        if issued[.letter(.first)] == nil {
            let last = check.openedAt + timing.firstVerdict
            let when = isSettled ? min(quiet, last) : last
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
            submission: verdicts.submission(kind, of: check, verdict: verdict, at: now), told: verdict.digest)
        let isOpen = kind == .first && !verdict.isSettled
        return Plan(effects: [effect], due: isOpen ? nextSilence(evidence, at: now) : nil)
    }

    /// When silence about the next mail in flight is concluded; `nil` where none is in flight.
    private func nextSilence(_ evidence: [Evidence], at now: Moment) -> Moment? {
        ProbeKind.allCases.compactMap { kind -> Moment? in
            guard case .inFlight(let since, _) = judge.state(of: kind, in: evidence, at: now) else {
                return nil
            }
            return since + timing.window.length + 1
        }
        .min()
    }
}
