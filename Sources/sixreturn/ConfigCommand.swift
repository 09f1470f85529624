import ArgumentParser
import ReturnPathService

/// `sixreturn config`: what is in force, or what is wrong and where.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Print the configuration in force, or what is wrong with it.",
        discussion: """
            Every key is printed with its value, its meaning and where it comes from.

            Exit status: 0 when the file is right, and so are the templates and words that it names; 75 when not; \
            then every fault is named with its file and line.
            """
    )

    @OptionGroup var common: CommonOptions

    func run() throws {
        print(try ConfigurationListing.text(common.configuration), terminator: "")
    }
}
