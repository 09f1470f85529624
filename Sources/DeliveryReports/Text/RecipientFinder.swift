/// Finds in a text for people who did not get the mail.
///
/// One grammar for all programs: an address that stands at the head of a line, behind a label, in an
/// SMTP command that was refused, in the reply to one, or in a sentence that says that delivery failed.
/// The forms are tried in this order, and the first that names anybody is believed.
struct RecipientFinder {
    /// How an address is named, the surest first.
    enum Form: Int, Comparable {
        /// It begins its line: `<user@example.org>: no such user`.
        case head
        /// A label or a reason stands before it: `Unknown user: user@example.org`.
        case label
        /// It is in a command that was refused: `>>> RCPT TO:<user@example.org>`.
        case command
        /// It is in a reply: `550 5.1.1 <user@example.org>... User unknown`.
        case reply
        /// A sentence about the failure names it.
        case sentence
        /// It led to the one that failed: `(generated from user@example.org)`.
        case origin
        /// It begins its line, but nothing before it says that anything failed.
        case early
        /// It is in what looks like the returned message's To.
        case to

        static func < (left: Form, right: Form) -> Bool { left.rawValue < right.rawValue }
    }

    /// One place where an address is named.
    struct Mention {
        /// As written.
        let address: String
        let line: Int
        let form: Form
        /// Whether it goes on with a list, so that what follows is said of those before it, too.
        var isContinuation = false
        /// Whether its line has but names, which cannot be told from words where they have no domain.
        var isAmongNames = false
    }

    /// The most mentions that are looked at.
    static let limit = 5_000

    let lines: TextLines
    /// Who sent the mail, and who reports; they are named in many a report.
    let others: Correspondents
    /// The first line of the first paragraph that says that something failed.
    private let failureLine: Int
    /// For each line, whether its paragraph speaks of a failure.
    private let isAboutFailure: [Bool]

    /// Where those are listed who got the mail.
    private let delivered: SuccessSections

    /// Where the text ends in the middle of a word, if it does.
    private let cut: Int?

    /// - Parameters:
    ///   - lines: The text.
    ///   - others: Who sent the mail, and who reports.
    ///   - isCutOff: Whether the text ends in the middle of a word.
    init(_ lines: TextLines, others: Correspondents, isCutOff: Bool = false) {
        self.lines = lines
        cut = isCutOff ? lines.octets.count : nil
        self.others = others
        // What is nowhere in the text need not be looked for in each paragraph.
        let phrases = FailurePhrases.all(in: lines.search)
        var first: Int?
        var flags = [Bool](repeating: false, count: lines.count)
        var line = 0
        while line < lines.count {
            guard !lines.isBlank(line) else {
                line += 1
                continue
            }
            var end = line + 1
            while end < lines.count, end < line + 60, !lines.isBlank(end) { end += 1 }
            if !phrases.isEmpty, Phrase.any(of: phrases, in: lines.normalized(line..<end)) {
                for index in line..<end { flags[index] = true }
                first = first ?? line
            }
            line = end
        }
        delivered = SuccessSections(lines, failures: phrases)
        failureLine = first ?? Int.max
        isAboutFailure = flags
    }

    /// Every place where an address is named, whatever the form.
    func mentions() -> [Mention] {
        var all: [Mention] = []
        guard lines.octets.has(0x40, in: 0..<lines.octets.count) else { return [] }
        var listed: Form?
        for line in 0..<lines.count where all.count < Self.limit {
            all += mentions(in: line, listed: &listed)
        }
        return all
    }

    /// Of all places those of the surest form that names any recipient.
    func recipients(among all: [Mention]) -> [Mention] {
        let failed = all.filter { !delivered.contains($0.line) }
        // A heading alone makes no success of the only address there is.
        let all = failed.contains { $0.form < .sentence } ? failed : all
        let foreign = all.filter { !others.contains($0.address.lowercased()) }
        // Who writes to himself is his own recipient, but only a sure form may say so.
        let candidates =
            foreign.contains { $0.form < .to } ? foreign : all.filter { $0.form < .sentence } + foreign
        guard let best = candidates.map(\.form).min() else { return [] }
        return candidates.filter { $0.form == best }
    }

    /// The places in one line.
    ///
    /// - Parameters:
    ///   - line: The line.
    ///   - listed: The form of the address that the line before ends with, if a list goes on behind it.
    private func mentions(in line: Int, listed: inout Form?) -> [Mention] {
        var found: [Mention] = []
        let content = lines.content(of: line)
        guard lines.octets.has(0x40, in: content) else {
            listed = nil
            return []
        }
        var cursor = content
        var start = content.lowerBound
        while let next = AddressScanner.next(in: lines.octets, cursor) {
            let before = start..<next.range.lowerBound
            let rest = behind(next, to: content.upperBound)
            if !next.isBracketed, isName(next, before: rest) {
                start = rest.lowerBound
                cursor = rest
                continue
            }
            // What a list goes on with is named as its first was.
            let form = listed ?? form(of: next, before: before, rest: rest, line: line)
            if !isCut(next), let form {
                let address = String(decoding: lines.octets[next.range], as: UTF8.self)
                found.append(
                    Mention(address: address, line: line, form: form, isContinuation: listed != nil))
            }
            listed = isListed(rest) ? form : nil
            cursor = rest.lowerBound..<content.upperBound
            while let at = cursor.first, lines.octets[at] == 0x40 { cursor.removeFirst() }
        }
        return found
    }

