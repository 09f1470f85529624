import DeliveryReports
import Testing

@Suite("Kinds")
struct KindTests {
    static let rows: [(String, Kind)] = [
        ("Subject: hello\n\nbody", .other),
        ("", .other),
        ("Auto-Submitted: auto-replied\n\nI am away", .automaticResponse),
        (
            "Auto-Submitted: auto-replied (vacation); owner-email=\"a@b.example\"\n\nI am away",
            .automaticResponse
        ),
        ("Auto-Submitted: auto-generated\n\nnightly job", .other),
        ("Auto-Submitted: no\nX-Autoreply: yes\n\nI wrote this", .other),
        ("X-Autoreply: yes\n\nI am away", .automaticResponse),
        ("Precedence: auto_reply\n\nI am away", .automaticResponse),
        ("Precedence: bulk\n\nnews", .other),
        (
            "Auto-Submitted: auto-replied\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n"
                + "--b\n\nread\n--b\nContent-Type: message/disposition-notification\n\nReporting-UA: x\n"
                + "Original-Message-ID: <o@b.example>\nDisposition: automatic-action/MDN-sent-automatically; deleted\n--b--\n",
            .disposition
        ),
        (
            "Content-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\n\nabuse\n--b\n"
                + "Content-Type: message/feedback-report\n\nFeedback-Type: abuse\n--b\n"
                + "Content-Type: message/rfc822\n\nSubject: x\n\ny\n--b--\n",
            .feedback
        ),
    ]

    @Test("are told by the fields that say so", arguments: rows)
    func kind(_ text: String, _ expected: Kind) {
        let reading = Reading.read(Array(text.utf8))
        #expect(reading.kind == expected)
        #expect(reading.format == nil)
        #expect(reading.recipients.isEmpty)
    }

    @Test("keep the message a notification is about")
    func references() {
        let rows = Self.rows.filter { $0.1 == .disposition }
        for (text, _) in rows {
            #expect(Reading.read(Array(text.utf8)).references == ["o@b.example"])
        }
        let reply = "In-Reply-To: <a@x>\nReferences: <b@x> <a@x>\n\nhello"
        #expect(Reading.read(Array(reply.utf8)).references == ["a@x", "b@x"])
    }
}
