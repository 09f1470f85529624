import ReturnPathCore
import ReturnPathStore
import TestSupport
import Testing

@testable import ReturnPathService

@Suite("What needs a confirmation by mail")
struct InvitationTests {
    private let here: ReceivingInstallation
    private var store: Store { here.store }
    private static let start = Experiment.start
    private static let day: Seconds = 86_400

    init() throws { here = try ReceivingInstallation(invites: true) }

    private func confirmation(_ id: CheckID, _ kind: InvitationKind = .check) -> TestMail {
        .answer(to: "\(Experiment.signer.confirmationLocalPart(id, kind))@dual.check.example")
    }

    /// The name of the invitation that an unvouched request brings about.
    private func invited(
        _ mail: TestMail = .unvouched(), from client: String = "2001:db8:1::25", at now: Moment = start
    ) throws -> CheckID {
        let kept = try here.receive(mail, from: client, at: now)
        try #require(kept.note == "request, asked whether it is theirs", "\(kept.note)")
        return try #require(kept.check)
    }

    private func invitations() throws -> Int {
        var count = 0
        while let entry = try store.read({ try $0.nextEffect(at: .max) }) {
            if case .invitation = entry.effect.role { count += 1 }
            try store.write { try $0.end(entry.effect, .submitted, at: Self.start) }
        }
        return count
    }

    // Who is asked

    @Test("a request that nobody vouches for opens nothing and brings one mail, to the reverse-path")
    func asked() throws {
        let id = try invited()
        #expect(try store.read { try $0.check(id) } == nil)
        #expect(try store.read { try PendingWork.exists($0, withInvitations: true, at: Self.start) })
        let entry = try #require(try store.read { try $0.nextEffect(at: Self.start) })
        #expect(entry.effect.role == .invitation(.check) && entry.effect.check == id)
        #expect(entry.effect.submission.recipient == "anna@tester.example")
        #expect(try invitations() == 1)
    }

