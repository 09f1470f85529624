import Foundation
import ReturnPathCore
import ReturnPathStore
import TestSupport
import Testing

/// Messages for these tests.
enum Messages {
    static let envelope = Envelope(
        sender: "anna@tester.example", recipient: "test@test.check.example", clientAddress: "2001:db8::1",
        clientName: "out", helo: "out", queueID: "4ABC", instance: .operator)

    static func mail(_ text: String, at moment: Moment = 10) -> InboundMail {
        let bytes = Array(text.utf8)
        return InboundMail(envelope: envelope, bytes: bytes, size: bytes.count, receivedAt: moment)
    }
}

@Suite("Tables")
struct TableTests {
    private let place: TemporaryStore
    private let store: Store

    init() throws {
        place = try TemporaryStore()
        store = try place.create()
    }

    private func effect(
        _ role: MailRole, of check: CheckID = Experiment.id, _ text: String = "x", notBefore: Moment = 0
    )
        -> Effect
    {
        Effect(
            check: check, role: role,
            submission: Submission(
                envelopeSender: "c-x@dual.check.example", recipient: "anna@tester.example", envelopeID: "abc",
                message: Array(text.utf8)), told: "", notBefore: notBefore)
    }

    @Test("a message keeps its octets, its envelope and how far it came")
    func messages() throws {
        let mail = Messages.mail("Subject: \0 and \u{FFFD}\n\nbody\n")
        let kept = try store.write { try $0.keep(mail).message }
        let found = try #require(try store.read { try $0.message(kept.id) })
        #expect(found.id == kept.id && found.state == .arrived && found.attempts == 1)
        #expect(found.mail.bytes == mail.bytes && found.mail.envelope == mail.envelope)
        try store.write { transaction in
            try transaction.countAttempt(kept.id)
            try transaction.mark(kept.id, .notReadable, note: "no reader", check: nil)
        }
        let later = try #require(try store.read { try $0.message(kept.id) })
        #expect(later.state == .notReadable && later.attempts == 2 && later.note == "no reader")
        #expect(try store.read { try $0.messages(in: .notReadable, attempts: 1) }.isEmpty)
        #expect(try store.read { try $0.messages(in: .notReadable, before: 10) }.isEmpty)
        #expect(try store.read { try $0.messages(in: .notReadable, after: kept.id) }.isEmpty)
        #expect(try store.read { try $0.messages(in: .notReadable) }.count == 1)
        #expect(try store.read { try $0.messageCounts() } == [.notReadable: 1])
        #expect(try store.read { try $0.hasMessages(in: .notReadable, attempts: 2) })
        #expect(try store.read { try !$0.hasMessages(in: .notReadable, attempts: 1) })
        #expect(try store.read { try !$0.hasMessages(in: .unread, attempts: 2) })
    }

    @Test("the same octets for another recipient are another message")
    func digest() throws {
        let mail = Messages.mail("same")
        let envelope = Envelope(
            sender: "", recipient: "test@bare.check.example", clientAddress: "", clientName: "", helo: "",
            queueID: "", instance: .v6only)
        let other = InboundMail(envelope: envelope, bytes: mail.bytes, size: mail.size, receivedAt: 10)
        #expect(mail.digest != other.digest)
        #expect(try store.write { try $0.keep(mail).message.id != $0.keep(other).message.id })
    }

    @Test("the same octets for the same recipient are one message")
    func again() throws {
        let mail = Messages.mail("same")
        let first = try store.write { try $0.keep(mail) }
        try store.write { try $0.mark(first.message.id, .sorted, note: "request", check: nil) }
        let second = try store.write { try $0.keep(mail) }
        #expect(first.isNew && !second.isNew)
        #expect(second.message.id == first.message.id && second.message.note == "request")
        #expect(try store.read { try $0.messageCounts() } == [.sorted: 1])
    }

