import ArgumentParser

/// The command; every subcommand has a file of its own.
@main
struct Sixreturn: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sixreturn",
        abstract: "Check whether mail finds its way there and back over IPv6 alone.",
        subcommands: [ReadCommand.self]
    )
}
