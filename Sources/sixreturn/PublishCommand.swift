import ArgumentParser
import Glibc
import ReturnPathService

/// `sixreturn publish`: writes the pages.
struct PublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Write the pages: start, statistics, and one for each check.",
        discussion: """
            Writes a static site into a folder that a web server hands out (deploy/web has one for nginx). Only what \
            has changed is written, each file at once or not at all; pages of checks that are past their time are \
            removed. Run it from a timer; two at once do no harm. docs/pages.md says what is on the pages.

            Exit status: 0, also where another run is at work; 75 where the store cannot be read or the folder \
            not be written.
            """
    )

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @OptionGroup var common: CommonOptions

    @Argument(help: "The folder; it is made where it is missing.", completion: .directory)
    var folder: String

    @Option(help: "How to print what was done.")
    var format: Format = .text

    func run() throws {
        let installation = try common.installation()
        let publisher = try Publisher(installation, try installation.store())
        let isShown = isatty(STDERR_FILENO) == 1
        let outcome = try publisher.run(into: folder, at: SystemClock.now()) { done, all in
            if isShown, all > 1000 {
                StandardError.write(done < all ? "\r\(done) of \(all) pages" : "\r\u{1B}[K")
            }
        }
        guard let outcome else {
            StandardError.say("sixreturn: another run is writing \(folder)\n")
            return
        }
        switch format {
        case .text:
            print(
                "checks: \(outcome.checks), judged: \(outcome.judged), files written: \(outcome.written), "
                    + "pages removed: \(outcome.removed)")
        case .json: print(try StatusJSON.text(outcome), terminator: "")
        }
    }
}
