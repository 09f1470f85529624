import InternetMessage

/// Finds the fields of a status part where a gateway, a mailbox program or a service has put them into
/// a text (RFC 3464 §2.2 and §2.3).
enum EmbeddedFields {
    /// Whether whoever sent the text hands on a report of somebody else: a person who forwards one, or a
    /// service that tells of one in its own form.
    static func areHandedOn(in lines: TextLines) -> Bool {
        if lines.search.contains("bouncedrecipients") { return true }
        return lines.search.contains("final-recipient:") && lines.search.contains("forwarded message")
    }

    /// The groups of fields; none where the text has no such fields.
    static func find(in lines: TextLines, isCutOff: Bool) -> [HeaderSection] {
        if let notification = notification(in: lines) {
            return HeaderSection.readGroups(notification[...]).groups
        }
        guard lines.search.contains("final-recipient:"),
            let final = (0..<lines.count).first(where: { isField(["final-recipient"], at: $0, in: lines) })
        else { return [] }
        var first = final
        while first > 0,
            let before = (max(0, first - 8)..<first).first(where: { isField(names, at: $0, in: lines) })
        { first = before }
        var octets: [UInt8] = []
        var strangers = 0
        // Half an address is another address.
        for line in first..<max(lines.count - (isCutOff ? 1 : 0), first) where strangers < 3 {
            let content = unquoted(line, in: lines)
            strangers =
                content.isEmpty || isFolded(content, in: lines)
                    || HeaderRun.name(at: content, in: lines) != nil ? 0 : strangers + 1
            octets.append(contentsOf: lines.octets[content])
            octets.append(0x0A)
        }
        return HeaderSection.readGroups(octets[...]).groups
    }

    private static let names: [StaticString] = [
        "reporting-mta", "original-recipient", "action", "status", "original-envelope-id", "arrival-date",
        "received-from-mta", "diagnostic-code", "final-recipient", "remote-mta",
    ]

    private static func isField(_ names: [StaticString], at line: Int, in lines: TextLines) -> Bool {
        guard let name = HeaderRun.name(at: unquoted(line, in: lines), in: lines) else { return false }
        let small = Phrase.normalized(lines.octets[name])
        return names.contains { small.begins(with: $0) && small.count == $0.utf8CodeUnitCount }
    }

    private static func isFolded(_ content: Range<Int>, in lines: TextLines) -> Bool {
        content.first.map { lines.octets[$0] == 0x20 || lines.octets[$0] == 0x09 } ?? false
    }

    /// A line without the mark of a quotation and the blank behind it.
    private static func unquoted(_ line: Int, in lines: TextLines) -> Range<Int> {
        var range = lines.ranges[line]
        guard let first = range.first, lines.octets[first] == 0x3E else { return range }
        while let next = range.first, lines.octets[next] == 0x3E { range.removeFirst() }
        if let blank = range.first, lines.octets[blank] == 0x20 { range.removeFirst() }
        return range
    }
}

extension EmbeddedFields {
    /// The fields that a notification of Amazon SES has as JSON, itself inside JSON or not.
    private static func notification(in lines: TextLines) -> [UInt8]? {
        guard lines.count > 0, lines.begins(0, with: "{") else { return nil }
        let text = lines.octets.filter { $0 != 0x5C }
        guard let start = Phrase.place(of: "\"bouncedRecipients\":[", in: text) else { return nil }
        let end = text[start...].firstIndex(of: 0x5D) ?? text.count
        var fields: [UInt8] = []
        for object in text[start..<end].split(separator: 0x7B) {
            guard let address = value(of: "\"emailAddress\":\"", in: object) else { continue }
            fields.append(contentsOf: "\nFinal-Recipient: rfc822;".utf8 + address)
            for (key, name) in keys {
                if let value = value(of: key, in: object) { fields.append(contentsOf: name.utf8 + value) }
            }
            fields.append(0x0A)
        }
        return fields
    }

    private static let keys: [(key: StaticString, name: String)] = [
        ("\"action\":\"", "\nAction: "), ("\"status\":\"", "\nStatus: "),
        ("\"diagnosticCode\":\"", "\nDiagnostic-Code: "),
    ]

    private static func value(of key: StaticString, in object: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let text = Array(object)
        guard let place = Phrase.place(of: key, in: text) else { return nil }
        return text[(place + key.utf8CodeUnitCount)...].prefix { $0 != 0x22 && $0 >= 0x20 }
    }
}
