import Glibc

/// Search for words in octets; String would spend its time on characters.
enum Phrase {
    /// Where a phrase first stands in a text.
    static func place(of phrase: StaticString, in text: [UInt8], from start: Int = 0) -> Int? {
        phrase.withUTF8Buffer { place(of: $0, in: text, from: start) }
    }

    /// Whether a phrase stands in a text.
    static func occurs(_ phrase: String, in text: [UInt8]) -> Bool {
        var phrase = phrase
        return phrase.withUTF8 { place(of: $0, in: text, from: 0) != nil }
    }

    private static func place(
        of phrase: UnsafeBufferPointer<UInt8>, in text: [UInt8], from start: Int
    ) -> Int? {
        guard let first = phrase.first, let needle = phrase.baseAddress else { return nil }
        return text.withUnsafeBufferPointer { all in
            guard let base = all.baseAddress else { return nil }
            var position = start
            while position + phrase.count <= all.count,
                let hit = memchr(base + position, Int32(first), all.count - phrase.count - position + 1)
            {
                let place = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
                if memcmp(base + place, needle, phrase.count) == 0 { return place }
                position = place + 1
            }
            return nil
        }
    }

    /// The text in small ASCII letters, every run of white space one space.
    static func normalized(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for octet in text.utf8 {
            if octet <= 0x20 {
                if let last = result.last, last != 0x20 { result.append(0x20) }
            } else {
                result.append(octet &- 0x41 < 26 ? octet | 0x20 : octet)
            }
        }
        if result.last == 0x20 { result.removeLast() }
        return result
    }

    /// A normalized text without the words that hold an at sign: what people call themselves must
    /// not count as what a server says.
    static func withoutAddresses(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(0x40) else { return text }
        let words = text.split(separator: 0x20).filter { !$0.contains(0x40) }
        return Array(words.joined(separator: CollectionOfOne(UInt8(0x20))))
    }
}
