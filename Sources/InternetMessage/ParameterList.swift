/// The parameters of a MIME field, continued and charset-marked values put together (RFC 2231).
public struct ParameterList: Hashable, Sendable {
    private let items: [Item]

    private struct Item: Hashable, Sendable {
        let name: String
        let value: String
    }

    /// No parameters.
    public static let none = ParameterList([])

    /// All names, in small letters, in the order of their first appearance.
    public var names: [String] { items.map(\.name) }

    /// The value of the parameter of that name, given in small letters.
    public subscript(name: String) -> String? { items.first { $0.name == name }?.value }

    /// Puts raw parameters together.
    ///
    /// Only values that use RFC 2231 take the long way; the first of two equal names wins.
    init(_ raw: [ParameterScanner.Raw]) {
        var items: [Item] = []
        items.reserveCapacity(raw.count)
        var extended: [String: [Segment]] = [:]
        for parameter in raw {
            guard parameter.name.has(ASCII.asterisk) else {
                let name = Text.lowercased(parameter.name)
                if !items.contains(where: { $0.name == name }) {
                    items.append(Item(name: name, value: EncodedWord.decode(parameter.value)))
                }
                continue
            }
            let segment = Segment(parameter)
            extended[segment.name, default: []].append(segment)
        }
        for name in extended.keys.sorted() {
            guard let segments = extended[name] else { continue }
            items.removeAll { $0.name == name }
            items.append(Item(name: name, value: Segment.join(segments)))
        }
        self.items = items
    }
}

/// One piece of a value, `name*2*=…` (RFC 2231 §3, §4).
private struct Segment {
    let name: String
    let number: Int
    let isEncoded: Bool
    let value: Bytes

    init(_ parameter: ParameterScanner.Raw) {
        var parts = parameter.name.split(separator: ASCII.asterisk, omittingEmptySubsequences: false)
        isEncoded = parts.last?.isEmpty == true
        if isEncoded { parts.removeLast() }
        name = parts.first.map(Text.lowercased) ?? ""
        number = parts.count > 1 ? Int(Text.decode(parts[1])) ?? 0 : 0
        value = parameter.value
    }

    /// The value all pieces make in the order of their numbers.
    static func join(_ segments: [Segment]) -> String {
        let ordered = segments.sorted { $0.number < $1.number }
        var charset: String?
        var bytes: [UInt8] = []
        for (index, segment) in ordered.enumerated() {
            var value = segment.value
            guard segment.isEncoded else {
                bytes += value
                continue
            }
            if index == 0 {
                let pieces = value.split(
                    separator: ASCII.apostrophe, maxSplits: 2, omittingEmptySubsequences: false)
                if pieces.count == 3 {
                    charset = Text.decode(pieces[0])
                    value = pieces[2]
                }
            }
            bytes += percentDecoded(value)
        }
        guard let charset, !charset.isEmpty else { return Text.decode(bytes) }
        return Charset.decode(bytes[...], label: charset).text
    }

    private static func percentDecoded(_ value: Bytes) -> [UInt8] {
        var result: [UInt8] = []
        var index = value.startIndex
        while index < value.endIndex {
            if value[index] == ASCII.percent, index + 2 < value.endIndex,
                let high = value[index + 1].hexValue, let low = value[index + 2].hexValue
            {
                result.append(high << 4 | low)
                index += 3
            } else {
                result.append(value[index])
                index += 1
            }
        }
        return result
    }
}
