import InternetMessage
import ReturnPathCore
import TestSupport
import Testing

@Suite("Mail that is never answered")
struct AnswerGuardTests {
    /// A mail and why it gets no answer; `nil` where it does.
    struct Row: Sendable, CustomTestStringConvertible {
        let fields: [String]
        let sender: String
        let refusal: Stray?
        var testDescription: String { "\(sender) \(fields.first?.prefix(60) ?? "")" }

        init(_ fields: [String] = [], from sender: String = "anna@tester.example", _ refusal: Stray?) {
            self.fields = fields
            self.sender = sender
            self.refusal = refusal
        }
    }

    static let rows: [Row] = [
        Row([], nil),
        Row(["Auto-Submitted: no"], nil),
        Row(["Auto-Submitted: No (typed by hand)"], nil),
        Row(["Auto-Submitted: auto-replied"], .automaticMail),
        Row(["Auto-Submitted: auto-generated; owner-email=x@y.example"], .automaticMail),
        Row(["AUTO-SUBMITTED:\tauto-notified"], .automaticMail),
        Row(["Auto-Submitted: something-new"], .automaticMail),
        Row(["List-Id: <friends.tester.example>"], .listMail),
        Row(["List-Unsubscribe: <mailto:leave@tester.example>"], .listMail),
        Row(["Precedence: bulk"], .listMail),
        Row(["Precedence: List"], .listMail),
        Row(["Precedence: junk"], .listMail),
        Row(["Precedence: first-class"], nil),
        Row([], from: "MAILER-DAEMON@tester.example", .robot),
        Row([], from: "owner-friends@tester.example", .robot),
        Row([], from: "friends-owner@tester.example", .robot),
        Row([], from: "friends-request@tester.example", .robot),
        Row([], from: "friends-bounces+anna=x@tester.example", .robot),
        Row([], from: "LISTSERV@tester.example", .robot),
        Row([], from: "majordomo@tester.example", .robot),
        Row([], from: "ownership@tester.example", nil),
        Row([], from: "x@dual.check.example", .ourOwnMail),
        Row([], from: "x@SIX.check.example", .ourOwnMail),
        Row(["X-Sixreturn-Mail: c-abc"], .ourOwnMail),
        Row([String](repeating: "Received: from a by b; now", count: 101), .loop),
        Row([String](repeating: "Received: from a by b; now", count: 100), nil),
    ]

    @Test("is told by envelope and header alone (RFC 3834 §2)", arguments: rows)
    func table(row: Row) throws {
        let refusal = AnswerGuard.refusal(
            Entity.read(message(row.fields + ["From: x@y.example"]), limits: .standard),
            reversePath: try ReversePath(parsing: row.sender),
            names: Experiment.names)
        #expect(refusal == row.refusal)
    }
}
