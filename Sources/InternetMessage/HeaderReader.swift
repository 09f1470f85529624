/// Reads one header section after the other from a buffer whose lines end in LF.
struct HeaderReader {
    let bytes: [UInt8]
    let limits: Limits
    private(set) var defects: [Defect] = []
    /// Where the next line starts.
    var cursor = 0
    /// Whether the last section was ended by an empty line.
    private(set) var sawEmptyLine = false

    init(bytes: [UInt8], limits: Limits) {
        self.bytes = bytes
        self.limits = limits
    }

    /// The defects found since this was last asked.
    mutating func takeDefects() -> [Defect] {
        defer { defects.removeAll() }
        return defects
    }

    /// Steps over lines that have nothing but blanks; false when the buffer ends.
    mutating func skipEmptyLines() -> Bool {
        while cursor < bytes.count {
            let end = lineEnd()
            guard bytes[cursor..<end].allSatisfy(\.isBlank) else { return true }
            cursor = end + 1
        }
        return false
    }

    /// Reads fields up to an empty line, or to a line the caller knows to be none of the header's.
    ///
    /// A line that is no field is skipped; only where it is the very first there is no header.
    ///
    /// - Parameter isForeign: Told the start of every line that begins with a hyphen.
    mutating func read(until isForeign: (Int) -> Bool) -> HeaderSection {
        var entries: [HeaderSection.Entry] = []
        sawEmptyLine = false
        var isFirst = true
        while cursor < bytes.count {
            let end = lineEnd()
            if end == cursor || isBlankLine(to: end) {
                cursor = min(end + 1, bytes.count)
                sawEmptyLine = true
                break
            }
            if bytes[cursor] == ASCII.hyphen, isForeign(cursor) { break }
            guard let colon = colon(to: end) else {
                if isFirst, !isMailboxLine(to: end) { break }
                note(isFirst ? .mailboxLine : .malformedField)
                cursor = min(end + 1, bytes.count)
                continue
            }
            isFirst = false
            let entry = readField(colon: colon, end: end)
            if entries.count < limits.fields { entries.append(entry) } else { note(.fieldsExceeded) }
        }
        if isFirst, !sawEmptyLine, cursor < bytes.count { note(.noHeader) }
        return HeaderSection(buffer: bytes, entries: entries)
    }

    /// Reads one field with its continuation lines and steps over it.
    private mutating func readField(colon: Int, end first: Int) -> HeaderSection.Entry {
        var nameEnd = colon
        while nameEnd > cursor, bytes[nameEnd - 1].isBlank { nameEnd -= 1 }
        var end = first
        while end + 1 < bytes.count, bytes[end + 1].isBlank {
            let next = bytes.place(of: ASCII.lf, from: end + 1, to: bytes.count) ?? bytes.count
            // A line of blanks only ends the section: forwarders pad the empty line.
            if bytes[(end + 1)..<next].allSatisfy(\.isBlank) { break }
            end = next
        }
        var valueEnd = end
        if valueEnd - colon - 1 > limits.fieldLength {
            valueEnd = colon + 1 + limits.fieldLength
            note(.fieldLengthExceeded)
        }
        defer { cursor = min(end + 1, bytes.count) }
        return HeaderSection.Entry(
            nameStart: Int32(cursor), nameEnd: Int32(nameEnd), valueStart: Int32(colon + 1),
            valueEnd: Int32(valueEnd))
    }

    private func lineEnd() -> Int {
        bytes.place(of: ASCII.lf, from: cursor, to: bytes.count) ?? bytes.count
    }

    private func isBlankLine(to end: Int) -> Bool {
        bytes[cursor].isBlank && bytes[cursor..<end].allSatisfy(\.isBlank)
    }

    /// Where the colon after a field name stands, if the line begins with a field name.
    private func colon(to end: Int) -> Int? {
        guard !bytes[cursor].isBlank,
            let colon = bytes.place(of: ASCII.colon, from: cursor, to: end), colon > cursor
        else { return nil }
        var index = cursor
        while index < colon, bytes[index] > 0x20, bytes[index] < 0x7F { index += 1 }
        while index < colon, bytes[index].isBlank { index += 1 }
        return index == colon ? colon : nil
    }

    /// Whether the line is what mailbox files put before a message (RFC 4155, and `>From ` of uucp).
    private func isMailboxLine(to end: Int) -> Bool {
        let line = bytes[cursor..<end]
        return line.starts(with: "From ".utf8) || line.starts(with: ">From ".utf8)
    }

    private mutating func note(_ defect: Defect) {
        if !defects.contains(defect) { defects.append(defect) }
    }
}
