import DeliveryReports
import Foundation
import TestSupport
import Testing

@testable import ReturnPathCore

@Suite("Foreign text on pages")
struct HostilePageTests {
    static let texts =
        HostileTextTests.texts + [
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
            // A quote and a sign with a combining accent: one character, and none that the library escapes.
            "\"\u{301} onmouseover=alert(1) x=\"\u{301}", "<\u{301}script>", "{{title}}{{{title}}}",
            "</time></svg><!--", "&lt;script&gt;", "]]>",
        ]

    /// A page whose every foreign word is the hostile one.
    static func page(_ text: String) throws -> String {
        let start = Experiment.start
        guard let client = IPAddress("2001:db8:1::25") else { preconditionFailure("no address") }
        let report = Report.sample(.relayed, text, text, from: text, reportingMTA: text, proof: [text])
        let failure = Report.sample(
            .failed, text, text, by: .foreign, from: text, at: nil, reportingMTA: text, proof: [text])
        let lookup = AddressLookup(.found, [HostAddress(client, .global)])
        let facts: [Fact] = [
            .arrived(Arrival(name: .test, client: client, clientName: text, helo: text)),
            .surveyed(
                DomainSurvey(
                    route: .exchangers,
                    hosts: [MailHost(name: text, preference: 1, isAlias: false, ipv4: lookup, ipv6: lookup)])),
            .reported(.control, report), .reported(.sixEnvelope, failure), .queued(.sixAuthor, reason: text),
            .attempted(.overIPv6, .sample(.deferred, host: text, status: text, text)),
        ]
        return try PageTests.page(facts.map { Evidence(at: start, fact: $0) })
    }

    @Test(
        "makes no markup: the elements and attributes are those of a page with plain words", arguments: texts)
    func markup(text: String) throws {
        let plain = String(repeating: "x", count: text.count)
        #expect(try Markup(Self.page(text)) == Markup(Self.page(plain)))
    }

    @Test("has no character that could turn a line round or end it", arguments: texts)
    func characters(text: String) throws {
        for scalar in try Self.page(text).unicodeScalars where scalar != "\n" {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator:
                Issue.record("U+\(String(scalar.value, radix: 16)) came through")
            default: break
            }
        }
    }

    @Test("is shown as it is")
    func shown() throws {
        let page = try Self.page("<script>alert('1')</script>")
        #expect(page.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"))
    }

    /// What a browser makes elements of: everything between `<` and `>`, without the values of attributes.
    struct Markup: Equatable {
        let tags: [String]

        init(_ page: String) {
            tags = Self.split(Array(page.unicodeScalars))
        }

        private static func split(_ scalars: [Unicode.Scalar]) -> [String] {
            var tags: [String] = []
            var tag: String.UnicodeScalarView?
            var quote = false
            for scalar in scalars {
                if tag == nil {
                    if scalar == "<" { tag = .init() }
                } else if scalar == "\"" {
                    quote.toggle()
                } else if quote {
                    continue
                } else if scalar == ">" {
                    tag.map { tags.append(String($0)) }
                    tag = nil
                } else {
                    tag?.append(scalar)
                }
            }
            return tags
        }
    }
}

@Suite("The mask of pages")
struct PageMaskTests {
    private static func mask(_ address: String, author: String? = nil) throws -> PageMask {
        let plain = try Experiment.check(for: address)
        return PageMask(
            Check(
                id: plain.id, openedAt: plain.openedAt, reversePath: plain.reversePath,
                author: author ?? address, messageID: nil, authenticatedDomain: "tester.example",
                clientNetwork: "", language: .english, key: ""))
    }

    @Test(
        "takes the tester's name out, wherever it stands, and leaves the rest",
        arguments: [
            ("550 5.1.1 <anna@tester.example>: unknown", "550 5.1.1 <…@tester.example>: unknown"),
            ("to anna+list@tester.example, Anna", "to …@tester.example, …"),
            ("User anna unknown; annabel is known", "User … unknown; annabel is known"),
            ("no mailbox ANNA.", "no mailbox …."),
            ("\"anna b\"@tester.example said", "…@tester.example said"),
            ("SRS0=HH=TT=tester.example=anna@fwd.example", "…@fwd.example"),
            ("bounces+anna=tester.example@list.example", "…@list.example"),
            ("via anna=tester.example", "via …=tester.example"),
            ("host anna.tester.example said 550", "host anna.tester.example said 550"),
            ("someone.else@other.example", "…@other.example"), ("@ alone, 5 @ 6", "@ alone, 5 @ 6"),
            ("mail@[2001:db8::1]", "…@[2001:db8::1]"), ("ключ@пример.example", "…@пример.example"),
            ("plain words", "plain words"), ("", ""),
        ])
    func masks(text: String, shown: String) throws {
        #expect(try Self.mask("anna+list@tester.example").text(text) == shown)
    }

    @Test("takes the author's name out, too, and our tokens")
    func others() throws {
        let mask = try Self.mask("bounce-1@tester.example", author: "anna@tester.example")
        let token = Experiment.signer.envelopeLocalPart(Experiment.id, .probe(.overIPv6))
        #expect(mask.text("anna") == "…")
        #expect(mask.text("ENVID \(token) \(Experiment.id)") == "ENVID p2-… …")
    }

    @Test("shows the beginning of what is too long")
    func long() throws {
        let shown = try Self.mask("anna@tester.example").text(String(repeating: "a ", count: 1000))
        #expect(shown.count < 410 && shown.hasSuffix("…"))
    }
}
