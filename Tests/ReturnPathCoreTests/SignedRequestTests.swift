import InternetMessage
import ReturnPathCore
import TestSupport
import Testing

@Suite("Requests vouched for by DKIM")
struct SignedRequestTests {
    /// A signed message, and whether its signature vouches for the request.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let fields: [String]
        let isVouchedFor: Bool

        init(_ name: String, _ fields: [String], _ isVouchedFor: Bool) {
            testDescription = name
            self.fields = fields
            self.isVouchedFor = isVouchedFor
        }
    }

    private static let pass = "Authentication-Results: mx.check.example; dkim=pass header.d=tester.example"
    private static let signature =
        "DKIM-Signature: v=1; a=rsa-sha256; d=tester.example; h=from:to:date; b=xyz"
    private static let to = "To: <test@test.check.example>"
    private static let date = "Date: Tue, 24 Nov 2026 03:59:50 +0000"

    static let rows: [Row] = [
        Row("names us and is fresh", [pass, signature, to, date], true),
        Row(
            "names us in Cc",
            [pass, signature.replacing(":to:", with: ":cc:"), "Cc: TEST@test.check.example", date], true),
        Row(
            "folded list of fields",
            [pass, "DKIM-Signature: d=tester.example; h=From :\n To : Date; b=x", to, date], true),
        Row(
            "signed by the parent domain",
            [
                "Authentication-Results: mx.check.example; dkim=pass header.d=mail.tester.example",
                "DKIM-Signature: d=mail.tester.example; h=to:date", to, date,
            ], true),
        Row("result is a failure", [pass.replacing("pass", with: "fail"), signature, to, date], false),
        Row(
            "signed by an unrelated domain",
            [
                "Authentication-Results: mx.check.example; dkim=pass header.d=evil.example",
                "DKIM-Signature: d=evil.example; h=to:date", to, date,
            ], false),
        Row(
            "signed by a top-level domain",
            [
                "Authentication-Results: mx.check.example; dkim=pass header.d=example",
                "DKIM-Signature: d=example; h=to:date", to, date,
            ], false),
        Row("To is not signed", [pass, signature.replacing(":to:", with: ":"), to, date], false),
        Row("Date is not signed", [pass, signature.replacing(":date", with: ""), to, date], false),
        Row("addressed to somebody else", [pass, signature, "To: other@other.example", date], false),
        Row("two days old", [pass, signature, to, "Date: Sun, 22 Nov 2026 03:00:00 +0000"], false),
        Row("more than an hour old", [pass, signature, to, "Date: Tue, 24 Nov 2026 02:59:50 +0000"], false),
        Row("from the future", [pass, signature, to, "Date: Tue, 24 Nov 2026 06:00:00 +0000"], false),
        Row("without a date", [pass, signature, to], false),
        Row("without a signature", [pass, to, date], false),
        Row(
            "signature of another domain only",
            [pass, signature.replacing("tester", with: "other"), to, date], false),
        Row(
            "we stand in Cc, which is not signed",
            [pass, signature, "To: x@other.example", "Cc: test@test.check.example", date], false),
        Row(
            "a second To was put above the signed one", [pass, to, signature, "To: x@other.example", date],
            false),
        Row(
            "a second Date was put above the signed one",
            [pass, date, signature, to, "Date: Sun, 22 Nov 2020 03:00:00 +0000"], false),
        Row(
            "a signature that nobody verified was added",
            [pass, signature, "DKIM-Signature: d=tester.example; h=from:subject; b=old", to, date], false),
    ]

    private func domain(_ row: Row, acceptsDKIM: Bool) throws -> String? {
        let authentication = Authentication(
            authservID: Experiment.authservID, acceptsDKIM: acceptsDKIM, names: Experiment.names)
        return authentication.domain(
            for: try ReversePath(parsing: "anna@tester.example"), envelope: .sample(),
            header: header(
                [row.fields[0], Stamp.received] + row.fields.dropFirst() + ["From: anna@tester.example"]),
            at: Experiment.start)
    }

    @Test("count where the signature covers us and the hour", arguments: rows)
    func table(row: Row) throws {
        #expect((try domain(row, acceptsDKIM: true) != nil) == row.isVouchedFor)
    }

    @Test("count for nothing where only SPF can vouch", arguments: rows)
    func untrusted(row: Row) throws {
        #expect(try domain(row, acceptsDKIM: false) == nil)
    }
}
