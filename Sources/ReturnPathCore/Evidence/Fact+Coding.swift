/// A fact as it is stored: one object that names its kind, with what that kind has.
///
/// Flat on purpose, and all with the same keys (``FactKey``).
extension Fact: Codable {
    /// Writes the fact.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: FactKey.self)
        try container.encode(name, forKey: .fact)
        try container.encodeIfPresent(probe, forKey: .probe)
        switch self {
        case .arrived(let arrival): try container.encode(arrival, forKey: .arrival)
        case .queued(_, let reason): try container.encode(reason, forKey: .reason)
        case .attempted(_, let attempt): try container.encode(attempt, forKey: .attempt)
        case .reported(_, let report): try container.encode(report, forKey: .report)
        case .examined(let health): try container.encode(health, forKey: .health)
        case .surveyed(let survey): try container.encode(survey, forKey: .survey)
        case .watched(let reception): try container.encode(reception, forKey: .reception)
        case .submitted, .confirmed, .automaticResponse, .stopped: break
        }
    }

    /// Reads a fact.
    ///
    /// - Throws: `DecodingError` where it is of no kind that is known, or lacks what that kind has.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: FactKey.self)
        func probe() throws -> Probe { try container.decode(Probe.self, forKey: .probe) }
        let name = try container.decode(String.self, forKey: .fact)
        switch name {
        case "arrived": self = .arrived(try container.decode(Arrival.self, forKey: .arrival))
        case "submitted": self = .submitted(try probe())
        case "queued": self = .queued(try probe(), reason: try container.decode(String.self, forKey: .reason))
        case "attempted":
            self = .attempted(try probe(), try container.decode(DeliveryAttempt.self, forKey: .attempt))
        case "reported":
            self = .reported(try probe(), try container.decode(Report.self, forKey: .report))
        case "confirmed": self = .confirmed(try probe())
        case "automatic-response": self = .automaticResponse(try probe())
        case "stopped": self = .stopped
        case "examined": self = .examined(try container.decode(Health.self, forKey: .health))
        case "surveyed": self = .surveyed(try container.decode(DomainSurvey.self, forKey: .survey))
        case "watched": self = .watched(try container.decode(Reception.self, forKey: .reception))
        default:
            throw DecodingError.dataCorruptedError(
                forKey: .fact, in: container, debugDescription: "no fact is called \(name)")
        }
    }
}
