/// Writes a mail of ours as octets: header section, empty line, a text and an HTML part (RFC 5322, RFC 2046 §5.1.4).
///
/// Everything of foreign origin that goes into a header has been parsed before: a
/// ``ReversePath``, a Message-ID of visible ASCII. Line ends are bare LF, as sendmail(1) wants them.
package struct MessageComposer: Sendable {
    private let names: Names
    private let signer: Signer
    private let displayName: String?

    /// - Parameter displayName: The service's name in `From:`, printable ASCII; `nil` takes its name in the letter's
    ///   language.
    package init(names: Names, signer: Signer, displayName: String?) {
        self.names = names
        self.signer = signer
        self.displayName = displayName
    }

    /// The submission of one mail of a check. The same arguments give the same octets.
    package func submission(_ role: MailRole, of check: Check, letter: Letter, at now: Moment) -> Submission {
        let token = signer.envelopeLocalPart(check.id, role)
        // Quoted-printable text never has these two characters beside each other (RFC 2045 §6.7).
        let boundary = "=_\(token)"
        let fields =
            fields(role, of: check, letter: letter, token: token, at: now) + [
                HeaderLine.folded("Content-Language", [letter.language.rawValue]),
                HeaderLine.folded("MIME-Version", ["1.0"]),
                HeaderLine.folded("Content-Type", ["multipart/alternative;", "boundary=\"\(boundary)\""]),
            ]
        let message = """
            \(fields.joined(separator: "\n"))

            --\(boundary)
            \(TextPart.message("text/plain", letter.text))
            --\(boundary)
            \(TextPart.message("text/html", letter.html))
            --\(boundary)--

            """
        return Submission(
            envelopeSender: "\(token)@\(names.envelopeDomain(of: role))", recipient: check.reversePath.text,
            envelopeID: token, message: Array(message.utf8))
    }

    /// Where the page of a check can be read; `nil` where nobody has said where the pages are.
    package func page(of check: Check, at site: Site) -> String? { site.page(of: check, signer) }

    /// The fields that say whose mail it is and what it answers (RFC 3834 §3.1).
    private func fields(
        _ role: MailRole, of check: Check, letter: Letter, token: String, at now: Moment
    ) -> [String] {
        let author = HeaderText.phrase(displayName ?? letter.service)
        let answered = check.messageID.map { messageID in
            ["In-Reply-To", "References"].map { HeaderLine.folded($0, [messageID]) }
        }
        return [
            HeaderLine.folded("Date", [MailDate.text(now)]),
            HeaderLine.folded("From", author + ["<postmaster@\(names.authorDomain(of: role))>"]),
            HeaderLine.folded("Reply-To", ["<\(answerAddress(of: role, check))>"]),
            HeaderLine.folded("To", ["<\(check.reversePath.text)>"]),
            HeaderLine.folded("Subject", HeaderText.unstructured(letter.subject)),
            HeaderLine.folded("Message-ID", ["<\(token)@\(names.dual)>"]),
        ] + (answered ?? []) + [
            HeaderLine.folded("Auto-Submitted", ["auto-replied"]),
            HeaderLine.folded("List-Unsubscribe", ["<mailto:\(stopAddress(of: check))>"]),
            HeaderLine.folded(Self.tokenField, [token]),
        ]
    }

    /// Where answers to a mail go: what they confirm is another thing for each role.
    package func answerAddress(of role: MailRole, _ check: Check) -> String {
        let local =
            switch role {
            case .probe, .letter: signer.replyLocalPart(check.id, role)
            case .invitation(let kind): signer.confirmationLocalPart(check.id, kind)
            }
        return "\(local)@\(names.dual)"
    }

    /// The address that stops all mail of ours to the check's reverse-path.
    package func stopAddress(of check: Check) -> String {
        "\(signer.stopLocalPart(check.id))@\(names.dual)"
    }

    /// The header field that carries the signed token, for reports that return nothing else.
    package static let tokenField = "X-Sixreturn-Mail"
}
