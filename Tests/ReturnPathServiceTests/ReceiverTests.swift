import ReturnPathCore
import ReturnPathStore
import TestSupport
import Testing

@testable import ReturnPathService

@Suite("From a message to what follows from it")
struct ReceiverTests {
    private let here: ReceivingInstallation
    private var store: Store { here.store }
    private var installation: Installation { here.installation }

    init() throws { here = try ReceivingInstallation() }

    /// Takes a mail in and says what was made of it.
    @discardableResult
    private func receive(_ mail: TestMail, at now: Moment = Experiment.start) throws -> StoredMessage {
        try here.receive(mail, at: now)
    }

    private func roles(_ id: CheckID) throws -> [String] { try here.roles(id) }

    @Test("a request opens a check with one mail to send; the same again opens none")
    func request() throws {
        let first = try receive(.request())
        let id = try #require(first.check)
        #expect(first.note == "request" && first.state == .sorted)
        #expect(try roles(id) == ["c"])
        var again = TestMail.request()
        again.recipient = "test@bare.check.example"
        let second = try receive(again)
        #expect(second.note == "request, known already" && second.check == id)
        #expect(try roles(id) == ["c"])
    }

    @Test("over a limit nothing is opened", arguments: ["per_address", "per_domain", "per_network"])
    func limits(key: String) throws {
        let stem = key == "per_address" ? 3 : 30
        for number in 0..<stem {
            let sender = key == "per_address" ? "anna@tester.example" : "n\(number)@tester.example"
            #expect(try receive(.request(from: sender, id: "m\(number)")).note == "request")
        }
        let sender =
            switch key {
            case "per_address": "Anna@tester.example"
            case "per_domain": "other@tester.example"
            default: "other@elsewhere.example"
            }
        let last = try receive(.request(from: sender, id: "last"))
        #expect(last.note.hasPrefix("stray: "), "\(last.note)")
        #expect(last.check == nil)
        let later = try receive(.request(from: sender, id: "later"), at: Experiment.start + 3700)
        #expect(later.note == "request")
    }

    @Test("whoever asks to be left alone gets nothing more, and opens nothing more")
    func stop() throws {
        let id = try #require(try receive(.request()).check)
        let stop = "\(installation.signer.stopLocalPart(id))@dual.check.example"
        let asked = try receive(
            TestMail(sender: "anna@tester.example", recipient: stop, bytes: Array("Subject: stop\n\n".utf8)))
        #expect(asked.note == "stop" && asked.check == id)
        #expect(try store.read { try $0.isBlocked("anna@tester.example") })
        let later = try receive(.request(id: "later"), at: Experiment.start + 90_000)
        #expect(later.note.hasPrefix("stray: ") && later.check == nil)
    }

    @Test("programs and lists are never answered, and what our server does not vouch for neither")
    func neverAnswered() throws {
        for field in ["Auto-Submitted: auto-generated", "List-Id: <x.tester.example>", "Precedence: bulk"] {
            var mail = TestMail.request(id: field.filter(\.isLetter))
            mail.bytes = Array(
                String(decoding: mail.bytes, as: UTF8.self)
                    .replacing("From: ", with: "\(field)\nFrom: ").utf8)
            let kept = try receive(mail)
            #expect(kept.check == nil && kept.note.hasPrefix("stray: "), "\(field): \(kept.note)")
        }
    }

    @Test("a message whose reader died is read by the runner, at most three times")
    func poisoned() throws {
        let mail = TestMail.request()
        let envelope = Envelope(
            sender: mail.sender, recipient: mail.recipient, clientAddress: "2001:db8:1::25",
            clientName: "out.tester.example", helo: "out.tester.example", queueID: "4ABC123",
            instance: .operator)
        let inbound = InboundMail(
            envelope: envelope, bytes: mail.bytes, size: mail.bytes.count, receivedAt: Experiment.start)
        // The first process stored it and died.
        _ = try store.write { try $0.keep(inbound) }
        let second = try receive(mail)
        #expect(second.state == .unread && second.attempts == 2)
        #expect(try store.read { try PendingWork.exists($0, at: Experiment.start) })
        try store.write { try $0.countAttempt(second.id) }
        #expect(try store.read { try !PendingWork.exists($0, at: Experiment.start) })
        let outcome = try Rejudger(installation, store).run { _ in }
        #expect(outcome.read == 1)
        #expect(try store.read { try $0.message(second.id)?.note } == "request")
    }

    @Test("an answer that no reader knows is kept and read again by rejudge")
    func rejudge() throws {
        let id = try #require(try receive(.request()).check)
        let control = "\(installation.signer.envelopeLocalPart(id, .probe(.control)))@dual.check.example"
        let kept = try receive(
            TestMail(sender: "", recipient: control, bytes: Array("Subject: ?\n\nIt came back.\n".utf8)))
        #expect(kept.state == .notReadable && kept.check == id)
        let outcome = try Rejudger(installation, store).run { _ in }
        #expect(outcome.stillNotReadable == 1)
    }
}
