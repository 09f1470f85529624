extension Reading {
    /// Something in a report that is against its standard and was read nevertheless.
    ///
    /// The raw values are stable names: they are written into JSON and into the evidence.
    public enum Defect: String, Hashable, Sendable, CaseIterable {
        /// A `multipart/report` has no part for machines (RFC 6522 §3).
        case noStatusPart = "no-status-part"
        /// The part for machines does not say that it is one.
        case mislabelledStatusPart = "mislabelled-status-part"
        /// No recipient is named (RFC 3464 §2.3 wants at least one).
        case noRecipient = "no-recipient"
        /// More recipients are named than are read.
        case recipientsExceeded = "recipients-exceeded"
        /// A group of fields names only the original recipient (RFC 3464 §2.3.2 wants the final).
        case noFinalRecipient = "no-final-recipient"
        /// There is no Action field or it names none (RFC 3464 §2.3.3); the status tells it.
        case noAction = "no-action"
        /// The Status field is missing or no status code (RFC 3464 §2.3.4).
        case noStatus = "no-status"
        /// The fields of one recipient are torn apart or those of two run together by blank lines.
        case misplacedBlankLine = "misplaced-blank-line"
        /// The Reporting-MTA is not named (RFC 3464 §2.2.2).
        case noReportingMTA = "no-reporting-mta"
        /// Part of the encoding of the part for machines is damaged.
        case damagedStatusPart = "damaged-status-part"
        /// A final expiry is reported as `delayed` and was read as `failed`.
        case expiryReportedAsDelay = "expiry-reported-as-delay"
    }
}
