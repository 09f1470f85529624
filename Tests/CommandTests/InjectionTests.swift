import Foundation
import InternetMessage
import TestSupport
import Testing

/// Whatever stands in a request, our mail has the fields and the lines that we have written, and no others.
@Suite("Injection into our mails, through the whole program")
struct InjectionTests {
    /// What ends a line, a header section or a message in the eyes of one server or another: bare CR, bare LF and
    /// the sequences of SMTP smuggling (RFC 5321 §2.3.8, §4.1.1.4).
    static let sequences = [
        "\r\n.\r\n", "\n.\n", "\r\n.\n", "\n.\r\n", "\r.\r", "\r\n.\r", "\n.\r", "\r.\n", "\u{0}\n.\n",
        "\n.\u{0}\r\n",
        "\r\n", "\n", "\r", "\n\n", "\r\n\r\n", "\u{0}", "\u{85}.\u{85}", "\u{2028}.\u{2028}", "\u{B}.\u{C}",
    ]

    /// Where in a request it stands, with commands of SMTP and fields of a header behind it.
    enum Place: String, CaseIterable {
        case body, subject, messageID, displayName, authorAddress, comment, extraField

        func mail(_ sequence: String, number: Int) -> TestMail {
            let poison =
                "\(sequence)Bcc: victim@victim.example\(sequence)MAIL FROM:<evil@evil.example>\(sequence)DATA\(sequence)"
            func at(_ place: Place, _ usual: String = "") -> String {
                self == place ? usual + poison + "x" : usual
            }
            let text = """
                Authentication-Results: mx.check.example; spf=pass smtp.mailfrom=tester.example
                Received: from out.tester.example by mx.check.example (Postfix) with ESMTPS id 4ABC123; now
                From: "\(at(.displayName, "Anna"))" <anna\(at(.authorAddress))@tester.example> (\(at(.comment)))
                Message-ID: <hello\(number)\(at(.messageID))@tester.example>
                X-Field: \(at(.extraField))
                Subject: \(at(.subject, "Hello"))

                Does it come back?
                \(at(.body))

                """
            return TestMail(
                sender: "anna@tester.example", recipient: "test@test.check.example", bytes: Array(text.utf8))
        }
    }

    private static let fields: Set<String> = [
        "date", "from", "reply-to", "to", "subject", "message-id", "in-reply-to", "references",
        "auto-submitted",
        "list-unsubscribe", "x-sixreturn-mail", "content-language", "mime-version", "content-type",
    ]

    /// Arguments and octets of what was handed to sendmail(1).
    static func expectHarmless(
        _ sent: String, to recipient: String, sourceLocation: SourceLocation = #_sourceLocation
    )
        throws
    {
        let parts = sent.split(separator: "\n--message--\n", maxSplits: 1).map(String.init)
        try #require(parts.count == 2, sourceLocation: sourceLocation)
        let words = parts[0].split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let end = ["-N", "success,failure,delay", "-R", "hdrs", "--", recipient]
        #expect(
            words.count == 13 && words[0] == "-C" && words[2...3] == ["-i", "-f"]
                && words.suffix(6) == end[...],
            "\(words)", sourceLocation: sourceLocation)
        let octets = Array(parts[1].utf8)
        let foreign = octets.filter { $0 != 0x0A && !(0x20...0x7E).contains($0) }
        #expect(foreign.isEmpty || !recipient.utf8.allSatisfy { $0 < 0x80 }, sourceLocation: sourceLocation)
        #expect(foreign.allSatisfy { $0 >= 0x80 }, "neither CR nor NUL", sourceLocation: sourceLocation)
        let lines = octets.split(separator: 0x0A, omittingEmptySubsequences: false)
        #expect(
            !lines.contains([UInt8(ascii: ".")]), "no line ends the message", sourceLocation: sourceLocation)
        #expect(lines.allSatisfy { $0.count <= 998 }, sourceLocation: sourceLocation)
        let names = Entity.read(octets, limits: .standard).header.map { $0.name.lowercased() }
        #expect(Set(names).isSubset(of: fields), "\(names)", sourceLocation: sourceLocation)
        #expect(Set(names).count == names.count, "each field once", sourceLocation: sourceLocation)
        #expect(
            !parts[1].contains("victim") && !parts[1].contains("MAIL FROM"), sourceLocation: sourceLocation)
    }

    @Test("through the request's octets", arguments: Place.allCases)
    func octets(place: Place) throws {
        let installation = try TestInstallation()
        try allowMany(installation)
        for (number, sequence) in Self.sequences.enumerated() {
            var mail = place.mail(sequence, number: number)
            mail.sender = "anna\(number)@tester.example"
            #expect(try installation.receive(mail).status == 0)
        }
        let count = try installation.query("SELECT count(*) FROM message WHERE note = 'request'")
        #expect(try installation.waitUntil { try "\(installation.sent().count)" == count })
        // Where the sequence is no header's end, or stands in the body, the mail is a request still.
        #expect(try #require(Int(count)) >= Self.sequences.count / 2, "\(place): \(count)")
        for sent in try installation.sent() {
            let recipient = try #require(sent.firstMatch(of: /\n--\n(.*)\n--message--\n/)?.output.1)
            try Self.expectHarmless(sent, to: String(recipient))
        }
    }

    /// Limits that this many requests keep.
    private func allowMany(_ installation: TestInstallation) throws {
        let text = try String(contentsOfFile: installation.configuration, encoding: .utf8)
        try (text + "[limits]\nper_domain = 1000\nhourly_per_domain = 1000\n").write(
            toFile: installation.configuration, atomically: true, encoding: .utf8)
    }

    @Test(
        "through the envelope sender nothing leaves at all",
        arguments: sequences.filter { !$0.contains("\u{0}") })
    func sender(sequence: String) throws {
        let installation = try TestInstallation()
        for sender in [
            "anna\(sequence)Bcc: victim@victim.example\(sequence)x@tester.example",
            "\"a\(sequence)b\"@tester.example",
            "anna@tester.example\(sequence)RCPT TO:<victim@victim.example>", "anna@tester\(sequence).example",
        ] {
            var mail = TestMail.request()
            mail.sender = sender
            #expect(try installation.receive(mail).status == 0)
        }
        #expect(
            try installation.query("SELECT group_concat(DISTINCT note) FROM message")
                == "stray: malformed reverse-path")
        #expect(try installation.run(["reconcile"]).status == 0)
        #expect(try installation.sent().isEmpty)
    }

    @Test("through a report's diagnostic", arguments: sequences)
    func diagnostic(sequence: String) throws {
        let installation = try TestInstallation()
        #expect(try installation.receive(.request()).status == 0)
        #expect(try installation.waitUntil { try installation.sentRoles() == ["c"] })
        let control = try #require(try installation.sender(of: "c"))
        let report = DSN.failed(
            diagnostic:
                "smtp; 550 5.1.1 no\(sequence)Bcc: v@v.example\(sequence).\(sequence)MAIL FROM:<e@e.example>")
        let mail = TestMail(sender: "", recipient: control, instance: "v6only", bytes: report)
        #expect(try installation.receive(mail).status == 0)
        #expect(try installation.waitUntil { try installation.sentRoles().contains("v1") })
        for sent in try installation.sent() {
            // The verdict quotes the diagnostic, as far as the reader takes it for one.
            let shown = sent.replacing("MAIL FROM", with: "").replacing("=\n", with: "")
            try Self.expectHarmless(shown, to: "anna@tester.example")
        }
    }
}
