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
            return MachinePart(kind: kind, part: message, siblings: [], isMislabelled: false)
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
        for part in parent.children {
            if let kind = Kind(part.contentType) {
                return MachinePart(kind: kind, part: part, siblings: parent.children, isMislabelled: false)
            }
        }
        guard parent.contentType.is("multipart/report") else { return nil }
        let part = parent.children.first { part in
            part.children.isEmpty
                && HeaderSection.readGroups(part.content.bytes.prefix(4096)).groups
                    .contains { $0.has("Reporting-MTA") || $0.has("Final-Recipient") }
        }
        return part.map {
            MachinePart(
                kind: .deliveryStatus, part: $0, siblings: parent.children, isMislabelled: true)
        }
    }

    /// What came back of the message the report is about.
    var returned: ReturnedMessage? {
        for sibling in siblings {
            if let message = sibling.children.first, sibling.contentType.isMessage {
                let isWhole = message.body.contains { $0 != 0x0A && $0 != 0x20 }
                return ReturnedMessage(header: message.header, extent: isWhole ? .whole : .headers)
            }
            let type = sibling.contentType
            if type.is("text/rfc822-headers") || type.is("message/global-headers")
                || type.is("message/rfc822-headers")
            {
                let message = Entity.read(Array(sibling.content.bytes))
                return ReturnedMessage(header: message.header, extent: .headers)
            }
        }
        return nil
    }

    /// The text for people: all plain text beside the part, in its order, to a bound.
    var humanText: String {
        var text = ""
        for sibling in siblings where sibling.contentType.is("text/plain") {
            if !text.isEmpty { text += "\n" }
            text += sibling.text
            if text.utf8.count > 256 << 10 { break }
        }
        return text
    }
}
