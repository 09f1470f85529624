import ArgumentParser
import Glibc
import ReturnPathService

/// `sixreturn doctor`: looks at the real system.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look at the whole installation and say what is wrong.",
        discussion: """
            Looks at configuration, key, database, permissions, what waits, the timer, both Postfix \
            instances and the names in DNS. It sends no mail and changes nothing. Run it as root: others \
            may not look everywhere. docs/doctor.md explains every line.

            Exit status: 0 when all is right, 1 when something is wrong, 3 when nothing is wrong but \
            something could not be looked at.
            """
    )

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @OptionGroup var common: CommonOptions

    @Option(help: "How to print.")
    var format: Format = .text

    func run() async throws {
        let examinations = await Doctor.examine(common.configuration)
        var output = StandardOutput()
        output.write(
            format == .json
                ? try StatusJSON.text(examinations)
                : DoctorText(isColoured: StandardOutput.style.isColoured).text(examinations))
        output.flush()
        if examinations.contains(where: { $0.result == .fault }) { throw ExitCode(1) }
        if examinations.contains(where: { $0.result == .unknown }) { throw ExitCode(3) }
    }
}
