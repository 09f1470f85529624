import ArgumentParser
import Logging
import ReturnPathService

/// What every command that needs the installation takes.
struct CommonOptions: ParsableArguments {
    @Option(
        name: [.customShort("c"), .customLong("config")],
        help: ArgumentHelp("The configuration file.", valueName: "path"),
        completion: .file(extensions: ["toml"]))
    var configuration = Configuration.defaultPath

    /// Configuration and key, read and found right.
    func installation() throws -> Installation {
        try Installation.load(configuration)
    }

    /// A log on standard error; the journal or cron keeps it.
    static func logger(_ installation: Installation) -> Logger {
        Logger(label: "sixreturn") { RedactingLog($0, signer: installation.signer) }
    }
}
