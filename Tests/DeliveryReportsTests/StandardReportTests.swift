import DeliveryReports
import InternetMessage
import Testing

/// Reports in every form the standard part has been met in.
@Suite("Standard reports")
struct StandardReportTests {
    static let status = """
        Reporting-MTA: dns; mx.b.example
        Original-Envelope-Id: check+2B1

        Final-Recipient: rfc822; r@b.example
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 User unknown

        """

    /// A report around a status part.
    static func report(
        _ status: String = status, type: String = "message/delivery-status",
        outer: String = "multipart/report; report-type=delivery-status", encoding: String = "7bit",
        text: String = "words", third: String = "Content-Type: message/rfc822\n\nSubject: back\n\nbody\n"
    ) -> String {
        """
        From: MAILER-DAEMON@b.example
        Auto-Submitted: auto-replied
        Content-Type: \(outer); boundary=b

        --b
        Content-Type: text/plain

        \(text)
        --b
        Content-Type: \(type)
        Content-Transfer-Encoding: \(encoding)

        \(status)
        --b
        \(third)
        --b--
        """
    }

    static func read(_ text: String) -> Reading { Reading.read(Array(text.utf8)) }

    static let encoded = """
        UmVwb3J0aW5nLU1UQTogZG5zOyBteC5iLmV4YW1wbGUKT3JpZ2luYWwtRW52ZWxvcGUtSWQ6IGNo
        ZWNrKzJCMQoKRmluYWwtUmVjaXBpZW50OiByZmM4MjI7IHJAYi5leGFtcGxlCkFjdGlvbjogZmFp
        bGVkClN0YXR1czogNS4xLjEKRGlhZ25vc3RpYy1Db2RlOiBzbXRwOyA1NTAgNS4xLjEgVXNlciB1
        bmtub3duCg==
        """

    static let forms: [(String, String)] = [
        ("as the standard wants it", report()),
        ("in a multipart/mixed", report(outer: "multipart/mixed")),
        ("global", report(type: "message/global-delivery-status")),
        ("in base64", report(encoded, encoding: "base64")),
        ("mislabelled as base64", report(encoding: "base64")),
        (
            "in quoted-printable",
            report(
                status.split(separator: "example").joined(separator: "=65xample"),
                encoding: "quoted-printable")
        ),
        ("as plain text", report(type: "text/plain")),
        ("bare", "Content-Type: message/delivery-status\n\n" + status),
        ("without a third part", report(third: "Content-Type: text/plain\n\nnothing\n")),
        (
            "with a third part in base64",
            report(
                third:
                    "Content-Type: text/rfc822-headers\nContent-Transfer-Encoding: base64\n\nU3ViamVjdDogYmFjawo=\n"
            )
        ),
        ("forwarded", "Subject: Fwd\nContent-Type: message/rfc822\n\n" + report()),
        (
            "forwarded with words",
            "Subject: Fwd\nContent-Type: multipart/mixed; boundary=f\n\n--f\n\nSee this.\n--f\n"
                + "Content-Type: message/rfc822\n\n" + report() + "\n--f--\n"
        ),
        (
            "returning another report",
            report(
                third: "Content-Type: message/rfc822\n\n"
                    + report(status.split(separator: "r@b").joined(separator: "other@b")).split(
                        separator: "--b"
                    ).joined(separator: "--c").split(separator: "boundary=b").joined(separator: "boundary=c"))
        ),
        (
            "in capitals",
            report(
                status.split(separator: "Final-Recipient: rfc822").joined(
                    separator: "FINAL-RECIPIENT: RFC822"), type: "MESSAGE/Delivery-Status")
        ),
        (
            "with the fields in another order",
            report(
                "Original-Envelope-ID: check+2B1\nReporting-MTA: dns;mx.b.example\n\nStatus: 5.1.1\nAction: failed\nFinal-Recipient:rfc822;<r@b.example>\nDiagnostic-Code: SMTP; 550 5.1.1 User\n unknown\n"
            )
        ),
        (
            "with a blank line too many",
            report(
                "Reporting-MTA: dns; mx.b.example\nOriginal-Envelope-Id: check+2B1\n\nFinal-Recipient: rfc822; r@b.example\n\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n"
            )
        ),
        (
            "with no blank line",
            report(
                "Reporting-MTA: dns; mx.b.example\nOriginal-Envelope-Id: check+2B1\nFinal-Recipient: rfc822; r@b.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n"
            )
        ),
        (
            "with many blank lines",
            report(
                "\n\n\nReporting-MTA: dns; mx.b.example\nOriginal-Envelope-Id: check+2B1\n \n\nFinal-Recipient: rfc822; r@b.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n\n\n"
            )
        ),
    ]

