/// What the header section of a report says. In small letters.
enum LetterheadPhrases {
    static let daemonProbes = PhraseProbes(daemons)
    static let failureProbes = PhraseProbes(failures)
    static let delayProbes = PhraseProbes(delays)
    static let noticeProbes = PhraseProbes(notices)

    /// Authors that are mail systems, or answer for one.
    static let daemons: [StaticString] = [
        "mailer-daemon", "mailerdaemon", "mail delivery", "postmaster", "mail system",
        "system administrator", "maildaemon", "mail-daemon", "mail router", "mailer daemon",
        "mail administrator", "mail daemon", "delivery subsystem", "mailer@", "mdaemon", "mail server",
        "mailadmin", "mailsweeper", "smtp gateway", "returned mail", "internet mail",
        "microsoftexchange329e71ec88ae4615bbc36ab6ce41109e",
    ]

    /// Subjects of reports.
    static let failures: [StaticString] = [
        "undeliver", "delivery status", "delivery fail", "delivery has failed", "returned mail",
        "returning mail", "not delivered", "non delivery", "non-delivery", "nondeliver", "failed mail",
        "mail delivery", "message delivery", "delivery error", "delivery problem", "could not be delivered",
        "couldn't be delivered", "could not send", "couldn't send", "mail returned", "message returned",
        "returned to sender", "delivery notification", "delivery report", "mail system error",
        "error sending", "email failed", "unzustellbar", "nicht zugestellt", "non remis", "non délivré",
        "olevererbart", "onbestelbaar", "não entregue", "no entregado", "recapitabile", "mancato recapito",
        "non consegnato", "nedoruč", "nepodařilo doručit", "nedoruc", "nepodarilo dorucit", "niedostarcz",
        "не доставлен", "едостав", "配信",
        "退信", "failure", "wasn't delivered", "bounce", "delivery-failed", "rejected", "error in mail",
        "mail error", "problem delivering", "unable to deliver", "cannot send", "can't be delivered",
        "auto-reply",
    ]

    /// Subjects of reports of a delay.
    static let delays: [StaticString] = [
        "delay", "not yet delivered", "warning", "verzöger", "retardé", "retrasad", "ritardat", "atrasad",
        "opóźni", "zpožd", "opozd", "адержива", "遅延", "vertraag",
    ]

    /// What the subject of a message begins with that somebody hands on.
    static let forwards: [StaticString] = ["fwd:", "fw:", "wg:", "tr:", "rv:", "enc:", "doorst:", "pd:"]

    /// Subjects of what mail systems write to those who run them.
    static let notices: [StaticString] = [
        "frozen", "summary", "statistics", "logwatch", "cron <",
    ]
}