    /// Whether a list of addresses goes on: behind a comma, or a word that joins the last one.
    private func isListed(_ rest: Range<Int>) -> Bool {
        guard let first = rest.first else { return false }
        if lines.octets[first] == 0x2C { return true }
        let end = lines.octets[rest].firstIndex(of: 0x20) ?? rest.upperBound
        let word = lines.octets[rest.lowerBound..<end]
        guard word.count <= 3, AddressPhrases.joints.contains(where: word.equals) else { return false }
        let next = AddressScanner.next(in: lines.octets, rest)?.range.lowerBound ?? rest.upperBound
        return next <= end + 2
    }

    /// Whether an address goes on behind the end of the text, for all that is known.
    private func isCut(_ found: FoundAddress) -> Bool {
        guard let cut else { return false }
        return lines.octets[found.range.upperBound..<cut].allSatisfy { $0 == 0x2E || $0 == 0x2D }
    }

    /// Whether an address is but the name of the one that follows it in brackets.
    private func isName(_ found: FoundAddress, before rest: Range<Int>) -> Bool {
        guard rest.first.map({ lines.octets[$0] == 0x3C }) == true,
            let next = AddressScanner.next(in: lines.octets, rest)
        else { return false }
        return next.isBracketed && next.range.lowerBound == rest.lowerBound + 1
    }

    /// What follows the address, the signs around it and a twin `<mailto:…>` left out.
    private func behind(_ found: FoundAddress, to end: Int) -> Range<Int> {
        var start = found.range.upperBound
        while start < end, [0x3E, 0x22, 0x27, 0x29, 0x5D].contains(lines.octets[start]) { start += 1 }
        if lines.octets[start..<end].starts(with: "<mailto:".utf8) {
            start = lines.octets[start..<end].firstIndex(of: 0x3E).map { $0 + 1 } ?? end
        }
        while start < end, lines.octets[start] <= 0x20 { start += 1 }
        return start..<end
    }

    private func form(
        of found: FoundAddress, before: Range<Int>, rest: Range<Int>, line: Int
    ) -> Form? {
        let words = AddressPrefix(lines, before)
        if words.isOrigin { return .origin }
        if words.isSomebodyElse { return nil }
        if words.endsWith("rcpt to:") || words.endsWith("rcpt:") { return isRefused(line) ? .command : nil }
        if words.isEmpty {
            guard isHead(rest, line: line) else {
                return isAboutFailure[line] && !isRole(found) ? .sentence : nil
            }
            return isAfterFailure(line) ? .head : .early
        }
        if words.isReply { return words.endsWith(" for") ? .label : .reply }
        if words.isTo { return line > failureLine ? .to : nil }
        if words.isLabel, rest.isEmpty || isHead(rest, line: line) || words.saysFailure { return .label }
        guard isAboutFailure[line], !isRole(found) else { return nil }
        if rest.isEmpty || lines.octets[rest.lowerBound] == 0x2E, words.saysFailure { return .label }
        return .sentence
    }

    /// Whether a line stands where a failure is spoken of, or behind that.
    func isAfterFailure(_ line: Int) -> Bool { line > failureLine || isAboutFailure[line] }

    /// Whether what follows an address at the head of a line lets it be one of a list.
    private func isHead(_ rest: Range<Int>, line: Int) -> Bool {
        guard let first = rest.first else { return true }
        switch lines.octets[first] {
        case 0x3A, 0x3B, 0x2C, 0x28, 0x5B, 0x2D, 0x2E, 0x3C: return true
        case let octet where octet &- 0x30 < 10: return true
        default: break
        }
        let words = Phrase.normalized(lines.octets[rest])
        if words.begins(with: "on ") { return words.contains { $0 &- 0x30 < 10 } }
        return words.begins(with: "is not ") || words.begins(with: "was not ")
            || words.begins(with: "invalid")
            || FailurePhrases.occur(in: SearchText(words))
    }

    /// Whether the reply to a command is not a yes; without a reply there is none.
    func isRefused(_ line: Int) -> Bool {
        for next in (line + 1)..<max(min(line + 4, lines.count), line + 1) {
            let content = lines.content(of: next)
            guard content.count > 4 else { continue }
            let reply = lines.octets[content].drop { [0x3C, 0x3E, 0x20, 0x2D].contains($0) }
            if reply.starts(with: "250".utf8) || reply.starts(with: "251".utf8) { return false }
            if lines.octets[content].starts(with: ">>>".utf8) { break }
            if reply.first.map({ $0 == 0x34 || $0 == 0x35 }) == true { return true }
        }
        return true
    }

    /// Whether the address is one that is written to for help.
    private func isRole(_ found: FoundAddress) -> Bool {
        let local = String(decoding: lines.octets[found.range].prefix { $0 != 0x40 }, as: UTF8.self)
            .lowercased()
        return AddressPhrases.roles.contains(local)
    }
}
