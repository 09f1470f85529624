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
        // An absolute name ends in a dot; what begins with a slash is a socket.
        let first = pieces.first.map { String($0.last == "." ? $0.dropLast() : $0) }
        name = first.flatMap { $0.hasPrefix("/") || IPAddress.canonical($0) != nil ? nil : $0 }
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
    /// `connect to H[A]:25`, `with H[A]`; Exim and Courier put a blank before the bracket, dma writes
    /// `H [A] did not like`, Exim in a warning `H=H [A]`. What the remote host said is not looked at: it
    /// likes to name the client. qmail has no name.
    static func find(in text: SearchText) -> RemoteHost? {
        inBrackets(text) ?? alone(in: text)
    }

    private static func inBrackets(_ text: SearchText) -> RemoteHost? {
        let end = text.place(of: " said: ") ?? text.octets.count
        let text = text.octets
        var index = 0
        while let open = text[index..<end].firstIndex(of: 0x5B) {
            guard let close = text[open..<min(open + 60, end)].firstIndex(of: 0x5D) else { break }
            let inner = String(decoding: text[(open + 1)..<close], as: UTF8.self)
            if let address = IPAddress.canonical(inner),
                let name = name(in: text, before: open, behind: close + 1)
            {
                return RemoteHost(name: name == inner ? nil : name, address: address)
            }
            index = close + 1
        }
        return nil
    }

    /// An address without a name, behind words that only the reporting program writes: qmail-remote.c,
    /// hMailServer.
    private static func alone(in text: SearchText) -> RemoteHost? {
        for words in introductions {
            guard let place = text.place(of: words) else { continue }
            let rest = text.octets[(place + words.utf8CodeUnitCount)...]
            var word = rest.prefix { $0 > 0x20 && $0 != 0x29 && $0 != 0x5D }
            if word.last == 0x2E { word.removeLast() }
            if let address = IPAddress.canonical(String(decoding: word, as: UTF8.self)) {
                return RemoteHost(name: nil, address: address)
            }
        }
        return nil
    }

    private static let introductions: [StaticString] = ["giving up on ", "connected to ", "remote server ("]

    private static let prepositions: [StaticString] = ["host", "to", "via", "with", "mx", "server"]

    /// The host name before a bracket, if a word before it says that it is the remote host's.
    private static func name(in text: [UInt8], before open: Int, behind close: Int) -> String? {
        let start = max(open - 320, 0)
        guard let last = word(in: text, start..<open) else { return nil }
        if text[last].begins(with: "h=") { return hostName(text[last].dropFirst(2)) }
        if text[close...].begins(with: " did not like our ") { return hostName(text[last]) }
        guard let before = word(in: text, start..<last.lowerBound).map({ text[$0] }),
            prepositions.contains(where: before.equals)
        else { return nil }
        if before.equals("host"),
            word(in: text, start..<before.startIndex).map({ text[$0].equals("client") }) == true
        {
            return nil
        }
        return hostName(text[last])
    }

    private static func hostName(_ word: ArraySlice<UInt8>) -> String? {
        let name = String(decoding: word, as: UTF8.self)
        return name.utf8.contains(0x2E) || IPAddress.canonical(name) != nil ? name : nil
    }

    /// The last word of a range.
    private static func word(in text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
        guard let end = text[range].lastIndex(where: { $0 != 0x20 }) else { return nil }
        let start = text[range.lowerBound..<end].lastIndex(of: 0x20).map { $0 + 1 } ?? range.lowerBound
        return start..<(end + 1)
    }
}
