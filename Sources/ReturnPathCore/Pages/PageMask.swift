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

    private let words: [[Unicode.Scalar]]
    private let token: [Unicode.Scalar]

    /// A mask for the words about one check.
    package init(_ check: Check) {
        let locals = [check.reversePath.text, check.author ?? ""].compactMap(Self.localPart)
        let untagged = locals.compactMap { $0.split(separator: "+").first.map(String.init) }
        // The longer one first: `anna+list` is one word.
        words = Set(locals + untagged).sorted { ($1.count, $0) < ($0.count, $1) }
            .map { $0.unicodeScalars.map(Self.lowered) }
        token = Array(check.id.text.unicodeScalars)
    }

    /// The text as it may be shown.
    ///
    /// - Parameter most: How many characters of it.
    package func text(_ text: String, most: Int = longest) -> String {
        let beginning = text.utf8.count > most ? text.prefix(most) : text[...]
        var shown = Array(TextLayout.printable(String(beginning)).unicodeScalars)
        if beginning.endIndex < text.endIndex { shown += [" ", "…"] }
        shown = Self.withoutLocalParts(shown)
        for word in words { shown = Self.replacing(word, in: shown, wholeWords: true) }
        shown = Self.replacing(token, in: shown, wholeWords: false)
        return String(String.UnicodeScalarView(shown))
    }

    /// The text before the last `@`, without quotes.
    private static func localPart(_ address: String) -> String? {
        guard let at = address.lastIndex(of: "@") else { return address.isEmpty ? nil : address }
        let local = address[..<at].filter { $0 != "\"" && $0 != "\\" }
        return local.isEmpty ? nil : String(local)
    }

    private static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x41...0x5A: Unicode.Scalar(UInt8(scalar.value) + 0x20)
        case ..<0x80: scalar
        default: scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
        }
    }

    /// Whether a scalar can be part of a word: any letter or digit, and what belongs to one.
    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        case _ where scalar.isASCII: false
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }

    private static let limits: Set<Unicode.Scalar> = [
        " ", "<", ">", "(", ")", "[", "]", "{", "}", ",", ";", ":", "'", "`", "\"",
    ]

    /// What stands before each `@`, back to what cannot belong to a local part (RFC 5321 §4.1.2).
    private static func withoutLocalParts(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard text.contains("@") else { return text }
        var shown: [Unicode.Scalar] = []
        shown.reserveCapacity(text.count)
        for scalar in text {
            if scalar == "@", let last = shown.last, last != " " {
                if last == "\"" {
                    shown.removeLast()
                    while let other = shown.popLast(), other != "\"" {}
                } else {
                    while let other = shown.last, !limits.contains(other) { shown.removeLast() }
                }
                shown += mark.unicodeScalars
            }
            shown.append(scalar)
        }
        return shown
    }

    /// The text without a word, or without all that a token hangs together with.
    private static func replacing(
        _ word: [Unicode.Scalar], in text: [Unicode.Scalar], wholeWords: Bool
    ) -> [Unicode.Scalar] {
        guard let first = word.first else { return text }
        var shown: [Unicode.Scalar] = []
        shown.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let end = index + word.count
            guard end <= text.count, lowered(text[index]) == first,
                zip(text[index..<end], word).allSatisfy({ lowered($0) == $1 }),
                !wholeWords || isWhole(index..<end, in: text)
            else {
                shown.append(text[index])
                index += 1
                continue
            }
            shown += mark.unicodeScalars
            index = end
            while !wholeWords, index < text.count, isWord(text[index]) { index += 1 }
        }
        return shown
    }

    /// Whether a range is no part of a longer word; the label of a host's name is part of it.
    private static func isWhole(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
        func isWordAt(_ index: Int) -> Bool { text.indices.contains(index) && isWord(text[index]) }
        let isLabel =
            text.indices.contains(range.upperBound) && text[range.upperBound] == "."
            && isWordAt(range.upperBound + 1)
        return !isWordAt(range.lowerBound - 1) && !isWordAt(range.upperBound) && !isLabel
    }
}
