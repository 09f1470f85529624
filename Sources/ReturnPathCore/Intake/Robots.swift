/// Local parts behind which no person reads (RFC 3834 §2, RFC 2142 §6).
enum Robots {
    /// Whether a local part, in small letters, is a program's.
    static func contains(_ localPart: String) -> Bool {
        let local = localPart.filter { $0 != "\"" }
        return names.contains(local) || beginnings.contains { local.hasPrefix($0) }
            || endings.contains { local.hasSuffix($0) } || parts.contains { local.contains($0) }
    }

    private static let names: Set<String> = [
        "mailer-daemon", "mailerdaemon", "mail-daemon", "maildaemon", "daemon", "double-bounce", "bounce",
        "bounces",
        "listserv", "majordomo", "mailman", "listproc", "listmaster", "sympa", "ezmlm", "autoreply",
        "auto-reply",
        "autoresponder", "autoresponse", "autoanswer", "vacation", "devnull", "dev-null", "nobody",
        "www-data", "uucp",
    ]

    private static let beginnings = [
        "owner-", "bounce-", "bounces-", "bounce+", "bounces+", "bounce=", "bounces=", "mailer-daemon+",
        "mailer-daemon=", "sentto-", "msprvs1=",
    ]

    private static let endings = [
        "-owner", "-request", "-bounce", "-bounces", "-errors", "-mailer", "-daemon", "-subscribe",
        "-unsubscribe",
        "-confirm", "-autoreply", "-listserv",
    ]

    /// Anywhere, for such names are also tagged: noreply+cs@, notifications-noreply@.
    private static let parts = [
        "noreply", "no-reply", "no_reply", "no.reply", "donotreply", "do-not-reply", "do_not_reply",
        "do.not.reply",
        "dontreply", "dont-reply", "neodpovid", "-bounces+", "-bounces-", "-return-", "-owner+",
        "-request+", "-bounces=", "owner-nolist",
    ]
}
