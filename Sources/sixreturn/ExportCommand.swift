import ArgumentParser
import ReturnPathService
import ReturnPathStore

/// `sixreturn export`: what is known of somebody, for them.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print all that is stored about an address or a domain.",
        discussion: """
            Checks with their evidence, our mails, and the messages that came in, as one JSON document. What is not \
            UTF-8 stands there in base64. See to it that whoever gets it is who they say: send it to the address \
            itself.

            Exit status: 0, or 75 where the store cannot be used.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case json
    }

    @OptionGroup var common: CommonOptions

    @Argument(help: "An address, or a domain with all that is under it.")
    var subject: Subject

    @Option(help: "How to print.")
    var format: Format = .json

    func run() throws {
        let installation = try common.installation()
        let export = PersonExport(installation, try installation.store())
        var output = StandardOutput()
        try export.write(subject, at: SystemClock.now()) { output.write($0) }
        output.flush()
    }
}
