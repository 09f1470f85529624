import ArgumentParser
import DeliveryReports
import Glibc
import InternetMessage

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

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, jsonl
    }

    @Argument(help: "Files and directories; - is the standard input.")
    var path: [String]

    @Option(help: "How to print: text for people, json in lines, jsonl with one line a message.")
    var format: Format = .text

    func run() throws {
        var output = StandardOutput()
        var failures = 0
        var count = 0
        if format == .json { output.write("[") }
        for item in MessageFiles(paths: path) {
            switch item {
            case .failure(let error):
                failures += 1
                StandardError.write("sixreturn read: \(error.problem)\n\(error.remedy)\n")
            case .success(let file):
                output.write(rendered(Reading.read(file.bytes), path: file.path, isFirst: count == 0))
                count += 1
            }
        }
        if format == .json { output.write(count == 0 ? "]\n" : "\n]\n") }
        output.flush()
        if failures > 0 { throw ExitCode(EX_NOINPUT) }
    }

    private func rendered(_ reading: Reading, path: String, isFirst: Bool) -> String {
        switch format {
        case .text: (isFirst ? "" : "\n") + reading.text(path: path)
        case .json: (isFirst ? "\n" : ",\n") + reading.json(path: path, isPretty: true)
        case .jsonl: reading.json(path: path, isPretty: false) + "\n"
        }
    }
}
