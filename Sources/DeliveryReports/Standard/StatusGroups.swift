import InternetMessage

/// The groups of a status part, put right where blank lines are missing or too many.
///
/// RFC 3464 §2.1 has the fields about the message first, then a group for each recipient, parted by
/// empty lines.
struct StatusGroups {
    /// The fields about the message.
    private(set) var message = HeaderSection.empty
    /// The fields about each recipient.
    private(set) var recipients: [HeaderSection] = []
    /// Whether blank lines stood where they should not, or were missing.
    private(set) var wereTorn = false

    private static let addressNames = ["Final-Recipient", "Original-Recipient"]
    private static let recipientNames = addressNames + ["Action", "Status", "Diagnostic-Code"]
    private static let messageNames = [
        "Reporting-MTA", "Original-Envelope-Id", "Arrival-Date", "Received-From-MTA", "DSN-Gateway",
        "X-Postfix-Queue-ID",
    ]

    /// Takes groups that were read from the same octets.
    init(_ sections: [HeaderSection]) {
        for section in sections { take(section) }
    }

    private mutating func take(_ group: HeaderSection) {
        guard group.hasAny(Self.recipientNames) else {
            message.append(group)
            return
        }
        if !group.hasAny(Self.addressNames), let last = recipients.last, last["Action"] == nil {
            recipients[recipients.count - 1].append(group)
            wereTorn = true
            return
        }
        let parts = Self.split(group)
        if parts.count > 1 { wereTorn = true }
        for part in parts { add(part) }
    }

    private mutating func add(_ group: HeaderSection) {
        guard group.hasAny(Self.messageNames) else {
            recipients.append(group)
            return
        }
        wereTorn = true
        message.append(group.only { Self.messageNames.contains($0) })
        recipients.append(group.only { !Self.messageNames.contains($0) })
    }

    /// Parts a group at each return of the field that a recipient's fields begin with.
    private static func split(_ group: HeaderSection) -> [HeaderSection] {
        guard let first = group.first(where: { recipientNames.contains($0) }) else { return [group] }
        let starts = group.all(first.name).map(\.position)
        guard starts.count > 1 else { return [group] }
        return starts.indices.map { number in
            let start = number == 0 ? 0 : starts[number]
            let end = number + 1 < starts.count ? starts[number + 1] : group.count
            return group.fields(start..<end)
        }
    }
}

extension [String] {
    /// Whether a field has one of these names.
    fileprivate func contains(_ field: HeaderField) -> Bool {
        contains { field.rawName.isEqualIgnoringCase(to: $0) }
    }
}
