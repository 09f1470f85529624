/// Looks for what the parser does not survive: it ends the process where behind `[` no key begins (toml++ 3.1,
/// `parse_key`), where behind the `T` of a date no time begins (`parse_time`), and where a separator of lines such as
/// U+2028 or a brace that closes stands for a value of a list (`parse_value`): outside of strings and comments TOML has
/// ASCII alone. A date that underscores make longer than what it remembers ends it, too (`step_back`).
///
/// What stands in strings and comments is none of these, and in arrays and inline tables nothing is a header; in what is no
/// TOML, it is right up to the place where the parser says so itself.
struct TOMLTraps {
    private let octets: [UInt8]
    private var place = 0
    private var line = 1
    /// The brackets and braces that are open.
    private var open: [UInt8] = []
    /// Whether nothing but blanks stands before the place on its line.
    private var isLineStart = true
    /// Where the number, date or bare key begins that the place is in.
    private var wordStart = 0
    /// The most octets of one. The parser remembers 127 characters, the time behind a date among them.
    private static let longestWord = 100

    private init(_ text: String) {
        octets = Array(text.utf8)
        if octets.starts(with: "\u{FEFF}".utf8) { place = 3 }
    }

    /// The first of them: its line, counted from 1, and what is wrong there.
    static func first(in text: String) -> (line: Int, problem: String)? {
        var traps = TOMLTraps(text)
        while traps.place < traps.octets.count {
            if traps.isAtBrokenHeader { return (traps.line, "behind [ there is no name of a section") }
            if traps.isAtBrokenDate { return (traps.line, "behind a date there is no time") }
            if traps.octets[traps.place] >= 0x80 {
                return (traps.line, "there is a character that can stand between quotes alone")
            }
            if traps.octets[traps.place] == UInt8(ascii: "}"), traps.open.last == UInt8(ascii: "[") {
                return (traps.line, "there is a } in a list")
            }
            if traps.place - traps.wordStart > longestWord {
                return (traps.line, "there are over \(longestWord) characters without quotes in one word")
            }
            traps.step()
        }
        return nil
    }

    private subscript(place: Int) -> UInt8? { place < octets.count ? octets[place] : nil }

    private var isAtBrokenHeader: Bool {
        guard isLineStart, open.isEmpty, self[place] == UInt8(ascii: "[") else { return false }
        var next = place + 1
        if self[next] == UInt8(ascii: "[") { next += 1 }
        let bracketsEnd = next
        while Self.isBlank(self[next]) { next += 1 }
        guard let octet = self[next] else { return false }
        // A second bracket behind a blank is complained of.
        if octet == UInt8(ascii: "["), next > bracketsEnd, bracketsEnd == place + 1 { return false }
        return !Self.startsKey(octet) && octet != UInt8(ascii: "]")
    }

    /// Whether a date ends here, in a `T` without a time. No key of ours looks like one.
    private var isAtBrokenDate: Bool {
        guard let octet = self[place], octet | 0x20 == UInt8(ascii: "t"), place >= 10,
            !Self.isDigit(self[place + 1])
        else { return false }
        // By indices: each sequence of another type would cost a receive a search (docs/decisions/0006).
        for index in 0..<10 {
            let octet = octets[place - 10 + index]
            guard index == 4 || index == 7 ? octet == UInt8(ascii: "-") : Self.isDigit(octet) else {
                return false
            }
        }
        return true
    }

    /// Goes past one octet, a comment or a string.
    private mutating func step() {
        let octet = octets[place]
        defer { if !Self.isWord(octet) { wordStart = place } }
        switch octet {
        case UInt8(ascii: "\n"):
            line += 1
            isLineStart = true
            place += 1
            return
        case UInt8(ascii: "#"):
            while let octet = self[place], octet != UInt8(ascii: "\n") { place += 1 }
            return
        case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(octet)
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            if !isLineStart || !open.isEmpty { open.append(octet) }
            place += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            _ = open.popLast()
            place += 1
        default: place += 1
        }
        if !Self.isBlank(octet) { isLineStart = false }
    }

    /// A string of one line, or one between three quotes, which may end with two quotes of its own.
    private mutating func skipString(_ quote: UInt8) {
        let isLong = self[place + 1] == quote && self[place + 2] == quote
        place += isLong ? 3 : 1
        while let octet = self[place] {
            if octet == UInt8(ascii: "\n") {
                if !isLong { return }
                line += 1
            }
            if octet == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), self[place + 1] != UInt8(ascii: "\n")
            {
                place += 2
            } else if octet == quote, !isLong || self[place + 1] == quote && self[place + 2] == quote {
                place += isLong ? 3 : 1
                var own = 0
                while isLong, own < 2, self[place + own] == quote { own += 1 }
                place += own
                return
            } else {
                place += 1
            }
        }
    }

    private static func isBlank(_ octet: UInt8?) -> Bool { octet == 0x20 || octet == 0x09 }

    private static func isDigit(_ octet: UInt8?) -> Bool { octet.map { $0 &- 0x30 < 10 } ?? false }

    private static func isWord(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): false
        case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "+"): true
        default: startsKey(octet)
        }
    }

    private static func startsKey(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "\""),
            UInt8(ascii: "'"):
            true
        default: false
        }
    }
}
