extension English {
    /// What the log tells of one mail, as the heading of its lines.
    static func attempts(_ mail: Verdict.LoggedMail) -> String {
        let count = mail.attempts.count
        guard let last = mail.attempts.last else { return "" }
        let which = count == 1 ? "" : ", attempt \(count)"
        return "\(place(of: mail.probe).capitalizedFirst)\(which): \(outcome(last))."
    }

    /// How one attempt ended, and over what it went.
    package static func outcome(_ attempt: DeliveryAttempt) -> String {
        let host = attempt.place ?? "no host"
        switch attempt.outcome {
        case .sent:
            let way = attempt.encryption.map { "encrypted with \($0)" } ?? "not encrypted"
            return "taken by \(host), \(way)"
        case .deferred:
            return attempt.isRemembered
                ? "not tried, because \(host) was dead a moment before" : "put off by \(host)"
        case .bounced: return "given back by \(host)"
        case .expired: return "given up"
        }
    }
}

extension String {
    /// The text with its first letter in capitals.
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
