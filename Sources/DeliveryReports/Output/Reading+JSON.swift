import InternetMessage

extension Reading {
    /// The reading as JSON in lines, for people and for golden files; ends in a line end.
    ///
    /// Every key is always there, in the order of `docs/reading.schema.json`; what is not known is
    /// null. Moments are UTC (RFC 3339).
    public var canonicalJSON: String { json(path: nil, isPretty: true) + "\n" }

    /// The reading as JSON.
    ///
    /// - Parameters:
    ///   - path: Where the message was read from; null where that has no name.
    ///   - isPretty: In lines; else all in one line, as JSON Lines wants it. No line end follows.
    public func json(path: String?, isPretty: Bool) -> String {
        String(decoding: jsonOctets(path: path, isPretty: isPretty), as: UTF8.self)
    }

    /// The reading as JSON in UTF-8, as it is written to a file; see ``json(path:isPretty:)``.
    public func jsonOctets(path: String?, isPretty: Bool) -> [UInt8] {
        var writer = JSONWriter(isPretty: isPretty)
        writer.object { writer in
            writer.member("path", path)
            writer.member("kind", kind.rawValue)
            writer.member("format", format?.rawValue)
            writer.member("envelopeID", envelopeID)
            writer.member("reportingMTA", reportingMTA)
            writer.member("dsnGateway", dsnGateway)
            writer.member("receivedFromMTA", receivedFromMTA)
            writer.member("arrivalDate", arrivalDate.map(InternetDate.format))
            writer.member("queueID", queueID)
            writer.key("recipients")
            writer.array(recipients) { $1.write(into: &$0) }
            writer.key("returned")
            if let returned { returned.write(into: &writer) } else { writer.value(nil as String?) }
            writer.key("references")
            writer.array(references) { $0.value($1) }
            writer.key("defects")
            writer.array(defects) { $0.value($1) }
        }
        return writer.output
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ name: StaticString, _ text: String?) {
        key(name)
        value(text)
    }
}

extension Recipient {
    fileprivate func write(into writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("finalRecipient", finalRecipient.address)
            writer.member("originalRecipient", originalRecipient?.address)
            writer.member("action", action?.rawValue)
            writer.member("status", status?.description)
            writer.member("statusField", statusField)
            writer.member("statusSource", statusSource?.rawValue)
            writer.key("replyCode")
            writer.value(replyCode)
            writer.member("diagnostic", diagnostic)
            writer.member("diagnosticType", diagnosticType)
            writer.member("diagnosticSource", diagnosticSource?.rawValue)
            writer.key("diagnosticLines")
            writer.array(diagnosticLines) { $1.write(into: &$0) }
            writer.member("stage", stage.rawValue)
            writer.member("remoteMTA", remoteMTA)
            writer.member("remoteAddress", remoteAddress)
            writer.member("lastAttemptDate", lastAttemptDate.map(InternetDate.format))
            writer.member("willRetryUntil", willRetryUntil.map(InternetDate.format))
            writer.member("reason", reason.rawValue)
            writer.member("reasonRule", reasonRule)
            writer.key("permanent")
            writer.value(isPermanent)
            writer.key("proof")
            writer.array(proof) { $0.value($1) }
        }
    }
}
            writer.member("finalLogID", finalLogID)

extension DiagnosticLine {
    fileprivate func write(into writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("replyCode")
            writer.value(replyCode)
            writer.member("status", status?.description)
            writer.member("text", text)
        }
    }
}

extension ReturnedMessage {
    fileprivate func write(into writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("messageID", messageID)
            writer.key("from")
            writer.array(from) { $0.value($1.address) }
            writer.key("to")
            writer.array(to) { $0.value($1.address) }
            writer.member("subject", subject)
            writer.member("date", date.map(InternetDate.format))
            writer.member("extent", extent.rawValue)
        }
    }
}