    @Test("a check is surveyed once, and an answer of port 25 is kept until it is old")
    func surveys() throws {
        let address = try #require(IPAddress("2001:db8::1"))
        try store.write { try $0.insert(Experiment.check(), due: nil) }
        let start = Experiment.start
        #expect(try store.read { try $0.checksToSurvey(since: start + 1, most: 9) }.isEmpty)
        #expect(try store.read { try $0.checksToSurvey(since: start, most: 9) }.map(\.id) == [Experiment.id])
        try store.write { transaction in
            try transaction.setSurveyed(Experiment.id, at: start)
            try transaction.keep(PortAnswer(.refuses, at: 5), of: address)
            try transaction.keep(PortAnswer(.answers, greeting: "220 x", at: 9), of: address)
        }
        #expect(try store.read { try $0.checksToSurvey(since: start, most: 9) }.isEmpty)
        #expect(
            try store.read { try $0.portAnswers(of: [address], since: 9) }
                == [address: PortAnswer(.answers, greeting: "220 x", at: 9)])
        #expect(try store.read { try $0.portAnswers(of: [address], since: 10) }.isEmpty)
    }

    @Test("an effect is issued once, in the order of its time, and ends once")
    func outbox() throws {
        try store.write { transaction in
            try transaction.insert(try Experiment.check(), due: 5)
            try transaction.enqueue(effect(.probe(.control), notBefore: 100), at: 100)
            try transaction.enqueue(effect(.probe(.control), "changed"), at: 200)
            try transaction.enqueue(effect(.probe(.overIPv6), notBefore: 50), at: 50)
        }
        #expect(try store.read { try $0.nextEffect(at: 49) } == nil)
        #expect(try store.read { try $0.nextEffectTime() } == 50)
        let first = try #require(try store.read { try $0.nextEffect(at: 1000) })
        #expect(first.effect.role == .probe(.overIPv6))
        try store.write { try $0.postpone(first.effect, until: 500, error: "refused") }
        let second = try #require(try store.read { try $0.nextEffect(at: 499) })
        #expect(second.effect == effect(.probe(.control), notBefore: 100))
        try store.write { try $0.end(second.effect, .submitted, at: 499) }
        #expect(try store.read { try $0.nextEffect(at: 499) } == nil)
        let waiting = try store.read { try $0.waitingEffects() }
        #expect(waiting.count == 1 && waiting.oldest == 50)
        let third = try #require(try store.read { try $0.nextEffect(at: 500) })
        #expect(third.attempts == 1 && third.lastError == "refused")
        try store.write { try $0.end(third.effect, .dropped, at: 501) }
        #expect(try store.read { try $0.nextEffectTime() } == nil)
        let all = try store.read { try $0.outbox(of: Experiment.id) }
        #expect(all.map(\.ending) == [.dropped, .submitted])
    }

    @Test("evidence is appended once and comes back as it was")
    func evidence() throws {
        let facts: [Evidence] = [
            Evidence(at: 1, fact: Experiment.arrival(), message: 7),
            Evidence(at: 2, fact: .submitted(.control)),
            Evidence(at: 3, fact: .reported(.control, .relayed())),
            Evidence(at: 4, fact: .queued(.overIPv6, reason: "connection \"refused\"\u{0}")),
            Evidence(at: 5, fact: .confirmed(.sixEnvelope), message: 8),
            Evidence(
                at: 5,
                fact: .surveyed(DomainSurvey(route: .nullMX, hosts: [], omittedHosts: 3, hasDNS64: true))),
            Evidence(at: 6, fact: .automaticResponse(.sixAuthor), message: 9),
            Evidence(at: 7, fact: .stopped, message: 10),
        ]
        try store.write { transaction in
            try transaction.insert(try Experiment.check(), due: nil)
            for fact in facts {
                let isNew = try transaction.append(fact, to: Experiment.id)
                #expect(isNew)
            }
            let isNew = try transaction.append(
                Evidence(at: 99, fact: .submitted(.control)), to: Experiment.id)
            #expect(!isNew)
        }
        #expect(try store.read { try $0.evidence(of: Experiment.id) } == facts)
    }

    @Test("checks are found by key, by the beginning of their names and by their time")
    func checks() throws {
        let first = try Experiment.check()
        let second = try Experiment.check(Experiment.otherID, for: "ANNA@tester.example")
        try store.write { transaction in
            try transaction.insert(first, due: 20)
            try transaction.insert(second, due: nil)
        }
        #expect(try store.read { try $0.check(key: first.key, since: first.openedAt) } == first)
        #expect(try store.read { try $0.check(key: first.key, since: first.openedAt + 1) } == nil)
        #expect(try store.read { try $0.checks(namedLike: "") }.count == 2)
        #expect(try store.read { try $0.checks(namedLike: String(first.id.text.prefix(6))) } == [first])
        #expect(try store.read { try $0.checks(namedLike: "%") }.isEmpty)
        #expect(try store.read { try $0.dueChecks(at: 19) }.isEmpty)
        #expect(try store.read { try $0.dueChecks(at: 20) } == [first])
        #expect(try store.read { try $0.checks(openOnly: true, most: 9) } == [first])
        #expect(try store.read { try $0.checks(openOnly: false, most: 1) }.count == 1)
        try store.write { try $0.setDue(first.id, nil) }
        #expect(try store.read { try !$0.hasOpenChecks() })
    }

    @Test("what is past its time is removed with all that hangs on it; what waits and what is blocked stays")
    func retention() throws {
        let old = try #require(IPAddress("2001:db8::1"))
        let new = try #require(IPAddress("2001:db8::2"))
        try store.write { transaction in
            try transaction.insert(try Experiment.check(), due: nil)
            try transaction.insert(try Experiment.check(Experiment.otherID), due: 9)
            for id in [Experiment.id, Experiment.otherID] {
                try transaction.enqueue(effect(.probe(.control), of: id), at: 1)
                try transaction.append(Evidence(at: 1, fact: .submitted(.control)), to: id)
            }
            _ = try transaction.keep(Messages.mail("old", at: 10))
            _ = try transaction.keep(Messages.mail("new", at: 20))
            try transaction.block("Anna@Tester.example", origin: "test", at: 1)
            for (address, moment) in [(old, 10), (new, 20)] as [(IPAddress, Moment)] {
                try transaction.keep(PortAnswer(.answers, at: moment), of: address)
            }
        }
        let past = Experiment.start + 1
        func isPast(_ messages: Moment, _ checks: Moment, _ portAnswers: Moment) throws -> Bool {
            try store.read {
                try $0.isAnythingPast(
                    Horizon(messages: messages, checks: checks, portAnswers: portAnswers, counts: 0))
            }
        }
        #expect(try isPast(20, 0, 0))
        #expect(try isPast(0, past, 0))
        #expect(try isPast(0, 0, 20))
        #expect(try !isPast(10, past - 1, 10))
        let messages = try store.write {
            try $0.removeMessages(before: Horizon(messages: 20, checks: past, portAnswers: 20, counts: 20))
        }
        #expect(messages == 1)
        #expect(
            try store.read { try $0.checks(openedBefore: past, most: 9) }.map(\.id) == [Experiment.id])
        try store.write { try $0.remove(Experiment.id) }
        #expect(try store.read { try $0.portAnswers(of: [old, new], since: 0).keys.map(\.self) } == [new])
        #expect(try store.read { try $0.check(Experiment.id) } == nil)
        #expect(try store.read { try $0.evidence(of: Experiment.id) }.isEmpty)
        #expect(try store.read { try $0.outbox(of: Experiment.id) }.isEmpty)
        #expect(try store.read { try $0.outbox(of: Experiment.otherID) }.count == 1)
        #expect(try store.read { try $0.isBlocked("anna@tester.EXAMPLE") })
    }

    @Test("a limit is reached by the checks of its span, and says when there is room again")
    func exhaustion() throws {
        let few = Allowance(hour: 2, day: 3)
        let many = Allowance(hour: 100, day: 100)
        let limits = CheckLimits(address: few, domain: many, network: many, provider: few, total: many)
        let pools = limits.pools(
            for: try ReversePath(parsing: "anna+x@tester.example"), network: "2001:db8:1::/64")
        func exhaustion(at now: Moment) throws -> Exhaustion? {
            try store.read { try $0.exhaustion(of: pools, at: now) }
        }
        func open(_ number: UInt8, at now: Moment) throws {
            let id = CheckID(random: [UInt8](repeating: number, count: CheckID.octets))
            try store.write { try $0.count(id, in: pools, at: now) }
        }
        #expect(try exhaustion(at: 0) == nil)
        try open(1, at: 1000)
        #expect(try exhaustion(at: 1000) == nil)
        try open(2, at: 1000)
        #expect(try exhaustion(at: 1001) == Exhaustion(pools[0], .hour, until: 4600))
        #expect(try exhaustion(at: 4599) != nil)
        #expect(try exhaustion(at: 4600) == nil)
        try open(3, at: 5000)
        #expect(try exhaustion(at: 5001) == Exhaustion(pools[0], .day, until: 1000 + 86_400))
        #expect(try exhaustion(at: 1000 + 86_400) == nil)
        #expect(try store.read { try $0.latestCheck(in: pools[0], since: 4999) } != nil)
        #expect(try store.read { try $0.latestCheck(in: pools[0], since: 5000) } == nil)
    }

    @Test(
        "a mailbox is blocked under all of its addresses, a domain with all below it, until it is unblocked")
    func blocking() throws {
        func isBlocked(_ address: String) throws -> Bool { try store.read { try $0.isBlocked(address) } }
        try store.write { try $0.block("prvs=0123456789=Anna+x@Tester.example", origin: "test", at: 1) }
        for address in ["anna@tester.example", "ANNA+y@tester.example", "prvs=99=anna@tester.example"] {
            #expect(try isBlocked(address), "\(address)")
        }
        for address in ["otto@tester.example", "anna@mail.tester.example", "annax@tester.example"] {
            #expect(try !isBlocked(address), "\(address)")
        }
        #expect(try store.write { try $0.unblock("anna+z@tester.example") })
        #expect(try !store.write { try $0.unblock("anna@tester.example") })
        #expect(try !isBlocked("anna@tester.example"))
        try store.write { try $0.block("Tester.example", origin: "test", at: 2) }
        try store.write { try $0.block("tester.EXAMPLE", origin: "again", at: 3) }
        for address in ["otto@tester.example", "otto@mail.tester.example"] { #expect(try isBlocked(address)) }
        for address in ["otto@xtester.example", "otto@example.org"] { #expect(try !isBlocked(address)) }
        try store.write { try $0.block("bücher.example", origin: "test", at: 4) }
        try store.write { try $0.block("anna@xn--strae-oqa.example", origin: "test", at: 4) }
        for address in ["otto@mail.xn--bcher-kva.example", "otto@BÜCHER.example", "anna@straße.example"] {
            #expect(try isBlocked(address))
        }
        for address in ["otto@bucher.example", "anna@strasse.example"] { #expect(try !isBlocked(address)) }
        #expect(try store.write { try $0.unblock("xn--bcher-kva.example") })
        #expect(try store.write { try $0.unblock("anna@straße.example") })
        #expect(try store.read { try $0.blocked() }.map(\.name) == ["tester.example"])
        #expect(try store.write { try $0.unblock("TESTER.example") })
        #expect(try !isBlocked("otto@tester.example"))
    }
}
