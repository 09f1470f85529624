/// What the shell is asked to do: give one mail to the sending instance.
///
/// A value, committed in the same transaction as the reason for it. A check has at most one effect
/// of each role, so planning twice issues nothing twice; carrying it out twice sends the same octets
/// with the same Message-ID.
package struct Effect: Hashable, Sendable {
    package let check: CheckID
    package let role: MailRole
    package let submission: Submission
    /// The digest of the verdict that a letter tells; empty for a probe.
    package let told: String
    /// Not carried out earlier than this.
    package let notBefore: Moment

    package init(check: CheckID, role: MailRole, submission: Submission, told: String, notBefore: Moment) {
        self.check = check
        self.role = role
        self.submission = submission
        self.told = told
        self.notBefore = notBefore
    }
}
