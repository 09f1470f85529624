import ReturnPathCore

/// As much of an SPF record as tells whether our own addresses may send (RFC 7208).
///
/// What needs the records of other domains (`include:`, `redirect=`, `exists:`) matches nothing here:
/// the doctor wants our addresses in the record itself, so that no stranger's fault can break a check.
struct SenderPolicy: Hashable, Sendable {
    private let terms: [Substring]

    /// A mechanism that stands for addresses of the name itself (RFC 7208 §5.3, §5.4).
    enum Reference: Hashable, Sendable {
        case host, mailHosts
    }

    /// The SPF records among a name's TXT records.
    static func records(_ texts: [String]) -> [SenderPolicy] {
        texts.compactMap { text in
            let terms = text.lowercased().split(separator: " ")
            return terms.first == "v=spf1" ? SenderPolicy(terms: Array(terms.dropFirst())) : nil
        }
    }

    private init(terms: [Substring]) {
        self.terms = terms
    }

    /// Whether the first mechanism that matches an address lets it send (RFC 7208 §4.6.2).
    ///
    /// - Parameter lookup: The addresses that `a` and `mx` stand for.
    func passes(_ address: IPAddress, lookup: (Reference) -> Set<IPAddress>) -> Bool {
        for term in terms {
            let qualifier = term.first.flatMap { "+-~?".contains($0) ? $0 : nil }
            let mechanism = qualifier == nil ? term : term.dropFirst()
            if matches(mechanism, address, lookup) { return qualifier == nil || qualifier == "+" }
        }
        return false
    }

    private func matches(
        _ mechanism: Substring, _ address: IPAddress, _ lookup: (Reference) -> Set<IPAddress>
    ) -> Bool {
        switch mechanism {
        case "all": return true
        case "a": return lookup(.host).contains(address)
        case "mx": return lookup(.mailHosts).contains(address)
        default:
            let parts = mechanism.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0] == (address.family == .ipv4 ? "ip4" : "ip6") else {
                return false
            }
            return Self.network(parts[1], contains: address)
        }
    }

    private static func network(_ text: Substring, contains address: IPAddress) -> Bool {
        let parts = text.split(separator: "/")
        guard let base = parts.first.flatMap({ IPAddress(String($0)) }), base.family == address.family else {
            return false
        }
        let length = parts.count > 1 ? Int(parts[1]) ?? -1 : base.bytes.count * 8
        guard (0...base.bytes.count * 8).contains(length) else { return false }
        return (0..<length).allSatisfy { bit in
            let mask: UInt8 = 0x80 >> UInt8(bit % 8)
            return base.bytes[bit / 8] & mask == address.bytes[bit / 8] & mask
        }
    }
}
