import DeliveryReports
import InternetMessage
import ReturnPathCore
import TestSupport
import Testing

@Suite("Sorting what comes in")
struct IntakeTests {
    /// One message with its envelope, and what it must be sorted as.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let envelope: Envelope
        let expected: Kind

        init(_ name: String, _ bytes: [UInt8], _ envelope: Envelope, _ expected: Kind) {
            testDescription = name
            self.bytes = bytes
            self.envelope = envelope
            self.expected = expected
        }
    }

    /// A result of sorting, without the details that other tests look at.
    enum Kind: Hashable, Sendable {
        case request
        case unvouched
        case confirmation(InvitationKind)
        case report(MailRole, [Action], Report.TokenPlace, Report.Author)
        case automaticResponse(MailRole)
        case reply(MailRole)
        /// With the postmaster who may be asked about the domain.
        case stop(String?)
        case stopSender(String, String?)
        case unvouchedStop(String)
        case notReadable(MailRole)
        case stray(Stray)

        init(_ sorted: Intake.Sorted) {
            self =
                switch sorted {
                case .request: .request
                case .report(_, let role, let reports):
                    .report(
                        role, reports.map(\.action), reports.first?.tokenPlace ?? .returnedMessage,
                        reports.first?.author ?? .foreign)
                case .automaticResponse(_, let role): .automaticResponse(role)
                case .reply(_, let role): .reply(role)
                case .unvouched: .unvouched
                case .confirmation(_, let kind): .confirmation(kind)
                case .stop(_, let postmaster): .stop(postmaster?.address.text)
                case .stopSender(let path, let postmaster):
                    .stopSender(path.text, postmaster?.address.text)
                case .unvouchedStop(let postmaster): .unvouchedStop(postmaster.address.text)
                case .notReadable(_, let role): .notReadable(role)
                case .stray(let stray): .stray(stray)
                }
        }
    }

    private static let p2 = MailRole.probe(.overIPv6)
    private static let token = Experiment.signer.envelopeLocalPart(Experiment.id, p2)
    private static let replyTo = Experiment.signer.replyLocalPart(Experiment.id, p2)
    private static let stopAt = Experiment.signer.stopLocalPart(Experiment.id)
    private static let request = message([Stamp.spf, Stamp.received] + Stamp.message)
    private static let plain = message(["From: anna@tester.example", "Subject: Re: hello"])
    private static let robot = message(["From: anna@tester.example", "Auto-Submitted: auto-replied"])

    private static func from(
        _ sender: String = "anna@tester.example", to recipient: String,
        _ instance: Envelope.Instance = .operator
    ) -> Envelope {
        .sample(sender: sender, recipient: recipient, instance: instance)
    }

    private static let requests: [Row] = [
        Row("a request", request, .sample(), .request),
        Row("a request at the IPv6-only name", request, from(to: "test@six.check.example"), .request),
        Row("a request at the MX-less name", request, from(to: "TEST@Bare.Check.Example"), .request),
        Row(
            "a request at a name that takes none", request, from(to: "test@dual.check.example"),
            .stray(.notForUs)),
        Row("a request nobody vouches for", message(Stamp.message), .sample(), .unvouched),
        Row(
            "a request for another domain", request, from("x@evil.example", to: "test@test.check.example"),
            .unvouched),
        Row(
            "a request without reverse-path", request, from("", to: "test@test.check.example"),
            .stray(.nullReversePath)),
        Row(
            "a request with a hostile reverse-path", request,
            from("a b@tester.example", to: "test@test.check.example"), .stray(.malformedReversePath)),
        Row(
            "a request with a line break in the reverse-path", request,
            from("a\r\nX: y@tester.example", to: "test@test.check.example"), .stray(.malformedReversePath)),
        Row("a request from nowhere", request, .sample(client: "unknown"), .stray(.unknownClient)),
        Row(
            "a request of a list", message([Stamp.spf, Stamp.received, "List-Id: x"] + Stamp.message),
            .sample(), .stray(.listMail)),
        Row("a message for somebody else", request, from(to: "test@other.example"), .stray(.notForUs)),
        Row("a message for no domain", request, from(to: "test"), .stray(.notForUs)),
        Row("nothing at all", [], .sample(), .unvouched),
        Row("nothing but zeros", [UInt8](repeating: 0, count: 1000), .sample(), .unvouched),
    ]

    private static let answers: [Row] = [
        Row("a reply", plain, from(to: "\(replyTo)@dual.check.example"), .reply(p2)),
        Row(
            "a reply to a folded address", plain, from(to: "\(replyTo.uppercased())@DUAL.check.example"),
            .reply(p2)),
        Row(
            "a reply that a program wrote", robot, from(to: "\(replyTo)@dual.check.example"),
            .automaticResponse(p2)),
        Row(
            "a reply without reverse-path", plain, from("", to: "\(replyTo)@dual.check.example"),
            .automaticResponse(p2)),
        Row(
            "a reply that is a report", DSN.failed(token: token),
            from("", to: "\(replyTo)@dual.check.example"),
            .report(p2, [.failed], .envelopeRecipient, .foreign)),
        Row(
            "a forged reply", plain,
            from(to: "reply-\(String(repeating: "a", count: 32))@dual.check.example"), .stray(.wrongSignature)
        ),
        Row(
            "an automatic response to the envelope sender", robot,
            from("", to: "\(token)@dual.check.example"), .automaticResponse(p2)),
        Row(
            "something unreadable to the envelope sender", plain, from("", to: "\(token)@dual.check.example"),
            .notReadable(p2)),
        Row("stop, signed", plain, from(to: "\(stopAt)@dual.check.example"), .stop(nil)),
        Row("stop, signed, from nobody", [], from("", to: "\(stopAt)@dual.check.example"), .stop(nil)),
        Row(
            "stop, by an authenticated sender", request, from(to: "stop@dual.check.example"),
            .stopSender("anna@tester.example", nil)),
        Row("stop, by nobody known", plain, from(to: "stop@dual.check.example"), .stray(.unauthenticated)),
        Row(
            "stop, by the null reverse-path", request, from("", to: "stop@dual.check.example"),
            .stray(.malformedReversePath)),
    ]

    private static let reports: [Row] = [
        Row(
            "a report to the signed sender", DSN.failed(), from("", to: "\(token)@dual.check.example"),
            .report(p2, [.failed], .envelopeRecipient, .foreign)),
        Row(
            "a report of our own instance", DSN.failed(), from("", to: "\(token)@six.check.example", .v6only),
            .report(p2, [.failed], .envelopeRecipient, .ours)),
        Row(
            "a report with our envelope identifier", DSN.failed(envelopeID: token),
            from("", to: "postmaster@dual.check.example"),
            .report(p2, [.failed], .envelopeIdentifier, .foreign)),
        Row(
            "a report that returns our token field", DSN.failed(token: token),
            from("", to: "postmaster@dual.check.example"), .report(p2, [.failed], .returnedMessage, .foreign)),
        Row(
            "a report that returns our Message-ID", DSN.failed(messageID: "<\(token)@dual.check.example>"),
            from("", to: "postmaster@author.check.example"),
            .report(p2, [.failed], .returnedMessage, .foreign)),
        Row(
            "a report about two recipients", DSN.failed(recipients: 2),
            from("", to: "\(token)@dual.check.example"),
            .report(p2, [.failed, .failed], .envelopeRecipient, .foreign)),
        Row(
            "a report about more recipients than are looked at", DSN.failed(recipients: 80),
            from("", to: "\(token)@dual.check.example"),
            .report(p2, [Action](repeating: .failed, count: 50), .envelopeRecipient, .foreign)),
        Row(
            "a report of a delay", DSN.report(action: "delayed", status: "4.4.1"),
            from("", to: "\(token)@dual.check.example"), .report(p2, [.delayed], .envelopeRecipient, .foreign)
        ),
        Row(
            "a report without any action, told from its status", DSN.report(action: nil, status: "5.0.0"),
            from("", to: "\(token)@dual.check.example"), .report(p2, [.delayed], .envelopeRecipient, .foreign)
        ),
        Row(
            "a refusal by the recipient's own rule", DSN.disposition("deleted", comment: " (rejected)"),
            from("", to: "\(token)@dual.check.example"), .report(p2, [.failed], .envelopeRecipient, .foreign)
        ),
        Row(
            "a receipt", DSN.disposition("displayed"), from("", to: "\(token)@dual.check.example"),
            .automaticResponse(p2)),
        Row(
            "a forged refusal", DSN.disposition("deleted", comment: " (rejected)"),
            from("", to: "postmaster@dual.check.example"), .stray(.forgedReport)),
        Row(
            "a forged report", DSN.failed(token: "p2-\(String(repeating: "a", count: 32))"),
            from("", to: "postmaster@dual.check.example"), .stray(.forgedReport)),
        Row(
            "a report whose inside is signed for the reply address", DSN.failed(token: replyTo),
            from("", to: "postmaster@dual.check.example"), .stray(.forgedReport)),
        Row(
            "a report with a token of another role", DSN.failed(),
            from("", to: "p3\(token.dropFirst(2))@dual.check.example"), .stray(.forgedReport)),
        Row(
            "a report to an unsigned address", DSN.failed(), from("", to: "p2-x@dual.check.example"),
            .stray(.forgedReport)),
    ]

    @Test("takes each message for what it is", arguments: requests + answers + reports)
    func table(row: Row) {
        let mail = InboundMail(
            envelope: row.envelope, bytes: row.bytes, size: row.bytes.count, receivedAt: Experiment.start)
        #expect(Kind(Experiment.intake.sort(mail, at: Experiment.start)) == row.expected)
    }

    @Test("takes from a request what the check needs, and nothing hostile")
    func details() throws {
        var fields = Stamp.message
        fields[4] = "Message-ID: <bad id\u{1B}[2J>"
        fields.append("Content-Language: cs, en")
        let mail = InboundMail(
            envelope: .sample(), bytes: message([Stamp.spf, Stamp.received] + fields), size: 0,
            receivedAt: Experiment.start)
        guard case .request(let request) = Experiment.intake.sort(mail, at: Experiment.start) else {
            Issue.record("no request")
            return
        }
        #expect(request.messageID == nil)
        #expect(request.language == .czech)
        #expect(request.author == "anna@tester.example")
        #expect(request.authenticatedDomain == "tester.example")
        #expect(request.arrival.client.text == "2001:db8:1::25")
        #expect(request.arrival.name == .test)
    }

    @Test("gives one key to a request that comes twice, by any way")
    func key() {
        func key(_ fields: [String], _ recipient: String = "test@test.check.example", body: String = "x")
            -> String?
        {
            let mail = InboundMail(
                envelope: .sample(recipient: recipient),
                bytes: message([Stamp.spf, Stamp.received] + fields, body: body), size: 0,
                receivedAt: Experiment.start)
            guard case .request(let request) = Experiment.intake.sort(mail, at: Experiment.start) else {
                return nil
            }
            return request.key
        }
        let first = key(Stamp.message)
        #expect(first != nil)
        #expect(key(Stamp.message, "test@bare.check.example", body: "y") == first)
        #expect(key(Array(Stamp.message.dropLast()) + ["Message-ID: <other@tester.example>"]) != first)
        let nameless = Array(Stamp.message.dropLast())
        #expect(key(nameless) == key(nameless, "test@six.check.example"))
        #expect(key(nameless) != key(nameless, body: "y"))
    }
}
