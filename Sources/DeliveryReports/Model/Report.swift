import InternetMessage

/// What a format's reader found in a delivery report, before it becomes a ``Reading``.
struct Report {
    var format: Format
    var reportingMTA: String?
    var dsnGateway: String?
    var receivedFromMTA: String?
    var envelopeID: String?
    var arrivalDate: Int64?
    var queueID: String?
    var recipients: [Recipient] = []
    var returned: ReturnedMessage?
    var defects: [Reading.Defect] = []

    mutating func note(_ defect: Reading.Defect) {
        if !defects.contains(defect) { defects.append(defect) }
    }
}
