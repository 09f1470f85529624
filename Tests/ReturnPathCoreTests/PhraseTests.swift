import DeliveryReports
import ReturnPathCore
import TestSupport
import Testing

@Suite("Phrases")
struct PhraseTests {
    @Test("exist in every language, with the same placeholders", arguments: Language.allCases)
    func complete(language: Language) {
        for phrase in Phrase.all {
            let forms = Phrasebook(language).forms(of: phrase)
            #expect(forms.count == (phrase.isCounted ? Phrasebook(language).pluralForms : 1), "\(phrase)")
            for form in forms {
                #expect(form.contains { $0.isLetter || $0 == "}" }, "\(phrase)")
                #expect(form.first != " " && form.last != " " && !form.contains("  "), "\(phrase)")
            }
            #expect(
                Phrasebook(language).placeholders(of: phrase)
                    == Phrasebook(.english).placeholders(of: phrase), "\(phrase)")
        }
    }

    @Test("are not the same in two languages by mistake")
    func translated() {
        let same = Phrase.all.filter {
            Phrasebook(.english).forms(of: $0) == Phrasebook(.czech).forms(of: $0)
        }
        // What has no letters beside its placeholders.
        let wordless: Set<Phrase> = [
            .sentence(.subject), .sentence(.probeSubject), .sentence(.statement), .sentence(.attempt),
            .lookup(.found),
        ]
        #expect(Set(same) == wordless)
    }

    @Test("have a form for each number")
    func numbers() {
        let minutes = { (language: Language, count: Int) in
            Phrasebook(language).text(.sentence(.minutes), count: count)
        }
        #expect([1, 2, 15].map { minutes(.english, $0) } == ["a minute", "2 minutes", "15 minutes"])
        #expect(
            [1, 2, 4, 5, 15, 22].map { minutes(.czech, $0) }
                == ["minutu", "2 minuty", "4 minuty", "5 minut", "15 minut", "22 minut"])
    }

    @Test("never read what a placeholder is filled with")
    func braces() {
        let text = Phrasebook(.english).text(.sentence(.cameFrom), ["host": "{host} {domain} }{"])
        #expect(text == "it came from {host} {domain} }{")
    }

    @Test("of the causes are the ends of sentences, and of remedies whole ones", arguments: Language.allCases)
    func causes(language: Language) {
        for cause in Cause.allCases {
            let because = Phrasebook(language).text(.because(cause), ["domain": "tester.example"])
            #expect(!because.hasSuffix(".") && because.first?.isUppercase == false, "\(because)")
            let remedy = Phrasebook(language).text(.remedy(cause), ["domain": "tester.example"])
            #expect(remedy.hasSuffix(".") == (cause.owner != .nobody), "\(remedy)")
            #expect(remedy.first?.isUppercase != true, "\(remedy)")
        }
    }

    @Test("say of each mail what it is in as many words", arguments: Language.allCases)
    func weight(language: Language) {
        let lengths = ProbeKind.allCases.map {
            Phrasebook(language).text(.role($0)).split(whereSeparator: \.isWhitespace).count
        }
        #expect(Set(lengths).count == 1, "\(lengths)")
    }

    @Test("of Czech let no line end with a preposition of one letter")
    func bound() {
        let text = Phrasebook(.czech).text(.sentence(.arrived))
        #expect(text.contains("k\u{A0}vám a\u{A0}zpět"))
        #expect(Phrasebook(.czech).text(.sentence(.and), ["items": "1", "last": "2"]) == "1 a\u{A0}2")
        #expect(Phrasebook(.english).text(.sentence(.minutes)) == "a minute")
    }

    @Test("of labels are short enough for a column", arguments: Language.allCases)
    func labels(language: Language) {
        for outcome in Outcome.allCases { #expect(Phrasebook(language).text(.label(outcome)).count <= 10) }
    }
}
