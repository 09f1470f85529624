/// What a disposition notification says became of a message in its recipient's hands (RFC 8098 §3.2).
public struct Disposition: Hashable, Sendable {
    /// Who did something (RFC 8098 §3.2.6.1).
    public enum Mode: String, Hashable, Sendable, CaseIterable {
        /// A person.
        case manual
        /// A program or a rule.
        case automatic
    }

    /// The program that wrote the notification, its host before it (RFC 8098 §3.2.1).
    public internal(set) var reportingUA: String?
    /// The gateway that made this notification of one from another mail system (RFC 8098 §3.2.2).
    public internal(set) var mdnGateway: String?
    /// The address as the sender gave it (RFC 8098 §3.2.3).
    public internal(set) var originalRecipient: ReportedAddress?
    /// The recipient that the notification is about (RFC 8098 §3.2.4).
    public internal(set) var finalRecipient: ReportedAddress?
    /// The message it is about, without angle brackets (RFC 8098 §3.2.5).
    public internal(set) var originalMessageID: String?
    /// Who led to the disposition.
    public internal(set) var actionMode: Mode?
    /// Who had the notification sent.
    public internal(set) var sendingMode: Mode?
    /// What was done, in small letters: `displayed`, `deleted`, `dispatched`, `processed` (RFC 8098
    /// §3.2.6.2); programs write others, too.
    public internal(set) var type: String?
    /// What else is known of it, in small letters, such as `error` (RFC 8098 §3.2.6.3).
    public internal(set) var modifiers: [String] = []
    /// Why nothing was done; RFC 8098 dropped the field (RFC 3798 §3.2.7).
    public internal(set) var failures: [String] = []
    /// What went wrong (RFC 8098 §3.2.7).
    public internal(set) var errors: [String] = []
    /// What the reader should know; RFC 8098 dropped the field (RFC 3798 §3.2.7).
    public internal(set) var warnings: [String] = []
}
