import InternetMessage

/// A text for people, cut into lines, as it stands and made ready for being searched.
struct TextLines {
    /// The most lines that are looked at.
    static let limit = 5_000

    /// UTF-8; lines end in LF.
    let octets: [UInt8]
    /// The lines, without line ends and blanks at their ends.
    let ranges: [Range<Int>]
    /// All lines in small ASCII letters, every run of white space one space, one behind each line; made
    /// ready for being searched.
    let search: SearchText
    /// Where in ``words`` each line stands.
    private let wordRanges: [Range<Int>]

    /// What is searched.
    var words: [UInt8] { search.octets }

    init(_ octets: [UInt8]) {
        var ranges: [Range<Int>] = []
        var wordRanges: [Range<Int>] = []
        let lines = min(octets.count / 16 + 8, Self.limit)
        ranges.reserveCapacity(lines)
        wordRanges.reserveCapacity(lines)
        // The space behind a line takes the place of its end; the last line may have none.
        let words = [UInt8](room: octets.count + 1) { words, count in
            octets.withUnsafeBufferPointer { text in
                var start = 0
                while start < text.count, ranges.count < Self.limit {
                    let end = text.place(of: 0x0A, from: start) ?? text.count
                    var last = end
                    while last > start, text[last - 1] <= 0x20 { last -= 1 }
                    ranges.append(start..<last)
                    let before = count
                    Phrase.write(
                        UnsafeBufferPointer(rebasing: text[start..<last]), to: words, behind: &count)
                    wordRanges.append(before..<count)
                    if before < count {
                        words[count] = 0x20
                        count += 1
                    }
                    start = end + 1
                }
            }
        }
        self.init(octets, ranges, SearchText(words), wordRanges)
    }

    private init(
        _ octets: [UInt8], _ ranges: [Range<Int>], _ search: SearchText, _ wordRanges: [Range<Int>]
    ) {
        self.octets = octets
        self.ranges = ranges
        self.search = search
        self.wordRanges = wordRanges
    }

    /// The lines before one.
    func prefix(before line: Int) -> TextLines {
        TextLines(
            Array(octets[..<ranges[line].lowerBound]), Array(ranges[..<line]),
            SearchText(Array(words[..<wordRanges[line].lowerBound])), Array(wordRanges[..<line]))
    }

    var count: Int { ranges.count }

    /// Whether a line says nothing.
    func isBlank(_ line: Int) -> Bool { wordRanges[line].isEmpty }

    /// A line without the blanks before it.
    func content(of line: Int) -> Range<Int> {
        let range = ranges[line]
        var start = range.lowerBound
        while start < range.upperBound, octets[start] <= 0x20 { start += 1 }
        return start..<range.upperBound
    }

    /// How many blanks stand before a line's words.
    func indent(of line: Int) -> Int { content(of: line).lowerBound - ranges[line].lowerBound }

    /// Whether a line begins with these octets, in small letters, behind its blanks.
    func begins(_ line: Int, with prefix: StaticString) -> Bool {
        let range = wordRanges[line]
        return prefix.withUTF8Buffer { prefix in
            guard prefix.count <= range.count else { return false }
            for index in prefix.indices where words[range.lowerBound + index] != prefix[index] {
                return false
            }
            return true
        }
    }

    /// A line as it stands.
    func text(_ line: Int) -> String { String(decoding: octets[ranges[line]], as: UTF8.self) }

    /// A line in small letters, every run of white space one space.
    func words(of line: Int) -> ArraySlice<UInt8> { words[wordRanges[line]] }

    /// Lines on one line, in small letters.
    ///
    /// What the reporting program says itself right behind the server's answer is left out: Sendmail
    /// calls every refused recipient unknown (sendmail/usersmtp.c).
    func normalized(_ lines: some Sequence<Int>) -> [UInt8] {
        var result: [UInt8] = []
        for line in lines where !isBlank(line) && !isEcho(line) {
            if !result.isEmpty { result.append(0x20) }
            result.append(contentsOf: words[wordRanges[line]])
        }
        return result
    }

    private func isEcho(_ line: Int) -> Bool {
        guard line > 0, let first = ranges[line].first.map({ octets[$0] }), first == 0x34 || first == 0x35
        else { return false }
        return begins(line - 1, with: "<<<")
    }
}