    @Test("are read in every form", arguments: forms)
    func reads(_ name: String, _ text: String) {
        let reading = Self.read(text)
        #expect(reading.kind == .report)
        #expect(reading.format == .rfc3464)
        #expect(reading.reportingMTA == "mx.b.example")
        #expect(reading.envelopeID == "check+1")
        #expect(reading.recipients.map(\.finalRecipient.address) == ["r@b.example"])
        #expect(reading.recipients.first?.action == .failed)
        #expect(reading.recipients.first?.status?.description == "5.1.1")
        #expect(reading.recipients.first?.replyCode == 550)
        #expect(reading.recipients.first?.reason == .userUnknown)
        #expect(reading.recipients.first?.isPermanent == true)
    }

    @Test("tell how much came back")
    func returned() {
        #expect(Self.read(Self.report()).returned?.extent == .whole)
        #expect(Self.read(Self.report()).returned?.subject == "back")
        let headers = "Content-Type: text/rfc822-headers\n\nSubject: back\nX-Token: t\n"
        let reading = Self.read(Self.report(third: headers))
        #expect(reading.returned?.extent == .headers)
        #expect(reading.returned?.field("x-token") == "t")
        let global = "Content-Type: message/global-headers\n\nSubject: zpátky\n"
        #expect(Self.read(Self.report(third: global)).returned?.subject == "zpátky")
    }

    @Test("tell every field of the message and of a recipient")
    func fields() {
        let reading = Self.read(
            Self.report(
                """
                Reporting-MTA: dns; mx.b.example
                DSN-Gateway: dns; gateway.b.example
                Received-From-MTA: dns; out.a.example
                Arrival-Date: Tue, 1 Apr 2025 08:00:00 +0000

                Final-Recipient: rfc822; r@b.example
                Action: delayed
                Status: 4.4.1
                Last-Attempt-Date: Tue, 1 Apr 2025 09:00:00 +0000
                Final-Log-ID: 4711-b
                Will-Retry-Until: Sat, 5 Apr 2025 08:00:00 +0000

                """))
        #expect(reading.dsnGateway == "gateway.b.example")
        #expect(reading.receivedFromMTA == "out.a.example")
        #expect(reading.arrivalDate == 1_743_494_400)
        let recipient = reading.recipients.first
        #expect(recipient?.lastAttemptDate == 1_743_498_000)
        #expect(recipient?.finalLogID == "4711-b")
        #expect(recipient?.willRetryUntil == 1_743_840_000)
    }

    @Test("keep recipients apart that no blank line parts")
    func runTogether() {
        let reading = Self.read(
            Self.report(
                "Final-Recipient: rfc822; a@b.example\nAction: failed\nFinal-Recipient: rfc822; c@b.example\nAction: delayed\n"
            ))
        #expect(reading.recipients.map(\.finalRecipient.address) == ["a@b.example", "c@b.example"])
        #expect(reading.recipients.map(\.action) == [.failed, .delayed])
        #expect(reading.reportDefects.contains(.misplacedBlankLine))
        #expect(reading.reportDefects.contains(.noReportingMTA))
    }

    @Test("stop at a thousand recipients")
    func many() {
        let group = "\nFinal-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1\n"
        let text = Self.report("Reporting-MTA: dns; x\n" + String(repeating: group, count: 3_000))
        let reading = Self.read(text)
        #expect(reading.recipients.count <= 1_000)
        #expect(!reading.defects.isEmpty)
    }

    @Test("are told from a multipart/report that lost its status part")
    func noStatusPart() {
        let inner = Self.report()
        let text =
            "Content-Type: multipart/report; boundary=z\n\n--z\n\nwords\n--z\nContent-Type: message/rfc822\n\n\(inner)\n--z--\n"
        #expect(Self.read(text).kind == .other)
        let prose = "Content-Type: multipart/report; boundary=z\n\n--z\n\n=====\n= no field\n--z--\n"
        #expect(Self.read(prose).kind == .other)
    }

    @Test("read an expiry that calls itself a delay as failed, and no other delay")
    func expiry() {
        let status =
            "Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; a@b.example\nAction: delayed\nStatus: 4.4.7\n"
        let expired = Self.read(Self.report(status, text: "a@b.example: Envelope expired"))
        #expect(expired.recipients.first?.action == .failed)
        #expect(expired.recipients.first?.isPermanent == true)
        #expect(expired.reportDefects.contains(.expiryReportedAsDelay))
        let waiting = Self.read(Self.report(status, text: "a@b.example: still waiting"))
        #expect(waiting.recipients.first?.action == .delayed)
    }

    @Test("have no NUL in what they say")
    func nul() {
        let status =
            "Reporting-MTA: dns; x\0y\n\nFinal-Recipient: rfc822; a\0@b.example\nAction: failed\nDiagnostic-Code: smtp; 550 =?utf-8?q?=00?=\n"
        #expect(!Self.read(Self.report(status)).canonicalJSON.utf8.contains(0))
    }
}
