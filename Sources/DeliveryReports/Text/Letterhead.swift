import InternetMessage

/// What a message's own header section says of its being a report.
struct Letterhead {
    /// Whether a mail system signs as the author.
    let isFromDaemon: Bool
    /// Whether the subject says that something was not delivered.
    let saysFailure: Bool
    /// Whether the subject says that something is late.
    let saysDelay: Bool
    /// Whether the reverse-path may be the null one, which all reports have (RFC 3464 §2).
    var mayHaveNullPath: Bool { header["Return-Path"].map { !$0.rawValue.contains(0x40) } ?? true }
    /// Whether a person or a list is the author, so that no mail system is.
    let isPersonal: Bool
    /// The recipients that a header field names (Exim, Gmail: `X-Failed-Recipients`).
    let failedRecipients: [String]
    private let header: HeaderSection

    init(_ message: Entity) {
        let header = message.header
        let from = header["From"].map { Phrase.normalized($0.text) } ?? []
        let author = SearchText(from)
        let subject = SearchText(header["Subject"].map { Phrase.normalized($0.text) } ?? [])
        isFromDaemon =
            (from.isEmpty || header.has("X-MLServer")
                || LetterheadPhrases.daemonProbes.occur(in: author))
            && !LetterheadPhrases.noticeProbes.occur(in: subject)
        saysDelay = LetterheadPhrases.delayProbes.occur(in: subject)
        saysFailure = LetterheadPhrases.failureProbes.occur(in: subject)
        // Whoever runs a mail system answers letters, too, as postmaster; Apache James answers in its
        // reports, but with a null reverse-path.
        let isAnswer = subject.octets.begins(with: "re:") && header["Return-Path"]?.plainText != "<>"
        isPersonal =
            isAnswer
            || (!isFromDaemon
                && (header.has("List-Unsubscribe")
                    || LetterheadPhrases.forwards.contains(where: subject.octets.begins)))
        // Of a message that ends in its header section or right behind it, the field may be but the
        // beginning of one, or the part for machines may still be to come.
        let isWhole = message.body.contains(0x0A) || !message.children.isEmpty
        failedRecipients = (isWhole ? header.all("X-Failed-Recipients") : [])
            .flatMap { AddressList.read(Array($0.text.utf8)[...]) }.map(\.address)
        self.header = header
    }

    /// Whether the message can be a report by its author and its subject.
    var isByMachine: Bool { !isPersonal && (isFromDaemon || saysFailure || saysDelay) }

    /// Who wrote it and whom it reached; a report names them without blame.
    var correspondents: Correspondents {
        Correspondents(
            ["From", "To", "Return-Path", "Delivered-To", "Sender", "Reply-To"].flatMap { header.all($0) })
    }
}

/// Who is named in the header section of a report.
struct Correspondents {
    private let fields: [HeaderField]

    init(_ fields: [HeaderField]) { self.fields = fields }

    /// Whether one of theirs is where reports about a list's mails go: `list-bounces@`, `list-owner@`,
    /// `owner-list@` (RFC 2142 §6 and what list managers made of it).
    func hasErrorAddress(of list: String) -> Bool {
        let parts = list.lowercased().split(separator: "@", maxSplits: 1)
        guard parts.count == 2 else { return false }
        return fields.contains { field in
            field.mailboxes.contains { mailbox in
                let address = mailbox.address.lowercased()
                return address.hasSuffix("@" + parts[1])
                    && (address.hasPrefix(parts[0] + "-") || address.hasPrefix("owner-" + parts[0] + "@"))
            }
        }
    }

    /// Whether an address, in small letters, is one of theirs.
    func contains(_ address: String) -> Bool {
        let local = Array(address.utf8.prefix { $0 != 0x40 })
        return fields.contains { field in
            // Few fields are worth being taken apart: it costs more than all that is asked here.
            Phrase.has(local, in: field.rawValue)
                && field.mailboxes.contains { $0.address.lowercased() == address }
        }
    }
}
