/// Finds the diagnostic in the lines that speak of a recipient.
enum ProofText {
    /// What a block says, on one line, without the addresses it begins with; nil for nothing.
    ///
    /// Exim and Sendmail put the address behind an alias first, then `(generated from …)` or
    /// `(expanded from: …)`.
    static func diagnostic(in lines: TextLines, _ block: some Sequence<Int>) -> String? {
        var octets: [UInt8] = []
        for line in block {
            for octet in lines.octets[lines.ranges[line]] {
                if octet > 0x20 {
                    octets.append(octet)
                } else if let last = octets.last, last != 0x20 {
                    octets.append(0x20)
                }
            }
            if let last = octets.last, last != 0x20 { octets.append(0x20) }
        }
        if octets.last == 0x20 { octets.removeLast() }
        let rest = octets[start(of: octets)...]
        return rest.isEmpty ? nil : String(decoding: rest, as: UTF8.self)
    }

    /// Where the diagnostic begins behind the words that only name the recipient.
    private static func start(of octets: [UInt8]) -> Int {
        var start = 0
        while start < octets.count {
            let word = octets[start...].prefix { $0 != 0x20 }
            if word.elementsEqual("-".utf8) || word.elementsEqual("*".utf8)
                || (word.contains(0x40) && !word.contains(0x3D))
            {
                start = min(word.endIndex + 1, octets.count)
            } else if word.elementsEqual("(generated".utf8) || word.elementsEqual("(expanded".utf8),
                let next = end(ofWords: 3, in: octets, from: start)
            {
                start = next
            } else if word.elementsEqual("(reason:".utf8) {
                return min(word.endIndex + 1, octets.count)
            } else {
                return start
            }
        }
        return start
    }

    /// The place behind some words; nil where there are fewer.
    private static func end(ofWords count: Int, in octets: [UInt8], from start: Int) -> Int? {
        var index = start
        for _ in 0..<count {
            guard index < octets.count else { return nil }
            index = (octets[index...].firstIndex(of: 0x20) ?? octets.count - 1) + 1
        }
        return index
    }
}
