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
    /// `H [A] did not like`, Exim in a warning `H=H [A]`, Gmail `by H. [A].` and, of what it tried in vain,
    /// `[H. A: timed out]`, formerly `[(10) H. [A]:25: socket error]`. What the remote host said is not looked
    /// at: it likes to name the client. qmail has no name.
    static func find(in text: SearchText) -> RemoteHost? {
        inBrackets(text) ?? alone(in: text)
    }

    private static func inBrackets(_ text: SearchText) -> RemoteHost? {
        let end = text.place(of: " said: ") ?? text.octets.count
        let text = text.octets
        var index = 0
        while let open = text[index..<end].firstIndex(of: 0x5B) {
            if let host = tried(in: text[(open + 1)..<end]) { return host }
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

    /// The host that a list of Gmail's begins with: its name, then its address.
    private static func tried(in list: ArraySlice<UInt8>) -> RemoteHost? {
        var rest = list.prefix(longestItem)
        var word = wordWithoutBrackets(of: &rest)
        if word?.first == 0x28, word?.last == 0x29 { word = wordWithoutBrackets(of: &rest) }
        guard let name = word.flatMap(hostName) else { return nil }
        var place = rest.prefix { $0 != 0x20 }
        guard place.popLast() == 0x3A else { return nil }
        // The port is not part of an address in brackets.
        if place.first == 0x5B { place = place.dropFirst().prefix { $0 != 0x5D } }
        return IPAddress.canonical(String(decoding: place, as: UTF8.self))
            .map { RemoteHost(name: name, address: $0) }
    }

    /// Takes a word from the beginning, and the blank behind it; nil where a bracket stands in it, so that a text
    /// of nothing but brackets costs no more than another.
    private static func wordWithoutBrackets(of rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let end = rest.firstIndex(where: { $0 == 0x20 || $0 == 0x5B || $0 == 0x5D }), rest[end] == 0x20
        else { return nil }
        defer { rest = rest[(end + 1)...] }
        return rest[..<end]
    }

    /// The most octets of a preference, a name and an address (RFC 5321 §4.5.3.1.2).
    private static let longestItem = 320

    /// An address without a name, beside words that only the reporting program writes: qmail-remote.c,
    /// hMailServer.
    private static func alone(in text: SearchText) -> RemoteHost? {
        for words in introductions {
            guard let place = text.place(of: words) else { continue }
            let rest = text.octets[(place + words.utf8CodeUnitCount)...]
            if let host = address(rest.prefix { $0 > 0x20 && $0 != 0x29 && $0 != 0x5D }) { return host }
        }
        for words in continuations {
            guard let place = text.place(of: words), let word = word(in: text.octets, 0..<place) else {
                continue
            }
            if let host = address(text.octets[word]) { return host }
        }
        return nil
    }

    private static func address(_ word: ArraySlice<UInt8>) -> RemoteHost? {
        IPAddress.canonical(String(decoding: word.last == 0x2E ? word.dropLast() : word, as: UTF8.self))
            .map { RemoteHost(name: nil, address: $0) }
    }

    private static let introductions: [StaticString] = [
        "giving up on ", "connected to ", "remote host ", "remote server (",
    ]

    private static let continuations: [StaticString] = [
        " does not like recipient", " failed on data command", " failed after i sent the message",
    ]

    private static let prepositions: [StaticString] = ["host", "to", "via", "with", "mx", "server"]

    /// The host name before a bracket, if a word before it says that it is the remote host's.
    private static func name(in text: [UInt8], before open: Int, behind close: Int) -> String? {
        let start = max(open - 320, 0)
        guard let last = word(in: text, start..<open) else { return nil }
        if text[last].begins(with: "h=") { return hostName(text[last].dropFirst(2)) }
        if text[close...].begins(with: " did not like our ") { return hostName(text[last]) }
        guard let before = word(in: text, start..<last.lowerBound).map({ text[$0] }) else { return nil }
        // Block lists stand there, too, but not by absolute names.
        if before.equals("by"), text[last].last == 0x2E { return hostName(text[last]) }
        guard prepositions.contains(where: before.equals) else { return nil }
        if before.equals("host"),
            word(in: text, start..<before.startIndex).map({ text[$0].equals("client") }) == true
        {
            return nil
        }
        return hostName(text[last])
    }

    private static func hostName(_ word: ArraySlice<UInt8>) -> String? {
        let name = String(decoding: word.last == 0x2E ? word.dropLast() : word, as: UTF8.self)
        return name.utf8.contains(0x2E) || IPAddress.canonical(name) != nil ? name : nil
    }

    /// The last word of a range.
    private static func word(in text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
        guard let end = text[range].lastIndex(where: { $0 != 0x20 }) else { return nil }
        let start = text[range.lowerBound..<end].lastIndex(of: 0x20).map { $0 + 1 } ?? range.lowerBound
        return start..<(end + 1)
    }
}
