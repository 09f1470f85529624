import DeliveryReports
import Foundation
import ReturnPathCore
import ReturnPathService
import TestSupport
import Testing

@Suite("Documents")
struct DocumentsTests {
    static let root = folder("../..").standardizedFileURL

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    @Test("docs/configuration.md has each key with its default and meaning", arguments: ConfigurationKey.all)
    func keys(key: ConfigurationKey) throws {
        let standard = key.standard.map { $0.isEmpty ? "(empty)" : "`\($0)`" } ?? "–"
        #expect(
            try Self.text("docs/configuration.md").contains(
                "| `\(key.path)` | \(standard) | \(key.summary) |"))
    }

    @Test("docs/configuration.md has no key that the program does not know")
    func noOtherKeys() throws {
        let known = Set(ConfigurationKey.all.map(\.path))
        for match in try Self.text("docs/configuration.md").matches(of: /\n\| `([a-z_]+\.[a-z_0-9]+)` \|/) {
            #expect(known.contains(String(match.output.1)))
        }
    }

    static let pages = [
        "docs/status.md",
        "README.md", "docs/install.md", "docs/operate.md", "docs/testing.md", "docs/flow.md",
        "docs/security.md", "docs/doctor.md", "docs/quirks.md", "docs/specifications.md", "docs/library.md",
        "docs/causes.md", "docs/letters.md", "docs/policy.md", "docs/pages.md", "deploy/web/README.md",
        "docs/privacy.md", "docs/reliability.md", "docs/schema.md", "docs/stats.md",
    ]

    @Test("links lead somewhere", arguments: pages)
    func links(page: String) throws {
        let base = Self.root.appendingPathComponent(page).deletingLastPathComponent()
        for match in try Self.text(page).matches(of: /\]\(([^)#:]+)\)/) {
            let target = base.appendingPathComponent(String(match.output.1)).path
            #expect(FileManager.default.fileExists(atPath: target), "\(page): \(match.output.1)")
        }
    }

    @Test("every RFC that the reader's sources cite is in the table of specifications")
    func specifications() throws {
        let table = try Self.text("docs/specifications.md")
        var cited: Set<String> = []
        for room in ["InternetMessage", "DeliveryReports"] {
            let folder = Self.root.appendingPathComponent("Sources/\(room)")
            let files = try #require(
                FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
            for case let file as URL in files where file.pathExtension == "swift" {
                let text = try String(contentsOf: file, encoding: .utf8)
                cited.formUnion(text.matches(of: /RFC ([0-9]{3,4})/).map { String($0.output.1) })
            }
        }
        #expect(cited.count > 20)
        for number in cited { #expect(table.contains(number), "RFC \(number)") }
    }

    @Test("every address for requests is in the lists of recipients and in the document about the flow")
    func requestAddresses() throws {
        let operators = try Self.text("deploy/postfix-v6only/operator/recipients")
        let tags = Language.allCases.map { "-\($0.rawValue)" }.joined(separator: "|")
        #expect(operators.contains("/^test(\(tags))?@"))
        for address in RequestAddress.all {
            let relayed = "\n\(address.localPart)@test."
            #expect(try Self.text("deploy/ipv4-relay/recipients.example").contains(relayed))
            #expect(try Self.text("deploy/lab/nodes/relay/recipients").contains(relayed))
            #expect(try Self.text("docs/flow.md").contains("`\(address.localPart)@`"))
        }
    }

    @Test("docs/letters.md has every file of templates, every value of theirs, and every section of words")
    func letters() throws {
        let text = try Self.text("docs/letters.md")
        for template in LetterTemplate.allCases {
            #expect(text.contains("`\(template.rawValue)`"))
            for tag in template.builtIn.matches(of: /\{\{[#^\/]?([A-Za-z]+)\}\}/) {
                #expect(text.contains("`\(tag.output.1)`"), "\(tag.output.1)")
            }
        }
        for language in Language.allCases {
            #expect(text.contains("`words.\(language.rawValue).toml`"))
            #expect(text.contains("`test-\(language.rawValue)@`"))
        }
        for phrase in Phrase.all {
            let section = phrase.key.prefix { $0 != "." }
            #expect(text.contains("`\(section)`"), "\(section)")
        }
    }

    @Test("docs/reliability.md names only tests that there are")
    func faults() throws {
        let tests = try Self.text("docs/reliability.md").matches(of: /`(Fault|Backup)Tests\/([a-zA-Z]+)`/)
        #expect(tests.count > 10)
        for test in tests {
            let source = try Self.text("Tests/CommandTests/\(test.output.1)Tests.swift")
            #expect(source.contains("func \(test.output.2)("), "\(test.output.0)")
        }
    }

    @Test("every sample has its golden file and its note")
    func samples() throws {
        let folder = Self.root.appendingPathComponent("samples/bounces")
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var count = 0
        for case let file as URL in files where file.pathExtension == "eml" {
            count += 1
            for other in ["json", "md"] {
                let path = file.deletingPathExtension().appendingPathExtension(other).path
                #expect(FileManager.default.fileExists(atPath: path), "\(path)")
            }
        }
        #expect(count > 10)
    }
}

@Suite("What the doctor looks at")
struct DoctorDocumentsTests {
    static let root = folder("../..").standardizedFileURL

    @Test("docs/doctor.md has a heading for each check, in order")
    func headings() throws {
        let text = try String(
            contentsOf: Self.root.appendingPathComponent("docs/doctor.md"), encoding: .utf8)
        let headings = text.matches(of: /\n## ([a-z.]+)\n/).map { String($0.output.1) }
        #expect(headings == DoctorCheck.allCases.map(\.rawValue))
    }

    @Test("every check has a fault in the lab, and every fault a check")
    func faults() throws {
        let folder = Self.root.appendingPathComponent("deploy/lab/faults").path
        let faults = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(Set(faults) == Set(DoctorCheck.allCases.map(\.rawValue)))
    }
}

@Suite("The document about causes")
struct CauseDocumentsTests {
    /// The sections of docs/causes.md: heading and what stands under it.
    private static func sections() throws -> [(cause: String, text: String)] {
        let path = folder("../..").standardizedFileURL.appendingPathComponent("docs/causes.md")
        let text = try String(contentsOf: path, encoding: .utf8)
        return text.split(separator: "\n## ").dropFirst().map { section in
            let end = section.firstIndex(of: "\n") ?? section.endIndex
            return (String(section[..<end]), String(section[end...]))
        }
    }

    @Test("has a heading for each cause, in order")
    func headings() throws {
        #expect(try Self.sections().map(\.cause) == Cause.allCases.map(\.rawValue))
    }

    @Test(
        "says of each whether it counts, who mends it, what it means and what to do",
        arguments: Cause.allCases)
    func facts(cause: Cause) throws {
        let section = try #require(try Self.sections().first { $0.cause == cause.rawValue }).text
        let counts = cause.countsAgainst ? "against the ability" : "for nothing"
        #expect(section.contains("\n**Counts:** \(counts). **Mended by:** \(cause.owner.rawValue).\n"))
        for word in ["Means", "Evidence", "Remedy"] { #expect(section.contains("**\(word):**")) }
    }

    @Test("has the rows of the table under their causes, and no other")
    func rows() throws {
        for (cause, text) in try Self.sections() {
            let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
            #expect(rows == CauseRule.table.filter { $0.cause.rawValue == cause }.map(Self.row))
        }
    }

    private static func row(_ rule: CauseRule) -> String {
        func list(_ items: [String]) -> String { items.isEmpty ? "any" : items.joined(separator: ", ") }
        let words =
            rule.words.map { "`\($0)`" } + (rule.author == .ours ? ["our own report"] : [])
            + (rule.seesPrivateClient ? ["a private client address"] : [])
        return [
            "| `\(rule.id)`", list(rule.probes.map(\.rawValue)), list(rule.stages.map(\.rawValue)),
            rule.status.map { "`\($0)`" } ?? "any", list(words), "\(rule.source) |",
        ].joined(separator: " | ")
    }
}
