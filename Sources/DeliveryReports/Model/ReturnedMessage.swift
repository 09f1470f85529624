import InternetMessage

/// What a report gives back of the message it is about (RFC 3464 §2, part 3).
public struct ReturnedMessage: Sendable {
    /// How much came back.
    public enum Extent: String, Hashable, Sendable, CaseIterable {
        /// The header section alone.
        case headers
        /// The header section and at least the beginning of the body.
        case whole
    }

    /// The header section, for any other field, such as one with a token.
    public let header: HeaderSection
    /// How much came back.
    public let extent: Extent

    /// Creates a returned message.
    init(header: HeaderSection, extent: Extent) {
        self.header = header
        self.extent = extent
    }

    /// Its Message-ID without angle brackets.
    public var messageID: String? { header["Message-ID"]?.messageIDs.first }
    /// The mailboxes of its From field.
    public var from: [Mailbox] { header["From"]?.mailboxes ?? [] }
    /// The mailboxes of its To field.
    public var to: [Mailbox] { header["To"]?.mailboxes ?? [] }
    /// Its subject, decoded.
    public var subject: String? { header["Subject"]?.text }
    /// Its date, in seconds since 1970.
    public var date: Int64? { header["Date"]?.date }

    /// The value of any field on one line, encoded words left as they are.
    public func field(_ name: String) -> String? { header[name]?.plainText }
}
