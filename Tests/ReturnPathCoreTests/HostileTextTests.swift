import DeliveryReports
import InternetMessage
import ReturnPathCore
import TestSupport
import Testing

@Suite("Foreign text in letters")
struct HostileTextTests {
    static let texts = [
        "\u{1B}[2J\u{1B}]0;title\u{07}", "\u{202E}txt.exe\u{202C}", "\u{2066}a\u{2069}\u{200F}",
        "a\r\nBcc: x@y.example",
        "a\nSubject: other", "a\u{0}b", "a\u{85}b\u{9B}31m", "a\u{2028}b\u{2029}c", "a\u{FEFF}b\u{200B}",
        "\u{7F}\u{08}\u{08}", "<script>alert(1)</script>", "</pre><img src=x onerror=alert(1)>",
        "\"\u{301} onclick=\"x\u{301}", "<\u{301}b>\u{301}", "&lt;b&gt;&#60;", "{{subject}}{{{outcome}}}",
        "{domain}",
        "--=_v1\n\n", "<!--", "]]>", "javascript:alert(1)", "<a href='https://evil.example'>x</a>",
    ]

    /// A verdict whose every foreign word is the hostile one.
    private func letter(_ text: String, in language: Language = .english) throws -> Submission {
        let start = Experiment.start
        guard let client = IPAddress("2001:db8:1::25") else { preconditionFailure("no address") }
        let report = Report.sample(.relayed, "2.0.0", text, from: text, reportingMTA: text, proof: [text])
        let failure = Report.sample(
            .failed, "5.1.1", text, by: .foreign, from: text, at: nil, reportingMTA: text, proof: [text])
        let evidence: [Evidence] = [
            Evidence(
                at: start, fact: .arrived(Arrival(name: .test, client: client, clientName: text, helo: text))),
            Evidence(at: start, fact: .reported(.control, report)),
            Evidence(
                at: start,
                fact: .reported(
                    .overIPv6,
                    .sample(.relayed, nil, text, from: nil, at: nil, reportingMTA: text, proof: [text + "2"]))
            ),
            Evidence(at: start, fact: .reported(.sixEnvelope, failure)),
            Evidence(at: start, fact: .queued(.sixAuthor, reason: text)),
            Evidence(at: start, fact: .attempted(.overIPv6, Self.attempt(text))),
            Evidence(at: start, fact: .examined(Health(faults: [.init(.names, text)]))),
            Evidence(
                at: start,
                fact: .watched(Reception(since: start, until: start, isWhole: true, others: 0, seen: text))),
            Evidence(
                at: start,
                fact: .surveyed(
                    DomainSurvey(
                        route: .exchangers,
                        hosts: [
                            MailHost(
                                name: text, preference: 10, isAlias: true, ipv4: .init(.noData),
                                ipv6: .init(.noName))
                        ]))),
        ]
        let verdict = try Experiment.judge().judge(evidence, at: start)
        return Experiment.verdicts.submission(
            .first, of: try Experiment.check(in: language), verdict: verdict, at: start)
    }

    private static func attempt(_ text: String) -> DeliveryAttempt {
        DeliveryAttempt(
            at: Experiment.start, outcome: .sent, host: text, address: nil, encryption: text, status: text,
            reply: text, lines: [text])
    }

    @Test("comes out harmless", arguments: texts)
    func harmless(text: String) throws {
        let message = try letter(text).message
        #expect(message.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
        let parts = try ShownParts(letter(text))
        for scalar in (parts.text + parts.html).unicodeScalars where scalar != "\n" {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator:
                Issue.record("U+\(String(scalar.value, radix: 16)) came through")
            default: break
            }
        }
    }

    @Test("makes no tag, no attribute and no link of its own", arguments: texts, Language.allCases)
    func markup(text: String, language: Language) throws {
        /// Every tag, as the octets are: a combining mark does not hide one.
        func tags(_ html: String) -> [String] {
            html.utf8.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false).dropFirst()
                .map { String(decoding: $0.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self) }
        }
        let plain = try ShownParts(letter("plain", in: language)).html
        #expect(try tags(ShownParts(letter(text, in: language)).html) == tags(plain))
    }

    @Test("is shown as it is where it is harmless, markup and braces included")
    func verbatim() throws {
        let words = "<b>&amp;</b> {{subject}} {domain} \"'"
        let parts = try ShownParts(letter(words))
        #expect(parts.text.contains("    \(words)\n"))
        #expect(parts.html.contains("&lt;b&gt;&amp;amp;&lt;/b&gt; {{subject}} {domain} &quot;&#39;"))
    }

    @Test("makes no line and no header field of its own", arguments: texts)
    func injection(text: String) throws {
        let plain = try letter("plain")
        let hostile = try letter(text)
        let names = { (submission: Submission) in
            Entity.read(submission.message, limits: .standard).header.map(\.name)
        }
        #expect(names(hostile) == names(plain))
        let lines = try ShownParts(hostile).text.split(separator: "\n")
        #expect(!lines.contains { $0.hasPrefix("Bcc:") || $0.hasPrefix("Subject:") })
    }

    @Test("of any length leaves no line longer than SMTP allows (RFC 5321 §4.5.3.1.6)")
    func longLines() throws {
        let message = try letter(String(repeating: "a", count: 2000)).message
        #expect(message.split(separator: 0x0A).allSatisfy { $0.count <= 998 })
    }

    @Test("outside ASCII arrives as it was")
    func unicode() throws {
        let parts = try ShownParts(letter("Schlüssel ünbekannt 鍵"))
        #expect(parts.text.contains("Schlüssel ünbekannt 鍵"))
        #expect(parts.html.contains("Schlüssel ünbekannt 鍵"))
    }

    @Test(
        "in an address cannot leave its field",
        arguments: [
            "\"a, b\"@tester.example", "\"a> b <c\"@tester.example", "-oQ/tmp@tester.example",
            "\"x\\\"y\"@tester.example", "\"<script>\"@tester.example", "a?cc=b&x='y'@tester.example",
        ])
    func addresses(address: String) throws {
        let check = try Experiment.check(for: address)
        let submission = try Experiment.probes().submission(.control, of: check, at: Experiment.start)
        let header = Entity.read(submission.message, limits: .standard).header
        #expect(submission.recipient == address)
        #expect(header.all("to").count == 1)
        #expect(header["to"]?.mailboxes.count == 1)
        #expect(header.all("bcc").isEmpty)
        #expect(try !ShownParts(submission).html.contains("<script"))
    }
}
