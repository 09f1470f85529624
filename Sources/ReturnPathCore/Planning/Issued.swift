/// The mails of a check that were issued before, with what a letter told: ten at most, so a list does.
package struct Issued: Sendable, ExpressibleByDictionaryLiteral {
    private var mails: [(role: MailRole, told: String)]

    /// Takes the mails; a role has one at most.
    package init(_ mails: [(role: MailRole, told: String)]) {
        self.mails = mails
    }

    /// Takes them as a literal.
    package init(dictionaryLiteral mails: (MailRole, String)...) {
        self.init(mails.map { (role: $0, told: $1) })
    }

    /// What the mail of a role told; `nil` where none was issued.
    package subscript(role: MailRole) -> String? {
        get { mails.first { $0.role == role }?.told }
        set {
            mails.removeAll { $0.role == role }
            if let newValue { mails.append((role, newValue)) }
        }
    }
}
