import ArgumentParser
import Glibc
import ReturnPathService
import ReturnPathStore

/// `sixreturn status`: reads the store, prints, changes nothing.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show one check with all that is known of it, or what is known of the newest ones.",
        discussion: """
            Without a check, text is the first page of sixreturn list, and JSON all that is known of the newest \
            checks.

            Exit status for one check: 0 passed, 1 failed, 3 inconclusive, 4 still waiting; else 0; \
            75 when the store cannot be read.
            """
    )

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @OptionGroup var common: CommonOptions

    @Argument(help: "The check's name, or its first letters.")
    var check: String?

    @Option(help: "How to print.")
    var format: Format = .text

    @Flag(help: "Only the checks that still wait for something.")
    var open = false

    @Flag(help: "Show the check again and again until it is settled.")
    var watch = false

    @Option(help: "How many checks at most.")
    var most = 50

    func validate() throws {
        if watch, check == nil { throw ValidationError("--watch needs the name of a check.") }
        if most < 1 { throw ValidationError("--most must be at least 1.") }
    }

    func run() async throws {
        let installation = try common.installation()
        let query = StatusQuery(installation, try installation.store())
        guard let check else {
            guard format == .text else {
                return print(
                    try StatusJSON.text(query.all(openOnly: open, most: most, at: SystemClock.now())))
            }
            var filter = ListFilter()
            filter.isOpen = open
            return print(
                ListCommand.text(
                    try query.list(filter, before: nil, most: most), words: open ? ["--open"] : [],
                    installation))
        }
        let status = try await settled(check, query)
        throw ExitCode(Self.exitStatus(of: status.verdict))
    }

    /// Prints the check; with --watch, until it is settled.
    private func settled(_ check: String, _ query: StatusQuery) async throws -> CheckStatus {
        var last: CheckStatus?
        while true {
            let answer = try query.one(check, at: SystemClock.now())
            let status = answer.status
            if status != last {
                let isRedrawn = watch && format == .text && isatty(STDOUT_FILENO) == 1
                print(
                    (isRedrawn ? "\u{1B}[H\u{1B}[2J" : "")
                        + (format == .json ? try StatusJSON.text(status) : text.text(answer)))
            }
            guard watch, !status.settled else { return status }
            last = status
            try await Task.sleep(for: .seconds(1))
        }
    }

    private var text: CheckText { CheckText(StandardOutput.style) }

    private func print(_ text: String) {
        var output = StandardOutput()
        output.write(text)
        output.flush()
    }

    private static func exitStatus(of verdict: String) -> Int32 {
        switch verdict {
        case "passed": 0
        case "failed": 1
        case "inconclusive": 3
        default: 4
        }
    }
}
