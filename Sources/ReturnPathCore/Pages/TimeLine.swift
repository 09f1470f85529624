import DeliveryReports

/// The evidence of a check, the earliest first.
struct TimeLine {
    private let words: PageWords.Check
    private let names: Names
    private let mask: PageMask

    /// Lines that are shown of the beginning and of the end, at most.
    private static let most = (first: 25, last: 25)
    /// Foreign words of a line that are shown, at most; the page has the whole of the last ones above.
    private static let mostWords = 160

    init(_ words: PageWords.Check, _ names: Names, _ mask: PageMask) {
        self.words = words
        self.names = names
        self.mask = mask
    }

    /// The values of the template, and how many lines are left out between the first and the last.
    func values(_ evidence: [Evidence]) -> (lines: [[String: Any]], omitted: Int) {
        let ordered = evidence.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
        let omitted = max(0, ordered.count - Self.most.first - Self.most.last)
        let shown = omitted == 0 ? ordered : ordered.prefix(Self.most.first) + ordered.suffix(Self.most.last)
        return (shown.map(line), omitted)
    }

    private func line(_ item: Evidence) -> [String: Any] {
        let (text, quoted) = said(item.fact)
        var values: [String: Any] = [
            "iso": MailDate.iso(item.at), "time": MailDate.table(item.at), "text": text,
        ]
        if let probe = item.fact.probe {
            values["mail"] =
                words.journey.mail(probe.kind) + (probe.isRepeat ? ", \(words.journey.again)." : ".")
        }
        if let quoted, !quoted.isEmpty { values["quoted"] = mask.text(quoted, most: Self.mostWords) }
        return values
    }

    /// Our words about a fact, and the words of others.
    private func said(_ fact: Fact) -> (String, String?) {
        let said = words.fact
        switch fact {
        case .arrived(let arrival):
            return (said.arrived(names.name(arrival.name), arrival.masked(mask).host), nil)
        case .submitted: return (said.submitted, nil)
        case .queued(_, let reason): return (said.queued, reason)
        case .attempted(_, let attempt):
            return (
                said.attempt(
                    attempt.outcome, mask.text(attempt.place ?? said.someServer, most: PageMask.longestName)),
                attempt.reply
            )
        case .reported(_, let report):
            let author = report.author == .ours ? said.ourServer : report.reportingMTA ?? said.someServer
            return (
                said.report(report.action, mask.text(author, most: PageMask.longestName)),
                [report.status.flatMap { report.diagnostic.contains($0) ? nil : $0 }, report.diagnostic]
                    .compactMap(\.self).joined(separator: " ")
            )
        case .confirmed: return (said.confirmed, nil)
        case .automaticResponse: return (said.automatic, nil)
        case .stopped: return (said.stopped, nil)
        case .watched: return (said.watched, nil)
        case .examined(let health):
            return health.faults.isEmpty
                ? (said.healthy, nil) : (said.faults, health.faults.map(\.text).joined(separator: " "))
        case .surveyed(let survey): return (said.surveyed(survey.hosts.count), nil)
        }
    }
}
