import Testing

@testable import MailTransport

@Suite("postconf")
struct PostfixSettingsTests {
    @Test("parameters are names, an equals sign and the rest")
    func parameters() {
        let found = PostfixSettings.parameters(
            "alias_maps =\ninet_protocols = ipv6\nmaps = inline:{ { a = b } }, regexp:/x\nnonsense\n")
        #expect(found["alias_maps"] == "")
        #expect(found["inet_protocols"] == "ipv6")
        #expect(found["maps"] == "inline:{ { a = b } }, regexp:/x")
        #expect(found.count == 3)
    }

    @Test("items of a list are parted by commas and spaces, but not in braces")
    func list() {
        let settings = PostfixSettings(
            parameters: [
                "maps": "hash:/etc/one, inline:{ { a@b.example = c:, d: } { e = f } }\tregexp:/etc/two"
            ],
            services: [])
        #expect(
            settings.list("maps") == [
                "hash:/etc/one", "inline:{ { a@b.example = c:, d: } { e = f } }", "regexp:/etc/two",
            ])
        #expect(settings.list("none").isEmpty)
    }

    @Test("services are seven columns and a command over several lines")
    func services() {
        let found = PostfixSettings.services(
            """
            pickup     unix  n  -  n  60  1  pickup
            sixreturn  unix  -  n  n  -   4  pipe
                -o soft_bounce=yes
                argv=/usr/bin/sixreturn receive
            broken line

            """)
        #expect(found.map(\.name) == ["pickup", "sixreturn"])
        #expect(found.last?.command == "pipe -o soft_bounce=yes argv=/usr/bin/sixreturn receive")
    }
}
