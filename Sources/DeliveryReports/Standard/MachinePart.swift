import InternetMessage

/// The part of a report that is meant for machines, and its neighbours (RFC 6522 §3).
struct MachinePart {
    /// What kind of report the part makes of the message.
    enum Kind {
        case deliveryStatus, disposition, feedback

        init?(_ type: ContentType) {
            if type.is("message/delivery-status") || type.is("message/global-delivery-status") {
                self = .deliveryStatus
            } else if type.is("message/disposition-notification")
                || type.is("message/global-disposition-notification")
            {
                self = .disposition
            } else if type.is("message/feedback-report") {
                self = .feedback
            } else {
                return nil
            }
        }
    }

    let kind: Kind
    let part: Entity
    /// The parts beside it, itself included.
    let siblings: [Entity]
    /// Whether its type had to be guessed from its content.
    let isMislabelled: Bool

    /// The outermost such part.
    ///
    /// Level by level: a report may be forwarded inside another message, but what a report returns
    /// may be a report, too, and is then deeper than the report itself.
    static func find(in message: Entity) -> MachinePart? {
        if let kind = Kind(message.contentType) {
            return MachinePart(
                kind: kind, part: message, siblings: [], isMislabelled: false, isCutOff: true)
        }
        var level = [message]
        while !level.isEmpty {
            for parent in level {
                if let found = child(of: parent) { return found }
            }
            level = level.flatMap { parent in
                // A report without its part must not be mistaken for the report it returns.
                parent.contentType.is("multipart/report") ? [] : parent.children
            }
        }
        return nil
    }

    private static func child(of parent: Entity) -> MachinePart? {
        let hasNoEnd = parent.defects.contains(.noEndBoundary)
        for (number, part) in parent.children.enumerated() {
            guard let kind = Kind(part.contentType) else { continue }
            return MachinePart(
                kind: kind, part: part, siblings: parent.children, isMislabelled: false,
                isCutOff: hasNoEnd && number == parent.children.count - 1)
        }
        let isReport = parent.contentType.is("multipart/report")
        let part = parent.children.first { part in
            part.children.isEmpty && (isReport || part.contentType.is("application/octet-stream"))
                && HeaderSection.readGroups(part.content.bytes.prefix(4096)).groups
                    .contains { $0.has("Reporting-MTA") || $0.has("Final-Recipient") }
        }
        return part.map {
            MachinePart(
                kind: .deliveryStatus, part: $0, siblings: parent.children, isMislabelled: true,
                isCutOff: hasNoEnd)
        }
    }

    /// Whether the message ends inside the part, as a truncated one does.
    let isCutOff: Bool

    /// The part's content, without a line that the end of the message has cut through: half an
    /// address is another address.
    var content: (bytes: Bytes, defects: [InternetMessage.Defect]) {
        let (bytes, defects) = part.content
        guard isCutOff, let end = bytes.lastIndex(of: 0x0A) else { return (bytes, defects) }
        let last = bytes[(end + 1)...]
        // A bare status part may lack its last line end by rights; only an address is in danger.
        let isDangerous = !siblings.isEmpty || ["F", "f", "O", "o"].contains(UnicodeScalar(last.first ?? 0))
        return (isDangerous ? bytes[...end] : bytes, defects)
    }

    /// All fields of a part that is about one message, whose blank lines part nothing (RFC 8098 §3.1,
    /// RFC 5965 §3).
    var fields: HeaderSection {
        HeaderSection.readGroups(content.bytes).groups.reduce(into: .empty) { $0.append($1) }
    }

    /// What came back of the message the report is about.
    var returned: ReturnedMessage? { siblings.lazy.compactMap { ReturnedMessage(part: $0) }.first }
}
