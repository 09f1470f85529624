import DeliveryReports
import Foundation
import TestSupport
import Testing

@testable import ReturnPathCore

@Suite("Pages")
struct PageTests {
    static let site = Experiment.site

    /// A check as its page shows it.
    struct Shown: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let evidence: [Evidence]
        let after: Seconds
        var language = Language.english
    }

    static let shown: [Shown] =
        LetterTests.letters.map {
            Shown(testDescription: $0.testDescription, evidence: $0.evidence, after: $0.after)
        } + [
            Shown(
                testDescription: "03-two-failures-cs",
                evidence: LetterTests.letters[2].evidence, after: 12, language: .czech)
        ]

    static func page(
        _ evidence: [Evidence], after: Seconds = 6, language: Language = .english,
        for address: String = "anna@tester.example"
    ) throws -> String {
        let plain = try Experiment.check(for: address)
        let check = Check(
            id: plain.id, openedAt: plain.openedAt, reversePath: plain.reversePath, author: plain.author,
            messageID: plain.messageID, authenticatedDomain: plain.authenticatedDomain,
            clientNetwork: plain.clientNetwork, language: language, key: plain.key)
        let judge = try Experiment.judge()
        let now = Experiment.start + after
        let verdict = judge.judge(evidence, at: now)
        return try CheckPage(site, judge, PageRenderer())
            .text(check, evidence, verdict, isWaiting: !verdict.isSettled, at: now)
    }

    private func golden(_ text: String, _ name: String) throws {
        try expectGolden(text, at: folder("Golden/pages").appending(path: "\(name).html"))
    }

    @Test("of checks say what they are meant to say", arguments: shown)
    func check(shown: Shown) throws {
        let page = try Self.page(shown.evidence, after: shown.after, language: shown.language)
        #expect(page.utf8.count <= 60_000)
        try golden(page, shown.testDescription)
    }

    @Test(
        "of checks show no address and no token, in the lab's own evidence",
        arguments: RecordedEvidenceTests.records)
    func recorded(record: RecordedEvidenceTests.Record) throws {
        let recipients = record.evidence.compactMap { item -> String? in
            if case .reported(_, let report) = item.fact { report.finalRecipient } else { nil }
        }
        let address = recipients.first { (try? ReversePath(parsing: $0)) != nil } ?? "tester@exim.example"
        let page = try Self.page(record.evidence, after: 100_000, for: address)
        #expect(page.utf8.count <= 60_000)
        for match in page.matches(of: /[^\s<>"…:]+@[a-z0-9.-]+/) {
            #expect(match.output == "postmaster@check.example", "\(match.output)")
        }
        #expect(page.firstMatch(of: /\b(c|p2|p3|p4|rc|r2|r3|r4|v1|v2)-[a-z2-7]{32}/) == nil)
    }

    @Test("of checks have no name in their title, and are no page to be found")
    func title() throws {
        let page = try Self.page(JudgeTests.all())
        let title = try #require(page.firstMatch(of: /<title>(.*)<\/title>/)).output.1
        #expect(!title.contains("tester") && title.contains("All of it works"))
        #expect(page.contains("<meta name=\"robots\" content=\"noindex, nofollow\">"))
    }

    @Test("of checks load themselves anew while anything is to come, and not afterwards")
    func refresh() throws {
        let refresh = "http-equiv=\"refresh\""
        #expect(try Self.page(JudgeTests.all([.overIPv6: nil])).contains(refresh))
        #expect(try !Self.page(JudgeTests.all()).contains(refresh))
    }

    @Test("of checks are the same whenever they are written, as long as nothing happens")
    func repeatable() throws {
        let evidence = JudgeTests.all([.overIPv6: nil])
        #expect(try Self.page(evidence, after: 60) == Self.page(evidence, after: 3000))
    }

    @Test("of checks stay small, however much has happened")
    func large() throws {
        let long = String(repeating: "<&\"long> ", count: 500)
        let attempts = (0..<500).map { number in
            Evidence(
                at: Experiment.start + Seconds(10 + number),
                fact: .attempted(
                    .overIPv6,
                    .sample(.deferred, at: Seconds(number), host: String(repeating: "h", count: 250), long)))
        }
        let addresses = (0..<10).map { ("2001:db8:1::\($0)", AddressScope.global, PortAnswer.Outcome?.none) }
        let survey = JudgeTests.surveyed(addresses)
        guard case .surveyed(let one) = survey.fact, let host = one.hosts.first else { return }
        let many = DomainSurvey(
            route: .exchangers,
            hosts: (0..<DomainSurvey.mostHosts).map { number in
                MailHost(
                    name: "\(number)." + String(repeating: "x", count: 240), preference: number,
                    isAlias: true, ipv4: host.ipv4, ipv6: host.ipv6)
            })
        let report = Report.sample(.failed, "5.1.8", long, stage: .rcpt)
        let evidence =
            JudgeTests.all([.overIPv6: nil, .sixEnvelope: report]) + attempts + [
                Evidence(at: Experiment.start, fact: .surveyed(many))
            ]
        let page = try Self.page(evidence)
        #expect(page.utf8.count <= 60_000)
        #expect(page.contains("lines are left out."))
    }

    @Test("that begin are small, and ask nobody but the three names", arguments: Language.allCases)
    func start(language: Language) throws {
        let page = try StartPage(Self.site, PageRenderer()).text(language)
        #expect(page.utf8.count + StyleSheet.text.utf8.count + ConnectionScript.text.utf8.count <= 30_000)
        let policy = try #require(page.firstMatch(of: /Content-Security-Policy" content="([^"]*)"/)).output.1
        #expect(
            policy.hasSuffix(
                "script-src &#39;self&#39;; connect-src https://ipv4.check.example/address "
                    + "https://ipv6.check.example/address https://check.example/address"))
        try golden(page, "start-\(language.rawValue)")
    }

    @Test("with the statistics say the same in pictures and in tables", arguments: Language.allCases)
    func statistics(language: Language) throws {
        let page = try StatisticsPage(Self.site, PageRenderer()).text(StatisticsSample.full, language)
        try golden(page, "statistics-\(language.rawValue)")
    }

    @Test("with the statistics of nothing say so")
    func noStatistics() throws {
        let empty = StatisticsBuilder().statistics(since: nil, until: Experiment.start)
        let page = try StatisticsPage(Self.site, PageRenderer()).text(empty, .english)
        #expect(page.contains("Nothing has been checked yet.") && !page.contains("<svg"))
    }

    @Test("load nothing from anywhere, run no script but the start page's, and have no style but one")
    func policy() throws {
        let pages = [
            try Self.page(JudgeTests.all()), try StartPage(Self.site, PageRenderer()).text(.czech),
            try StatisticsPage(Self.site, PageRenderer()).text(StatisticsSample.full, .english),
        ]
        for page in pages {
            #expect(page.contains("content=\"default-src &#39;none&#39;; style-src &#39;self&#39;;"))
            #expect(!page.contains("style=") && !page.contains("<style") && !page.contains(" onclick"))
            for match in page.matches(of: /(?:src|href)="([^"]*)"/) where match.output.1.contains("//") {
                #expect(match.output.1.contains("check.example/address"))
            }
        }
        #expect(pages.map { $0.contains("<script") } == [false, true, false])
    }

    @Test("have every variable of their templates", arguments: Language.allCases)
    func templates(language: Language) throws {
        let pages = [
            try Self.page(LetterTests.letters[3].evidence, after: 900, language: language),
            try StartPage(Self.site, PageRenderer()).text(language),
            try StatisticsPage(Self.site, PageRenderer()).text(StatisticsSample.full, language),
        ]
        for page in pages {
            #expect(page.firstMatch(of: /<(h1|h2|p|li|th|title|figcaption|strong)[^>]*><\//) == nil)
            #expect(!page.contains("{{") && !page.contains("Optional("))
        }
    }
}

