import Foundation
import TestSupport
import Testing

/// Whatever a sender writes, it does not make our own server vouch for them (RFC 8601 §5).
@Suite("Forged authentication, through the whole program")
struct ForgeryTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// What our own server has put above its stamp.
        let above: [String]
        /// What stands below it: all of it the sender's.
        let below: [String]

        init(_ name: String, above: [String] = [], below: [String] = []) {
            testDescription = name
            self.above = above
            self.below = below
        }

        func mail(from sender: String = "anna@tester.example", at now: Date = .now) -> TestMail {
            let stamp =
                "Received: from out.tester.example by mx.check.example (Postfix) with ESMTPS id 4ABC123; now"
            let fields =
                above + [stamp] + below.map { $0.replacing("DATE", with: Self.text(now)) } + [
                    "From: <\(sender)>", "Message-ID: <hello@tester.example>", "", "Hello", "",
                ]
            return TestMail(
                sender: sender, recipient: "test@test.check.example",
                bytes: Array(fields.joined(separator: "\n").utf8))
        }

        static func text(_ date: Date) -> String {
            let format = DateFormatter()
            format.locale = Locale(identifier: "en_US_POSIX")
            format.timeZone = TimeZone(identifier: "UTC")
            format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss Z"
            return format.string(from: date)
        }
    }

    private static func ours(_ text: String) -> String { "Authentication-Results: mx.check.example\(text)" }

    private static let pass = ours("; spf=pass smtp.mailfrom=anna@tester.example")
    private static let signature = "DKIM-Signature: v=1; a=rsa-sha256; d=tester.example; h=from:to:date; b=x"
    private static let dkim = ours("; dkim=pass header.d=tester.example")
    private static let to = "To: test@test.check.example"

    private static let forgeries: [Row] = [
        Row("below our stamp", below: [pass]),
        Row("below our stamp, in capitals", below: [pass.uppercased()]),
        Row(
            "below our stamp, folded",
            below: ["Authentication-Results:\n mx.check.example;\n spf=pass\n smtp.mailfrom=tester.example"]),
        Row(
            "below our stamp, with a stamp of its own",
            below: [pass, "Received: from a by mx.check.example id 4ABC123; now"]),
        Row(
            "of another server",
            above: ["Authentication-Results: mx.evil.example; spf=pass smtp.mailfrom=tester.example"]),
        Row(
            "of a server below our name",
            above: [
                "Authentication-Results: mx.check.example.evil.example; spf=pass smtp.mailfrom=tester.example"
            ]),
        Row(
            "our name in a comment",
            above: [
                "Authentication-Results: (mx.check.example) mx.evil.example; spf=pass smtp.mailfrom=tester.example"
            ]),
        Row(
            "our name quoted",
            above: ["Authentication-Results: \"mx.check.example\"; spf=pass smtp.mailfrom=tester.example"]),
        Row(
            "our name in second place",
            above: [
                "Authentication-Results: mx.evil.example mx.check.example; spf=pass smtp.mailfrom=tester.example"
            ]),
        Row("a version that is none", above: [ours(" evil; spf=pass smtp.mailfrom=tester.example")]),
        Row(
            "a field of another name", above: [pass.replacing("Authentication-", with: "ARC-Authentication-")]
        ),
        Row(
            "a result in a comment",
            above: [ours("; spf=fail (; spf=pass smtp.mailfrom=tester.example) smtp.mailfrom=x.example")]),
        Row(
            "a result in a nested comment",
            above: [ours("; spf=none ((a) ; spf=pass smtp.mailfrom=tester.example)")]),
        Row(
            "a comment without an end", above: [ours("; spf=fail (x; spf=pass smtp.mailfrom=tester.example")]),
        Row(
            "a comment without an end behind a result",
            above: [ours("; spf=pass smtp.mailfrom=tester.example (x")]),
        Row(
            "a bracket escaped in a comment",
            above: [ours("; spf=none (\\) ; spf=pass smtp.mailfrom=tester.example)")]),
        Row(
            "a result in a reason",
            above: [
                ours(
                    "; spf=fail reason=\"x; spf=pass smtp.mailfrom=tester.example\" smtp.mailfrom=evil.example"
                )
            ]),
        Row(
            "a property in a reason",
            above: [
                ours("; spf=pass reason=\"a smtp.mailfrom=anna@tester.example\" smtp.mailfrom=x@evil.example")
            ]),
        Row(
            "a property in a quoted string of its own",
            above: [ours("; spf=pass \"smtp.mailfrom=anna@tester.example\" smtp.mailfrom=x@evil.example")]),
        Row(
            "a property in a quoted local part",
            above: [ours("; spf=pass smtp.mailfrom=\"a smtp.mailfrom=b@tester.example \"@evil.example")]),
        Row(
            "a quote without an end",
            above: [ours("; spf=fail reason=\"x; spf=pass smtp.mailfrom=tester.example")]),
        Row(
            "an escaped quote",
            above: [
                ours("; spf=fail smtp.mailfrom=\"a\\\";spf=pass smtp.mailfrom=tester.example\"@evil.example")
            ]),
        Row(
            "a property twice",
            above: [ours("; spf=pass smtp.mailfrom=tester.example smtp.mailfrom=evil.example")]),
        Row(
            "a property in a comment",
            above: [ours("; spf=pass (smtp.mailfrom=tester.example) smtp.mailfrom=evil.example")]),
        Row(
            "a word put together over a comment", above: [ours("; spf=pa(x)ss smtp.mailfrom=tester.example")]),
        Row("another domain", above: [ours("; spf=pass smtp.mailfrom=x@evil.example")]),
        Row("a domain that ends like it", above: [ours("; spf=pass smtp.mailfrom=x@eviltester.example")]),
        Row("a domain below it", above: [ours("; spf=pass smtp.mailfrom=x@evil.tester.example")]),
        Row("the HELO name", above: [ours("; spf=pass smtp.helo=tester.example")]),
        Row("the author's domain", above: [ours("; spf=pass header.from=tester.example")]),
        Row("softfail", above: [ours("; spf=softfail smtp.mailfrom=tester.example")]),
        Row("passed, nearly", above: [ours("; spf=passed smtp.mailfrom=tester.example")]),
        Row("another method", above: [ours("; x-spf=pass smtp.mailfrom=tester.example")]),
        Row("DMARC alone", above: [ours("; dmarc=pass header.from=tester.example")]),
        Row("DKIM: no signature there", above: [dkim], below: [to, "Date: DATE"]),
        Row("DKIM: below our stamp", below: [dkim, signature, to, "Date: DATE"]),
        Row(
            "DKIM: addressed to somebody else", above: [dkim],
            below: [signature, "To: otto@other.example", "Date: DATE"]),
        Row(
            "DKIM: another To added", above: [dkim],
            below: [to, signature, "To: otto@other.example", "Date: DATE"]),
        Row(
            "DKIM: our address in a name", above: [dkim],
            below: [signature, "To: \"test@test.check.example\" <otto@other.example>", "Date: DATE"]),
        Row(
            "DKIM: our address in a comment", above: [dkim],
            below: [signature, "To: otto@other.example (test@test.check.example)", "Date: DATE"]),
        Row(
            "DKIM: To not signed", above: [dkim],
            below: [signature.replacing(":to", with: ""), to, "Date: DATE"]),
        Row(
            "DKIM: Date not signed", above: [dkim],
            below: [signature.replacing(":date", with: ""), to, "Date: DATE"]),
        Row(
            "DKIM: a newer Date added", above: [dkim],
            below: ["Date: DATE", signature, to, "Date: Sun, 22 Nov 2020 03:00:00 +0000"]),
        Row(
            "DKIM: of another domain", above: [ours("; dkim=pass header.d=evil.example")],
            below: [signature.replacing("tester", with: "evil"), to, "Date: DATE"]),
        Row(
            "DKIM: domain in header.i only", above: [ours("; dkim=pass header.i=@tester.example")],
            below: [signature, to, "Date: DATE"]),
        Row(
            "DKIM: passed for one, shown for two", above: [dkim],
            below: [signature, "DKIM-Signature: d=tester.example; h=from; b=old", to, "Date: DATE"]),
    ]

    @Test("vouches for nobody", arguments: forgeries)
    func forged(row: Row) throws {
        let installation = try TestInstallation()
        #expect(try installation.receive(row.mail()).status == 0)
        let note = try installation.query("SELECT note FROM message")
        #expect(note == "stray: neither SPF nor DKIM vouches for the sender")
        #expect(try installation.run(["reconcile"]).status == 0)
        #expect(try installation.sent().isEmpty)
    }

    private static let honest: [Row] = [
        Row("SPF", above: [pass]),
        Row(
            "odd case, a version, comments, folds",
            above: [
                "AUTHENTICATION-results:\n\t(it is us) MX.Check.Example (really)\n 1 (v);\n\tSPF(a)=(b)Pass (c)\n smtp.MailFrom (d) = anna@TESTER.example (e)"
            ]),
        Row(
            "a quoted local part in between", above: [ours("; spf=pass smtp.mailfrom=\"a b\"@tester.example")]
        ),
        Row(
            "a reason before the property",
            above: [ours("; spf=pass reason=\"good; very = good\" smtp.mailfrom=tester.example")]),
        Row(
            "in the second of several fields",
            above: [
                ours("; dmarc=none header.from=x.example"),
                "Authentication-Results: mx.evil.example; spf=fail", pass,
            ]),
        Row(
            "in the second of several results",
            above: [ours("; spf=none smtp.helo=x.example; spf=pass smtp.mailfrom=tester.example; arc=none")]),
        Row("none but DKIM", above: [ours("; none"), dkim], below: [signature, to, "Date: DATE"]),
    ]

    @Test("while what our server says counts in every form", arguments: honest)
    func vouched(row: Row) throws {
        let installation = try TestInstallation()
        #expect(try installation.receive(row.mail()).status == 0)
        #expect(try installation.query("SELECT note FROM message") == "request")
    }

    @Test(
        "a signed mail is believed for an hour",
        arguments: [(0, true), (3500, true), (3700, false), (86_000, false), (-600, true), (-1000, false)])
    func age(seconds: Int, isBelieved: Bool) throws {
        let installation = try TestInstallation()
        let row = Row("", above: [Self.dkim], below: [Self.signature, Self.to, "Date: DATE"])
        let mail = row.mail(at: Date.now.addingTimeInterval(-Double(seconds)))
        #expect(try installation.receive(mail).status == 0)
        #expect((try installation.query("SELECT note FROM message") == "request") == isBelieved)
    }
}
