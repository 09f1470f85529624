/// The host an MTA spoke to, as its text names it.
struct RemoteHost: Hashable {
    let name: String?
    /// In canonical form.
    let address: String?

    /// Reads the value of a Remote-MTA field, its type taken off.
    ///
    /// Courier writes `host [address]`, others `host (address)` or the address alone.
    init(field value: String) {
        let pieces = value.utf8.split(whereSeparator: Self.isSeparator).map { Substring($0) }
        address = pieces.lazy.compactMap { IPAddress.canonical($0) }.first
        let first = pieces.first.map(String.init)
        name = first.flatMap { IPAddress.canonical($0) == nil ? $0 : nil }
    }

    private static func isSeparator(_ octet: UInt8) -> Bool {
        switch octet {
        case 0x20, 0x09, 0x28, 0x29, 0x5B, 0x5D, 0x2C, 0x3B: true
        default: false
        }
    }

    init(name: String?, address: String?) {
        self.name = name
        self.address = address
    }

    /// Finds the host in the words for people.
    ///
    /// Postfix (smtp_proto.c, smtp_connect.c) writes `host H[A] said:`, `via H[A]:25`,
    /// `connect to H[A]:25`, `with H[A]`; Exim and Courier put a blank before the bracket. What the
    /// remote host said is not looked at: it likes to name the client.
    static func find(in text: SearchText) -> RemoteHost? {
        let end = text.place(of: " said: ") ?? text.octets.count
        let text = text.octets
        var index = 0
        while let open = text[index..<end].firstIndex(of: 0x5B) {
            guard let close = text[open..<min(open + 60, end)].firstIndex(of: 0x5D) else { break }
            let inner = String(decoding: text[(open + 1)..<close], as: UTF8.self)
            if let address = IPAddress.canonical(inner), let name = name(in: text, before: open) {
                return RemoteHost(name: name == inner ? nil : name, address: address)
            }
            index = close + 1
        }
        return nil
    }

    private static let prepositions: [StaticString] = ["host", "to", "via", "with", "mx", "server"]

    /// The host name before a bracket, if a word before it says that it is the remote host's.
    private static func name(in text: [UInt8], before open: Int) -> String? {
        let start = max(open - 320, 0)
        guard let last = word(in: text, start..<open),
            let before = word(in: text, start..<last.lowerBound).map({ text[$0] }),
            prepositions.contains(where: before.equals)
        else { return nil }
        let name = String(decoding: text[last], as: UTF8.self)
        guard name.utf8.contains(0x2E) || IPAddress.canonical(name) != nil else { return nil }
        if before.equals("host"),
            word(in: text, start..<before.startIndex).map({ text[$0].equals("client") }) == true
        {
            return nil
        }
        return name
    }

    /// The last word of a range.
    private static func word(in text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
        guard let end = text[range].lastIndex(where: { $0 != 0x20 }) else { return nil }
        let start = text[range.lowerBound..<end].lastIndex(of: 0x20).map { $0 + 1 } ?? range.lowerBound
        return start..<(end + 1)
    }
}
