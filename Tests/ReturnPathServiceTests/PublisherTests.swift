import Foundation
import ReturnPathCore
import ReturnPathStore
import TestSupport
import Testing

@testable import ReturnPathService

@Suite("Publishing")
final class PublisherTests {
    private let folder: URL
    private let store: Store
    private let installation: Installation
    private var site: String { folder.appendingPathComponent("site").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("publish-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try Store.create(at: folder.appendingPathComponent("store.sqlite").path)
        let configuration = folder.appendingPathComponent("sixreturn.toml")
        try """
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
        [web]
        url = "https://check.example"
        """.write(to: configuration, atomically: true, encoding: .utf8)
        installation = Installation(
            try ConfigurationReader.read(configuration.path), signer: Experiment.signer)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// A check of a domain of its own, with all its evidence.
    @discardableResult
    private func add(_ number: UInt8, isOpen: Bool = false, openedAgo: Seconds = 0) throws -> CheckID {
        let id = CheckID(random: Array(repeating: number, count: CheckID.octets))
        let plain = try Experiment.check(id, for: "anna\(number)@tester\(number).example")
        let check = Check(
            id: id, openedAt: plain.openedAt - openedAgo, reversePath: plain.reversePath, author: nil,
            messageID: nil, authenticatedDomain: plain.authenticatedDomain, clientNetwork: "",
            language: number % 2 == 0 ? .czech : .english, key: "\(number)")
        let facts: [Fact] =
            [Experiment.arrival(), .submitted(.control), .reported(.control, .relayed())]
            + (isOpen ? [] : Probe.released.map { .reported($0, .relayed()) })
        try store.write { transaction in
            try transaction.insert(check, due: isOpen ? Experiment.start + 900 : nil)
            for fact in facts { try transaction.append(Evidence(at: check.openedAt, fact: fact), to: id) }
        }
        return id
    }

    private func publish(after: Seconds = 10) throws -> Publisher.Outcome {
        try #require(
            try Publisher(installation, store).run(into: site, at: Experiment.start + after))
    }

    private func page(_ id: CheckID) -> String { "\(site)/\(file(id))" }

    private func file(_ id: CheckID) -> String {
        "c/" + Site.file(of: id, openedAt: Experiment.start, installation.signer)
    }

    private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    /// Every file that is handed out, with its number in the file system, which changes with every rename.
    private func files() throws -> [String: UInt64] {
        let names = try #require(FileManager.default.enumerator(atPath: site)).compactMap { $0 as? String }
        var found: [String: UInt64] = [:]
        for name in names where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
            let facts = try FileManager.default.attributesOfItem(atPath: "\(site)/\(name)")
            if facts[.type] as? FileAttributeType == .typeRegular {
                found[name] = (facts[.systemFileNumber] as? NSNumber)?.uint64Value
            }
        }
        return found
    }

    @Test("writes the whole site, and the second time nothing")
    func twice() throws {
        for number in 1...3 { try add(UInt8(number)) }
        #expect(try publish() == .init(checks: 3, judged: 3, written: 10, removed: 0))
        let before = try files()
        #expect(before.count == 10)
        #expect(try publish(after: 5000) == .init(checks: 3, judged: 0, written: 0, removed: 0))
        #expect(try files() == before)
    }

    @Test("writes only what has changed: the page with news, and the statistics")
    func incremental() throws {
        let ids = try (1...3).map { try add(UInt8($0)) }
        _ = try publish()
        let before = try files()
        _ = try store.write {
            try $0.append(
                Evidence(at: Experiment.start + 60, fact: .confirmed(.overIPv6)), to: ids[1])
        }
        #expect(try publish(after: 70) == .init(checks: 3, judged: 1, written: 1, removed: 0))
        let changed = try files().filter { before[$0.key] != $0.value }.keys
        #expect(Array(changed) == [file(ids[1])])
        #expect(try text(page(ids[1])).contains("★"))
        try add(4)
        #expect(try publish(after: 80) == .init(checks: 4, judged: 1, written: 4, removed: 0))
    }

    @Test("looks at open checks every time, and writes their pages where the clock has changed them")
    func open() throws {
        let id = try add(1, isOpen: true)
        _ = try publish()
        #expect(try text(page(id)).contains("http-equiv=\"refresh\""))
        let second = try publish(after: 60)
        #expect(second.judged == 1 && second.written == 0)
        try store.write { try $0.setDue(id, nil) }
        // Nothing more is sent: after two windows nothing is waited for any more.
        let last = try publish(after: 2 * installation.configuration.timing.window.length + 1)
        #expect(last.judged == 1 && last.written > 0)
        #expect(try !text(page(id)).contains("http-equiv=\"refresh\""))
    }

    @Test("removes the pages of checks that are gone, and what an ended run has left behind; nothing else")
    func removal() throws {
        let ids = try (1...2).map { try add(UInt8($0)) }
        let old = try add(3, openedAgo: 366 * 86_400)
        _ = try publish()
        #expect(!FileManager.default.fileExists(atPath: page(old)))
        for name in [".x.html.new", "other.html", "\(ids[0].text).html"] {
            try "x".write(toFile: "\(site)/c/\(name)", atomically: false, encoding: .utf8)
        }
        try store.write { transaction in
            for check in try transaction.checks(openedBefore: Experiment.start + 1, most: 9) {
                try transaction.remove(check.id)
            }
        }
        try add(5)
        #expect(try publish(after: 20).removed == 3)
        let left = try FileManager.default.contentsOfDirectory(atPath: "\(site)/c").sorted()
        #expect(left.count == 2 && left.contains("other.html"))
    }

