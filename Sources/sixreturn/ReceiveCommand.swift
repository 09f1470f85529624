import ArgumentParser
import Glibc
import MailTransport
import ReturnPathCore
import ReturnPathService

/// `sixreturn receive`: run by pipe(8), once per recipient; the message is on standard input.
struct ReceiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receive",
        abstract: "Take in one message from the mail server.",
        discussion: """
            Postfix runs this by pipe(8), once per recipient, with the message on standard input. \
            When it ends with 0, the message and all that follows from it are on the disk; what is to \
            be sent is sent by another process, which is started and not waited for.

            Exit status: 0, or 75 for every failure whatever it is; then the first line of the output \
            begins with 4.3.0 and says what is wrong.
            """
    )

    @OptionGroup var common: CommonOptions

    @Option(help: "The envelope sender; empty for the null reverse-path.")
    var sender = ""

    @Option(help: "The envelope recipient.")
    var recipient: String

    @Option(help: "The address of the host that handed the message over.")
    var clientAddress = ""

    @Option(help: "That host's name.")
    var clientName = ""

    @Option(help: "What that host called itself.")
    var helo = ""

    @Option(help: "The mail server's own queue identifier.")
    var queueID = ""

    @Option(help: "Which of our Postfix instances runs this: operator or v6only.")
    var instance = Envelope.Instance.operator

    func run() throws {
        let envelope = Envelope(
            sender: sender, recipient: recipient, clientAddress: clientAddress, clientName: clientName,
            helo: helo, queueID: queueID, instance: instance)
        try Self.takeIn(envelope, configuration: common.configuration)
    }

    /// Keeps the message on standard input and commits all that follows from it.
    static func takeIn(_ envelope: Envelope, configuration path: String) throws -> Never {
        let installation: Installation
        do {
            installation = try Installation.load(path)
        } catch {
            // The mail server writes to the end before it looks at the exit status.
            _ = SystemFile.drain(STDIN_FILENO, keeping: 0)
            throw error
        }
        let input = SystemFile.drain(STDIN_FILENO, keeping: installation.configuration.messageSize)
        let (kept, size) = try input.mapError { ServiceError.inputUnreadable(reason: $0.words) }.get()
        let mail = InboundMail(envelope: envelope, bytes: kept, size: size, receivedAt: SystemClock.now())
        let store = try installation.store()
        if try Receiver(installation, store).receive(mail) {
            // All is committed: where the runner cannot be started now, the timer does its work.
            _ = try? DetachedProcess.start("/proc/self/exe", arguments: ["run-outbox", "--config", path])
        }
        // The end of the process closes the database faster than the library does.
        withExtendedLifetime(store) { Glibc.exit(0) }
    }

    /// Tells the mail server to try again.
    static func `defer`(_ problem: String) -> Never {
        let line = problem.split(whereSeparator: \.isNewline).first.map(String.init) ?? "unknown failure"
        var output = StandardOutput()
        output.write("4.3.0 \(TextLayout.printable(line))\n")
        output.flush()
        Glibc.exit(EX_TEMPFAIL)
    }
}

extension Envelope.Instance: ExpressibleByArgument {}
