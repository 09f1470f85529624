import DeliveryReports
import Testing

@Suite("Feedback reports")
struct FeedbackTests {
    static func read(_ fields: String) -> Reading {
        Reading.read(
            Array(
                """
                From: feedback@b.example
                Content-Type: multipart/report; report-type=feedback-report; boundary=b

                --b

                words
                --b
                Content-Type: message/feedback-report

                \(fields)
                --b--

                """.utf8))
    }

    @Test("tell every field, and no recipient that failed")
    func fields() throws {
        let reading = Self.read(
            """
            Feedback-Type: Abuse
            User-Agent: Generator/1.0
            Version: 1
            Original-Envelope-Id: check-1
            Original-Mail-From: <s@a.example>
            Arrival-Date: Tue, 1 Apr 2025 08:00:00 +0000
            Reporting-MTA: dns; mx.b.example
            Source-IP: 2001:DB8:0::1
            Incidents: 3
            Authentication-Results: mx.b.example; spf=pass smtp.mailfrom=s@a.example
            Authentication-Results: mx.b.example;
             dkim=fail
            Original-Rcpt-To: <r@b.example>
            Original-Rcpt-To: q@b.example
            Reported-Domain: a.example
            Reported-Domain: c.example
            Reported-URI: https://a.example/x
            Auth-Failure: DKIM
            Delivery-Result: reject

            """)
        let feedback = try #require(reading.feedback)
        #expect(feedback.type == "abuse")
        #expect(feedback.userAgent == "Generator/1.0")
        #expect(feedback.version == "1")
        #expect(feedback.originalMailFrom == "s@a.example")
        #expect(feedback.originalRecipients == ["r@b.example", "q@b.example"])
        #expect(feedback.sourceIP == "2001:db8::1")
        #expect(feedback.incidents == 3)
        #expect(
            feedback.authenticationResults
                == ["mx.b.example; spf=pass smtp.mailfrom=s@a.example", "mx.b.example; dkim=fail"])
        #expect(feedback.reportedDomains == ["a.example", "c.example"])
        #expect(feedback.reportedURIs == ["https://a.example/x"])
        #expect(feedback.authFailure == "dkim")
        #expect(feedback.deliveryResult == "reject")
        #expect(reading.kind == .feedback)
        #expect(reading.envelopeID == "check-1")
        #expect(reading.reportingMTA == "mx.b.example")
        #expect(reading.arrivalDate == 1_743_494_400)
        #expect(reading.recipients.isEmpty)
        #expect(reading.disposition == nil)
    }

    static let paths: [(String, String?)] = [
        ("Original-Mail-From: <>", ""), ("Original-Mail-From: s@a.example", "s@a.example"),
        ("Original-Mail-From: nobody tells", "nobody tells"), ("Version: 1", nil),
    ]

    @Test("tell the reverse-path, the null one, too", arguments: paths)
    func reversePath(_ field: String, _ expected: String?) {
        #expect(Self.read(field + "\n").feedback?.originalMailFrom == expected)
    }

    @Test("of drafts of the standard tell the date by its old name")
    func oldName() {
        let reading = Self.read("Received-Date: Tue, 1 Apr 2025 08:00:00 +0000\nIncidents: many\n")
        #expect(reading.arrivalDate == 1_743_494_400)
        #expect(reading.feedback?.incidents == nil)
    }
}
