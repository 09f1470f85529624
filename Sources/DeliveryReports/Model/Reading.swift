import InternetMessage

/// What an inbound message says about the delivery of another one.
///
/// Reading never fails: what is not a report yields a reading of another ``Kind``, without recipients
/// unless one refused the mail by a disposition notification (RFC 5429 §2.2.1), and what is malformed
/// is listed in ``defects``. All text is valid UTF-8 without NUL.
public struct Reading: Sendable {
    /// What the message is.
    public internal(set) var kind: Kind
    /// Which form it was read by; nil where it is no report.
    public internal(set) var format: Format?
    /// The host that wrote the report.
    public internal(set) var reportingMTA: String?
    /// The gateway that made this report of one from another mail system (RFC 3464 §2.2.3).
    public internal(set) var dsnGateway: String?
    /// The host that the reporting MTA got the message from (RFC 3464 §2.2.4).
    public internal(set) var receivedFromMTA: String?
    /// The envelope identifier the sender gave (RFC 3464 §2.2.1).
    public internal(set) var envelopeID: String?
    /// When the reported message arrived at the reporting MTA, in seconds since 1970.
    public internal(set) var arrivalDate: Int64?
    /// The reporting MTA's own name of the reported message (Postfix, `X-Postfix-Queue-ID`).
    public internal(set) var queueID: String?
    /// What happened, recipient by recipient, in the report's order.
    public internal(set) var recipients: [Recipient] = []
    /// What became of the message in its recipient's hands, where this is a notification of that.
    public internal(set) var disposition: Disposition?
    /// What is told beside the message, where this is a feedback report.
    public internal(set) var feedback: Feedback?
    /// What came back of the message.
    public internal(set) var returned: ReturnedMessage?
    /// The messages this one says it answers: In-Reply-To, References, Original-Message-ID
    /// (RFC 5322 §3.6.4, RFC 8098 §3.2.5); without angle brackets.
    public internal(set) var references: [String] = []
    /// What is malformed in the message.
    public internal(set) var messageDefects: [InternetMessage.Defect] = []
    /// What is malformed in the report.
    public internal(set) var reportDefects: [Defect] = []

    /// The stable names of all defects, the message's before the report's.
    public var defects: [String] { messageDefects.map(\.rawValue) + reportDefects.map(\.rawValue) }

    /// Reads a message.
    ///
    /// - Parameters:
    ///   - bytes: The message, with any kind of line end.
    ///   - limits: What to cut off.
    public static func read(_ bytes: [UInt8], limits: Limits = .standard) -> Reading {
        read(Entity.read(bytes, limits: limits))
    }

    /// Reads a message whose parts are known.
    public static func read(_ message: Entity) -> Reading {
        var reading = Reading(kind: .other)
        reading.messageDefects = message.allDefects
        reading.references = references(of: message)
        if let machine = MachinePart.find(in: message) {
            reading.take(machine, of: message)
            return reading
        }
        if let report = TextReport.read(message) {
            reading.take(report)
            return reading
        }
        // Apple's way to tell a list that somebody wants to leave it.
        if message.header.has("X-Apple-Unsubscribe") {
            reading.kind = .feedback
        } else if AutomaticResponse.isOne(message.header) {
            reading.kind = .automaticResponse
        }
        return reading
    }

    private mutating func take(_ report: Report) {
        kind = .report
        format = report.format
        reportingMTA = report.reportingMTA
        dsnGateway = report.dsnGateway
        receivedFromMTA = report.receivedFromMTA
        envelopeID = report.envelopeID
        arrivalDate = report.arrivalDate
        queueID = report.queueID
        recipients = report.recipients
        returned = report.returned
        reportDefects = report.defects
    }

    /// Takes what a part for machines says.
    private mutating func take(_ found: MachinePart, of message: Entity) {
        switch found.kind {
        case .deliveryStatus: take(StandardReport.read(message, found))
        case .disposition: takeReceipt(found, of: message)
        case .feedback: takeFeedback(found)
        }
    }

    private mutating func takeReceipt(_ found: MachinePart, of message: Entity) {
        kind = .disposition
        returned = found.returned
        let fields = found.fields
        envelopeID = fields["Original-Envelope-ID"]?.plainText
        for field in fields.all("Original-Message-ID") { references += field.messageIDs }
        let disposition = DispositionReader.read(fields)
        recipients = [RefusalReader.read(disposition, found, of: message)].compactMap(\.self)
        self.disposition = disposition
    }

    private mutating func takeFeedback(_ found: MachinePart) {
        kind = .feedback
        returned = found.returned
        let fields = found.fields
        envelopeID = fields.text("Original-Envelope-Id")
        reportingMTA = fields.text("Reporting-MTA").map { TypedValue($0).value }
        arrivalDate = FeedbackReader.arrivalDate(fields)
        feedback = FeedbackReader.read(fields)
    }

    private static func references(of message: Entity) -> [String] {
        let ids = ["In-Reply-To", "References"].flatMap { message.header[$0]?.messageIDs ?? [] }
        var seen: Set<String> = []
        return ids.prefix(100).filter { seen.insert($0).inserted }
    }
}
