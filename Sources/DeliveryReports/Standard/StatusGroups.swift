import InternetMessage

/// The groups of a status part, put right where blank lines are missing or too many.
///
/// RFC 3464 §2.1 has the fields about the message first, then a group for each recipient, parted by
/// empty lines.
struct StatusGroups {
    /// The fields about the message.
    private(set) var message = FieldGroup()
    /// The fields about each recipient.
    private(set) var recipients: [FieldGroup] = []
    /// Whether blank lines stood where they should not, or were missing.
    private(set) var wereTorn = false

    private static let addressNames = ["Final-Recipient", "Original-Recipient"]
    private static let recipientNames = addressNames + ["Action", "Status", "Diagnostic-Code"]
    private static let messageNames = [
        "Reporting-MTA", "Original-Envelope-Id", "Arrival-Date", "Received-From-MTA", "DSN-Gateway",
        "X-Postfix-Queue-ID",
    ]

    init(_ sections: [HeaderSection]) {
        for section in sections { take(FieldGroup(fields: Array(section))) }
    }

    private mutating func take(_ group: FieldGroup) {
        guard group.hasAny(Self.recipientNames) else {
            message.fields += group.fields
            return
        }
        if !group.hasAny(Self.addressNames), let last = recipients.last, last["Action"] == nil {
            recipients[recipients.count - 1].fields += group.fields
            wereTorn = true
            return
        }
        let parts = Self.split(group)
        if parts.count > 1 { wereTorn = true }
        for part in parts { add(part) }
    }

    private mutating func add(_ group: FieldGroup) {
        guard group.hasAny(Self.messageNames) else {
            recipients.append(group)
            return
        }
        wereTorn = true
        message.fields += group.fields.filter { Self.messageNames.contains($0) }
        recipients.append(FieldGroup(fields: group.fields.filter { !Self.messageNames.contains($0) }))
    }

    /// Parts a group at each return of the field that a recipient's fields begin with.
    private static func split(_ group: FieldGroup) -> [FieldGroup] {
        guard let first = group.fields.first(where: { recipientNames.contains($0) }) else { return [group] }
        var parts = [FieldGroup()]
        var hasBegun = false
        for field in group.fields {
            if field.rawName.isEqualIgnoringCase(to: first.name) {
                if hasBegun { parts.append(FieldGroup()) }
                hasBegun = true
            }
            parts[parts.count - 1].fields.append(field)
        }
        return parts
    }
}

extension [String] {
    /// Whether a field has one of these names.
    fileprivate func contains(_ field: HeaderField) -> Bool {
        contains { field.rawName.isEqualIgnoringCase(to: $0) }
    }
}
