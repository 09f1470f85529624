/// What an inbound message is.
public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A delivery report (RFC 3464).
    case report
    /// An automatic response of or for the recipient, such as a vacation notice (RFC 3834).
    case automaticResponse = "automatic-response"
    /// A message disposition notification (RFC 8098).
    case disposition
    /// An abuse or authentication feedback report (RFC 5965).
    case feedback
    /// Anything else, a person's letter among it.
    case other
}
