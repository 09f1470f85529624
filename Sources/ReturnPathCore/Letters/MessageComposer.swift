/// Writes a mail of ours as octets: header section, empty line, text (RFC 5322, RFC 2045).
///
/// Everything of foreign origin that goes into a header has been parsed before: a
/// ``ReversePath``, a Message-ID of visible ASCII. Line ends are bare LF, as sendmail(1) wants them.
package struct MessageComposer: Sendable {
    private let names: Names
    private let signer: Signer
    private let displayName: String

    /// - Parameter displayName: The service's name in `From:`, printable ASCII.
    package init(names: Names, signer: Signer, displayName: String) {
        self.names = names
        self.signer = signer
        self.displayName = displayName
    }

    /// The submission of one mail of a check. The same arguments give the same octets.
    package func submission(_ role: MailRole, of check: Check, subject: String, text: String, at now: Moment)
        -> Submission
    {
        let token = signer.envelopeLocalPart(check.id, role)
        let reply = "\(signer.replyLocalPart(check.id, role))@\(names.dual)"
        let stop = "\(signer.stopLocalPart(check.id))@\(names.dual)"
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        // A line may have 998 octets (RFC 5322 §2.1.1); foreign words may be longer.
        let isPlain = isASCII && text.utf8.split(separator: UInt8(ascii: "\n")).allSatisfy { $0.count <= 998 }
        var fields = [
            "Date: \(MailDate.text(now))",
            "From: \"\(Self.quoted(displayName))\" <postmaster@\(names.authorDomain(of: role))>",
            "Reply-To: <\(reply)>",
            "To: <\(check.reversePath.text)>",
            "Subject: \(subject)",
            "Message-ID: <\(token)@\(names.dual)>",
        ]
        if let messageID = check.messageID {
            fields += ["In-Reply-To: \(messageID)", "References: \(messageID)"]
        }
        fields += [
            "Auto-Submitted: auto-replied",
            "List-Unsubscribe: <mailto:\(stop)>",
            "\(Self.tokenField): \(token)",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=\(isASCII ? "us-ascii" : "utf-8")",
            "Content-Transfer-Encoding: \(isPlain ? "7bit" : "quoted-printable")",
        ]
        let body = isPlain ? text : QuotedPrintable.encode(text)
        let message = fields.joined(separator: "\n") + "\n\n" + body + (body.hasSuffix("\n") ? "" : "\n")
        return Submission(
            envelopeSender: "\(token)@\(names.envelopeDomain(of: role))", recipient: check.reversePath.text,
            envelopeID: token, message: Array(message.utf8))
    }

    /// The address that stops all mail of ours to the check's reverse-path.
    package func stopAddress(of check: Check) -> String {
        "\(signer.stopLocalPart(check.id))@\(names.dual)"
    }

    /// The header field that carries the signed token, for reports that return nothing else.
    package static let tokenField = "X-Sixreturn-Mail"

    /// The inside of a quoted-string (RFC 5322 §3.2.4).
    private static func quoted(_ text: String) -> String {
        text.filter { $0 != "\"" && $0 != "\\" && $0.isASCII && !$0.isNewline }
    }
}

/// Quoted-printable (RFC 2045 §6.7), for text whose lines end with LF.
enum QuotedPrintable {
    static func encode(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(line).joined(separator: "\n")
    }

    private static func line(_ text: Substring) -> String {
        let octets = Array(text.utf8)
        var out = ""
        var column = 0
        for (index, octet) in octets.enumerated() {
            let isLast = index == octets.count - 1
            let isPlain = (0x21...0x7E).contains(octet) && octet != UInt8(ascii: "=")
            let isInnerSpace = octet == 0x20 && !isLast
            let piece = isPlain || isInnerSpace ? String(UnicodeScalar(octet)) : "=" + hex(octet)
            if column + piece.utf8.count > 75 {
                out += "=\n"
                column = 0
            }
            out += piece
            column += piece.utf8.count
        }
        return out
    }

    private static func hex(_ octet: UInt8) -> String {
        let digits = String(octet, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
    }
}
