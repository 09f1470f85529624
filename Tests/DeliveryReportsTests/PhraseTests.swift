@testable import DeliveryReports
import InternetMessage
import Testing

/// The lists of phrases: each phrase is tried alone, in a message that no other phrase of its list makes a
/// report of, so that a phrase that is gone is missed.
@Suite("Phrases")
struct PhraseTests {
    /// Entries that stand inside others, which then nobody would miss.
    func redundant(_ list: [StaticString]) -> [String] {
        let texts = list.map(\.description)
        return texts.enumerated().filter { index, text in
            texts.enumerated().contains { $0 != index && text.contains($1) }
        }.map(\.element)
    }

    static func bounce(_ text: String, subject: String = "hello", from: String = "mailer-daemon@mx.example")
        -> Reading
    {
        Reading.read(Array("From: \(from)\nTo: me@y.example\nSubject: \(subject)\n\n\(text)\n".utf8))
    }

    static func recipients(_ reading: Reading) -> [String] {
        reading.recipients.map(\.finalRecipient.address)
    }

    static let texts =
        FailurePhrases.failure + FailurePhrases.foreign + FailurePhrases.delay + FailurePhrases.foreignDelay
    static let lateOnly = FailurePhrases.lateOnly + FailurePhrases.foreignLateOnly

    @Test("of a failure make a report of a text", arguments: texts.map(\.description))
    func failure(_ phrase: String) {
        #expect(Self.recipients(Self.bounce("\(phrase)\n\n<r@z.example>")) == ["r@z.example"])
        let short = phrase.dropLast(phrase.count / 2)
        #expect(Self.bounce("\(short)#\n\n<r@z.example>").kind == .other)
    }

    @Test("of a delay tell that attempts go on", arguments: lateOnly.map(\.description))
    func late(_ phrase: String) {
        let reading = Self.bounce("not delivered: \(phrase)\n\n<r@z.example>")
        #expect(reading.recipients.map(\.action) == [.delayed])
        let near = Self.bounce("not delivered: \(phrase.dropLast(2))#\n\n<r@z.example>")
        #expect(near.recipients.map(\.action) == [.failed])
    }

    @Test(
        "of a heading tell who got the mail, where others did not",
        arguments: FailurePhrases.delivered.map(\.description))
    func delivered(_ phrase: String) {
        func recipients(_ heading: String, other: String = "not delivered:\n\nr@z.example") -> [String] {
            Self.recipients(Self.bounce("\(other)\n\nThese \(heading):\n\nq@z.example"))
        }
        #expect(recipients(phrase) == ["r@z.example"])
        #expect(recipients("\(phrase.dropLast(3))#") == ["r@z.example", "q@z.example"])
        #expect(recipients("were not \(phrase)") == ["r@z.example", "q@z.example"])
        // A report about one alone is about that one, whatever is said above.
        #expect(recipients(phrase, other: "not delivered") == ["q@z.example"])
    }

    @Test("beside one address tell of that one alone", arguments: FailurePhrases.ownLate.map(\.description))
    func ownLate(_ phrase: String) {
        let reading = Self.bounce("not delivered:\n\n<a@z.example> (\(phrase))\n<b@z.example> (gone)")
        #expect(reading.recipients.map(\.action) == [.delayed, .failed])
    }

    @Test("before an address name a recipient", arguments: AddressPhrases.labels.map(\.description))
    func label(_ phrase: String) {
        #expect(Self.recipients(Self.bounce("not delivered\n\n\(phrase) r@z.example")) == ["r@z.example"])
        #expect(Self.form(in: "\(phrase) r@z.example") == .label)
        let near = "\(phrase.dropLast(2))#"
        if !FailurePhrases.occur(in: SearchText(Phrase.normalized(near))) {
            #expect(Self.form(in: "\(near) r@z.example") != .label)
        }
    }

    /// How a text of nobody's names its first address.
    private static func form(in text: String) -> RecipientFinder.Form? {
        RecipientFinder(TextLines(Array(text.utf8)), others: Correspondents([])).mentions().first?.form
    }

    @Test("before an address name who led to it", arguments: AddressPhrases.origins.map(\.description))
    func origin(_ phrase: String) {
        let reading = Self.bounce("not delivered:\n\nr@z.example\n  (\(phrase) o@z.example)\n  no such user")
        #expect(Self.recipients(reading) == ["r@z.example"])
        #expect(reading.recipients.first?.originalRecipient?.address == "o@z.example")
    }

    static let others = AddressPhrases.elsewhere + AddressPhrases.endings + AddressPhrases.beginnings

    @Test("before an address name somebody else", arguments: others.map(\.description))
    func elsewhere(_ phrase: String) {
        let isEnding = AddressPhrases.endings.contains { $0.description == phrase }
        let reading = Self.bounce(
            "a mail was not delivered \n\(isEnding ? "so told" : "")\(phrase) p@z.example")
        #expect(!Self.recipients(reading).contains("p@z.example"))
    }

