import ArgumentParser
import Glibc
import ReturnPathService

/// `sixreturn rejudge`: reads again what could not be read.
struct RejudgeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rejudge",
        abstract: "Read again what no reader knew when it came in.",
        discussion: """
            Run it after an update: what the new version can read becomes evidence, and the verdicts of its \
            checks are judged anew.

            Exit status: 0, or 75 where configuration or store cannot be used.
            """
    )

    @OptionGroup var common: CommonOptions

    func run() throws {
        let installation = try common.installation()
        let isTerminal = isatty(STDERR_FILENO) == 1
        let outcome = try Rejudger(installation, installation.store()).run { done in
            if isTerminal { StandardError.write("\r\(done) messages") }
        }
        if isTerminal { StandardError.write("\r") }
        print("read: \(outcome.read), still not readable: \(outcome.stillNotReadable)")
    }
}
