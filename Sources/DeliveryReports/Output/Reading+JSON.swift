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
            writer.key("disposition")
            if let disposition { disposition.write(into: &writer) } else { writer.value(nil as String?) }
            writer.key("feedback")
            if let feedback { feedback.write(into: &writer) } else { writer.value(nil as String?) }
            writer.key("returned")
            if let returned { returned.write(into: &writer) } else { writer.value(nil as String?) }
            writer.list("references", references)
            writer.list("defects", defects)
        }
        return writer.output
    }
}

extension JSONWriter {
    /// Writes a member whose value is a text, or null.
    mutating func member(_ name: StaticString, _ text: String?) {
        key(name)
        value(text)
    }

    /// Writes a member whose value is an array of texts.
    mutating func list(_ name: StaticString, _ texts: [String]) {
        key(name)
        array(texts) { $0.value($1) }
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
            writer.member("finalLogID", finalLogID)
            writer.member("reason", reason.rawValue)
            writer.member("reasonRule", reasonRule)
            writer.key("permanent")
            writer.value(isPermanent)
            writer.list("proof", proof)
        }
    }
}

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
            writer.list("from", from.map(\.address))
            writer.list("to", to.map(\.address))
            writer.member("subject", subject)
            writer.member("date", date.map(InternetDate.format))
            writer.member("extent", extent.rawValue)
        }
    }
}