    @Test("of an author tell a mail system", arguments: LetterheadPhrases.daemons.map(\.description))
    func daemon(_ phrase: String) {
        let text = "not delivered:\n\n<r@z.example>"
        #expect(Self.bounce(text, from: "\"\(phrase)\" <x@z.example>").kind == .report)
        #expect(Self.bounce(text, from: "\"\(phrase.dropLast(3))#\" <x@z.example>").kind == .other)
    }

    static let subjects = LetterheadPhrases.failures + LetterheadPhrases.delays

    @Test("of a subject tell a report", arguments: subjects.map(\.description))
    func subject(_ phrase: String) {
        let text = "not delivered:\n\n<r@z.example>"
        #expect(Self.bounce(text, subject: phrase, from: "x@z.example").kind == .report)
        #expect(Self.bounce(text, subject: "\(phrase.dropLast(3))#", from: "x@z.example").kind == .other)
    }

    @Test(
        "before a subject tell who hands something on",
        arguments: LetterheadPhrases.forwards.map(\.description))
    func forward(_ phrase: String) {
        let text = "not delivered:\n\n<r@z.example>"
        #expect(Self.bounce(text, subject: "\(phrase) not delivered", from: "x@z.example").kind == .other)
        let near = "\(phrase.dropLast()) not delivered"
        #expect(Self.bounce(text, subject: near, from: "x@z.example").kind == .report)
    }

    @Test("between addresses join them", arguments: AddressPhrases.joints.map(\.description))
    func joint(_ word: String) {
        let text = "not delivered to r@z.example \(word)\nq@z.example since it is full"
        #expect(Self.recipients(Self.bounce(text)) == ["r@z.example", "q@z.example"])
        let other = "not delivered to r@z.example \(word)x q@z.example since it is full"
        #expect(Self.recipients(Self.bounce(other)) == ["r@z.example"])
    }

    @Test("of help name no recipient", arguments: AddressPhrases.roles)
    func role(_ name: String) {
        #expect(Self.recipients(Self.bounce("it was not delivered, tell \(name)@z.example soon")) == [])
    }

    @Test(
        "of a subject tell a notice to whoever runs the system",
        arguments: LetterheadPhrases.notices.map(\.description))
    func notice(_ phrase: String) {
        #expect(Self.bounce("not delivered:\n\n<r@z.example>", subject: phrase).kind == .other)
    }

    @Test(
        "on a line part the text from what is returned",
        arguments: ReturnedPhrases.separators.map(\.description))
    func separator(_ phrase: String) {
        let reading = Self.bounce(
            "not delivered:\n\n<r@z.example>\n\n--- \(phrase) ---\nX-A: 1\n\n<q@z.example> not delivered")
        #expect(Self.recipients(reading) == ["r@z.example"])
        #expect(reading.returned?.field("X-A") == "1")
    }

    @Test("stand in no list twice")
    func redundancy() {
        let lists = [
            Self.texts, Self.lateOnly, AddressPhrases.origins, AddressPhrases.elsewhere,
            LetterheadPhrases.daemons,
            Self.subjects, LetterheadPhrases.notices,
        ]
        for list in lists { #expect(redundant(list) == []) }
        for list in [AddressPhrases.labels, AddressPhrases.endings] {
            let texts = list.map(\.description)
            #expect(texts.filter { text in texts.contains { $0 != text && text.hasSuffix($0) } } == [])
        }
        for list in [AddressPhrases.beginnings, ReturnedPhrases.separators, AutomaticResponse.subjects] {
            let texts = list.map(\.description)
            #expect(texts.filter { text in texts.contains { $0 != text && text.hasPrefix($0) } } == [])
        }
    }

    @Test("of a program tell its form, and are missed when they are gone")
    func formats() {
        for (index, rule) in FormatRule.table.enumerated() {
            let text = SearchText(Phrase.normalized(rule.words.map(\.description).joined(separator: " ")))
            #expect(FormatRule.format(of: text) == rule.format)
            var rest = FormatRule.table
            rest.remove(at: index)
            #expect(FormatRule.format(of: text, in: rest) != rule.format, "\(rule.format) \(rule.words)")
        }
    }

    @Test(
        "of a service about a mailbox of its own outrank the answer below",
        arguments: OwnerPhrases.beginnings.map(\.description))
    func ownWords(_ phrase: String) {
        func reason(_ words: String) -> Reason? {
            Self.bounce("not delivered: \(words)disabled.\n\n<r@z.example>: 550 user unknown").recipients
                .first?.reason
        }
        #expect(reason(phrase) == .mailboxDisabled)
        #expect(reason("\(phrase.dropLast(3))# is ") == .userUnknown)
    }

    @Test("of a dialogue tell the stage, and are missed when they are gone")
    func stages() {
        for (index, rule) in StageRule.table.enumerated() {
            let text = SearchText(Phrase.normalized("\(rule.words) x"))
            #expect(StageRule.stage(of: text) == rule.stage, "\(rule.words)")
            var rest = StageRule.table
            rest.remove(at: index)
            #expect(StageRule.stage(of: text, in: rest) != rule.stage, "\(rule.words)")
        }
    }
}
