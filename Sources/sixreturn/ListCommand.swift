import ArgumentParser
import ReturnPathCore
import ReturnPathService
import ReturnPathStore

/// `sixreturn list`: reads the store, prints, changes nothing.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the checks, newest first, a page at a time.",
        discussion: """
            Shows what was judged of each check when it was looked at last; sixreturn status CHECK judges anew. \
            Signs stand for abilities 1 (deliver over IPv6), 1b (without MX), 2 (receive over IPv6), 3 (IPv6-only \
            envelope sender) and 4 (IPv6-only author): where the terminal has no others, + works, - fails, ? unclear, \
            . waiting.

            Exit status: 0; 75 when the store cannot be read.
            """
    )

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @OptionGroup var common: CommonOptions

    @Option(help: "Only checks since a day (2026-01-31), or of so many days or hours (90d, 12h).")
    var since: Since?

    @Option(help: "Only checks of this domain.")
    var domain: String?

    @Flag(help: "Only checks that still wait for something.")
    var open = false

    @Flag(help: "Only checks in which something failed.")
    var failed = false

    @Option(help: ArgumentHelp("Only checks with this cause (docs/causes.md).", valueName: "cause"))
    var cause: Cause?

    @Option(help: "How many checks a page has.")
    var most = 50

    @Option(help: ArgumentHelp("The page behind this check.", valueName: "check"))
    var before: String?

    @Option(help: "How to print.")
    var format: Format = .text

    func validate() throws {
        if most < 1 { throw ValidationError("--most must be at least 1.") }
    }

    func run() throws {
        let installation = try common.installation()
        let query = StatusQuery(installation, try installation.store())
        let page = try query.list(filter, before: before, most: most)
        var output = StandardOutput()
        switch format {
        case .json: output.write(try StatusJSON.text(page))
        case .text: output.write(Self.text(page, words: words, isFiltered: before != nil, installation))
        }
        output.flush()
    }

    /// A page for people.
    ///
    /// - Parameters:
    ///   - words: The options that chose its checks; they stand in the command that shows the next page, too.
    ///   - isFiltered: Whether there are other checks, whatever the words are.
    static func text(
        _ page: CheckList, words: [String], isFiltered: Bool = false, _ installation: Installation
    ) -> String {
        ListText(StandardOutput.style).text(
            page, isFiltered: isFiltered || !words.isEmpty,
            next: page.next.map { (["sixreturn list"] + words + ["--before \($0)"]).joined(separator: " ") },
            address: "test@\(installation.configuration.names.test)")
    }

    private var filter: ListFilter {
        var filter = ListFilter()
        filter.since = since?.moment
        filter.domain = domain.map(DomainName.canonical)
        filter.isOpen = open
        filter.overall = failed ? .failed : nil
        filter.cause = cause
        return filter
    }

    private var words: [String] {
        [
            since.map { "--since \($0.text)" }, domain.map { "--domain \($0)" }, open ? "--open" : nil,
            failed ? "--failed" : nil, cause.map { "--cause \($0.rawValue)" },
        ].compactMap(\.self)
    }
}

extension Cause: ExpressibleByArgument {}
