/// What a delivery report says of one recipient (RFC 3464 §2.3).
public struct Recipient: Hashable, Sendable {
    /// Where a fact was found.
    public enum Source: String, Hashable, Sendable, CaseIterable {
        /// In the field made for it.
        case field
        /// In the diagnostic code.
        case diagnostic
        /// In the text for people.
        case text
    }

    /// The address the reporting MTA tried last.
    public internal(set) var finalRecipient: ReportedAddress
    /// The address as the sender gave it.
    public internal(set) var originalRecipient: ReportedAddress?
    /// What was done; nil where the report does not say.
    public internal(set) var action: Action?
    /// The Status field as it stands.
    public internal(set) var statusField: String?
    /// The most specific code known: one in the diagnostic outranks a field that says X.0.0.
    public internal(set) var status: EnhancedStatus?
    /// Where ``status`` was found.
    public internal(set) var statusSource: Source?
    /// The SMTP reply code, three digits.
    public internal(set) var replyCode: Int?
    /// The diagnostic on one line.
    public internal(set) var diagnostic: String?
    /// The type of the diagnostic in small letters: `smtp`, `x-postfix`, `x-unix`…
    public internal(set) var diagnosticType: String?
    /// Where ``diagnostic`` was found.
    public internal(set) var diagnosticSource: Source?
    /// Where in the attempt the answer came.
    public internal(set) var stage: Stage = .unknown
    /// The name of the host that was spoken to.
    public internal(set) var remoteMTA: String?
    /// The address of the host that was spoken to, in its canonical form, without brackets.
    public internal(set) var remoteAddress: String?
    /// When the last attempt was made, in seconds since 1970.
    public internal(set) var lastAttemptDate: Int64?
    /// Until when attempts go on, in seconds since 1970.
    public internal(set) var willRetryUntil: Int64?
    /// What the last host that took or refused the message calls it in its log (RFC 3464 §2.3.8).
    public internal(set) var finalLogID: String?
    /// The lines of the text for people that speak of this recipient, verbatim.
    public internal(set) var proof: [String] = []
    /// Why, as far as the words and codes tell.
    public internal(set) var reason: Reason = .undefined
    /// The row of the reason table that said so; nil where no row did.
    public internal(set) var reasonRule: String?

    /// Whether no further attempt will be made.
    ///
    /// The action decides: an expired deferral is `failed` with a status of class 4, and final.
    public var isPermanent: Bool {
        action.map { $0 == .failed } ?? (status?.class == 5)
    }
}
