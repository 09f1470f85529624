import InternetMessage

/// Whom a returned message was written to.
///
/// A mail system that gives a message back and names one of those it was for says what became of that
/// one, in whatever language.
struct Addressees {
    /// In small letters.
    private let addresses: Set<String>

    init(of message: ReturnedMessage) {
        let mailboxes = message.to + (message.header["Cc"]?.mailboxes ?? [])
        addresses = Set(mailboxes.lazy.filter { !$0.domain.isEmpty }.map { $0.address.lowercased() })
    }

    /// Every place where a text names one of them, but for a summary of the message's header.
    func mentions(in lines: TextLines) -> [RecipientFinder.Mention] {
        guard !addresses.isEmpty else { return [] }
        return (0..<lines.count).filter { !lines.begins($0, with: "to:") }.flatMap { line in
            var found: [RecipientFinder.Mention] = []
            var rest = lines.content(of: line)
            let start = rest.lowerBound
            while found.count < RecipientFinder.limit, let next = AddressScanner.next(in: lines.octets, rest)
            {
                rest = next.range.upperBound..<rest.upperBound
                let address = String(decoding: lines.octets[next.range], as: UTF8.self)
                let words = AddressPrefix(lines, start..<next.range.lowerBound)
                guard addresses.contains(address.lowercased()), !words.isSomebodyElse else {
                    continue
                }
                found.append(.init(address: address, line: line, form: .head))
            }
            return found
        }
    }
}
