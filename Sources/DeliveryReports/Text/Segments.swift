import InternetMessage

/// A text for people, cut up by whom it is about.
struct Segments {
    /// What is said of one recipient.
    struct Segment {
        let address: String
        /// The address that led to it.
        var origin: String?
        var lines: [Int] = []
        /// Whether its lines have but names of recipients.
        var hasOnlyNames = false
    }

    let text: MessageText
    /// In the order of their appearance.
    private(set) var list: [Segment] = []
    /// All that is said, in small letters.
    let words: [UInt8]
    /// Whether addresses stand where a report has them.
    let isSure: Bool

    init(text: MessageText, head: Letterhead) {
        self.text = text
        words = text.lines.normalized(0..<min(text.lines.count, TextReport.lineLimit))
        let (all, mentions) = Self.mentions(in: text, head)
        isSure = mentions.contains { $0.form == .head }
        var numbers: [String: Int] = [:]
        for address in head.failedRecipients { enter(address, &numbers) }
        let isNamed = !list.isEmpty
        for mention in mentions where !isNamed { enter(mention.address, &numbers) }
        for (index, mention) in all.enumerated() {
            guard let number = numbers[mention.address.lowercased()],
                list[number].lines.last ?? -1 < mention.line
            else { continue }
            let next =
                all[(index + 1)...].first {
                    $0.line > mention.line && $0.form < .sentence && !$0.isContinuation
                }?.line
                ?? text.lines.count
            list[number].lines += lines(
                from: mention.line, to: next, below: list[number].lines.first ?? mention.line)
            list[number].hasOnlyNames = mention.isAmongNames && list[number].lines == [mention.line]
        }
        for origin in all where origin.form == .origin {
            if let number = list.firstIndex(where: { $0.lines.contains(origin.line) }) {
                if list[number].address != origin.address { list[number].origin = origin.address }
            } else if !isNamed, !mentions.isEmpty {
                // What failed is a program or a file; who led there is the recipient.
                let number = enter(origin.address, &numbers)
                list[number].lines += block(around: origin.line)
            }
        }
        if list.isEmpty, !text.isCutOff,
            let address = text.returned.flatMap({ Self.addressee(of: $0, head) })
        {
            enter(address, &numbers)
        }
    }

    /// Whom a message was for by its header alone; of one that went to a list, that says nothing.
    private static func addressee(of returned: ReturnedMessage, _ head: Letterhead) -> String? {
        let to = returned.to.map(\.address)
        guard to.count == 1, let address = to.first, address.contains("@"),
            !head.correspondents.hasErrorAddress(of: address)
        else { return nil }
        return address
    }

    /// Every place where an address is named, and those of the recipients.
    private static func mentions(
        in text: MessageText, _ head: Letterhead
    ) -> (all: [RecipientFinder.Mention], recipients: [RecipientFinder.Mention]) {
        let finder = RecipientFinder(text.lines, others: head.correspondents, isCutOff: text.isCutOff)
        let all = finder.mentions()
        let recipients = finder.recipients(among: all)
        guard head.failedRecipients.isEmpty, !text.isCutOff, let returned = text.returned,
            !recipients.contains(where: { $0.form < .sentence })
        else { return (all, recipients) }
        // Whom the message was for may stand there as words among others, or without a domain.
        let whole = head.isFromDaemon ? Addressees(of: returned).mentions(in: text.lines) : []
        let known = whole.isEmpty ? finder.mentions(of: returned) : whole
        return known.isEmpty ? (all, recipients) : ((all + known).sorted { $0.line < $1.line }, known)
    }

    @discardableResult
    private mutating func enter(_ address: String, _ numbers: inout [String: Int]) -> Int {
        let key = address.lowercased()
        if let number = numbers[key] { return number }
        numbers[key] = list.count
        list.append(Segment(address: address))
        return list.count - 1
    }

    /// A line with those before it, up to one that is less indented.
    private func block(around line: Int) -> [Int] {
        var first = line
        while first > 0, !text.lines.isBlank(first - 1), text.lines.indent(of: first) > 0 { first -= 1 }
        return Array(first...line)
    }

    /// The mention's own lines: up to the first blank one behind any words, the next mention, or, where it is indented and
    /// they are deeper, the first one as deep as it: Exim lists programs among addresses. (Exchange breaks lines to
    /// their beginning.)
    ///
    /// - Parameters:
    ///   - first: The mention's line.
    ///   - next: The line of the next mention.
    ///   - head: The line of the first mention of the same address.
    private func lines(from first: Int, to next: Int, below head: Int) -> [Int] {
        var result: [Int] = []
        var blanks = 0
        let indent = text.lines.indent(of: head)
        var isDeeper = false
        for line in first..<min(next, first + HumanText.proofLimit) {
            if text.lines.isBlank(line) {
                // What announces something is not its end, nor what only says that attempts go on (Gmail, of a
                // mail that is late); a reason in brackets is.
                let last = result.last.map(text.lines.words) ?? []
                if result.count > 1,
                    last.last == 0x3A || last.starts(with: "message will be retried for ".utf8)
                {
                    continue
                }
                blanks += 1
                if blanks > 1 || result.count > 1 || Self.endsInReason(last) { break }
                continue
            }
            let depth = text.lines.indent(of: line)
            if depth > indent {
                isDeeper = true
            } else if isDeeper, depth == indent, depth > 0 {
                break
            }
            // What the reader is asked to do is no reason.
            if blanks > 0, text.lines.begins(line, with: "please ") { break }
            result.append(line)
        }
        return result
    }

    /// Whether a line ends in brackets that do not only name somebody.
    private static func endsInReason(_ words: ArraySlice<UInt8>) -> Bool {
        guard words.last == 0x29, let open = words.lastIndex(of: 0x28) else { return false }
        return !words[open...].contains(0x40)
    }
}
