import ArgumentParser
import ReturnPathService

extension BlockRegister.Name: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

/// `sixreturn block`: sees to it that somebody gets no mail of ours any more.
struct BlockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "block",
        abstract: "Write to an address, or to a whole domain, no more.",
        discussion: """
            An address is blocked under all of its forms: with a tag behind a plus, with a signature of BATV. A domain \
            is blocked with all below it. What is still to be sent is not sent.

            Exit status: 0; 75 when the store cannot be used.
            """
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: "An address or a domain.")
    var name: BlockRegister.Name

    func run() throws {
        let isNew = try BlockRegister(common.installation().store()).block(name, at: SystemClock.now())
        print(isNew ? "blocked" : "was blocked already")
    }
}

/// `sixreturn unblock`: takes a block back.
struct UnblockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unblock",
        abstract: "Take an address or a domain off the list of those who want no mail.",
        discussion: """
            Exit status: 0; 1 where it is not on the list, though its domain may be; 75 when the store cannot be used.
            """
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: "An address or a domain.")
    var name: BlockRegister.Name

    func run() throws {
        let wasListed = try BlockRegister(common.installation().store()).unblock(name)
        print(wasListed ? "unblocked" : "is not on the list")
        if !wasListed { throw ExitCode(1) }
    }
}

/// `sixreturn blocked`: lists who gets no mail of ours.
struct BlockedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "blocked",
        abstract: "List who wants no mail from us, since when, and how that came.",
        discussion: """
            Exit status: 0; 75 when the store cannot be read.
            """
    )

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @OptionGroup var common: CommonOptions

    @Option(help: "How to print.")
    var format: Format = .text

    func run() throws {
        let register = BlockRegister(try common.installation().store())
        var output = StandardOutput()
        output.write(format == .json ? try StatusJSON.text(try register.entries()) : try register.text())
        output.flush()
    }
}