    @Test("nobody is asked where the operator does not want it")
    func off() throws {
        let here = try ReceivingInstallation()
        #expect(
            try here.receive(.unvouched()).note == "stray: neither SPF nor DKIM vouches for the sender")
        #expect(try here.store.read { try $0.nextEffect(at: .max) } == nil)
    }

    @Test("an address is asked once a day, under all of its spellings, whatever it writes")
    func onceADay() throws {
        _ = try invited()
        for (number, sender) in ["anna@tester.example", "Anna+x@tester.example"].enumerated() {
            let again = try here.receive(
                .unvouched(from: sender, id: "m\(number)"), at: Self.start + Self.day - 1)
            #expect(again.note == "stray: \(Stray.invitationLimit.rawValue)" && again.check == nil)
        }
        _ = try invited(.unvouched(id: "later"), at: Self.start + Self.day)
        #expect(try invitations() == 2)
    }

    @Test(
        "a domain, a network and everybody have limits, of which a check takes nothing",
        arguments: ["domain", "network", "total"])
    func limits(kind: String) throws {
        let most = kind == "total" ? 400 : 30
        func sender(_ number: Int) -> String {
            kind == "domain" ? "n\(number)@tester.example" : "n@d\(number).example"
        }
        func client(_ number: Int) -> String {
            kind == "network" ? "2001:db8:1::25" : "2001:db8:\(number + 1)::25"
        }
        for number in 0..<most {
            _ = try invited(.unvouched(from: sender(number), id: "m\(number)"), from: client(number))
        }
        let last = try here.receive(.unvouched(from: sender(most), id: "last"), from: client(most))
        #expect(last.note == "stray: \(Stray.invitationLimit.rawValue)")
        // Nobody is kept from a check by what others have written in their name.
        let vouched = try here.receive(.request(from: sender(0), id: "real"), from: client(most))
        #expect(vouched.note == "request")
    }

    @Test("who is over a limit of checks, or blocked, is not asked")
    func notAsked() throws {
        for number in 0..<3 { try here.receive(.request(id: "m\(number)")) }
        let over = try here.receive(.unvouched(id: "over"))
        #expect(over.note == "stray: too many checks for this address")
        try store.write { try $0.block("tester.example", origin: "test", at: 1) }
        #expect(
            try here.receive(.unvouched(id: "blocked"), at: Self.start + Self.day).note
                == "stray: \(Stray.blocked.rawValue)")
        #expect(try invitations() == 0)
    }

    @Test("a copy of a request that did pass adds nothing to its check, and nobody is asked about it")
    func copy() throws {
        let check = try #require(try here.receive(.request()).check)
        var mail = TestMail.unvouched()
        mail.recipient = "test@bare.check.example"
        #expect(try here.receive(mail).note == "stray: neither SPF nor DKIM vouches for the sender")
        #expect(try arrivals(check) == [.test])
    }

    // What a confirmation does

    private func arrivals(_ id: CheckID) throws -> [NameKind] {
        try store.read { try $0.evidence(of: id) }.compactMap {
            if case .arrived(let arrival) = $0.fact { arrival.name } else { nil }
        }
    }

    @Test("opens the check of the request, as that arrived, and once")
    func confirmed() throws {
        let id = try invited(from: "192.0.2.25")
        var second = TestMail.unvouched()
        second.recipient = "test@bare.check.example"
        let copy = try here.receive(second, from: "2001:db8:1::25", at: Self.start + 5)
        #expect(copy.note == "request, asked already whether it is theirs" && copy.check == id)
        let now = Self.start + 3600
        let kept = try here.receive(confirmation(id), from: "2001:db8:77::1", at: now)
        #expect(kept.note == "confirmation" && kept.check == id)
        let check = try #require(try store.read { try $0.check(id) })
        #expect(check.openedAt == now && check.reversePath.text == "anna@tester.example")
        #expect(check.messageID == "<hello@tester.example>" && check.clientNetwork == "192.0.2.0/24")
        #expect(try arrivals(id) == [.test, .bare])
        let evidence = try store.read { try $0.evidence(of: id) }
        #expect(evidence.map(\.at) == [Self.start, Self.start + 5])
        #expect(evidence.allSatisfy { $0.message != nil })
        guard case .arrived(let first) = evidence.first?.fact else {
            Issue.record("no arrival")
            return
        }
        #expect(!first.isOverIPv6)
        #expect(try here.roles(id) == ["c"])
        var other = confirmation(id)
        other.sender = "otto@other.example"
        #expect(try here.receive(other, at: now + 1).note == "confirmation, known already")
        #expect(try store.read { try $0.checks(openOnly: false, most: 9) }.count == 1)
        #expect(try arrivals(id) == [.test, .bare])
    }

    @Test("counts for a day and not a second longer", arguments: [(day, true), (day + 1, false)])
    func late(seconds: Seconds, isOpened: Bool) throws {
        let id = try invited()
        let note = try here.receive(confirmation(id), at: Self.start + seconds).note
        #expect(note == (isOpened ? "confirmation" : "stray: the confirmation came too late"))
        #expect(try (store.read { try $0.check(id) } != nil) == isOpened)
    }

    @Test("of what is not known, or for another purpose, opens nothing")
    func unknown() throws {
        let id = try invited()
        for mail in [confirmation(Experiment.id), confirmation(id, .block)] {
            #expect(try here.receive(mail).note == "stray: what it confirms is no longer known")
        }
        #expect(try store.read { try $0.check(id) } == nil)
        #expect(try store.read { try $0.blocked() }.isEmpty)
    }

    @Test("opens nothing for who has been blocked since, and waits where a limit is reached")
    func notOpened() throws {
        let id = try invited()
        for number in 0..<3 { try here.receive(.request(id: "m\(number)"), at: Self.start + 1) }
        #expect(
            try here.receive(confirmation(id), at: Self.start + 2).note
                == "stray: too many checks for this address")
        var later = confirmation(id)
        later.bytes += Array("please\n".utf8)
        #expect(try here.receive(later, at: Self.start + 3700).note == "confirmation")
        let other = try invited(.unvouched(from: "otto@other.example"))
        let stop = "\(Experiment.signer.stopLocalPart(other))@dual.check.example"
        #expect(try here.receive(.answer(to: stop, from: "otto@other.example")).note == "stop")
        #expect(try store.read { try $0.isBlocked("otto@other.example") })
        #expect(try here.receive(confirmation(other)).note == "stray: \(Stray.blocked.rawValue)")
        #expect(try store.read { try $0.check(other) } == nil)
    }

    @Test("where the same request has passed meanwhile, the arrivals become that check's")
    func passedMeanwhile() throws {
        let id = try invited()
        var passed = TestMail.request()
        passed.recipient = "test@bare.check.example"
        let check = try #require(try here.receive(passed, at: Self.start + 9).check)
        #expect(check != id)
        #expect(try here.receive(confirmation(id), at: Self.start + 10).check == check)
        #expect(try Set(arrivals(check)) == [.test, .bare])
        #expect(try store.read { try $0.check(id) } == nil)
    }

    @Test("a report or an automatic response about an invitation changes nothing")
    func bounced() throws {
        let id = try invited()
        let sender = Experiment.signer.envelopeLocalPart(id, .invitation(.check))
        let to = "\(sender)@dual.check.example"
        let bounce = try here.receive(TestMail(sender: "", recipient: to, bytes: DSN.failed()))
        #expect(bounce.note.hasPrefix("report about i1: failed") && bounce.check == id)
        let automatic = TestMail(
            sender: "", recipient: to, bytes: Array("Auto-Submitted: auto-replied\n\naway\n".utf8))
        #expect(try here.receive(automatic).note == "automatic response to a letter")
        #expect(try store.read { try $0.check(id) } == nil)
        #expect(try store.read { try $0.invitation(id) }?.confirmedAt == nil)
        #expect(try here.receive(confirmation(id)).note == "confirmation")
    }

    @Test("is believed under an older key, and not when that is gone")
    func rotation() throws {
        let id = try invited()
        let address = confirmation(id)
        let fresh = [UInt8](1..<33)
        let configuration = here.installation.configuration
        func note(_ signer: Signer, at now: Moment) throws -> String {
            let inbound = InboundMail(
                envelope: Envelope(
                    sender: address.sender, recipient: address.recipient, clientAddress: "2001:db8::1",
                    clientName: "", helo: "", queueID: "4A", instance: .operator),
                bytes: address.bytes + Array("\(now)".utf8), size: 0, receivedAt: now)
            _ = try Receiver(Installation(configuration, signer: signer), store).receive(inbound)
            return try store.write { try $0.keep(inbound).message.note }
        }
        #expect(try note(Signer(secret: fresh), at: Self.start + 1).hasPrefix("stray: "))
        #expect(
            try note(Signer(secret: fresh, older: [(Experiment.secret, nil)]), at: Self.start + 2)
                == "confirmation")
    }
}
