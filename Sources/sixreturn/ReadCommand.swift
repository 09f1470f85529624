import ArgumentParser

/// `sixreturn read`: reads messages, prints what they say, changes nothing.
struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Read delivery reports and print what they say.",
        discussion: """
            Reads each message as a delivery report, an automatic response, a disposition \
            notification or a feedback report, and prints what it says of every recipient. \
            Directories are read with all that is in them, in the order of the names.

            Exit status: 0 when all was read, whatever it says; 66 when a path could not be \
            read, after all the others have been.
            """
    )

    @Argument(help: "Files and directories; - is the standard input.")
    var path: [String]

    @Option(help: "How to print: text for people, json in lines, jsonl with one line a message.")
    var format: ReadRun.Format = .text

    func run() throws {
        throw ExitCode(ReadRun(paths: path, format: format).run())
    }
}

extension ReadRun.Format: ExpressibleByArgument {}
