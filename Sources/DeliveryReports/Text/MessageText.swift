import InternetMessage

/// What a message says to people, and what it gives back of another message.
struct MessageText {
    /// The most octets of text that are looked at.
    static let limit = 256 << 10

    /// The text for people up to where the returned message begins.
    let lines: TextLines
    /// The text with all that follows it.
    let all: TextLines
    /// Whether the message ends inside the text, so that its last word may be half of one.
    let isCutOff: Bool
    /// What came back, in a part of its own or behind the text.
    let returned: ReturnedMessage?

    init(_ message: Entity) { self.init([message]) }

    /// What several parts say, one after the other.
    init(_ parts: [Entity]) {
        var collector = Collector()
        for part in parts { collector.collect(part) }
        var octets: [UInt8] = []
        let html = collector.html.lazy.map { HTMLText.plain($0.decodedOctets(limit: Self.limit)) }
        for text in collector.plain.isEmpty ? Array(html) : collector.plain {
            if !octets.isEmpty { octets.append(0x0A) }
            octets.append(contentsOf: text.prefix(max(Self.limit - octets.count, 0)))
        }
        all = TextLines(octets)
        isCutOff = parts.last.map(Self.isCutOff) ?? false
        if let cut = ReturnedText.find(in: all) {
            lines = all.prefix(before: cut.line)
            returned = collector.returned ?? cut.start.map { ReturnedText.read(Array(octets[$0...])) }
        } else {
            lines = all
            returned = collector.returned
        }
    }

    private static func isCutOff(_ part: Entity) -> Bool {
        guard let last = part.children.last else { return part.body.last != 0x0A }
        return (part.contentType.isMessage || part.defects.contains(.noEndBoundary)) && isCutOff(last)
    }

    private struct Collector {
        var plain: [Bytes] = []
        var html: [Entity] = []
        var returned: ReturnedMessage?

        mutating func collect(_ part: Entity) {
            if let found = ReturnedMessage(part: part) {
                if returned == nil { returned = found }
                return
            }
            guard part.children.isEmpty else {
                for child in part.children { collect(child) }
                return
            }
            let type = part.contentType
            if type.is("text/html") {
                html.append(part)
            } else if type.type == "text" || type.isMultipart {
                let text = part.decodedOctets(limit: MessageText.limit)
                if text.contains(where: { $0 > 0x20 }) { plain.append(text) }
            }
        }
    }
}

extension ReturnedMessage {
    /// What a part of a report gives back; nil where the part is for something else.
    init?(part: Entity) {
        if let message = part.children.first, part.contentType.isMessage {
            let isWhole = message.body.contains { $0 != 0x0A && $0 != 0x20 }
            self.init(header: message.header, extent: isWhole ? .whole : .headers)
            return
        }
        let type = part.contentType
        guard
            type.is("text/rfc822-headers") || type.is("message/global-headers")
                || type.is("message/rfc822-headers")
                || type.is("text/rfc822") || type.is("message/partial")
        else { return nil }
        let message = Entity.read(Array(part.content.bytes))
        let isWhole = !type.subtype.hasSuffix("headers") && message.body.contains { $0 != 0x0A && $0 != 0x20 }
        self.init(header: message.header, extent: isWhole ? .whole : .headers)
    }
}
