import ReturnPathCore
import Testing

@testable import MailTransport

@Suite("Envelopes that are refused")
struct EnvelopeCheckTests {
    @Test(
        "an address must be one address",
        arguments: [
            ("", .empty), ("a@b\n", .controlCharacter), ("a\u{0}@b", .controlCharacter),
            ("a\u{85}@b", .controlCharacter), ("a@b\u{7f}", .controlCharacter), ("\t@b", .controlCharacter),
            ("a@b,c@d", .notOneAddress), ("a@b c@d", .notOneAddress), ("<a@b>", .notOneAddress),
            ("a (c) @b", .notOneAddress), ("a;b@c", .notOneAddress), ("g:a@b", .notOneAddress),
            ("a@b@c", .notOneAddress), ("a", .notOneAddress), ("@b", .notOneAddress), ("a@", .notOneAddress),
            (#""a@b"#, .notOneAddress), (#""a"@b"c"#, .notOneAddress), (#"a\@b"#, .notOneAddress),
            (#""a\"@b"#, .notOneAddress), (String(repeating: "a", count: 253) + "@b", .tooLong),
        ] as [(String, EnvelopeFlaw)])
    func addresses(text: String, flaw: EnvelopeFlaw) {
        #expect(throws: SubmissionError.unspeakable(part: .recipient, flaw: flaw)) {
            try EnvelopeCheck.check(submission(recipient: text))
        }
        #expect(throws: SubmissionError.unspeakable(part: .sender, flaw: flaw)) {
            try EnvelopeCheck.check(submission(sender: text))
        }
    }

    @Test(
        "good addresses pass",
        arguments: [
            "a@b", #""a b"@c"#, #""a\"@,b"@c"#, "a@[192.0.2.1]", "a@[IPv6:2001:db8::1]", "é@č.example",
            "-a@b", "probe+a.b-c=d@e.example", String(repeating: "a", count: 252) + "@b",
        ])
    func good(text: String) throws {
        try EnvelopeCheck.check(submission(sender: text, recipient: text))
    }

    @Test(
        "an envelope identifier must survive sendmail and SMTP",
        arguments: [
            ("", .empty), ("a", .tooShort), ("ab", .tooShort), ("+=", .tooShort),
            ("a\tbc", .controlCharacter),
            ("abc\n", .controlCharacter), ("abč", .notASCII), (String(repeating: "a", count: 101), .tooLong),
            (String(repeating: "+", count: 34), .tooLong),
        ] as [(String, EnvelopeFlaw)])
    func identifiers(text: String, flaw: EnvelopeFlaw) {
        let error = #expect(throws: SubmissionError.self) {
            try EnvelopeCheck.check(submission(identifier: text))
        }
        #expect(error == .unspeakable(part: .identifier, flaw: flaw))
        #expect(error?.isTemporary == false)
    }

    @Test(
        "good identifiers pass",
        arguments: ["abc", "a b+c=d", "-ab", String(repeating: "a", count: 100)])
    func goodIdentifiers(text: String) throws {
        try EnvelopeCheck.check(submission(identifier: text))
    }

    private func submission(
        sender: String = "a@b", recipient: String = "c@d", identifier: String = "abc"
    ) -> Submission {
        Submission(envelopeSender: sender, recipient: recipient, envelopeID: identifier, message: [])
    }
}
