/// Where in a delivery attempt the answer came (RFC 5321 §3).
public enum Stage: String, Hashable, Sendable, CaseIterable {
    /// Looking up the mail hosts of the domain and their addresses.
    case resolve
    /// Opening the connection.
    case connect
    /// The server's first line.
    case greeting
    /// The client naming itself: EHLO or HELO, and what belongs to it.
    case ehlo
    /// The reverse-path: MAIL FROM.
    case mail
    /// The recipient: RCPT TO.
    case rcpt
    /// The DATA command itself.
    case data
    /// The end of the message's content.
    case endOfData
    /// Nothing was said of it.
    case unknown
}
