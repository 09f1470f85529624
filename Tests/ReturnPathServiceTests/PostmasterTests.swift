import ReturnPathCore
import ReturnPathStore
import TestSupport
import Testing

@testable import ReturnPathService

@Suite("Postmasters who want no mail for their domain")
struct PostmasterTests {
    private let here: ReceivingInstallation
    private var store: Store { here.store }
    private static let start = Experiment.start
    private static let day: Seconds = 86_400
    private static let postmaster = "postmaster@tester.example"

    init() throws { here = try ReceivingInstallation(invites: true) }

    private func offers(_ recipient: String = postmaster) throws -> [OutboxEntry] {
        var found: [OutboxEntry] = []
        while let entry = try store.read({ try $0.nextEffect(at: .max) }) {
            if entry.effect.role == .invitation(.block) { found.append(entry) }
            try store.write { try $0.end(entry.effect, .submitted, at: Self.start) }
        }
        #expect(found.allSatisfy { $0.effect.submission.recipient == recipient })
        return found
    }

    private func isBlocked(_ address: String) throws -> Bool { try store.read { try $0.isBlocked(address) } }

    /// A mail to `stop@`.
    private func stop(from sender: String = postmaster, isVouched: Bool = true, id: String = "stop")
        -> TestMail
    {
        var mail: TestMail =
            isVouched ? .request(from: sender, id: id) : .unvouched(from: sender, id: id)
        mail.recipient = "stop@test.check.example"
        return mail
    }

    private func confirm(_ id: CheckID, at now: Moment = start) throws -> String {
        let local = Experiment.signer.confirmationLocalPart(id, .block)
        return try here.receive(
            .answer(to: "\(local)@dual.check.example", from: Self.postmaster), at: now
        ).note
    }

    @Test("get one mail, and a reply to it blocks the domain and all below it")
    func confirmed() throws {
        #expect(try here.receive(stop()).note == "stop")
        #expect(try isBlocked(Self.postmaster))
        #expect(try !isBlocked("anna@tester.example"))
        let offer = try #require(try offers().first)
        #expect(try confirm(offer.effect.check) == "confirmation: the domain is blocked")
        for address in ["anna@tester.example", "otto@mail.tester.example"] {
            #expect(try isBlocked(address))
        }
        #expect(try !isBlocked("anna@other.example"))
        let entry = try store.read { try $0.blocked() }.first { $0.name == "tester.example" }
        #expect(entry?.origin == "asked for by \(Self.postmaster)")
        #expect(
            try here.receive(.request(from: "anna@tester.example")).note
                == "stray: \(Stray.blocked.rawValue)")
        #expect(try store.read { try $0.check(offer.effect.check) } == nil)
    }

    @Test("and others get none")
    func others() throws {
        #expect(try here.receive(stop(from: "anna@tester.example")).note == "stop")
        #expect(
            try here.receive(stop(from: "anna@other.example", isVouched: false)).note.hasPrefix("stray: "))
        #expect(try offers().isEmpty)
    }

    @Test("whom nobody vouches for are not blocked, but asked")
    func unvouched() throws {
        #expect(
            try here.receive(stop(isVouched: false)).note == "postmaster asked whether to block the domain")
        #expect(try !isBlocked(Self.postmaster))
        #expect(try offers().count == 1)
        let again = try here.receive(stop(isVouched: false, id: "again"), at: Self.start + Self.day - 1)
        #expect(again.note == "stray: neither SPF nor DKIM vouches for the sender")
        #expect(try offers().isEmpty)
        try here.receive(stop(isVouched: false, id: "later"), at: Self.start + Self.day)
        #expect(try offers().count == 1)
    }

    @Test("whom nobody vouches for are not asked where the operator does not want it; others are")
    func uninvited() throws {
        let here = try ReceivingInstallation()
        #expect(
            try here.receive(stop(isVouched: false)).note
                == "stray: neither SPF nor DKIM vouches for the sender")
        #expect(try here.store.read { try $0.nextEffect(at: .max) } == nil)
        #expect(try here.receive(stop(id: "vouched")).note == "stop")
        #expect(try here.store.read { try $0.nextEffect(at: .max) } != nil)
    }

    @Test("who are blocked already get nothing, nor those of a blocked domain")
    func blocked() throws {
        try here.receive(stop())
        #expect(try offers().count == 1)
        for (number, isVouched) in [true, false].enumerated() {
            try here.receive(
                stop(isVouched: isVouched, id: "m\(number)"), at: Self.start + 2 * Self.day)
        }
        try store.write { try $0.block("other.example", origin: "test", at: 1) }
        try here.receive(stop(from: "postmaster@mail.other.example"))
        #expect(try offers().isEmpty)
    }

    @Test("are asked about their own domain alone, where they write to the address in somebody's mail")
    func signed() throws {
        let id = try #require(try here.receive(.request()).check)
        let address = "\(Experiment.signer.stopLocalPart(id))@dual.check.example"
        #expect(try offers().isEmpty)
        #expect(try here.receive(.answer(to: address, from: "postmaster@other.example")).note == "stop")
        #expect(try isBlocked("anna@tester.example"))
        #expect(try offers().isEmpty)
        var robot = TestMail.answer(to: address, from: Self.postmaster)
        robot.bytes = Array("Auto-Submitted: auto-replied\n\naway\n".utf8)
        #expect(try here.receive(robot).note == "stop")
        #expect(try offers().isEmpty)
        #expect(try here.receive(.answer(to: address, from: "Postmaster@Tester.Example")).note == "stop")
        #expect(try offers().count == 1)
        #expect(try !isBlocked(Self.postmaster))
    }

    @Test("have a day to confirm, once; what is past its time or blocked otherwise is not sent")
    func late() throws {
        try here.receive(stop())
        let id = try #require(try offers().first?.effect.check)
        #expect(try confirm(id, at: Self.start + Self.day + 1) == "stray: the confirmation came too late")
        #expect(try !isBlocked("anna@tester.example"))
    }

    @Test("of many domains in nobody's name are limited by network")
    func limits() throws {
        for number in 0..<31 {
            try here.receive(stop(from: "postmaster@d\(number).example", isVouched: false, id: "m\(number)"))
        }
        let notes = try store.read { transaction in
            try (1...31).compactMap { try transaction.message($0)?.note }
        }
        #expect(notes.count { $0 == "postmaster asked whether to block the domain" } == 30)
        #expect(notes.last == "stray: neither SPF nor DKIM vouches for the sender")
    }
}
