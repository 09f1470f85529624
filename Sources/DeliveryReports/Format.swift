import InternetMessage

/// The forms that delivery reports come in.
///
/// The cases stand in the order in which they are tried: the standard first, for it is a promise,
/// then what only looks like a report. The raw values are stable names.
public enum Format: String, Hashable, Sendable, CaseIterable {
    /// RFC 3464 and its internationalised twin RFC 6533, in whatever part they stand.
    case rfc3464

    /// What this form's reader makes of a message; nil where the message is not of this form.
    func read(_ message: Entity) -> Report? {
        switch self {
        case .rfc3464: StandardReport.read(message)
        }
    }
}
