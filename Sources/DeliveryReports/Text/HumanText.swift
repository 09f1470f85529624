/// The part of a report that is meant for people, cut into blocks and searchable by address.
///
/// A block is a line with all that hangs on it: continuation lines are indented deeper than the
/// first (Postfix bounce(8), Exim, Courier), and in a transcript the answer follows its command
/// (Sendmail, `>>>` and `<<<`).
struct HumanText {
    let lines: TextLines
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

    init(_ lines: TextLines) {
        self.lines = lines
        cutIntoBlocks()
        for (number, block) in blocks.enumerated() {
            for line in block { note(line, in: number) }
        }
    }

    /// The blocks that speak of a recipient.
    ///
    /// A block is about the address it names first. Only where no block is about the recipient,
    /// those count that mention it: else a list would be told what befell its members.
    ///
    /// - Parameters:
    ///   - addresses: The addresses that are the recipient's own: the one tried last, and the one
    ///     behind an alias.
    ///   - others: Addresses that led there.
    func proof(for addresses: [String], or others: [String]) -> [Range<Int>] {
        let own = addresses.map { $0.lowercased() }
        var numbers = own.flatMap { blocksByHead[$0] ?? [] }
        for name in own + others.map({ $0.lowercased() }) where numbers.isEmpty {
            numbers = blocksByAddress[name] ?? []
        }
        var room = Self.proofLimit
        var result: [Range<Int>] = []
        for number in Set(numbers).sorted() where room > 0 {
            let block = blocks[number].prefix(room)
            room -= block.count
            result.append(block)
        }
        return result
    }

    private mutating func cutIntoBlocks() {
        var start: Int?
        var depth = 0
        for line in 0..<lines.count {
            if lines.isBlank(line) {
                if let begin = start { blocks.append(begin..<line) }
                start = nil
                continue
            }
            let indent = lines.indent(of: line)
            if let begin = start {
                if indent > depth || (lines.begins(line, with: "<<<") && isTranscript(line - 1)) { continue }
                blocks.append(begin..<line)
            }
            start = line
            depth = indent
        }
        if let begin = start { blocks.append(begin..<lines.count) }
    }

    private func isTranscript(_ line: Int) -> Bool {
        lines.begins(line, with: ">>>") || lines.begins(line, with: "<<<")
    }

    /// Enters every address a line names: the words around its at signs.
    private mutating func note(_ line: Int, in block: Int) {
        let octets = lines.octets[lines.ranges[line]]
        var next = octets.startIndex
        while let at = octets[next...].firstIndex(of: 0x40) {
            let start = octets[next..<at].lastIndex(where: Self.isSeparator).map { $0 + 1 } ?? next
            let end = octets[at...].firstIndex(where: Self.isSeparator) ?? octets.endIndex
            next = end
            var address = octets[start..<end]
            while let last = address.last, last == 0x2E || last == 0x3A { address.removeLast() }
            let key = String(decoding: address, as: UTF8.self).lowercased()
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