/// Statistics with a number of everything.
enum StatisticsSample {
    private static func counts(_ passed: Int, _ failed: Int, _ unclear: Int) -> [String: Statistics
        .AbilityCounts]
    {
        [
            "0": .init(
                outcomes: ["passed": passed + failed, "failed": unclear],
                causes: ["user-unknown": 6, "mailbox-full": 2]),
            "1": .init(
                outcomes: ["passed": passed, "inconclusive": failed], causes: ["fallback-used": failed]),
            "1b": .init(outcomes: ["passed": 3, "not-seen": passed]),
            "2": .init(
                outcomes: ["passed": passed, "failed": failed, "inconclusive": unclear, "waiting": 2],
                causes: ["no-ipv6-address": failed, "no-answer": 2, "silence": unclear]),
            "3": .init(
                outcomes: ["passed": passed + failed, "failed": unclear],
                causes: ["six-sender-refused": unclear]),
            "4": .init(outcomes: ["passed": passed + failed], causes: ["six-author-refused": 1]),
        ]
    }

    private static func group(_ name: String, _ passed: Int, _ failed: Int, _ unclear: Int)
        -> Statistics.Group
    {
        .init(name: name, domains: passed + failed + unclear, abilities: counts(passed, failed, unclear))
    }

    static let full = Statistics(
        since: nil, until: "2026-11-24T04:00:00Z", checks: 1234, domains: 88, abilities: counts(30, 42, 16),
        destinations: .init(
            domains: 88, hosts: 135, ipv4Addresses: 113, ipv6Addresses: 71, ipv6Asked: 71, ipv6Answering: 50),
        funnel: .init(domains: 88, withIPv6: 48, answering: 36, accepting: 30),
        senders: .init(all: 60, overIPv6: 40, throughFallback: 20),
        providers: [
            group("big.example", 22, 15, 3), group("<script>&\"odd\u{1B}name.example", 7, 0, 1),
            group("mail.example", 0, 6, 0), group("others", 1, 21, 12),
        ],
        months: (1...11).map { group("2026-\($0 < 10 ? "0" : "")\($0)", $0 * 3, 40 - $0 * 2, 4) }
            + [group("others", 2, 2, 1)])
}
