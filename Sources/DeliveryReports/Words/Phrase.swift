import CMemory
import Glibc
import InternetMessage

/// Search for words in octets; String would spend its time on characters.
enum Phrase {
    /// Where a phrase first stands in a text.
    static func place(of phrase: StaticString, in text: [UInt8], from start: Int = 0) -> Int? {
        text.withUnsafeBytes { text in
            guard start < text.count, let base = text.baseAddress,
                let hit = memmem(base + start, text.count - start, phrase.utf8Start, phrase.utf8CodeUnitCount)
            else { return nil }
            return UnsafeRawPointer(hit) - base
        }
    }

    /// Whether any phrase stands in a text.
    static func any(of phrases: [StaticString], in text: [UInt8]) -> Bool {
        phrases.contains { place(of: $0, in: text) != nil }
    }

    /// Whether octets in small letters stand in others, capitals or not; letters beyond ASCII may be either.
    static func has(_ small: [UInt8], in octets: ArraySlice<UInt8>) -> Bool {
        guard let first = small.first else { return true }
        return octets.withUnsafeBufferPointer { octets in
            guard octets.count >= small.count else { return false }
            for start in 0...(octets.count - small.count)
            where lowered(octets[start]) == first || first >= 0x80 {
                var index = 1
                while index < small.count,
                    lowered(octets[start + index]) == small[index] || small[index] >= 0x80
                { index += 1 }
                if index == small.count { return true }
            }
            return false
        }
    }

    @inline(__always)
    private static func lowered(_ octet: UInt8) -> UInt8 { octet &- 0x41 < 26 ? octet | 0x20 : octet }

    /// The text in small ASCII letters, every run of white space one space.
    static func normalized(_ text: String) -> [UInt8] {
        var text = text
        return text.withUTF8 { normalized($0) }
    }

    /// Octets in small ASCII letters, every run of white space one space.
    static func normalized(_ octets: ArraySlice<UInt8>) -> [UInt8] {
        octets.withUnsafeBufferPointer { normalized($0) }
    }

    private static func normalized(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        [UInt8](room: text.count) { write(text, to: $0, behind: &$1) }
    }

    /// Writes octets behind some that are there, in small ASCII letters, every run of white space one space,
    /// none at the ends; the typographic apostrophe and the no-break space become what a keyboard has.
    ///
    /// Never more octets than the text has.
    static func write(
        _ text: UnsafeBufferPointer<UInt8>, to words: UnsafeMutableBufferPointer<UInt8>,
        behind count: inout Int
    ) {
        guard let source = UnsafeRawPointer(text.baseAddress), let target = words.baseAddress else { return }
        let start = count
        var end = start
        var index = 0
        while index < text.count {
            // Most of a text is words with a blank between them.
            while index + 8 <= text.count, text[index] != 0x20 || (end > start && words[end - 1] != 0x20),
                let plain = EightOctets(source + index).plainLowercased
            {
                UnsafeMutableRawPointer(target + end).storeBytes(of: plain, as: UInt64.self)
                end += 8
                index += 8
            }
            guard index < text.count else { break }
            let octet = text[index]
            index += 1
            guard octet > 0x20 else {
                if end > start, words[end - 1] != 0x20 {
                    words[end] = 0x20
                    end += 1
                }
                continue
            }
            words[end] = lowered(octet)
            end += 1
            guard octet >= 0x98, octet <= 0xA0 else { continue }
            end = plain(UnsafeMutableBufferPointer(rebasing: words[start..<end])) + start
        }
        if end > start, words[end - 1] == 0x20 { end -= 1 }
        count = end
    }

    /// Makes the sign that ends there plain; gives the new length.
    private static func plain(_ words: UnsafeMutableBufferPointer<UInt8>) -> Int {
        let count = words.count
        let octet = words[count - 1]
        if octet == 0x98 || octet == 0x99, count >= 3, words[count - 2] == 0x80, words[count - 3] == 0xE2 {
            words[count - 3] = 0x27
            return count - 2
        }
        guard octet == 0xA0, count >= 2, words[count - 2] == 0xC2 else { return count }
        guard count > 2, words[count - 3] != 0x20 else { return count - 2 }
        words[count - 2] = 0x20
        return count - 1
    }

    /// A normalized text without addresses, host names and links: what people and machines call
    /// themselves must not count as what a server says.
    static func withoutNames(_ text: [UInt8]) -> [UInt8] {
        [UInt8](room: text.count) { result, count in
            text.withUnsafeBufferPointer { text in
                var start = 0
                while start < text.count {
                    let end = text.place(of: 0x20, from: start) ?? text.count
                    let word = UnsafeBufferPointer(rebasing: text[start..<end])
                    start = end + 1
                    guard !word.isEmpty, !isName(word) else { continue }
                    if count > 0 {
                        result[count] = 0x20
                        count += 1
                    }
                    count = result[count...].update(fromContentsOf: word)
                }
            }
        }
    }

    private static func isName(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard word.contains(where: { $0 == 0x2E || $0 == 0x40 || $0 == 0x2F }) else { return false }
        if word.place(of: 0x40, from: 0) != nil || isLink(word) { return true }
        var first = 0
        var last = word.count
        while first < last, !isLabel(word[first]) { first += 1 }
        while last > first, !isLabel(word[last - 1]) { last -= 1 }
        var dot: Int?
        for index in first..<last {
            if word[index] == 0x2E {
                dot = index
            } else if !isLabel(word[index]) {
                return false
            }
        }
        guard let dot, last - dot > 2 else { return false }
        return word[(dot + 1)..<last].allSatisfy { $0 &- 0x61 < 26 }
    }

    private static func isLink(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let slash = word.place(of: 0x2F, from: 0), slash > 0, slash + 1 < word.count else {
            return false
        }
        return word[slash - 1] == 0x3A && word[slash + 1] == 0x2F
    }

    private static func isLabel(_ octet: UInt8) -> Bool {
        octet &- 0x61 < 26 || octet &- 0x30 < 10 || octet == 0x2D
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where an octet first stands, from a place on.
    @inline(__always)
    func place(of octet: UInt8, from start: Int) -> Int? {
        guard start < count, let base = baseAddress,
            let hit = memchr(base + start, Int32(octet), count - start)
        else { return nil }
        return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
    }
}

extension [UInt8] {
    /// Whether an octet is among some.
    func has(_ octet: UInt8, in range: Range<Int>) -> Bool {
        withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[range]).place(of: octet, from: 0) != nil }
    }

    /// Whether the octets begin with a word.
    func begins(with word: StaticString) -> Bool { self[...].begins(with: word) }

    /// Whether the octets end with a word.
    func ends(with word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        return length <= count
            && withUnsafeBytes {
                $0.baseAddress.map { memcmp($0 + (count - length), word.utf8Start, length) == 0 } ?? true
            }
    }
}

extension ArraySlice<UInt8> {
    /// Whether the octets begin with a word.
    func begins(with word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        return length <= count
            && withUnsafeBytes { $0.baseAddress.map { memcmp($0, word.utf8Start, length) == 0 } ?? true }
    }

    /// Whether the octets are a word.
    func equals(_ word: StaticString) -> Bool { count == word.utf8CodeUnitCount && begins(with: word) }

    /// Whether the octets end with a word.
    func ends(with word: StaticString) -> Bool { suffix(word.utf8CodeUnitCount).equals(word) }
}
