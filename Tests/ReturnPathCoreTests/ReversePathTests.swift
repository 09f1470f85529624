import ReturnPathCore
import Testing

@Suite("Reverse-paths")
struct ReversePathTests {
    static let wellFormed: [(String, String, String)] = [
        ("anna@tester.example", "anna", "tester.example"),
        ("Anna.Q@Tester.EXAMPLE", "Anna.Q", "tester.example"),
        ("-f@tester.example", "-f", "tester.example"),
        ("prvs=0123456789=anna@tester.example", "prvs=0123456789=anna", "tester.example"),
        ("SRS0=HHH=TT=other.example=anna@tester.example", "SRS0=HHH=TT=other.example=anna", "tester.example"),
        ("\"two words\"@tester.example", "\"two words\"", "tester.example"),
        ("\"a@b\"@tester.example", "\"a@b\"", "tester.example"),
        ("\"a\\\"b\"@tester.example", "\"a\\\"b\"", "tester.example"),
        ("jürgen@tester.example", "jürgen", "tester.example"),
        ("anna@bücher.example", "anna", "xn--bcher-kva.example"),
        ("anna@bu\u{308}cher.example", "anna", "xn--bcher-kva.example"),
        ("anna@ПРИВЕТ.example", "anna", "xn--b1agh1afp.example"),
        // No name in DNS, by RFC 5892 §2.10, though one can be written like it.
        ("anna@☕.example", "anna", "☕.example"),
        ("anna@xn--bcher-kva.example", "anna", "xn--bcher-kva.example"),
        (
            "a!b#c$d%e&f'g*h+i/j=k?l^m_n`o{p|q}r~s@tester.example", "a!b#c$d%e&f'g*h+i/j=k?l^m_n`o{p|q}r~s",
            "tester.example"
        ),
        (
            String(repeating: "a", count: 64) + "@tester.example", String(repeating: "a", count: 64),
            "tester.example"
        ),
    ]

    @Test("are kept exactly as they came", arguments: wellFormed)
    func good(text: String, localPart: String, domain: String) throws {
        let path = try ReversePath(parsing: text)
        #expect(path.text == text)
        #expect(path.localPart == localPart)
        #expect(path.domain == domain)
        #expect(path.writtenDomain == text[text.lastIndex(of: "@")!...].dropFirst().lowercased())
    }

    static let malformed: [(String, ReversePath.Malformed)] = [
        ("", ReversePath.Malformed.null),
        ("anna", .noDomain),
        ("@tester.example", .localPart),
        ("two words@tester.example", .localPart),
        ("a\r\nBcc: victim@victim.example@tester.example", .localPart),
        ("a\nb@tester.example", .localPart), ("a\u{0}b@tester.example", .localPart),
        ("a\u{7F}b@tester.example", .localPart), ("a\u{85}b@tester.example", .localPart),
        ("\"a\nb\"@tester.example", .localPart), ("\"a\u{0}\"@tester.example", .localPart),
        ("\"open@tester.example", .localPart), ("\"@tester.example", .localPart),
        ("\"a\"b\"@tester.example", .localPart), ("\"a\\\"@tester.example", .localPart),
        ("a\"b\"@tester.example", .localPart), (".a@tester.example", .localPart),
        ("a.@tester.example", .localPart), ("a..b@tester.example", .localPart),
        ("<anna>@tester.example", .localPart), ("a,b@tester.example", .localPart),
        ("a;b@tester.example", .localPart), ("a@b@tester.example", .localPart),
        (String(repeating: "a", count: 65) + "@tester.example", .localPart),
        (String(repeating: "é", count: 33) + "@tester.example", .localPart),
        ("anna@", .domain), ("anna@localhost", .domain), ("anna@[192.0.2.1]", .domain),
        ("anna@[IPv6:2001:db8::1]", .domain), ("anna@tester..example", .domain),
        ("anna@tester.example.", .domain), ("anna@-tester.example", .domain),
        ("anna@tester-.example", .domain), ("anna@tester.example\r\nX: y", .domain),
        ("anna@tester.example\u{0}", .domain), ("anna@tester. example", .domain),
        ("anna@tester\u{2028}x.example", .domain), ("anna@tester.example>", .domain),
        ("anna@" + String(repeating: "a", count: 64) + ".example", .domain),
        ("an\u{200B}na@tester.example", .localPart), ("\u{202E}anna@tester.example", .localPart),
        ("\"a\u{A0}b\"@tester.example", .localPart), ("an\u{2028}na@tester.example", .localPart),
        ("anna@tester\u{200D}x.example", .domain), ("anna@te\u{AD}ster.example", .domain),
        ("anna@\u{FF54}ester.example", .domain), ("anna@chec\u{212A}.example", .domain),
        ("anna@" + String(repeating: "a.", count: 130) + "example", .tooLong),
    ]

    @Test(
        "taken before are read by their grammar alone",
        arguments: ["an\u{200B}na@tester.example", "anna@\u{FF54}ester.example"])
    func kept(text: String) throws {
        #expect(try ReversePath(kept: text).text == text)
    }

    @Test(
        "that have no other spelling may have letters that a mapping would change",
        arguments: [("\u{DF}", "xn--a-qfa.example"), ("\u{3C2}", "xn--a-ymb.example")])
    func exceptions(letter: String, domain: String) throws {
        #expect(try ReversePath(parsing: "anna@a\(letter).example").domain == domain)
    }

    @Test(
        "are one mailbox in all their spellings",
        arguments: [
            ("Anna+tag@Tester.example", "anna@tester.example"),
            ("\"anna\"@tester.example", "anna@tester.example"),
            ("\"\\A\\nna+x y\"@tester.example", "anna@tester.example"),
            ("prvs=12=anna@tester.example", "anna@tester.example"),
            ("\"a b\"@tester.example", "\"a b\"@tester.example"),
            ("\"\\a \\b\"@tester.example", "\"a b\"@tester.example"),
            ("\"a\\\"\\\\b\"@tester.example", "\"a\\\"\\\\b\"@tester.example"),
            ("\"\"@tester.example", "\"\"@tester.example"), ("\"a.n\\na\"@gmail.com", "anna@gmail.com"),
        ])
    func mailbox(text: String, mailbox: String) throws {
        #expect(try ReversePath(parsing: text).mailbox == mailbox)
        #expect(try ReversePath(parsing: mailbox).mailbox == mailbox)
    }

    @Test("that are hostile or malformed are none", arguments: malformed)
    func bad(text: String, reason: ReversePath.Malformed) {
        #expect(throws: reason) { try ReversePath(parsing: text) }
    }
}
