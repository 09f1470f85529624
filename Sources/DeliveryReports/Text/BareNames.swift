import InternetMessage

/// Finds recipients that a text names by their local parts alone, as AOL, GroupWise and hosts that
/// speak of their own users do.
///
/// The domain is never guessed: it is known where the returned message was written to exactly one
/// address with that local part.
struct BareNames {
    /// The address of each local part in small letters; nil where several have it.
    private let addresses: [String: String?]
    private let lines: TextLines

    /// - Parameters:
    ///   - lines: The text.
    ///   - returned: The message, which tells whom it was written to.
    init(_ lines: TextLines, of returned: ReturnedMessage) {
        self.init(lines, recipients: returned.to + (returned.header["Cc"]?.mailboxes ?? []))
    }

    init(_ lines: TextLines, recipients: [Mailbox]) {
        self.lines = lines
        var addresses: [String: String?] = [:]
        for mailbox in recipients where !mailbox.domain.isEmpty {
            let local = mailbox.localPart.lowercased()
            guard !AddressPhrases.roles.contains(local) else { continue }
            if let known = addresses[local], known?.lowercased() != mailbox.address.lowercased() {
                addresses.updateValue(nil, forKey: local)
            } else {
                addresses[local] = .some(mailbox.address)
            }
        }
        self.addresses = addresses
    }

    /// The address with that local part, in small letters; nil where there is not exactly one.
    func address(of local: String) -> String? { addresses[local] ?? nil }

    /// The addresses that a line names so, and whether it has nothing else.
    func addresses(in line: Int) -> (addresses: [String], hasWords: Bool) {
        let words = lines.words(of: line)
        let start = words.firstIndex { !Self.isListSign($0) } ?? words.endIndex
        let command = words[start...].begins(with: "rcpt to:") ? start + 8 : nil
        if let place = command ?? Self.answer(in: words, from: start) {
            return (name(at: place, in: words, isAnswer: true).map { [$0.address] } ?? [], true)
        }
        var found: [String] = []
        var next = start
        while let name = name(at: next, in: words, isAnswer: false) {
            found.append(name.address)
            next = name.end
            guard let separator = words[next...].first, separator == 0x2C || separator == 0x3B else { break }
            next = words[(next + 1)...].firstIndex { $0 != 0x20 } ?? words.endIndex
        }
        return (found, next < words.endIndex)
    }

    /// The address of the name that stands at a place, and where the name ends.
    private func name(at start: Int, in words: ArraySlice<UInt8>, isAnswer: Bool) -> (
        address: String, end: Int
    )? {
        let isBracketed = words[start...].first == 0x3C
        let first = words[start...].firstIndex { ![0x3C, 0x22, 0x27].contains($0) } ?? words.endIndex
        var end = words[first...].firstIndex { !Self.isNameSign($0) } ?? words.endIndex
        while end > first, words[end - 1] == 0x2E { end -= 1 }
        guard end > first, let address = address(of: String(decoding: words[first..<end], as: UTF8.self))
        else { return nil }
        var rest = words[end...].drop { [0x3E, 0x22, 0x27].contains($0) }
        if isAnswer {
            let isNamed = isBracketed && rest.startIndex > end
            guard isNamed || rest.begins(with: "...") || rest.begins(with: " is not ") else { return nil }
        } else {
            rest = rest.first == 0x20 ? rest.dropFirst() : rest
            guard rest.first.map({ [0x3A, 0x3B, 0x2C, 0x28, 0x2D, 0x2E, 0x5B].contains($0) }) ?? true else {
                return nil
            }
        }
        return (address, rest.startIndex)
    }

    /// What stands behind the codes of a reply; nil where the line is none.
    private static func answer(in words: ArraySlice<UInt8>, from start: Int) -> Int? {
        guard start + 4 < words.endIndex, words[start] == 0x34 || words[start] == 0x35,
            words[(start + 1)..<(start + 3)].allSatisfy({ $0 &- 0x30 < 10 }),
            words[start + 3] == 0x20 || words[start + 3] == 0x2D
        else { return nil }
        let code = words[(start + 4)...].prefix { $0 == 0x2E || $0 &- 0x30 < 10 }
        return code.isEmpty ? start + 4 : min(code.endIndex + 1, words.endIndex)
    }

    private static func isListSign(_ octet: UInt8) -> Bool {
        octet == 0x20 || octet == 0x2D || octet == 0x2A || octet == 0x3E || octet == 0x3C
    }

    private static func isNameSign(_ octet: UInt8) -> Bool {
        octet >= 0x80 || octet &- 0x61 < 26 || octet &- 0x30 < 10
            || [0x2E, 0x2D, 0x5F, 0x2B, 0x3D, 0x25, 0x21].contains(octet)
    }
}

extension RecipientFinder {
    /// Every place where a recipient of the returned message is named by its local part alone.
    func mentions(of returned: ReturnedMessage) -> [Mention] {
        let names = BareNames(lines, of: returned)
        return (0..<lines.count).filter {
            isAfterFailure($0) && (!lines.begins($0, with: ">>>") || isRefused($0))
        }
        .flatMap { line in
            let (addresses, hasWords) = names.addresses(in: line)
            return addresses.map {
                Mention(address: $0, line: line, form: .head, isAmongNames: !hasWords)
            }
        }
    }
}
