extension Disposition {
    func write(into writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("reportingUA", reportingUA)
            writer.member("mdnGateway", mdnGateway)
            writer.member("originalRecipient", originalRecipient?.address)
            writer.member("finalRecipient", finalRecipient?.address)
            writer.member("originalMessageID", originalMessageID)
            writer.member("actionMode", actionMode?.rawValue)
            writer.member("sendingMode", sendingMode?.rawValue)
            writer.member("type", type)
            writer.list("modifiers", modifiers)
            writer.list("failures", failures)
            writer.list("errors", errors)
            writer.list("warnings", warnings)
        }
    }
}

extension Feedback {
    func write(into writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("type", type)
            writer.member("userAgent", userAgent)
            writer.member("version", version)
            writer.member("originalMailFrom", originalMailFrom)
            writer.list("originalRecipients", originalRecipients)
            writer.member("sourceIP", sourceIP)
            writer.list("reportedDomains", reportedDomains)
            writer.list("reportedURIs", reportedURIs)
            writer.list("authenticationResults", authenticationResults)
            writer.key("incidents")
            writer.value(incidents)
            writer.member("authFailure", authFailure)
            writer.member("deliveryResult", deliveryResult)
        }
    }
}
