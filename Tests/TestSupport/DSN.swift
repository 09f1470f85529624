/// Delivery reports in the standard's form (RFC 3464), made to measure.
package enum DSN {
    /// A report of a failure.
    package static func failed(
        token: String? = nil, messageID: String? = nil, envelopeID: String? = nil, recipients: Int = 1,
        diagnostic: String = "smtp; 550 5.1.1 <anna@tester.example>: no such user"
    ) -> [UInt8] {
        report(
            action: "failed", status: "5.1.1", token: token, messageID: messageID, envelopeID: envelopeID,
            recipients: recipients, diagnostic: diagnostic)
    }

    /// What our own instance says when a host has taken a mail.
    package static func relayed(to host: String = "mx.tester.example") -> [UInt8] {
        report(
            action: "relayed", status: "2.0.0", remoteMTA: host,
            diagnostic: "smtp; 250 2.0.0 Ok: queued as 4XYZ")
    }

    /// A report with these fields.
    package static func report(
        action: String?, status: String, remoteMTA: String = "mx.tester.example", token: String? = nil,
        messageID: String? = nil, envelopeID: String? = nil, recipients: Int = 1,
        diagnostic: String = "smtp; 450 4.4.1 try again"
    ) -> [UInt8] {
        var groups = [
            ["Reporting-MTA: dns; mx.tester.example"]
                + (envelopeID.map { ["Original-Envelope-Id: \($0)"] } ?? [])
        ]
        for number in 0..<recipients {
            groups.append(
                ["Final-Recipient: rfc822; anna\(number == 0 ? "" : "\(number)")@tester.example"]
                    + (action.map { ["Action: \($0)"] } ?? []) + [
                        "Status: \(status)", "Remote-MTA: dns; \(remoteMTA)",
                        "Diagnostic-Code: \(diagnostic)",
                    ])
        }
        let returned =
            ["From: x@author.check.example", "Subject: a probe"]
            + (token.map { ["X-Sixreturn-Mail: \($0)"] } ?? [])
            + (messageID.map { ["Message-ID: \($0)"] } ?? [])
        let text = """
            From: MAILER-DAEMON@mx.tester.example
            To: somebody@dual.check.example
            Subject: Delivery report
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="=b="

            --=b=
            Content-Type: text/plain

            This is the mail system at mx.tester.example.

            --=b=
            Content-Type: message/delivery-status

            \(groups.map { $0.joined(separator: "\n") }.joined(separator: "\n\n"))

            --=b=
            Content-Type: text/rfc822-headers

            \(returned.joined(separator: "\n"))

            --=b=--

            """
        return Array(text.utf8)
    }
}

extension DSN {
    /// A disposition notification (RFC 8098), which is a refusal where its comment says so (RFC 5429 §2.2.1).
    package static func disposition(_ type: String, comment: String = "") -> [UInt8] {
        Array(
            """
            From: postmaster@tester.example
            Auto-Submitted: auto-replied\(comment)
            Content-Type: multipart/report; report-type=disposition-notification; boundary=b

            --b

            Your message to <anna@tester.example> was \(type).
            --b
            Content-Type: message/disposition-notification

            Reporting-UA: mail.tester.example; a mail program
            Final-Recipient: rfc822; anna@tester.example
            Disposition: automatic-action/MDN-sent-automatically; \(type)

            --b--

            """.utf8)
    }
}
