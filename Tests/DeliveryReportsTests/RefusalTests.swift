@testable import DeliveryReports
import Testing

/// Disposition notifications of type `deleted`: a refusal, or a mail that was thrown away unread.
@Suite("Refusals as notifications")
struct RefusalTests {
    static func read(
        _ text: String, mark: String = "X-A: b",
        disposition: String = "automatic-action/MDN-sent-automatically; deleted",
        recipient: String = "Final-Recipient: rfc822; r@b.example"
    ) -> Reading {
        Reading.read(
            Array(
                """
                From: r@b.example
                \(mark)
                Content-Type: multipart/report; report-type=disposition-notification; boundary=b

                --b

                \(text)
                --b
                Content-Type: message/disposition-notification

                \(recipient)
                Disposition: \(disposition)
                --b--

                """.utf8))
    }

    @Test("are told by their words", arguments: RefusalReader.phrases.map(\.description))
    func words(_ phrase: String) {
        let reading = Self.read("It \(phrase).")
        #expect(reading.kind == .disposition)
        #expect(reading.recipients.map(\.finalRecipient.address) == ["r@b.example"])
        #expect(reading.recipients.map(\.action) == [.failed])
        #expect(reading.recipients.map(\.reason) == [.recipientFiltered])
        #expect(reading.recipients.map(\.diagnostic) == ["It \(phrase)."])
        #expect(Self.read("It \(phrase.dropLast(3)).").recipients.isEmpty)
        #expect(Self.read("Subject: it \(phrase)").recipients.isEmpty)
    }

    @Test(
        "are told by a mark",
        arguments: ["Auto-Submitted: auto-replied (rejected)", "X-Sieve-Action: reject"])
    func marks(_ mark: String) {
        #expect(Self.read("No bicycles.", mark: mark).recipients.count == 1)
        #expect(Self.read("No bicycles.", mark: String(mark.dropLast(4))).recipients.isEmpty)
    }

    @Test(
        "are nothing else that a person or a program may do",
        arguments: [
            "manual-action/MDN-sent-manually; deleted", "automatic-action/MDN-sent-automatically; displayed",
            "deleted", "automatic-action/MDN-sent-automatically; processed", "",
        ])
    func others(_ disposition: String) {
        let mark = "Auto-Submitted: auto-replied (rejected)"
        #expect(Self.read("x", mark: mark, disposition: disposition).recipients.isEmpty)
    }

    @Test("name nobody where the fields name nobody")
    func nobody() {
        let mark = "Auto-Submitted: auto-replied (rejected)"
        #expect(Self.read("to r@b.example", mark: mark, recipient: "X-B: c").recipients.isEmpty)
    }
}
