/// The part of a report that is meant for people, cut into blocks and searchable by address.
///
/// A block is a line with all that hangs on it: continuation lines are indented deeper than the
/// first (Postfix bounce(8), Exim, Courier), and in a transcript the answer follows its command
/// (Sendmail, `>>>` and `<<<`).
struct HumanText {
    private let lines: [Substring]
    /// The lines of each block.
    private var blocks: [Range<Int>] = []
    /// Which blocks name an address, in small letters.
    private var blocksByAddress: [String: [Int]] = [:]

    /// The most lines that are given as proof for one recipient.
    static let proofLimit = 40

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        cutIntoBlocks()
        for (number, block) in blocks.enumerated() {
            for line in lines[block] { note(line, in: number) }
        }
    }

    /// The lines that speak of any of the addresses, verbatim.
    func proof(for addresses: [String]) -> [String] {
        let numbers = Set(addresses.flatMap { blocksByAddress[$0.lowercased()] ?? [] }).sorted()
        return numbers.lazy.flatMap { lines[blocks[$0]] }.prefix(Self.proofLimit).map {
            var line = $0
            while line.last?.isWhitespace == true { line.removeLast() }
            return String(line)
        }
    }

    private mutating func cutIntoBlocks() {
        var start: Int?
        var depth = 0
        for (number, line) in lines.enumerated() {
            if line.allSatisfy(\.isWhitespace) {
                if let begin = start { blocks.append(begin..<number) }
                start = nil
                continue
            }
            let indent = line.prefix { $0 == " " || $0 == "\t" }.count
            if let begin = start {
                if indent > depth || (line.hasPrefix("<<<") && lines[number - 1].hasPrefix(">>>"))
                    || (line.hasPrefix("<<<") && lines[number - 1].hasPrefix("<<<"))
                {
                    continue
                }
                blocks.append(begin..<number)
            }
            start = number
            depth = indent
        }
        if let begin = start { blocks.append(begin..<lines.count) }
    }

    /// Enters every address a line names.
    private mutating func note(_ line: Substring, in block: Int) {
        let octets = line.utf8
        guard octets.contains(0x40) else { return }
        for word in octets.split(whereSeparator: Self.isSeparator) where word.contains(0x40) {
            var address = word
            while let last = address.last, last == 0x2E || last == 0x3A { address.removeLast() }
            let key = Substring(address).lowercased()
            if blocksByAddress[key]?.last != block { blocksByAddress[key, default: []].append(block) }
        }
    }

    private static func isSeparator(_ octet: UInt8) -> Bool {
        switch octet {
        case 0...0x20, 0x22, 0x27, 0x28, 0x29, 0x2C, 0x3A, 0x3B, 0x3C, 0x3E, 0x5B, 0x5D: true
        default: false
        }
    }
}
