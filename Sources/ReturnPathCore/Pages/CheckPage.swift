/// The page of one check: what was tested, the way that each mail took, and what the servers said.
///
/// It changes with the evidence and with what follows from the clock, and not with the time of writing; so a page that
/// was written once is written anew only where there is news.
package struct CheckPage: Sendable {
    private let site: Site
    private let judge: Judge
    private let renderer: PageRenderer

    package init(_ site: Site, _ judge: Judge, _ renderer: PageRenderer) {
        self.site = site
        self.judge = judge
        self.renderer = renderer
    }

    /// The page as text.
    ///
    /// - Parameters:
    ///   - verdict: What the judge says of the evidence.
    ///   - isWaiting: Whether anything is still to come.
    package func text(
        _ check: Check, _ evidence: [Evidence], _ verdict: Verdict, isWaiting: Bool, at now: Moment
    ) -> String {
        let language = check.language
        let words = PageWords.of(language)
        let mask = PageMask(check)
        let shown = verdict.masked(mask)
        let sentences = PageSentences(language, domain: check.reversePath.writtenDomain)
        let mails = ProbeKind.allCases.map { mail($0, evidence, mask, at: now) }
        let hosts = HostTable(words.check.hosts, mask).values(verdict.survey, mails.map(\.history))
        let timeline = TimeLine(words.check, site.names, mask).values(evidence)
        let remedies = Self.remedies(shown, sentences)
        let servers = Self.servers(mails.flatMap(\.history), words.check)
        let faults = verdict.health?.faults.map(\.text) ?? []
        let title = words.check.title(verdict.overall)
        var values: [String: Any] = [
            "hidden": true, "refresh": isWaiting, "domain": check.reversePath.writtenDomain,
            "tone": Self.tone(verdict.overall).rawValue, "outcome": sentences.outcome(shown),
            "times": Self.times(check, evidence, words.check),
            "findings": Self.findings(shown, words, sentences),
            "hasRemedies": !remedies.isEmpty, "remedies": remedies,
            "journey": JourneyDrawing(words.check.journey, site.names)
                .drawing(
                    delivery: shown[.deliver], mails: mails.map { ($0.kind, $0.state, $0.report) }
                ).context,
            "hosts": hosts, "hasWords": !servers.isEmpty, "servers": servers,
            "hasFaults": !faults.isEmpty, "faults": faults, "evidence": timeline.lines,
            "removed": words.check.removed(Int(site.checksKept / 86_400)), "words": Self.texts(words.check),
        ]
        if timeline.omitted > 0 { values["omitted"] = words.check.omitted(timeline.omitted) }
        return renderer.page(
            .check, PageFrame(site, language).values(title: title, depth: 1, values))
    }

    /// One kind of mail: how it stands in the end, and what came of each time that it was sent.
    private struct Mail {
        let kind: ProbeKind
        let state: ProbeState
        let report: Report?
        let history: [MailOutcome]
    }

    private func mail(_ kind: ProbeKind, _ evidence: [Evidence], _ mask: PageMask, at now: Moment) -> Mail {
        let probes = [Probe(kind), Probe(kind).again]
        let history = probes.compactMap { probe -> MailOutcome? in
            let state = judge.state(of: probe, in: evidence, at: now)
            guard state != .planned || !probe.isRepeat else { return nil }
            return MailOutcome(probe, state, state.report?.masked(mask))
        }
        // A mail that was sent once more counts where it has come to an end.
        let last = history.last { $0.state.isSettled } ?? history.last
        return Mail(kind: kind, state: last?.state ?? .planned, report: last?.report, history: history)
    }

    private static func tone(_ overall: Verdict.Overall) -> Tone {
        switch overall {
        case .passed: .good
        case .failed: .bad
        case .inconclusive, .waiting: .open
        }
    }

    private static func times(_ check: Check, _ evidence: [Evidence], _ words: PageWords.Check) -> String {
        let news = evidence.map(\.at).max() ?? check.openedAt
        return words.times(MailDate.table(check.openedAt), MailDate.table(max(news, check.openedAt)))
    }

    private static func findings(
        _ verdict: Verdict, _ words: PageWords, _ sentences: PageSentences
    ) -> [[String: Any]] {
        verdict.findings.map { finding in
            [
                "tone": Tone(finding.outcome).rawValue, "symbol": finding.outcome.symbol,
                "label": words.outcome(finding.outcome), "sentence": sentences.sentence(finding),
            ]
        }
    }

    /// One sentence per cause, in the order of the findings.
    private static func remedies(_ verdict: Verdict, _ sentences: PageSentences) -> [String] {
        var told: Set<Cause> = []
        return verdict.findings.compactMap { finding in
            guard finding.outcome != .waiting, let cause = finding.cause, told.insert(cause).inserted else {
                return nil
            }
            return sentences.advice(cause)
        }
    }

    /// What each server said of each mail; only codes and words of a report are shown.
    private static func servers(_ mails: [MailOutcome], _ words: PageWords.Check) -> [[String: Any]] {
        var told: Set<[String]> = []
        return mails.compactMap { mail in
            guard let report = mail.report, !report.diagnostic.isEmpty,
                told.insert(["\(mail.probe.kind.number)", report.diagnostic]).inserted
            else { return nil }
            var values: [String: Any] = [
                "what": words.journey.mail(mail.probe.kind), "host": report.remoteHost ?? "",
                "text": report.diagnostic,
            ]
            if let status = report.status, !report.diagnostic.contains(status) { values["code"] = status }
            return values
        }
    }

    private static func texts(_ words: PageWords.Check) -> [String: Any] {
        [
            "refreshes": words.refreshes, "findings": words.findings, "remedies": words.remedies,
            "journey": words.journey.heading, "words": words.words, "wordsNote": words.wordsNote,
            "ours": words.ours, "evidence": words.evidence, "notes": words.notes, "accepted": words.accepted,
            "masked": words.masked,
        ]
    }
}

/// How one mail stands, and what was said of it.
struct MailOutcome {
    let probe: Probe
    let state: ProbeState
    /// Masked.
    let report: Report?

    init(_ probe: Probe, _ state: ProbeState, _ report: Report?) {
        self.probe = probe
        self.state = state
        self.report = report
    }
}

extension ProbeState {
    /// The report that the state rests on.
    var report: Report? {
        switch self {
        case .accepted(let report), .failed(let report, _): report
        case .confirmed(let accepted): accepted
        case .planned, .inFlight, .silent: nil
        }
    }
}
