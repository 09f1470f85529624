/// What a feedback report says beside the message that it is about (RFC 5965 §3).
///
/// The reporting MTA, the arrival date and the envelope identifier are those of the ``Reading``.
public struct Feedback: Hashable, Sendable {
    /// What it is about, in small letters: `abuse`, `fraud`, `virus`, `other` (RFC 5965 §3.1),
    /// `auth-failure` (RFC 6591 §3.1), `not-spam` (RFC 6430 §2).
    public internal(set) var type: String?
    /// The program that wrote the report.
    public internal(set) var userAgent: String?
    /// The version of the report's form.
    public internal(set) var version: String?
    /// The reverse-path of the message, without angle brackets; empty for the null one.
    public internal(set) var originalMailFrom: String?
    /// The recipients of the message, as its envelope had them.
    public internal(set) var originalRecipients: [String] = []
    /// The address that the message came from, in its canonical form where it is one (RFC 5952).
    public internal(set) var sourceIP: String?
    /// The domains that the report holds responsible.
    public internal(set) var reportedDomains: [String] = []
    /// Links in the message that the report is about.
    public internal(set) var reportedURIs: [String] = []
    /// What was found of the message's origin (RFC 8601).
    public internal(set) var authenticationResults: [String] = []
    /// How many messages the report stands for.
    public internal(set) var incidents: Int?
    /// The check that failed, in small letters: `dkim`, `spf`, `dmarc` (RFC 6591 §3.2).
    public internal(set) var authFailure: String?
    /// What was done with the message, in small letters: `delivered`, `spam`, `policy`, `reject`,
    /// `other` (RFC 6591 §3.2).
    public internal(set) var deliveryResult: String?
}
