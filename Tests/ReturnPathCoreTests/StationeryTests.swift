import InternetMessage
import ReturnPathCore
import TestSupport
import Testing

@Suite("Templates and words of the operator's own")
struct StationeryTests {
    private func probe(_ stationery: Stationery, in language: Language = .english) throws -> ShownParts {
        let letter = ProbeLetter(
            composer: Experiment.composer, stationery: stationery, timing: try Experiment.timing(),
            operatorAddress: Experiment.operatorAddress)
        return try ShownParts(
            letter.submission(.control, of: Experiment.check(in: language), at: Experiment.start))
    }

    @Test("take the place of the built-in ones, each for itself")
    func templates() throws {
        let own = try probe(
            Stationery(templates: [.probeText: "{{#closing}}\n- {{.}}\n{{/closing}}\n<{{subject}}>\n"]))
        #expect(own.text.hasPrefix("- Not your request?"))
        #expect(own.text.hasSuffix("\n<IPv6 return path check: mail 1 of 4>\n"))
        #expect(try own.html == probe(Stationery()).html)
    }

    @Test(
        "are told from broken ones, by line and column",
        arguments: [
            ("{{#a}}\n", 2), ("x\n{{#a}}\n{{/b}}\n", 3), ("x\ny {{a b}}\n", 2), ("{{{a}}", 1),
            ("\n\n{{#a", 3),
            ("{{=x}}", 1), ("{{% X:Y}}", 1), ("{{<a}}{{b}}{{/a}}", 1), ("{{a(b}}", 1), ("{{> }", 1),
            ("{{/a}}", 1),
        ])
    func faults(source: String, line: Int) throws {
        let broken = Stationery(templates: [.verdictHTML: source])
        #expect(broken.faults.map(\.template) == [.verdictHTML])
        #expect(broken.faults.first?.line == line, "\(broken.faults)")
        #expect(broken.faults.first.map { $0.column >= 1 && !$0.problem.isEmpty } == true)
    }

    @Test(
        "are told from those that ask for what there is not",
        arguments: [
            ("a\n{{outcom}}", 2, 1, "there is no value called outcom"),
            ("{{outcome}} {{{ outcom }}}", 1, 13, "there is no value called outcom"),
            ("{{#tested}}\n {{#items}}{{sentence}}{{/items}}{{&sentences}}{{/tested}}", 2, 34, "sentences"),
            ("{{^notes.tex}}{{/notes.tex}}", 1, 1, "tex"),
            ("{{uppercased(outcom)}}", 1, 1, "outcom"),
            ("{{=<% %>=}}<% outcome %>{{x}}<% outcom %>", 1, 30, "outcom"),
            ("x {{> footer}}", 1, 3, "no other template can be included"),
            ("{{lines}}{{paragraphs}}", 1, 10, "paragraphs"),
        ])
    func unknown(source: String, line: Int, column: Int, problem: String) {
        let faults = Stationery(templates: [.verdictText: source]).faults
        #expect(faults.map(\.line) == [line])
        #expect(faults.map(\.column) == [column])
        #expect(faults.first?.problem.hasSuffix(problem) == true, "\(faults)")
    }

    @Test("may have comments, what is done with a value, and other delimiters")
    func known() {
        let source =
            "{{! what }}{{uppercased(outcome)}}{{#tested.items}}{{.}}{{/tested.items}}{{=[ ]=}}[outcome]{{x}}"
        #expect(Stationery(templates: [.verdictHTML: source]).faults.isEmpty)
    }

    @Test("that are broken are not used")
    func fallback() throws {
        let broken = Stationery(templates: [.probeText: "{{#a}}", .probeHTML: "{{{a}}"])
        let (parts, usual) = (try probe(broken), try probe(Stationery()))
        #expect(parts.text == usual.text && parts.html == usual.html)
    }

    @Test("that are built in have no fault")
    func builtIn() {
        let sources = LetterTemplate.allCases.map { ($0, $0.builtIn) }
        #expect(Stationery(templates: Dictionary(uniqueKeysWithValues: sources)).faults.isEmpty)
    }

    @Test("escape what they are filled with, whatever an operator's template is")
    func escaping() throws {
        let address = "\"<b>&'\"@tester.example"
        let letter = ProbeLetter(
            composer: Experiment.composer,
            stationery: Stationery(templates: [.probeHTML: "<p>{{#paragraphs}}{{.}}{{/paragraphs}}</p>"]),
            timing: try Experiment.timing(), operatorAddress: Experiment.operatorAddress)
        let parts = try ShownParts(
            letter.submission(.control, of: Experiment.check(for: address), at: Experiment.start))
        #expect(parts.html.contains("&quot;&lt;b&gt;&amp;&#39;&quot;@tester.example"))
    }

    @Test("say in other words what the built-in ones say")
    func words() throws {
        let words: [Language: [Phrase: String]] = [
            .english: [.sentence(.arrived): "Got it."],
            .czech: [.sentence(.minutes): "chvíli|chvilky|chvilek"],
        ]
        #expect(try probe(Stationery(words: words)).text.hasPrefix("Got it.\n"))
        #expect(
            try probe(Stationery(words: words), in: .czech).text.replacing("\n", with: " ")
                .contains("nejpozději za chvilek."))
    }

    @Test("must have the same placeholders and as many forms")
    func wrongWords() {
        let book = Phrasebook(.czech)
        #expect(book.fault(in: "S {host}.", for: .sentence(.cameFrom)) == nil)
        #expect(book.fault(in: "S {hots}.", for: .sentence(.cameFrom)) == "has no {hots}")
        #expect(book.fault(in: "S.", for: .sentence(.cameFrom)) == "must say {host}")
        #expect(book.fault(in: "a|b", for: .sentence(.minutes)) == "must have 3 forms, parted by |")
        #expect(book.fault(in: "a\nb", for: .sentence(.arrived)) == "is not one line of words")
        #expect(book.fault(in: "", for: .sentence(.arrived)) == "is not one line of words")
        for phrase in Phrase.all {
            let usual = book.forms(of: phrase).joined(separator: "|")
            #expect(book.fault(in: usual, for: phrase) == nil, "\(phrase)")
        }
    }

    @Test("have a name of their own for each phrase")
    func keys() {
        #expect(Set(Phrase.all.map(\.key)).count == Phrase.all.count)
        #expect(Phrase.all.allSatisfy { $0.key.wholeMatch(of: /[a-z]+\.[A-Za-z0-9-]+/) != nil })
    }
}
