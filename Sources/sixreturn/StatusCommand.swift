import ArgumentParser
import Glibc
import ReturnPathService

/// `sixreturn status`: reads the store, prints, changes nothing.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "List the checks, or show one with all that is known of it.",
        discussion: """
            In the list, + is passed, - failed, ? inconclusive, . waiting, for abilities 1 (deliver over \
            IPv6), 1b (without MX), 2 (receive over IPv6), 3 (IPv6-only envelope sender) and 4 (IPv6-only \
            author).

            Exit status for one check: 0 passed, 1 failed, 3 inconclusive, 4 still waiting; 0 for the list; \
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

    @Flag(help: "List only the checks that still wait for something.")
    var open = false

    @Flag(help: "Show the check again and again until it is settled.")
    var watch = false

    @Option(help: "The longest list.")
    var most = 50

    func validate() throws {
        if watch, check == nil { throw ValidationError("--watch needs the name of a check.") }
        if most < 1 { throw ValidationError("--most must be at least 1.") }
    }

    func run() async throws {
        let installation = try common.installation()
        let query = StatusQuery(installation, try installation.store())
        guard let check else {
            let list = try query.list(openOnly: open, most: most, at: SystemClock.now())
            print(format == .json ? try StatusJSON.text(list) : text.list(list))
            return
        }
        let status = try await settled(check, query)
        throw ExitCode(Self.exitStatus(of: status.verdict))
    }

    /// Prints the check; with --watch, until it is settled.
    private func settled(_ check: String, _ query: StatusQuery) async throws -> CheckStatus {
        var last: CheckStatus?
        while true {
            let status = try query.one(check, at: SystemClock.now())
            if status != last {
                let isRedrawn = watch && format == .text && isatty(STDOUT_FILENO) == 1
                print(
                    (isRedrawn ? "\u{1B}[H\u{1B}[2J" : "")
                        + (format == .json ? try StatusJSON.text(status) : text.one(status)))
            }
            guard watch, !status.settled else { return status }
            last = status
            try await Task.sleep(for: .seconds(1))
        }
    }

    private var text: StatusText {
        StatusText(isColoured: StandardOutput.isColoured)
    }

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
