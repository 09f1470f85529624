import ReturnPathCore
import Testing

@Suite("Names of domains")
struct DomainNameTests {
    @Test(
        "have one form in DNS and one for people (RFC 5890 §2.3.2.1)",
        arguments: [
            ("bücher.example", "xn--bcher-kva.example"), ("straße.example", "xn--strae-oqa.example"),
            ("привет.xn--p1ai", "xn--b1agh1afp.xn--p1ai"), ("עברית.example", "xn--5dbqzzl.example"),
            ("_dmarc.exämple.test", "_dmarc.xn--exmple-cua.test"), ("tester.example", "tester.example"),
        ])
    func forms(written: String, canonical: String) {
        #expect(DomainName.canonical(written) == canonical)
        #expect(DomainName.canonical(written.uppercased().replacing("STRASSE", with: "STRAßE")) == canonical)
        #expect(DomainName.canonical(canonical) == canonical)
        #expect(DomainName.readable(canonical) == DomainName.readable(written))
        #expect(DomainName.canonical(DomainName.readable(canonical)) == canonical)
    }

    @Test(
        "stay as they are where IDNA has no such name",
        arguments: [
            "☕.example", "xn--i-7iq.ws", "xn--zzzzzz.example", "ü\0.example", "", ".",
            String(repeating: "ü", count: 60) + ".example", String(repeating: "ü.", count: 120) + "example",
        ])
    func others(name: String) {
        #expect(DomainName.canonical(name) == name)
        #expect(DomainName.canonical(DomainName.readable(name)) == name)
    }

    @Test("of ours are known in both forms, and none that only maps to them")
    func ours() {
        let names = Names(
            dual: "dual.bücher.example", author: "author.BÜCHER.example", six: "six.xn--bcher-kva.example",
            test: "test.xn--bcher-kva.example", bare: "bare.check.example")
        #expect(names.dual == "dual.xn--bcher-kva.example")
        #expect(names.author == "author.xn--bcher-kva.example")
        for name in ["test.bücher.example", "TEST.BÜCHER.example", "test.XN--bcher-kva.example"] {
            #expect(names.kind(of: name) == .test)
        }
        #expect(names.kind(of: "bare.check.example") == .bare)
        for name in ["\u{FF54}est.bücher.example", "test.bucher.example", "bare.chec\u{212A}.example"] {
            #expect(names.kind(of: name) == nil)
        }
    }
}
