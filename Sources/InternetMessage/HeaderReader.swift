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

    /// Steps over one line, whatever it is.
    mutating func skipLine() { cursor = min(lineEnd() + 1, bytes.count) }

    /// Steps over empty lines before a header section; not where what follows is no field.
    mutating func skipEmptyLinesBeforeField() {
        let start = cursor
        if skipEmptyLines(), cursor > start, colon(to: lineEnd()) != nil { return }
        cursor = start
    }

    /// Reads fields up to an empty line, or up to a delimiter of an open multipart.
    ///
    /// A line that is no field is skipped; only where it is the very first there is no header.
    mutating func read(until boundaries: Boundaries) -> (section: HeaderSection, stop: Stop?) {
        var entries: [HeaderSection.Entry] = []
        entries.reserveCapacity(16)
        sawEmptyLine = false
        var isFirst = true
        var stop: Stop?
        while cursor < bytes.count {
            let end = lineEnd()
            if end == cursor || isBlankLine(to: end) {
                cursor = min(end + 1, bytes.count)
                sawEmptyLine = true
                break
            }
            stop = boundaries.delimiter(at: cursor, in: bytes)
            if stop != nil { break }
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
        return (HeaderSection(buffer: bytes, entries: entries), stop)
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
        let start = cursor
        var index = start
        while index < end {
            let octet = bytes[index]
            if octet == ASCII.colon || octet &- 0x21 >= 0x5E { break }
            index += 1
        }
        guard index > start else { return nil }
        while index < end, bytes[index].isBlank { index += 1 }
        return index < end && bytes[index] == ASCII.colon ? index : nil
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
