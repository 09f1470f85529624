import InternetMessage

/// Groups of header fields, and all that can be asked of a field (RFC 5322 §2.2).
enum HeaderTarget {
    static func run(_ bytes: [UInt8]) {
        let groups = HeaderSection.readGroups(bytes[...]).groups
        demand(groups.count <= Limits.standard.parts, "there are no more groups than allowed")
        for group in groups {
            demand(!group.isEmpty, "no group is empty")
            demand(group.count <= Limits.standard.fields, "there are no more fields than allowed")
            for field in group { read(field, of: group) }
        }
        guard let twin = bytes.withCRLF else { return }
        let again = HeaderSection.readGroups(twin[...]).groups
        demand(groups.map(Self.texts) == again.map(Self.texts), "CRLF reads like LF")
    }

    private static func read(_ field: HeaderField, of group: HeaderSection) {
        demandClean(field.name)
        demandClean(field.plainText)
        demandClean(field.text)
        demand(!field.unfolded.contains(0x0A), "an unfolded value has one line")
        demand(field.rawValue.count <= Limits.standard.fieldLength, "no field is longer than allowed")
        demand(group.has(field.name) || field.rawName.contains(0), "a field is found by its name")
        demand(group.all(field.name).count >= (field.rawName.contains(0) ? 0 : 1), "and in the list of all")
        for id in field.messageIDs { demandClean(id) }
        _ = field.mailboxes
        if let date = field.date { demandClean(InternetDate.format(date)) }
    }

    private static func texts(_ group: HeaderSection) -> [String] {
        group.map { $0.name + ":" + $0.plainText }
    }
}
