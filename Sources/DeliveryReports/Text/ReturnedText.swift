import InternetMessage

/// Finds where a text for people ends and the message that it returns begins.
///
/// Every program has its own line between the two, but behind each of them stands a header section:
/// that is what is looked for. A line that says "original message follows" ends the text even where no
/// header section does.
enum ReturnedText {
    /// Where the text ends, and where the returned message starts.
    struct Cut {
        /// The first line that is no more text.
        let line: Int
        /// In octets.
        let start: Int?
    }

    static func find(in lines: TextLines) -> Cut? {
        var run = HeaderRun()
        let separators = ReturnedPhrases.separators.filter(lines.search.contains)
        lazy var failure = FailurePhrases.place(in: lines.search)
        for line in 0..<lines.count {
            if line > 0, !separators.isEmpty, isSeparator(line, in: lines, separators) {
                let start = headerStart(after: line, in: lines)
                return Cut(line: line, start: start)
            }
            // Some begin by naming the message that they are about: what is returned stands behind the
            // news.
            if run.add(line, of: lines), let first = run.first, first > 0,
                failure ?? 0 < lines.words(of: first).startIndex
            {
                return Cut(line: first, start: lines.ranges[first].lowerBound)
            }
        }
        return nil
    }

    /// Reads what stands behind the cut; indented copies lose their indent.
    static func read(_ octets: [UInt8]) -> ReturnedMessage {
        let indent = octets.prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }.count
        var copy = octets
        if indent > 0 {
            copy = Array(
                octets.split(separator: 0x0A, omittingEmptySubsequences: false)
                    .map { line in
                        line.dropFirst(
                            min(indent, line.prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }.count))
                    }
                    .joined(separator: CollectionOfOne(0x0A)))
        }
        let message = Entity.read(copy)
        let isWhole = message.body.contains { $0 > 0x20 && $0 != 0x2D }
        return ReturnedMessage(header: message.header, extent: isWhole ? .whole : .headers)
    }

    private static func headerStart(after line: Int, in lines: TextLines) -> Int? {
        for next in (line + 1)..<max(min(line + 8, lines.count), line + 1)
        where HeaderRun.name(at: lines.content(of: next), in: lines) != nil {
            return lines.ranges[next].lowerBound
        }
        return nil
    }

    private static func isSeparator(_ line: Int, in lines: TextLines, _ separators: [StaticString]) -> Bool {
        let line = lines.words(of: line)
        guard line.count >= 14, line.count < 90, let first = line.first,
            let start = line.firstIndex(where: { !isDecoration($0) }),
            let end = line.lastIndex(where: { !isDecoration($0) }), end - start >= 13
        else { return false }
        let words = line[start...end]
        return separators.contains { separator in
            let length = separator.utf8CodeUnitCount
            // Whoever only mentions the original message in a sentence has no dashes around it.
            return words.begins(with: separator)
                && (isDash(first) || words.count <= length + 3 || length > 24)
        }
    }

    private static func isDash(_ octet: UInt8) -> Bool {
        switch octet {
        case 0x2D, 0x3D, 0x7C, 0x2A, 0x5F: true
        default: false
        }
    }

    private static func isDecoration(_ octet: UInt8) -> Bool {
        octet <= 0x20 || isDash(octet) || octet == 0x3A || octet == 0x2E || octet == 0x23
    }
}

/// Lines that look like header fields, as far as they follow each other.
struct HeaderRun {
    private(set) var first: Int?
    /// A bit for each of the known fields.
    private var seen: UInt16 = 0
    private var count = 0
    private var indent = 0

    /// Fields that every message has, then those that only mail systems write.
    private static let known: [StaticString] = [
        "from:", "to:", "date:", "subject:", "received:", "return-path:", "message-id:", "mime-version:",
        "dkim-signature:",
    ]

    /// Adds a line; true once the lines can be nothing but a header section.
    mutating func add(_ line: Int, of lines: TextLines) -> Bool {
        if Self.name(at: lines.content(of: line), in: lines) != nil {
            if first == nil {
                first = line
                seen = 0
                count = 0
                indent = lines.indent(of: line)
            }
            if let place = Self.known.firstIndex(where: { lines.begins(line, with: $0) }) {
                seen |= 1 << UInt16(place)
            }
            count += 1
            return isHeader
        }
        // A folded line goes on where it is deeper than the field.
        if first != nil, !lines.isBlank(line), lines.indent(of: line) > indent { return false }
        first = nil
        return false
    }

    private var isHeader: Bool {
        let letter = (seen & 0xF).nonzeroBitCount
        let sure = (seen >> 4).nonzeroBitCount
        return count >= 3 && (sure >= 2 || (sure == 1 && letter >= 2) || letter == 4)
    }

    /// The field name a range begins with.
    static func name(at range: Range<Int>, in lines: TextLines) -> Range<Int>? {
        var end = range.lowerBound
        while end < range.upperBound, end < range.lowerBound + 40, isNameSign(lines.octets[end]) { end += 1 }
        guard end > range.lowerBound, end < range.upperBound, lines.octets[end] == 0x3A else { return nil }
        return range.lowerBound..<end
    }

    private static func isNameSign(_ octet: UInt8) -> Bool {
        (octet | 0x20) &- 0x61 < 26 || octet == 0x2D || octet &- 0x30 < 10
    }
}
