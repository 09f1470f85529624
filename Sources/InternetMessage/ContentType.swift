/// What a part's content is: type, subtype and parameters (RFC 2045 §5).
public struct ContentType: Hashable, Sendable {
    /// The top-level type in small letters, as in `text`.
    public let type: String
    /// The subtype in small letters, as in `plain`.
    public let subtype: String
    /// The parameters, names in small letters.
    public let parameters: ParameterList

    /// What a part is that does not say (RFC 2045 §5.2).
    public static let plainText = ContentType(type: "text", subtype: "plain", parameters: .none)
    /// What a part of a `multipart/digest` is that does not say (RFC 2046 §5.1.5).
    static let message = ContentType(type: "message", subtype: "rfc822", parameters: .none)

    /// Whether this is that type, as in `is("message/delivery-status")`; small letters.
    public func `is`(_ mediaType: String) -> Bool {
        let wanted = mediaType.utf8
        let slash = type.utf8.count
        guard wanted.count == slash + 1 + subtype.utf8.count else { return false }
        return wanted.starts(with: type.utf8) && wanted.dropFirst(slash + 1).elementsEqual(subtype.utf8)
    }

    /// Type and subtype in small letters, as in `text/plain`.
    public var mediaType: String { type + "/" + subtype }

    /// Whether the content is made of parts.
    public var isMultipart: Bool { type == "multipart" }

    /// Whether the content is a message with a header section of its own (RFC 2046 §5.2.1,
    /// RFC 6532 §3.7).
    public var isMessage: Bool {
        type == "message" && (subtype == "rfc822" || subtype == "global" || subtype == "news")
    }

    /// The octets that part a multipart.
    var boundary: [UInt8]? {
        guard var value = parameters["boundary"] else { return nil }
        while value.last == " " { value.removeLast() }
        return Array(value.utf8)
    }

    /// Reads a field's value; what is no media type at all counts as text.
    public static func read(_ value: Bytes) -> ContentType {
        var scanner = ParameterScanner(value)
        let name = scanner.value()
        let parameters = ParameterList(scanner.parameters())
        guard let slash = name.place(of: ASCII.slash, from: name.startIndex), slash > name.startIndex,
            slash + 1 < name.endIndex
        else {
            // RFC 2045 §5.2: "text" alone was legal before MIME was.
            return ContentType(type: "text", subtype: "plain", parameters: parameters)
        }
        let subtype = Text.lowercased(name[(slash + 1)...])
        return ContentType(type: Text.lowercased(name[..<slash]), subtype: subtype, parameters: parameters)
    }
}
