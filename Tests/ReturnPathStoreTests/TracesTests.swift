import Foundation
import ReturnPathCore
import TestSupport
import Testing

@testable import ReturnPathStore

@Suite("What is known of somebody")
struct TracesTests {
    private let place: TemporaryStore
    private let store: Store

    init() throws {
        place = try TemporaryStore()
        store = try place.create()
    }

    /// Mail whose only encoding is to be written backwards.
    private static let reader: MessageReader = { [Data($0.reversed())] }

    private func effect(_ check: CheckID, to recipient: String, _ text: String) -> Effect {
        Effect(
            check: check, role: .probe(.control),
            submission: Submission(
                envelopeSender: "c-x@dual.check.example", recipient: recipient, envelopeID: "abc",
                message: Array(text.utf8)), told: "", notBefore: 0)
    }

    @Test("in another's check the facts and texts that name them go, and the check and its mails stay")
    func others() throws {
        let anna = try #require(Subject("anna@tester.example"))
        let sent = effect(Experiment.otherID, to: "bob@other.example", "forwarded to anna@tester.example")
        try store.write { transaction in
            try transaction.insert(try Experiment.check(), due: nil)
            try transaction.insert(
                try Experiment.check(Experiment.otherID, for: "bob@other.example"), due: nil)
            try transaction.enqueue(sent, at: 1)
            try transaction.append(
                Evidence(at: 1, fact: .queued(.control, reason: "for anna@tester.example")),
                to: Experiment.otherID)
            try transaction.append(Evidence(at: 1, fact: .submitted(.control)), to: Experiment.otherID)
            _ = try transaction.keep(Messages.mail("From: hanna@tester.example\n"))
        }
        #expect(try store.read { try $0.checks(about: anna) }.map(\.id) == [Experiment.id])
        // The fixture's envelope is Anna's.
        #expect(try store.read { try $0.messages(about: anna, reader: Self.reader) }.count == 1)
        let first = try store.write { try $0.forget(anna, pseudonym: nil, reader: Self.reader) }
        #expect(first.checks == 1 && first.messages == 1 && first.facts == 1 && first.letters == 0)
        // A mail that waits is sent as it is; afterwards its text goes, and that it was sent stays known.
        #expect(try store.read { try $0.traces(of: anna, reader: Self.reader) }.map(\.table) == ["effect"])
        try store.write { try $0.end(sent, .submitted, at: 2) }
        #expect(try store.write { try $0.forget(anna, pseudonym: nil, reader: Self.reader) }.letters == 1)
        #expect(try store.read { try $0.traces(of: anna, reader: Self.reader) }.isEmpty)
        #expect(try store.read { try $0.outbox(of: Experiment.otherID) }.map(\.ending) == [.submitted])
        #expect(
            try store.read { try $0.evidence(of: Experiment.otherID) }.map(\.fact) == [.submitted(.control)])
    }

    @Test("messages are read: what names them in an encoding goes, in mails of ours, too, and is told before")
    func encoded() throws {
        let anna = try #require(Subject("anna@tester.example"))
        let text = String("ask anna@tester.example".reversed())
        let sent = effect(Experiment.otherID, to: "bob@other.example", text)
        try store.write { transaction in
            try transaction.insert(
                try Experiment.check(Experiment.otherID, for: "bob@other.example"), due: nil)
            try transaction.enqueue(sent, at: 1)
            try transaction.end(sent, .submitted, at: 2)
            try transaction.append(
                Evidence(at: 1, fact: .queued(.control, reason: text)), to: Experiment.otherID)
            let envelope = Envelope(
                sender: "", recipient: "c-x@dual.check.example", clientAddress: "2001:db8::1",
                clientName: "out.else.example", helo: "out.else.example", queueID: "4", instance: .v6only)
            let mail = InboundMail(
                envelope: envelope, bytes: Array(text.utf8), size: text.utf8.count, receivedAt: 1)
            _ = try transaction.keep(mail)
        }
        let traces = try store.read { try $0.traces(of: anna, reader: Self.reader) }
        #expect(Set(traces.map(\.table)) == ["effect", "message"])
        let forgotten = try store.write { try $0.forget(anna, pseudonym: nil, reader: Self.reader) }
        #expect(forgotten.messages == 1 && forgotten.letters == 1 && forgotten.facts == 0)
        #expect(try store.read { try $0.traces(of: anna, reader: Self.reader) }.isEmpty)
    }

    @Test("a domain takes its rows of the statistics with it")
    func statistics() throws {
        let domain = try #require(Subject("tester.example"))
        for name in ["~tester.example", "~other.example"] {
            let summary = CheckSummary(
                domain: name, openedAt: Experiment.start, results: [.receive: .init(.passed)], sender: nil,
                survey: nil, pseudonym: \.self)
            try store.write { try $0.keep(summary.past) }
        }
        #expect(
            try store.write { try $0.forget(domain, pseudonym: "~tester.example", reader: Self.reader) }
                .pastChecks == 1)
        let past = try store.read { try $0.pastChecks(since: Experiment.start) }
        #expect(past.map(\.domain) == ["~other.example"])
        #expect(try store.read { try $0.summary(past[0]) }?.results == [.receive: .init(.passed)])
    }

    @Test("what the log's reader remembers of them is forgotten, and where it was stays known")
    func mailLog() throws {
        let anna = try #require(Subject("anna@tester.example"))
        let state = #"{"position":{"offset":7},"reader":{"notes":{"12":["to=<anna@tester.example>"]}}}"#
        try store.write { try $0.setMailLog("/log", state: state, problem: nil, at: 1) }
        _ = try store.write { try $0.forget(anna, pseudonym: nil, reader: Self.reader) }
        #expect(
            try store.read { try $0.mailLog("/log") }?.state
                == #"{"position":{"offset":7},"reader":{"notes":{}}}"#)
    }
}