    @Test(
        "writes a page again that somebody has removed, and all where the manifest is gone or makes no sense")
    func missing() throws {
        let ids = try (1...3).map { try add(UInt8($0)) }
        _ = try publish()
        try FileManager.default.removeItem(atPath: page(ids[0]))
        #expect(try publish() == .init(checks: 3, judged: 1, written: 1, removed: 0))
        for text in ["", "nonsense\n\u{0}\n", "sixreturn publish 1\nother\n99\n"] {
            try text.write(toFile: "\(site)/.published", atomically: false, encoding: .utf8)
            let again = try publish()
            #expect(again.judged == 3)
            #expect(try publish().judged == 0)
        }
    }

    @Test("counts what `sixreturn stats` counts")
    func statistics() throws {
        for number in 1...9 {
            try add(UInt8(number), isOpen: number % 3 == 0, openedAgo: Seconds(number) * 9 * 86_400)
        }
        let now = Experiment.start + 10
        _ = try publish()
        let counted = try StatisticsQuery(installation, store).statistics(since: nil, at: now)
        #expect(try text("\(site)/statistics.json") == StatusJSON.text(counted))
        try add(10)
        _ = try publish()
        let again = try StatisticsQuery(installation, store).statistics(since: nil, at: now)
        #expect(again.checks == 10)
        #expect(try text("\(site)/statistics.json") == StatusJSON.text(again))
    }

    @Test("leaves a site alone that another run is writing")
    func lock() throws {
        try add(1)
        _ = try publish()
        guard let lock = try PublishLock(in: site) else {
            Issue.record("nobody holds the lock")
            return
        }
        #expect(try Publisher(installation, store).run(into: site, at: Experiment.start) == nil)
        _ = consume lock
        _ = try publish()
    }

    @Test("tells nobody who has the folder where the pages of checks are, and hands out no address")
    func privacy() throws {
        let id = try add(1)
        _ = try publish()
        let manifest = try text("\(site)/.published")
        let name = installation.signer.pageName(id, openedAt: Experiment.start)
        #expect(!manifest.contains(name) && !manifest.contains("anna"))
        let facts = try FileManager.default.attributesOfItem(atPath: "\(site)/.published")
        #expect((facts[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        for name in try files().keys {
            let text = try text("\(site)/\(name)")
            #expect(!text.contains("anna") && !text.contains(id.text), "\(name)")
        }
        #expect(
            installation.site.page(of: try Experiment.check(id), installation.signer)
                == "https://check.example/c/\(name).html")
    }

    @Test("leaves the page of a check where its mails say, after a new key, too")
    func newKey() throws {
        let id = try add(1)
        _ = try publish()
        let fresh = [UInt8](1..<33)
        let start = Experiment.start
        for (keys, isThere) in [
            (Signer(secret: fresh, since: start + 1, older: [(Experiment.secret, nil)]), true),
            (Signer(secret: fresh, since: start + 1), false),
        ] {
            let rotated = Installation(installation.configuration, signer: keys)
            let outcome = try #require(try Publisher(rotated, store).run(into: site, at: start + 20))
            #expect(outcome.judged == 1 && outcome.checks == 1)
            #expect(FileManager.default.fileExists(atPath: page(id)) == isThere)
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(site)/c").count == 1)
        }
    }
}

@Suite("A check's line in the manifest")
struct CheckSummaryLineTests {
    private static func summary(_ outcome: PortAnswer.Outcome?, host: String = "mx.big.example")
        -> CheckSummary
    {
        let address = IPAddress("2001:db8::1").map {
            HostAddress($0, .global, port: outcome.map { PortAnswer($0, at: 0) })
        }
        return CheckSummary(
            domain: "tester.example", openedAt: Experiment.start, isSettled: outcome != nil,
            results: [
                .receive: .init(.failed, .noAnswer), .deliver: .init(.passed),
                .deliverWithoutMX: .init(.notSeen),
            ],
            sender: outcome == nil ? nil : "2001:db8::/64",
            survey: DomainSurvey(
                route: .exchangers,
                hosts: [
                    MailHost(
                        name: host, preference: 10, isAlias: false,
                        ipv4: AddressLookup(
                            .found, IPAddress("192.0.2.1").map { [HostAddress($0, .global)] } ?? []),
                        ipv6: AddressLookup(.found, address.map { [$0] } ?? []))
                ]), pseudonym: \.self)
    }

    @Test("reads as it was written", arguments: [nil] + PortAnswer.Outcome.allCases)
    func same(outcome: PortAnswer.Outcome?) {
        let summary = Self.summary(outcome)
        #expect(CheckSummary(line: summary.line) == summary)
        let bare = CheckSummary(
            domain: "a.example", openedAt: 0, results: [:], sender: nil, survey: nil, pseudonym: \.self)
        #expect(CheckSummary(line: bare.line) == bare)
    }

    @Test("is one line, whatever a host is called", arguments: ["a|b;c", "a\nb", "\u{2028}"])
    func hostile(name: String) {
        let line = Self.summary(.answers, host: name).line
        #expect(!line.contains("\n") && CheckSummary(line: line)?.destinations?.hosts.count == 1)
    }

    @Test(
        "is none where it is something else", arguments: ["", "|||||||", "a|b|1||x|||-", "a|1|1|9=x=|x|||-"])
    func nonsense(line: String) {
        #expect(CheckSummary(line: line) == nil)
    }
}
