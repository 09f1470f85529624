extension Finding {
    /// When we learned of the report or the request that the finding rests on; of what came twice, the first time
    /// counts.
    func moment(in evidence: [Evidence]) -> Moment? {
        switch basis {
        case .arrival(let arrival): evidence.filter { $0.fact == .arrived(arrival) }.map(\.at).min()
        case .acceptance(let report), .failure(let report, _):
            evidence.compactMap { $0.moment(of: report) }.min()
        case .nothing, .reply, .delay, .silence: nil
        }
    }
}

extension Evidence {
    /// When a report came, or the line of the log that stands for one was written.
    fileprivate func moment(of report: Report) -> Moment? {
        switch fact {
        case .reported(_, report): at
        case .attempted(_, let attempt)
        where attempt.outcome == .sent && report.tokenPlace == .envelopeSender && Report(attempt) == report:
            attempt.at
        default: nil
        }
    }
}
