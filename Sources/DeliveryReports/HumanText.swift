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
    /// Which blocks name an address before any other, in small letters.
    private var blocksByHead: [String: [Int]] = [:]
    /// The last block whose first address is known.
    private var headedBlock: Int?

    /// The most lines that are given as proof for one recipient.
    static let proofLimit = 40

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        cutIntoBlocks()
        for (number, block) in blocks.enumerated() {
            for line in lines[block] { note(line, in: number) }
        }
    }

    /// The blocks that speak of a recipient, their lines verbatim.
    ///
    /// A block is about the address it names first. Only where no block is about the recipient,
    /// those count that mention it: else a list would be told what befell its members.
    ///
    /// - Parameters:
    ///   - addresses: The addresses that are the recipient's own: the one tried last, and the one
    ///     behind an alias.
    ///   - others: Addresses that led there.
    func proof(for addresses: [String], or others: [String]) -> [[String]] {
        let own = addresses.map { $0.lowercased() }
        var numbers = own.flatMap { blocksByHead[$0] ?? [] }
        for name in own + others.map({ $0.lowercased() }) where numbers.isEmpty {
            numbers = blocksByAddress[name] ?? []
        }
        var room = Self.proofLimit
        var result: [[String]] = []
        for number in Set(numbers).sorted() where room > 0 {
            let block = lines[blocks[number]].prefix(room)
            room -= block.count
            result.append(block.map(Self.withoutTrailingBlanks))
        }
        return result
    }

    private static func withoutTrailingBlanks(_ line: Substring) -> String {
        var rest = line
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
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
            if headedBlock != block { blocksByHead[key, default: []].append(block) }
            headedBlock = block
        }
    }

    private static func isSeparator(_ octet: UInt8) -> Bool {
        switch octet {
        case 0...0x20, 0x22, 0x27, 0x28, 0x29, 0x2C, 0x3A, 0x3B, 0x3C, 0x3E, 0x5B, 0x5D: true
        default: false
        }
    }
}
