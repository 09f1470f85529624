/// One field of a header section, as it stands in the message.
///
/// Nothing is decoded before it is asked for.
public struct HeaderField: Sendable {
    /// The name's octets, in the case they were written in.
    public let rawName: Bytes
    /// The octets after the colon, folds included, without the final line end.
    public let rawValue: Bytes
    /// Where the field stands in its section, from 0.
    public let position: Int

    /// The name as text.
    public var name: String { Text.decode(rawName) }

    /// The value on one line: folds removed, blanks at both ends trimmed (RFC 5322 §2.2.3).
    public var unfolded: Bytes {
        let value = rawValue.trimmed()
        guard value.has(ASCII.lf) else { return value }
        var result: [UInt8] = []
        result.reserveCapacity(value.count)
        var start = value.startIndex
        while start < value.endIndex {
            let end = value.place(of: ASCII.lf, from: start) ?? value.endIndex
            let line = value[start..<end].trimmed()
            if !line.isEmpty, !result.isEmpty { result.append(ASCII.space) }
            result.append(contentsOf: line)
            start = end + 1
        }
        return result[...]
    }

    /// The unfolded value as text, encoded words left as they are.
    public var plainText: String { Text.decode(unfolded) }

    /// The unfolded value as text, encoded words decoded (RFC 2047).
    public var text: String { EncodedWord.decode(unfolded) }

    /// The mailboxes the value names (RFC 5322 §3.4).
    public var mailboxes: [Mailbox] { AddressList.read(unfolded) }

    /// The moment the value names, in seconds since 1970.
    public var date: Int64? { InternetDate.read(unfolded) }

    /// The message identifiers the value names, without angle brackets.
    public var messageIDs: [String] { MessageID.readList(unfolded) }
}
