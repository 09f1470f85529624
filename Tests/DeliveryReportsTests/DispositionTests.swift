import DeliveryReports
import Testing

@Suite("Disposition notifications")
struct DispositionTests {
    static func read(_ fields: String, text: String = "words") -> Reading {
        Reading.read(
            Array(
                """
                From: r@b.example
                Content-Type: multipart/report; report-type=disposition-notification; boundary=b

                --b

                \(text)
                --b
                Content-Type: message/disposition-notification

                \(fields)
                --b--

                """.utf8))
    }

    @Test("tell every field")
    func fields() throws {
        let reading = Self.read(
            """
            Reporting-UA: desk.b.example; Reader 1.0
            MDN-Gateway: dns; gateway.b.example
            Original-Recipient: rfc822; a+2Btag@b.example
            Final-Recipient: rfc822; r@b.example

            Original-Message-ID: <o@a.example>
            Disposition: manual-action/MDN-sent-automatically; Displayed/error,X-later
            Failure: no
            Error: disk
            Error: screen
            Warning: late

            """)
        let disposition = try #require(reading.disposition)
        #expect(disposition.reportingUA == "desk.b.example; Reader 1.0")
        #expect(disposition.mdnGateway == "gateway.b.example")
        #expect(disposition.originalRecipient?.address == "a+tag@b.example")
        #expect(disposition.finalRecipient == ReportedAddress(type: "rfc822", address: "r@b.example"))
        #expect(disposition.originalMessageID == "o@a.example")
        #expect(disposition.actionMode == .manual)
        #expect(disposition.sendingMode == .automatic)
        #expect(disposition.type == "displayed")
        #expect(disposition.modifiers == ["error", "x-later"])
        #expect(disposition.failures == ["no"])
        #expect(disposition.errors == ["disk", "screen"])
        #expect(disposition.warnings == ["late"])
        #expect(reading.kind == .disposition)
        #expect(reading.recipients.isEmpty)
        #expect(reading.feedback == nil)
    }

    static let kinds: [(String, Disposition.Mode?, Disposition.Mode?, String?, [String])] = [
        ("automatic-action/MDN-sent-automatically; deleted", .automatic, .automatic, "deleted", []),
        ("manual-action/MDN-sent-manually;displayed", .manual, .manual, "displayed", []),
        ("displayed", nil, nil, "displayed", []),
        ("manual-action; displayed", .manual, nil, "displayed", []),
        ("x/y; processed / error , warning", nil, nil, "processed", ["error", "warning"]),
        ("automatic-action/MDN-sent-manually;", .automatic, .manual, nil, []),
        (";;//,", nil, nil, ";", []),
        ("", nil, nil, nil, []),
    ]

    @Test("tell modes, type and modifiers in every form", arguments: kinds)
    func kind(
        _ value: String, _ action: Disposition.Mode?, _ sending: Disposition.Mode?, _ type: String?,
        _ modifiers: [String]
    ) throws {
        let disposition = try #require(Self.read("Disposition: \(value)\n").disposition)
        #expect(disposition.actionMode == action)
        #expect(disposition.sendingMode == sending)
        #expect(disposition.type == type)
        #expect(disposition.modifiers == modifiers)
    }
}
