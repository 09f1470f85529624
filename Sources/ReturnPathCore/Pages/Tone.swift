/// How a thing is shown: a colour, and a symbol for whoever sees none.
enum Tone: String, Sendable {
    case good, bad, open

    /// The tone of an ability.
    init(_ outcome: Outcome) {
        self =
            switch outcome {
            case .passed: .good
            case .failed: .bad
            case .inconclusive, .waiting, .notSeen, .notReached: .open
            }
    }

    /// The tone of a mail on its way.
    init(_ state: ProbeState) {
        self =
            switch state {
            case .accepted, .confirmed: .good
            case .failed: .bad
            case .planned, .inFlight, .silent: .open
            }
    }
}

extension ProbeState {
    /// One character; the word stands beside it.
    var symbol: String {
        switch self {
        case .accepted: "✓"
        case .confirmed: "★"
        case .failed: "✗"
        case .inFlight: "…"
        case .silent: "?"
        case .planned: "–"
        }
    }
}
