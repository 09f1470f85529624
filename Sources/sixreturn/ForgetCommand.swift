import ArgumentParser
import Glibc
import ReturnPathService
import ReturnPathStore

/// `sixreturn forget`: removes what is known of somebody.
struct ForgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Remove all that is stored about an address or a domain.",
        discussion: """
            Checks, evidence, mails and messages that name it are removed, and the database is written anew, so \
            that nothing can be found in its files; other processes wait meanwhile. What remains where is printed. \
            The block list stays: it keeps us from writing to them again.

            Exit status: 0; 1 where it was not confirmed; 75 where the store cannot be used.
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: "An address, or a domain with all that is under it.")
    var subject: Subject

    @Flag(help: "Do not ask.")
    var yes = false

    func run() throws {
        let installation = try common.installation()
        let store = try installation.store()
        guard isConfirmed() else { throw ExitCode(1) }
        let forgetter = Forgetter(installation, store)
        print(forgetter.text(try forgetter.forget(subject), subject), terminator: "")
    }

    private func isConfirmed() -> Bool {
        if yes { return true }
        guard isatty(STDIN_FILENO) == 1 else {
            StandardError.write("sixreturn: nothing was removed: there is nobody to ask; give --yes\n")
            return false
        }
        StandardError.say("Remove all that is stored about \(subject.text)? [y/N] ")
        return readLine()?.lowercased() == "y"
    }
}

extension Subject: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
