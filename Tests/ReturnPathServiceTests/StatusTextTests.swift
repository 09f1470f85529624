import DeliveryReports
import Foundation
import ReturnPathCore
import ReturnPathStore
import TestSupport
import Testing

@testable import ReturnPathService

@Suite("Status on a terminal")
struct StatusTextTests {
    private static let folder = TestSupport.folder("Golden")

    /// A check whose domain has no IPv6 address, with our ordinary mail taken.
    static func answer() throws -> StatusAnswer {
        let check = try Experiment.check()
        let report = Report.sample(
            .failed, "5.4.4",
            "Name service error for name=mx.tester.example type=AAAA: Host found but no data record of requested type",
            stage: .resolve, at: nil)
        let evidence = [
            Evidence(at: Experiment.start, fact: Experiment.arrival("2001:db8:1::25")),
            Evidence(at: Experiment.start, fact: .submitted(.control)),
            Evidence(at: Experiment.start + 1, fact: .reported(.control, .relayed())),
            Evidence(at: Experiment.start + 2, fact: .submitted(.overIPv6)),
            Evidence(at: Experiment.start + 2, fact: .submitted(.sixEnvelope)),
            Evidence(at: Experiment.start + 3, fact: .reported(.overIPv6, report)),
            Evidence(at: Experiment.start + 4, fact: .reported(.sixEnvelope, .relayed())),
        ]
        let judge = try Experiment.judge()
        let now = Experiment.start + 6
        let verdict = judge.judge(evidence, at: now)
        let status = CheckStatus(check, verdict, evidence, [], isOpen: true, judge: judge, at: now)
        return StatusAnswer(
            check: check, verdict: verdict, status: status,
            arrivals: [
                Arrival(
                    name: .test, client: try #require(IPAddress("2001:db8:1::25")),
                    clientName: "out.tester.example", helo: "out.tester.example")
            ], names: Experiment.names, judgedAt: now)
    }

    static let styles: [(String, TerminalStyle)] = {
        var czech = TerminalStyle()
        czech.language = .czech
        var plain = TerminalStyle()
        (plain.hasSymbols, plain.width) = (false, 60)
        var coloured = TerminalStyle()
        (coloured.isColoured, coloured.width) = (true, 100)
        return [("en", TerminalStyle()), ("cs", czech), ("ascii", plain), ("coloured", coloured)]
    }()

    @Test("shows the mail's findings and words, the journey and the evidence", arguments: styles.map(\.0))
    func check(name: String) throws {
        let style = try #require(Self.styles.first { $0.0 == name }).1
        let text = CheckText(style).text(try Self.answer())
        try expectGolden(text, at: Self.folder.appendingPathComponent("status-\(name).txt"))
        for line in text.split(separator: "\n") where !style.isColoured && !line.hasPrefix("    ") {
            #expect(line.count <= style.width, "\(line)")
        }
        if !style.hasSymbols { #expect(text.utf8.allSatisfy { $0 < 0x80 }) }
    }

    static func page(_ count: Int) throws -> CheckList {
        let check = try Experiment.check()
        let verdict = try Self.answer().verdict
        let addresses = ["anna@tester.example", "a.very.long.local.part.of.an.address.indeed@tester.example"]
        let listed = (0..<count).map { number -> ListedCheck in
            let time = Experiment.start - Int64(number) * 3600
            let summary = number == 2 ? nil : VerdictSummary(verdict)
            return ListedCheck(
                id: check.id, openedAt: time, reversePath: addresses[number % 2], isOpen: number == 0,
                summary: summary)
        }
        return CheckList(listed, hasMore: count > 2)
    }

    @Test("lists checks in the terminal's width", arguments: styles.map(\.0))
    func list(name: String) throws {
        let style = try #require(Self.styles.first { $0.0 == name }).1
        let text = ListText(style).text(
            try Self.page(3), isFiltered: false, next: "sixreturn list --before aebagbafaydqqcik",
            address: "test@test.check.example")
        try expectGolden(text, at: Self.folder.appendingPathComponent("list-\(name).txt"))
    }

    @Test("helps where there is nothing to list")
    func empty() throws {
        let text = ListText(TerminalStyle())
        #expect(
            text.text(try Self.page(0), isFiltered: false, next: nil, address: "test@test.check.example")
                == "No checks yet. Write to test@test.check.example from elsewhere, and one appears\nhere.\n")
        #expect(
            text.text(try Self.page(0), isFiltered: true, next: nil, address: "x").hasPrefix(
                "No check is like that."))
    }

    @Test(
        "is what the environment says",
        arguments: [
            (["LANG": "cs_CZ.UTF-8"], 80, "cs", true, true), (["LANG": "C.UTF-8"], 80, "en", true, true),
            (["LANG": "cs_CZ.UTF-8", "LC_ALL": "C"], 80, "en", false, true),
            (["LANG": "en_GB.utf8", "LC_MESSAGES": "cs_CZ"], 80, "cs", true, true),
            (["LANG": "C.UTF-8", "NO_COLOR": "1"], 80, "en", true, false),
            (["LANG": "C.UTF-8", "TERM": "dumb"], 80, "en", true, false), ([:], nil, "en", false, false),
        ] as [([String: String], Int?, String, Bool, Bool)])
    func style(
        environment: [String: String], columns: Int?, language: String, hasSymbols: Bool, isColoured: Bool
    ) {
        let style = TerminalStyle(environment, columns: columns)
        #expect(style.language.rawValue == language)
        #expect(style.hasSymbols == hasSymbols)
        #expect(style.isColoured == isColoured)
        #expect(style.width == 80)
        #expect(TerminalStyle(environment.merging(["COLUMNS": "120"]) { $1 }, columns: columns).width == 120)
    }
}
