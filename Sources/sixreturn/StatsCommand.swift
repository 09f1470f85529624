import ArgumentParser
import Glibc
import ReturnPathCore
import ReturnPathService

/// `sixreturn stats`: reads the store, prints, changes nothing.
struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Count what all checks show together.",
        discussion: """
            A domain counts once, by its latest settled check; abilities 1 and 1b are counted for the system that \
            handed the mail over. Nothing of a person is shown, and providers and months of fewer than five domains \
            are counted together. docs/stats.md says how all numbers come about.

            Exit status: 0; 75 when the store cannot be read.
            """
    )

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, prometheus
    }

    @OptionGroup var common: CommonOptions

    @Option(help: "Only checks since a day (2026-01-31), or of so many days or hours (90d, 12h).")
    var since: Since?

    @Option(help: "How to print.")
    var format: Format = .text

    func run() throws {
        let installation = try common.installation()
        let query = StatisticsQuery(installation, try installation.store())
        let isShown = isatty(STDERR_FILENO) == 1
        let statistics = try query.statistics(since: since?.moment, at: SystemClock.now()) { done, all in
            if isShown, all > 5000 {
                StandardError.write(done < all ? "\r\(done) of \(all) checks" : "\r\u{1B}[K")
            }
        }
        var output = StandardOutput()
        switch format {
        case .text: output.write(StatisticsText.text(statistics))
        case .json: output.write(try StatusJSON.text(statistics))
        case .prometheus: output.write(StatisticsMetrics.text(statistics))
        }
        output.flush()
    }
}
