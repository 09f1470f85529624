import InternetMessage

/// Writes JSON with keys in the order they are given (RFC 8259), compact or in lines.
///
/// The same values make the same bytes; outside ASCII, what no terminal should get is escaped.
struct JSONWriter {
    private(set) var output: [UInt8] = []
    private let isPretty: Bool
    private var depth = 0
    /// Whether nothing has been written yet into the innermost object or array.
    private var isEmpty = true

    init(isPretty: Bool) {
        self.isPretty = isPretty
        output.reserveCapacity(4096)
    }

    /// Writes an object; `body` writes its members.
    mutating func object(_ body: (inout JSONWriter) -> Void) { nest(0x7B, 0x7D, body) }

    /// Writes an array of what `element` writes of each item.
    mutating func array<Items: Collection>(
        _ items: Items, _ element: (inout JSONWriter, Items.Element) -> Void
    ) {
        nest(0x5B, 0x5D) { writer in
            for item in items {
                writer.separate()
                element(&writer, item)
            }
        }
    }

    /// Writes a member's key; its value is written next.
    mutating func key(_ name: StaticString) {
        separate()
        // One addition to the output costs less than four.
        let length = name.utf8CodeUnitCount
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length + 4) { room in
            room[0] = 0x22
            _ = room[1...].update(fromContentsOf: UnsafeBufferPointer(start: name.utf8Start, count: length))
            room[length + 1] = 0x22
            room[length + 2] = 0x3A
            room[length + 3] = 0x20
            output.append(contentsOf: UnsafeBufferPointer(rebasing: room[..<(length + (isPretty ? 4 : 3))]))
        }
    }

    /// Writes a text, or null.
    mutating func value(_ text: String?) {
        guard var text else { return null() }
        output.append(0x22)
        if text.withUTF8({ octets in octets.contains { $0 >= 0x80 } }) {
            var rest = text.unicodeScalars[...]
            while let index = rest.firstIndex(where: { !$0.isASCII && $0.isInvisible }) {
                write(String(rest[..<index]))
                output.append(contentsOf: rest[index].escapedForJSON.utf8)
                rest = rest[rest.index(after: index)...]
            }
            write(String(rest))
        } else {
            write(text)
        }
        output.append(0x22)
    }

    /// Writes a text in which all outside ASCII stands for itself.
    private mutating func write(_ text: String) {
        var text = text
        text.withUTF8 { octets in
            // Most text needs no escape and is taken in runs.
            var start = 0
            while let index = Self.placeToEscape(in: octets, from: start) {
                output.append(contentsOf: octets[start..<index])
                escape(octets[index])
                start = index + 1
            }
            output.append(contentsOf: octets[start...])
        }
    }

    /// Writes a number, or null.
    mutating func value(_ number: Int?) {
        guard let number else { return null() }
        output.append(contentsOf: String(number).utf8)
    }

    /// Writes true or false.
    mutating func value(_ flag: Bool) { write(flag ? "true" : "false") }

    private mutating func null() { write("null") }

    private mutating func write(_ text: StaticString) {
        text.withUTF8Buffer { output.append(contentsOf: $0) }
    }

    /// The first octet that needs an escape.
    private static func placeToEscape(in octets: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let base = UnsafeRawPointer(octets.baseAddress) else { return nil }
        var index = start
        while index + 8 <= octets.count, !EightOctets(base + index).hasEscaped { index += 8 }
        while index < octets.count, !needsEscape(octets[index]) { index += 1 }
        return index < octets.count ? index : nil
    }

    @inline(__always)
    private static func needsEscape(_ octet: UInt8) -> Bool {
        octet < 0x20 || octet == 0x22 || octet == 0x5C || octet == 0x7F
    }

    private mutating func escape(_ octet: UInt8) {
        switch octet {
        case 0x22, 0x5C:
            output.append(0x5C)
            output.append(octet)
        case 0x0A: output.append(contentsOf: "\\n".utf8)
        case 0x0D: output.append(contentsOf: "\\r".utf8)
        case 0x09: output.append(contentsOf: "\\t".utf8)
        case 0..<0x20, 0x7F:
            let digits = Array("0123456789abcdef".utf8)
            output.append(contentsOf: "\\u00".utf8)
            output.append(digits[Int(octet >> 4)])
            output.append(digits[Int(octet & 15)])
        default: output.append(octet)
        }
    }

    private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
        output.append(open)
        depth += 1
        isEmpty = true
        body(&self)
        depth -= 1
        if !isEmpty { breakLine() }
        isEmpty = false
        output.append(close)
    }

    private mutating func separate() {
        if !isEmpty { output.append(0x2C) }
        isEmpty = false
        breakLine()
    }

    private mutating func breakLine() {
        guard isPretty else { return }
        output.append(0x0A)
        output.append(contentsOf: repeatElement(0x20, count: depth * 2))
    }
}
