import ReturnPathCore

/// A part of a submission's envelope.
package enum EnvelopePart: Hashable, Sendable, CaseIterable {
    case sender, recipient, identifier

    /// Its name for the middle of a sentence.
    var words: String {
        switch self {
        case .sender: "envelope sender"
        case .recipient: "recipient"
        case .identifier: "envelope identifier"
        }
    }
}

/// What makes a part of an envelope unfit to be submitted.
package enum EnvelopeFlaw: Hashable, Sendable, CaseIterable {
    case empty, tooShort, tooLong, controlCharacter, notASCII, notOneAddress

    /// The flaw as the end of a sentence that begins with the part's name.
    var words: String {
        switch self {
        case .empty: "is empty"
        case .tooShort: "has fewer than three characters"
        case .tooLong: "is too long"
        case .controlCharacter: "contains a control character"
        case .notASCII: "contains characters other than ASCII"
        case .notOneAddress: "is not exactly one address"
        }
    }
}

/// Refuses envelopes that would mean something else to sendmail(1) than they mean to us.
enum EnvelopeCheck {
    /// The longest address in octets: a path of 256 without its angle brackets (RFC 5321 §4.5.3.1.3).
    static let longestAddress = 254

    /// The longest envelope identifier in octets, counted as it is sent, as xtext (RFC 3461 §4.4).
    static let longestIdentifier = 100

    /// Checks the three parts of an envelope.
    ///
    /// - Throws: ``SubmissionError/unspeakable(part:flaw:)`` for the first part that has a flaw.
    static func check(_ submission: Submission) throws(SubmissionError) {
        if let flaw = flaw(ofAddress: submission.envelopeSender) {
            throw .unspeakable(part: .sender, flaw: flaw)
        }
        if let flaw = flaw(ofAddress: submission.recipient) {
            throw .unspeakable(part: .recipient, flaw: flaw)
        }
        if let flaw = flaw(ofIdentifier: submission.envelopeID) {
            throw .unspeakable(part: .identifier, flaw: flaw)
        }
    }

    /// What is wrong with an envelope identifier; `nil` when nothing is.
    private static func flaw(ofIdentifier text: String) -> EnvelopeFlaw? {
        if text.isEmpty { return .empty }
        if text.utf8.contains(where: isControl) { return .controlCharacter }
        if text.utf8.contains(where: { $0 >= 0x80 }) { return .notASCII }
        if text.utf8.count <= 2 { return .tooShort }
        let encoded = text.utf8.reduce(0) { $0 + (isPlainInXtext($1) ? 1 : 3) }
        return encoded > longestIdentifier ? .tooLong : nil
    }

    /// What is wrong with an address; `nil` when nothing is. UTF-8 is allowed (RFC 6531 §3.3).
    private static func flaw(ofAddress text: String) -> EnvelopeFlaw? {
        if text.isEmpty { return .empty }
        if text.utf8.count > longestAddress { return .tooLong }
        let hasControl = text.unicodeScalars.contains { $0.properties.generalCategory == .control }
        if hasControl { return .controlCharacter }
        return isOneAddress(Array(text.utf8)) ? nil : .notOneAddress
    }

    /// Whether sendmail(1) takes the text as one address with a domain.
    ///
    /// Postfix parses each recipient argument as the value of a `To:` field (`enqueue()` in
    /// src/sendmail/sendmail.c): a comma outside quotes would make two recipients of one, and
    /// angle brackets or a comment would hide another address.
    private static func isOneAddress(_ octets: [UInt8]) -> Bool {
        var isQuoted = false
        var isEscaped = false
        var at: Int?
        for (index, octet) in octets.enumerated() {
            if isEscaped {
                isEscaped = false
            } else if isQuoted, octet == UInt8(ascii: "\\") {
                isEscaped = true
            } else if octet == UInt8(ascii: "\"") {
                guard at == nil else { return false }
                isQuoted.toggle()
            } else if !isQuoted, octet == UInt8(ascii: "@") {
                guard at == nil else { return false }
                at = index
            } else if !isQuoted, isSpecial(octet, inDomain: at != nil) {
                return false
            }
        }
        guard let at, !isQuoted else { return false }
        return at > 0 && at < octets.count - 1
    }

    /// Whether an octet separates, groups or hides addresses (RFC 5322 §3.2.3); within a domain colon
    /// and square brackets make an address literal (RFC 5321 §4.1.3).
    private static func isSpecial(_ octet: UInt8, inDomain: Bool) -> Bool {
        switch octet {
        case UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"): !inDomain
        case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "<"),
            UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
            true
        default: false
        }
    }

    private static func isControl(_ octet: UInt8) -> Bool { octet < 0x20 || octet == 0x7f }

    /// Whether xtext leaves the octet as it is (RFC 3461 §4).
    private static func isPlainInXtext(_ octet: UInt8) -> Bool {
        (0x21...0x7e).contains(octet) && octet != UInt8(ascii: "+") && octet != UInt8(ascii: "=")
    }
}
