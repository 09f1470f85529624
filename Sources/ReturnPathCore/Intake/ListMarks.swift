import InternetMessage

/// Tells mail that a list has passed on (RFC 3834 §2).
enum ListMarks {
    /// Whether a header section says that a list or a mass mailing has sent the message.
    static func isListMail(_ header: HeaderSection) -> Bool {
        header.contains { $0.name.lowercased().hasPrefix("list-") } || fields.contains(where: header.has)
            || ["precedence", "x-precedence"].flatMap(header.all).contains {
                !personal.contains(StructuredText.keyword($0.plainText))
            }
            || isRewritten(header)
    }

    /// Fields that list managers write beside or instead of those of RFC 2369 and RFC 2919.
    private static let fields = [
        "Mailing-List", "X-Mailing-List", "X-BeenThere", "X-Mailman-Version", "X-List", "X-ML-Name",
        "X-ML-Count",
        "X-Listname", "X-Listserver", "X-Google-Group-Id", "X-Sympa-To", "X-Ezmlm-Loop", "X-Mailinglist",
        // Who rewrites From: keeps the author here (Mailman 2 and 3, Google Groups, Sympa).
        "X-Original-From", "X-Original-Sender", "Original-From", "X-MailFrom",
    ]

    /// What people's programs write in Precedence; everything else there is a program's (RFC 2076 §3.9).
    private static let personal: Set<String> = ["", "first-class", "special-delivery", "normal", "urgent"]

    /// Whether the author is "Anna via Friends": lists rewrite From: so, for DMARC would refuse the author's own.
    private static func isRewritten(_ header: HeaderSection) -> Bool {
        header.all("from").flatMap(\.mailboxes).contains { mailbox in
            guard let name = mailbox.displayName?.lowercased() else { return false }
            return name.contains(" via ")
                && (header.has("reply-to") || header.has("sender") || header.has("cc"))
        }
    }
}
