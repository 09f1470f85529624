import Glibc
import MailTransport
import ReturnPathCore

/// Whether the operator's own Postfix asks `sixreturn policy` at RCPT.
enum PolicyRestriction {
    /// What it is called in master.cf.
    static let service = "sixreturn-policy"
    private static let question = "unix:private/\(service)"

    static func examination(_ settings: PostfixSettings) -> Examination {
        let again = "Run deploy/postfix-v6only/install again."
        var problems: [Examination.Problem] = []
        let words =
            settings.services.first { $0.name == service && $0.type == "unix" }?
            .command.split { $0 == " " || $0 == "{" || $0 == "}" }.map(String.init)
        if let words {
            for (word, consequence) in [
                ("spawn", "it answers nothing"),
                ("user=\(Initializer.account)", "it may not read the database"),
                ("policy", "it is another program"),
            ] where !words.contains(word) {
                problems.append(.init("The service \(service) lacks \(word): \(consequence).", again))
            }
        } else {
            problems.append(.init("master.cf has no service \(service).", again))
        }
        let restrictions = settings.list("smtpd_recipient_restrictions")
        if let place = restrictions.firstIndex(of: question) {
            if restrictions[..<place].contains("permit") {
                problems.append(
                    .init(
                        "smtpd_recipient_restrictions permits everything before it asks \(service).",
                        "Move \"check_policy_service \(question)\" in front of \"permit\"."))
            }
        } else {
            problems.append(
                .init(
                    "Your own Postfix does not ask \(service): what leads to nothing is taken, and limits are silent.",
                    again))
        }
        return Examination(.operatorPolicy, "asked at RCPT", problems: problems)
    }
}
