import InternetMessage

/// The words of a page, for mail that says nothing in plain text.
enum HTMLText {
    /// The text without its markup; what ends a line on the page ends a line here.
    static func plain(_ html: Bytes) -> Bytes {
        var result: [UInt8] = []
        let octets = Array(html)
        result.reserveCapacity(octets.count)
        var index = 0
        while index < octets.count {
            switch octets[index] {
            case 0x3C:
                let end = octets[index...].firstIndex(of: 0x3E) ?? octets.count
                let name = tagName(octets[(index + 1)..<end])
                if breaking.contains(name) { result.append(0x0A) }
                index = min(end + 1, octets.count)
                if name == "style" || name == "script" { index = skip(name, in: octets, from: index) }
            case 0x26:
                let (text, next) = entity(in: octets, at: index)
                result.append(contentsOf: text)
                index = next
            default:
                result.append(octets[index])
                index += 1
            }
        }
        return result[...]
    }

    private static let breaking: Set<String> = [
        "br", "p", "/p", "div", "/div", "tr", "/tr", "li", "/li", "td", "/td", "h1", "h2", "h3", "h4", "/h1",
        "/h2", "/h3",
        "/h4", "table", "/table", "ul", "/ul", "pre", "/pre", "hr", "blockquote", "/title",
    ]

    private static func tagName(_ tag: ArraySlice<UInt8>) -> String {
        let word = tag.prefix(12).prefix { $0 == 0x2F || ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
        return String(decoding: word, as: UTF8.self).lowercased()
    }

    private static func skip(_ name: String, in octets: [UInt8], from start: Int) -> Int {
        var index = start
        while let open = octets[index...].firstIndex(of: 0x3C) {
            if tagName(octets[(open + 1)...]) == "/" + name { return open }
            index = open + 1
        }
        return octets.count
    }

    private static let entities: [String: String] = [
        "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "nbsp": " ",
    ]

    private static func entity(in octets: [UInt8], at start: Int) -> (text: [UInt8], next: Int) {
        let window = octets[(start + 1)..<min(start + 12, octets.count)]
        guard let end = window.firstIndex(of: 0x3B) else { return ([0x26], start + 1) }
        let name = String(decoding: window[..<end], as: UTF8.self)
        if let text = entities[name.lowercased()] { return (Array(text.utf8), end + 1) }
        let digits = name.dropFirst()
        let number =
            name.hasPrefix("#x") || name.hasPrefix("#X")
            ? UInt32(digits.dropFirst(), radix: 16) : name.hasPrefix("#") ? UInt32(digits) : nil
        guard let scalar = number.flatMap(Unicode.Scalar.init), scalar.value >= 0x20 else {
            return ([0x26], start + 1)
        }
        return (Array(String(scalar).utf8), end + 1)
    }
}
