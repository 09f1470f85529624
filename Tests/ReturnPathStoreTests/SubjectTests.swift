import Foundation
import ReturnPathStore
import Testing

@Suite("Whom a search is for")
struct SubjectTests {
    @Test(
        "is an address or a domain",
        arguments: ["anna@b.example", "B.example", "a.b.example", "ä@b.example", "\"a @ b\"@b.example"])
    func subjects(text: String) throws {
        let subject = try #require(Subject(text))
        #expect(subject.text == text.lowercased())
        #expect(subject.isDomain == !text.contains("@"))
    }

    @Test(
        "is nothing else",
        arguments: [
            "", "anna", "@b.example", "a@b@c.example", "a b@c.example", "a@", "%", "a@b%.c",
            "\"a b@c.example", "\"@c.example",
            "\"a\nb\"@c.example",
        ])
    func rubbish(text: String) {
        #expect(Subject(text) == nil)
    }

    @Test(
        "is found whole, in any case",
        arguments: [
            ("anna@b.example", "<Anna@B.EXAMPLE>"), ("anna@b.example", "smtp.mailfrom=anna@b.example;"),
            ("anna@b.example", "anna@b.example."), ("anna@b.example", "hanna@b.example, anna@b.example"),
            ("\"a b\"@b.example", "<\"A b\"@b.example>"),
            ("\"a\\b\"@b.example", #"{"to":"\"a\\b\"@b.example"}"#),
            ("anna@bücher.example", "<anna@xn--bcher-kva.example>"),
            ("anna@xn--bcher-kva.example", "<anna@bücher.example>"),
            ("bücher.example", "mx.xn--bcher-kva.example"),
            ("b.example", "x@b.example"), ("b.example", "mx.b.example"), ("b.example", "\0b.example"),
        ])
    func found(subject: String, text: String) throws {
        #expect(try #require(Subject(subject)).isNamed(in: Data(text.utf8)))
    }

    @Test(
        "is not found in a longer name",
        arguments: [
            ("anna@b.example", "hanna@b.example"), ("anna@b.example", "anna@b.example.org"),
            ("anna@b.example", "x+anna@b.example"), ("anna@b.example", "joe.anna@b.example"),
            ("anna@b.example", "anna@b.examples"), ("b.example", "ab.example"),
            ("b.example", "b.example.org"),
            ("bücher.example", "bucher.example"),
            ("b.example", "b-example"), ("b.example", ""),
        ])
    func notFound(subject: String, text: String) throws {
        #expect(try !#require(Subject(subject)).isNamed(in: Data(text.utf8)))
    }
}
