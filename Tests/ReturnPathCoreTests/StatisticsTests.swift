import TestSupport
import Testing

@testable import ReturnPathCore

@Suite("The statistics")
struct StatisticsTests {
    private static let day: Seconds = 86_400
    /// 2026-11-24, the day that the experiments of the tests begin.
    private static let start = Experiment.start

    private static func summary(
        _ domain: String, daysAgo: Seconds = 0, settled: Bool = true,
        _ receive: CheckSummary.Result = .init(.passed), deliver: CheckSummary.Result = .init(.passed),
        sender: String? = nil, host: String? = nil, addresses: [(String, PortAnswer.Outcome?)] = []
    ) -> CheckSummary {
        let survey = host.map { host in
            DomainSurvey(
                route: .exchangers,
                hosts: [
                    MailHost(
                        name: host, preference: 10, isAlias: false, ipv4: found([("192.0.2.1", nil)]),
                        ipv6: found(addresses))
                ])
        }
        return CheckSummary(
            domain: domain, openedAt: start - daysAgo * day, isSettled: settled,
            results: [.receive: receive, .deliver: deliver], sender: sender, survey: survey, pseudonym: \.self
        )
    }

    private static func found(_ addresses: [(String, PortAnswer.Outcome?)]) -> AddressLookup {
        AddressLookup(
            .found,
            addresses.compactMap { text, port in
                IPAddress(text).map { HostAddress($0, .global, port: port.map { PortAnswer($0, at: start) }) }
            })
    }

    private static func statistics(_ summaries: [CheckSummary]) -> Statistics {
        var builder = StatisticsBuilder()
        for summary in summaries { builder.add(summary) }
        return builder.statistics(since: nil, until: start)
    }

    @Test("count a domain once, by its latest settled check")
    func domainOnce() {
        let found = Self.statistics([
            Self.summary("a.example", settled: false, .init(.waiting)),
            Self.summary("a.example", daysAgo: 1, .init(.failed, .noAnswer)),
            Self.summary("a.example", daysAgo: 2), Self.summary("b.example", settled: false, .init(.waiting)),
        ])
        #expect(found.checks == 4)
        #expect(found.domains == 2)
        #expect(found.abilities["2"]?.outcomes == ["failed": 1, "waiting": 1])
        #expect(found.abilities["2"]?.causes == ["no-answer": 1])
    }

    @Test("count ability 1 for whom handed the mail over, whatever domain it was for")
    func senders() {
        let fallback = CheckSummary.Result(.inconclusive, .fallbackUsed)
        let found = Self.statistics([
            Self.summary("a.example", sender: "big.example"),
            Self.summary("b.example", sender: "big.example"),
            Self.summary("c.example", deliver: fallback, sender: "small.example"),
        ])
        #expect(found.abilities["1"]?.outcomes == ["passed": 1, "inconclusive": 1])
        #expect(found.abilities["2"]?.outcomes == ["passed": 3])
        #expect(found.senders == .init(all: 2, overIPv6: 1, throughFallback: 1))
    }

    @Test("count mail hosts and addresses once, and tell an address from one that answers")
    func destinations() {
        let found = Self.statistics([
            Self.summary(
                "a.example", host: "MX.big.example",
                addresses: [("2001:db8::1", .answers), ("2001:db8::2", .refuses), ("2001:db8::3", nil)]),
            Self.summary("b.example", host: "mx.big.example", addresses: [("2001:db8::1", .answers)]),
            Self.summary("c.example", host: "mx.small.example"), Self.summary("d.example"),
        ])
        #expect(
            found.destinations
                == .init(
                    domains: 3, hosts: 2, ipv4Addresses: 1, ipv6Addresses: 3, ipv6Asked: 2, ipv6Answering: 1))
    }

    @Test("name no provider of fewer than five domains, and leave none to be told from the rest")
    func smallGroups() {
        func domains(_ number: Int, at host: String) -> [CheckSummary] {
            (0..<number).map { Self.summary("d\($0).\(host)", host: "mx.\(host)") }
        }
        let one = Self.statistics(
            domains(7, at: "big.example") + domains(5, at: "middle.example") + domains(3, at: "small.example")
                + domains(2, at: "tiny.example"))
        #expect(one.providers.map(\.name) == ["big.example", "middle.example", "others"])
        #expect(one.providers.map(\.domains) == [7, 5, 5])
        // Four others alone would show themselves: the smallest of the rest joins them.
        let two = Self.statistics(
            domains(7, at: "big.example") + domains(5, at: "middle.example") + domains(4, at: "small.example")
        )
        #expect(two.providers.map(\.name) == ["big.example", "others"])
        #expect(two.providers.map(\.domains) == [7, 9])
        #expect(Self.statistics(domains(4, at: "small.example")).providers.map(\.name) == ["others"])
    }

    @Test("go month by month, a domain once in each, and once where small months are put together")
    func months() {
        let now = (0..<6).map { Self.summary("d\($0).example", .init(.failed, .noIPv6Address)) }
        let past = (0..<5).map { Self.summary("d\($0).example", daysAgo: 40) }
        let long = [Self.summary("d0.example", daysAgo: 80), Self.summary("d1.example", daysAgo: 110)]
        let more = (2..<7).map { Self.summary("d\($0).example", daysAgo: 140) }
        let found = Self.statistics(now + now + past + long + more)
        // Two domains alone would show themselves: the smallest month, the later of two, joins them.
        #expect(found.months.map(\.name) == ["2026-07", "2026-11", "others"])
        #expect(found.months.map(\.domains) == [5, 6, 5])
        #expect(found.months[1].abilities["2"]?.outcomes == ["failed": 6])
    }

    @Test(
        "know the registered domain",
        arguments: [
            ("mx1.example.com", "example.com"), ("Example.COM", "example.com"), ("a.b.co.uk", "b.co.uk"),
            ("co.uk", "co.uk"), ("mx.example.de", "example.de"), ("host", "host"),
            ("mx.com.example", "com.example"),
            ("", ""), ("a.b.c.com.au.", "c.com.au"),
        ])
    func registered(host: String, domain: String) {
        #expect(RegisteredDomain.of(host) == domain)
    }

    @Test("sum a check up without the tester's address")
    func summaries() throws {
        let judge = try Experiment.judge()
        let check = try Experiment.check()
        let named = CheckSummary(
            check, judge.judge(JudgeTests.all(), at: Self.start + 60), pseudonym: { "~\($0)" })
        #expect(named.domain == "~tester.example")
        #expect(named.isSettled)
        #expect(named.past.openedAt == Self.start - Self.start % Self.day)
        #expect(named.results[.receive] == .init(.passed))
        #expect(named.sender == "~tester.example")
    }
}
