import InternetMessage

/// Tells answers that no person wrote (RFC 3834).
enum AutomaticResponse {
    /// Whether a header section says that the message answers another one by itself.
    ///
    /// `auto-generated` is not enough: reports of cron(8) say so, too (RFC 3834 §5). The other
    /// fields and the subjects are what responders write that do not know that RFC.
    static func isOne(_ header: HeaderSection) -> Bool {
        if let field = header["Auto-Submitted"] {
            let value = Phrase.normalized(field.plainText)
            if value.begins(with: "auto-replied") { return true }
            if value.begins(with: "no") { return false }
        }
        if fields.contains(where: header.has) { return true }
        for (name, value) in values
        where header.all(name).contains(where: { Phrase.normalized($0.plainText).begins(with: value) }) {
            return true
        }
        guard let subject = header["Subject"].map({ Phrase.normalized($0.text) }) else { return false }
        return subjects.contains(where: subject.begins)
    }

    /// Fields that only responders write.
    static let fields = [
        "X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Response", "X-AutoResponse",
        "X-Auto-Reply-From",
        "X-MS-Exchange-Inbox-Rules-Loop",
    ]

    /// Fields with what they begin with in a responder's mail.
    static let values: [(name: String, value: StaticString)] = [
        ("Precedence", "auto_reply"), ("X-Precedence", "auto_reply"), ("X-Sieve-Action", "vacation"),
        ("X-Apple-Action", "vacation"), ("X-Mailer", "vacation"),
    ]

    /// What subjects begin with, in the languages of those who are away.
    static let subjects: [StaticString] = [
        "automatic reply:", "out of office", "out of the office", "auto: ", "autoreply:",
        "automatische antwort:",
        "abwesenheitsnotiz", "réponse automatique", "automatisch antwoord:", "risposta automatica:",
        "respuesta automática:", "resposta automática:", "autosvar:", "automaattinen vastaus:",
        "automatická odpověď:", "mimo kancelář", "automatyczna odpowiedź", "автоматический ответ:", "自動応答:",
        "自动答复:",
    ]
}
