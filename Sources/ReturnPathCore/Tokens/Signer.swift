import Crypto

/// Makes and verifies the signed local parts of our addresses.
///
/// A local part such as `p2-` + check (16 characters) + MAC (16 characters) proves that whoever
/// uses it has seen that mail: nobody else can name a check, a role and their MAC together. At 35
/// octets it stays well within the 64 of RFC 5321 §4.5.3.1.1.
package struct Signer: Sendable {
    /// A secret, and the moment from which it signed; `nil` where that is not known.
    package typealias Secret = (octets: [UInt8], since: Moment?)

    /// The newest signs; every one verifies.
    private let keys: [SymmetricKey]
    /// When each of them began to sign.
    private let since: [Moment?]

    /// How many octets a secret has.
    package static let keyOctets = 32

    /// Creates a signer.
    ///
    /// - Parameters:
    ///   - secret: The installation's secret, at least ``keyOctets`` octets.
    ///   - since: When it was made.
    ///   - older: Secrets that signed before and are still believed, the latest first.
    package init(secret: [UInt8], since: Moment? = nil, older: [Secret] = []) {
        keys = ([secret] + older.map(\.octets)).map { SymmetricKey(data: $0) }
        self.since = [since] + older.map(\.since)
    }

    /// The envelope sender's local part of a mail; also its envelope identifier and token header.
    package func envelopeLocalPart(_ check: CheckID, _ role: MailRole) -> String {
        "\(role.code)-\(check.text)\(mac("envelope", check, role.code))"
    }

    /// The local part that a person answers to. It has one form for all mails of all roles.
    package func replyLocalPart(_ check: CheckID, _ role: MailRole) -> String {
        "reply-\(check.text)\(mac("reply", check, role.code))"
    }

    /// The local part that stops us from ever writing again.
    package func stopLocalPart(_ check: CheckID) -> String {
        "stop-\(check.text)\(mac("stop", check, ""))"
    }

    /// The local part that confirms what a mail of ours has asked for.
    package func confirmationLocalPart(_ check: CheckID, _ kind: InvitationKind) -> String {
        "\(kind.word)-\(check.text)\(mac(kind.word, check, ""))"
    }

    /// The name of the check's page: whoever has it can read the page, and can do nothing else with it.
    ///
    /// The key that signed when the check was opened makes it, so that a link in a mail leads there after a new key,
    /// too; once that key is dropped, the oldest one that there is.
    package func pageName(_ check: CheckID, openedAt: Moment) -> String {
        let key = zip(keys, since).first { $0.1 ?? openedAt <= openedAt }?.0 ?? keys.last
        return key.map { Self.mac("page", check, "", $0) } ?? ""
    }

    /// What a local part of ours says, if its signature is right.
    ///
    /// Every key is tried to the end, so that the duration tells nothing of which one was right.
    package func verify(_ localPart: String) -> SignedAddress? {
        let text = localPart.lowercased()
        guard let dash = text.firstIndex(of: "-") else { return nil }
        let prefix = text[..<dash]
        let token = text[text.index(after: dash)...]
        guard token.utf8.count == CheckID.length * 2,
            let check = CheckID(String(token.prefix(CheckID.length)))
        else {
            return nil
        }
        let given = String(token.dropFirst(CheckID.length))
        if prefix == "stop" { return isSigned(given, "stop", check, "") ? .stop(check) : nil }
        if prefix == "reply" {
            let role = MailRole.all.first { isSigned(given, "reply", check, $0.code) }
            return role.map { .reply(check, $0) }
        }
        if let role = MailRole(code: String(prefix)) {
            return isSigned(given, "envelope", check, role.code) ? .envelope(check, role) : nil
        }
        guard let kind = InvitationKind(word: prefix), isSigned(given, kind.word, check, "") else {
            return nil
        }
        return .confirmation(check, kind)
    }

    /// A name for a text that only this installation can give, and that nobody can turn back: the same text has the
    /// same name, whatever its case.
    ///
    /// The oldest key makes it, so that names stay the same from one key to the next; they change when that
    /// key is forgotten, and what was named by it is then anonymous for good.
    package func pseudonym(of text: String) -> String {
        keys.last.map { Self.code("sixreturn 1 pseudonym \(text.lowercased())", $0) } ?? ""
    }

    /// Names a secret and tells nothing of it.
    package static func identification(of secret: [UInt8]) -> String {
        String(code("sixreturn 1 key", SymmetricKey(data: secret)).prefix(8))
    }

    private func isSigned(_ given: String, _ purpose: String, _ check: CheckID, _ role: String) -> Bool {
        keys.reduce(false) { isRight, key in
            let isThis = equal(given, Self.mac(purpose, check, role, key))
            return isThis || isRight
        }
    }

    private func mac(_ purpose: String, _ check: CheckID, _ role: String) -> String {
        keys.first.map { Self.mac(purpose, check, role, $0) } ?? ""
    }

    private static func mac(_ purpose: String, _ check: CheckID, _ role: String, _ key: SymmetricKey)
        -> String
    {
        code("sixreturn 1 \(purpose) \(role) \(check.text)", key)
    }

    /// Eighty bits of HMAC-SHA256 (RFC 2104 §5 allows the leftmost bits).
    private static func code(_ input: String, _ key: SymmetricKey) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array(input.utf8), using: key)
        return Base32.encode(code.withUnsafeBytes { Array($0.prefix(10)) })
    }

    /// Compares without telling by its duration where two texts differ.
    private func equal(_ left: String, _ right: String) -> Bool {
        guard left.utf8.count == right.utf8.count else { return false }
        return zip(left.utf8, right.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// What a local part with a right signature stands for.
package enum SignedAddress: Hashable, Sendable {
    /// The envelope sender of a mail of ours: reports about it come here.
    case envelope(CheckID, MailRole)
    /// Where a person answers a mail of ours.
    case reply(CheckID, MailRole)
    /// Where a person writes to be left alone.
    case stop(CheckID)
    /// Where a person confirms what they were asked.
    case confirmation(CheckID, InvitationKind)
}
