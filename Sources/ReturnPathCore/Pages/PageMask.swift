/// Takes out of foreign words what would name the tester: a page can be shown around.
///
/// The local part of every address goes, whosever it is; the tester's own goes wherever it stands alone, too, and
/// so do our tokens. Domains and hosts stay: the page is about them. What is no printable character is shown as `?`.
package struct PageMask: Sendable {
    /// What stands for what was taken out.
    package static let mark = "…"
    /// The longest foreign text that is shown, in characters.
    static let longest = 300
    /// The longest name of a host that is shown, in characters.
    static let longestName = 80

    private let words: [[Character]]
    private let token: [Character]

    /// A mask for the words about one check.
    package init(_ check: Check) {
        let locals = [check.reversePath.text, check.author ?? ""].compactMap(Self.localPart)
        let untagged = locals.compactMap { $0.split(separator: "+").first.map(String.init) }
        // The longer one first: `anna+list` is one word.
        words = Set(locals + untagged).sorted { ($1.count, $0) < ($0.count, $1) }
            .map { Array($0.lowercased()) }
        token = Array(check.id.text)
    }

    /// The text as it may be shown.
    ///
    /// - Parameter most: How many characters of it.
    package func text(_ text: String, most: Int = longest) -> String {
        var shown = Array(TextLayout.printable(text.prefix(most)))
        if text.count > most { shown += " …" }
        shown = Self.withoutLocalParts(shown)
        for word in words { shown = Self.replacing(word, in: shown, wholeWords: true) }
        shown = Self.replacing(token, in: shown, wholeWords: false)
        return String(shown)
    }

    /// The text before the last `@`, without quotes.
    private static func localPart(_ address: String) -> String? {
        guard let at = address.lastIndex(of: "@") else { return address.isEmpty ? nil : address }
        let local = address[..<at].filter { $0 != "\"" && $0 != "\\" }
        return local.isEmpty ? nil : String(local)
    }

    private static let limits: Set<Character> = [
        " ", "<", ">", "(", ")", "[", "]", "{", "}", ",", ";", ":", "'", "`", "\"",
    ]

    /// What stands before each `@`, back to what cannot belong to a local part (RFC 5321 §4.1.2).
    private static func withoutLocalParts(_ text: [Character]) -> [Character] {
        var shown: [Character] = []
        for character in text {
            if character == "@", let last = shown.last, last != " " {
                if last == "\"" {
                    shown.removeLast()
                    while let other = shown.popLast(), other != "\"" {}
                } else {
                    while let other = shown.last, !limits.contains(other) { shown.removeLast() }
                }
                shown += mark
            }
            shown.append(character)
        }
        return shown
    }

    /// The text without a word, or without all that a token hangs together with.
    private static func replacing(
        _ word: [Character], in text: [Character], wholeWords: Bool
    ) -> [Character] {
        guard !word.isEmpty else { return text }
        let lowered = text.map { $0.lowercased().first ?? $0 }
        var shown: [Character] = []
        var index = 0
        while index < text.count {
            let end = index + word.count
            guard end <= text.count, lowered[index..<end].elementsEqual(word),
                !wholeWords || isWhole(index..<end, in: text)
            else {
                shown.append(text[index])
                index += 1
                continue
            }
            shown += mark
            index = end
            while !wholeWords, index < text.count, text[index].isLetter || text[index].isNumber { index += 1 }
        }
        return shown
    }

    /// Whether a range is no part of a longer word; the label of a host's name is part of it.
    private static func isWhole(_ range: Range<Int>, in text: [Character]) -> Bool {
        func isWordAt(_ index: Int) -> Bool {
            text.indices.contains(index) && (text[index].isLetter || text[index].isNumber)
        }
        let isLabel =
            text.indices.contains(range.upperBound) && text[range.upperBound] == "."
            && isWordAt(range.upperBound + 1)
        return !isWordAt(range.lowerBound - 1) && !isWordAt(range.upperBound) && !isLabel
    }
}
