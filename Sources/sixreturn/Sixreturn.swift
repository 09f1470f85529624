import ArgumentParser
import Glibc
import ReturnPathCore
import ReturnPathService

/// The command; every subcommand has a file of its own.
@main
struct Sixreturn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sixreturn",
        abstract: "Check whether mail finds its way there and back over IPv6 alone.",
        discussion: """
            The mail server runs receive for every message, a timer runs reconcile, people and \
            programs ask status. The manual pages say more: sixreturn(1), sixreturn.toml(5).
            """,
        version: "0.1.0",
        subcommands: [
            ReceiveCommand.self, ReconcileCommand.self, StatusCommand.self, ListCommand.self,
            StatsCommand.self,
            PublishCommand.self,
            ReadCommand.self, RejudgeCommand.self, PolicyCommand.self, BlockCommand.self, UnblockCommand.self,
            BlockedCommand.self, ExportCommand.self, ForgetCommand.self, BackupCommand.self,
            RestoreCommand.self, KeyCommand.self, InitCommand.self, ConfigCommand.self, DoctorCommand.self,
            RunOutboxCommand.self,
        ])

    /// Runs the command that the arguments name.
    ///
    /// `receive` has an answer of its own to every failure, that of wrong arguments included: the mail
    /// server must try again, for a report that is refused for good is lost.
    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        var arguments = Array(CommandLine.arguments.dropFirst())
        let isReceive = arguments.first == "receive" && !arguments.contains { $0 == "--help" || $0 == "-h" }
        do {
            if isReceive, let given = PipeArguments(Array(arguments.dropFirst())) {
                try ReceiveCommand.takeIn(given.envelope, configuration: given.configuration)
            }
            if arguments.first == "read", let given = ReadArguments(Array(arguments.dropFirst())) {
                Glibc.exit(ReadRun(paths: given.paths, format: given.format).run())
            }
            if isReceive { arguments.removeAll(where: isEmptyOption) }
            var command = try parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let error as any Explained {
            if isReceive { ReceiveCommand.defer(error.problem) }
            let words =
                (error as? ConfigurationError)?.description ?? "\(error.problem)\n    \(error.remedy)"
            StandardError.say("sixreturn: \(words)\n")
            Glibc.exit(EX_TEMPFAIL)
        } catch {
            if isReceive { ReceiveCommand.defer(fullMessage(for: error)) }
            let status = exitCode(for: error)
            if status == .success { exit(withError: error) }
            let words = fullMessage(for: error)
            if !words.isEmpty { StandardError.say("\(words)\n") }
            Glibc.exit(status.rawValue)
        }
    }

    /// Whether an argument is an option with an empty value, such as `--sender=` for the null
    /// reverse-path, which the parser would take for a missing one. The defaults are empty, too.
    private static func isEmptyOption(_ argument: String) -> Bool {
        argument.hasPrefix("--") && argument.firstIndex(of: "=") == argument.indices.last
    }
}
