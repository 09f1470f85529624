import Foundation
import ReturnPathCore
import ReturnPathService
import TestSupport
import Testing

@Suite("Configuration")
struct ConfigurationTests {
    static let right = """
        [names]
        dual = "dual.check.example"
        author = "author.check.example"
        six = "six.check.example"
        test = "test.check.example"
        bare = "bare.check.example"
        [service]
        operator = "postmaster@check.example"
        [authentication]
        authserv_id = "mx.check.example"

        """

    @Test("is complete with the keys that have no default")
    func least() throws {
        let configuration = try ConfigurationReader.parse(Self.right, path: "t")
        #expect(configuration.limits.address == Allowance(hour: 3, day: 4))
        #expect(configuration.timing.firstVerdict == 900)
        #expect(configuration.timing.window.length == 86_400 + 4000 + 3600)
        #expect(configuration.authentication.acceptsDKIM)
    }

    @Test("written by init is right, and says of every key what it is for")
    func template() throws {
        let text = ConfigurationTemplate.text(
            .init(domain: "check.example", operatorAddress: "a@check.example", authservID: "mx.check.example")
        )
        let configuration = try ConfigurationReader.parse(text, path: "t")
        #expect(configuration.names.six == "six.check.example")
        for key in ConfigurationKey.all { #expect(text.contains("# \(key.summary)\n")) }
    }

    /// What is wrong with a text; `nil` where nothing is.
    private func fault(_ text: String) -> ConfigurationError? {
        do {
            _ = try ConfigurationReader.parse(text, path: "t")
            return nil
        } catch {
            return error
        }
    }

    /// A wrong file: what is added to a right one or replaces it, and the first fault that is told.
    static let wrong: [(name: String, text: String, message: String)] = [
        ("no TOML", "dual = = 1\n", "t:1: "),
        ("empty", "", "t: names.dual is missing"),
        // The parser of TOML would end the process at these.
        ("a bracket alone", right + "[\nper_address = 3\n", "t:11: behind [ there is no name of a section"),
        ("a date without its time", right + "x = 1989-05-27Tx\n", "t:11: behind a date there is no time"),
        (
            "a separator of lines for a value", right + "[relay]\naddresses = [\u{2028}\"::1\"]\n",
            "t:12: there is a character that can stand between quotes alone"
        ),
        (
            "a brace for a value", right + "[relay]\naddresses = [\"::1\", }\n",
            "t:12: there is a } in a list"
        ),
        (
            "a date that underscores make long",
            right + "x = 2\(String(repeating: "_", count: 115))020-01-01 12:00:00\n",
            "t:11: there are over 100 characters without quotes in one word"
        ),
        (
            "a number as long as may be",
            right + "[limits]\nper_address = \(String(repeating: "1", count: 100))\n",
            "t:12: Error while parsing decimal integer"
        ),
        ("brackets alone", right + "[[ \n", "t:11: behind [ there is no name of a section"),
        ("a section without ASCII", right + "[\u{E9}]\n", "t:11: behind [ there is no name of a section"),
        (
            "a bracket behind strings that have some", right + "[a]\nb = \"\"\"\n[\n\"\"\"\"\" # [\n [ ( ]\n",
            "t:15: behind [ there is no name of a section"
        ),
        ("NUL", right + "\u{0}[limits]\n", "t:11: there is a NUL octet"),
        (
            "separators of lines that are none in TOML", right + "# \u{2028}\n[limits]\na = 1\n",
            "t:13: there is no key limits.a"
        ),
        (
            "commands for a terminal", right + "[\"\\u001b[2J\"]\n",
            "t: there is no section ?[2J"
        ),
        (
            "a path with a line break", right + "[store]\npath = \"/a\\nb\"\n",
            "t:12: store.path cannot be \"/a?b\""
        ),
        (
            "unknown key", right + "[limits]\nper_adress = 3\n",
            "t:12: there is no key limits.per_adress\n    Did you mean limits.per_address?"
        ),
        (
            "unknown section", right + "[limit]\nper_address = 3\n",
            "t:11: there is no section limit\n    Did you mean limits?"
        ),
        (
            "number too large", right + "[limits]\nper_address = 5000\n",
            "t:12: limits.per_address cannot be 5000\n    Write a whole number from 1 to 1000."
        ),
        (
            "text for a number", right + "[limits]\nper_address = \"4\"\n",
            "t:12: limits.per_address cannot be \"4\""
        ),
        (
            "no flag", right + "[survey]\ndocumentation_addresses = \"yes\"\n",
            "t:12: survey.documentation_addresses cannot be \"yes\"\n    Write true or false"
        ),
        (
            "no address", right + "[relay]\naddresses = [\"relay.example\"]\n",
            "t:12: relay.addresses cannot be "
        ),
        (
            "no span", right + "[timing]\nsettle = \"soon\"\n",
            "t:12: timing.settle cannot be \"soon\"\n    Write a span, such as \"90s\""
        ),
        (
            "window too short", right + "[timing]\nwindow = \"1h\"\n",
            "t:12: timing.window ends before the last report can have come\n    Write at least \"94000s\""
        ),
        (
            "unknown word",
            right.replacing("[authentication]\n", with: "[authentication]\nmethods = [\"arc\"]\n"),
            "t:10: authentication.methods cannot be [\"arc\"]"
        ),
        (
            "relative path", right + "[store]\npath = \"db\"\n",
            "t:12: store.path cannot be \"db\"\n    Write an absolute path"
        ),
        (
            "same name twice", right.replacing("six.check", with: "dual.check"),
            "t:4: names.six is the same name as names.dual"
        ),
        (
            "address with a line break", right.replacing("postmaster@", with: "post\\nmaster@"),
            "t:8: service.operator cannot be \"post?master@check.example\""
        ),
    ]

    @Test("that is wrong is refused with line and remedy", arguments: wrong.indices)
    func refused(index: Int) throws {
        let row = Self.wrong[index]
        let error = fault(row.text)
        #expect(error?.description.hasPrefix(row.message) == true, "\(row.name): \(error?.description ?? "")")
    }

    @Test("may have brackets wherever TOML allows them")
    func brackets() throws {
        let more = """
            [ limits ]
            shared_providers = [ # [
            "a.example", 'b.example',
            ]
            [ "relay" ]
            addresses = [
            ]

            """
        #expect(try ConfigurationReader.parse(Self.right + more, path: "t").path == "t")
        #expect(
            fault(Self.right + "[[limits]]\n")?.description.contains("there is no section limits") == true)
    }

    @Test("may begin with a byte order mark, and have any character in strings and comments")
    func foreignCharacters() throws {
        let text = "\u{FEFF}\(Self.right)# \u{2028}\u{E9}\n[web]\nurl = \"\" # \u{E9}\n"
        #expect(try ConfigurationReader.parse(text, path: "t").path == "t")
    }

    @Test("is listed as it could be written")
    func listing() throws {
        let more =
            "[store]\npath = '/a \"b\" \\c'\n[relay]\naddresses = [\"192.0.2.26\", \"2001:db8:25::26\"]\n"
        let configuration = try ConfigurationReader.parse(Self.right + more, path: "t")
        let listing = try ConfigurationListing.text(of: Self.right + more, path: "t")
        #expect(try ConfigurationReader.parse(listing, path: "t") == configuration)
    }

    @Test("names every fault at once")
    func all() throws {
        let error = fault(Self.right + "[limits]\na = 1\nb = 2\n")
        #expect(error?.faults.count == 2)
    }
}
