import ArgumentParser
import Glibc
import ReturnPathCore
import ReturnPathService

/// `sixreturn policy`: answers the mail server's questions on standard input, one after another.
struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Tell the mail server at RCPT what would lead to nothing.",
        discussion: """
            Postfix runs this by spawn(8), once for each of its processes that asks, and speaks its policy \
            protocol on standard input and output (SMTPD_POLICY_README). Refused for good are addresses at our \
            names that do not exist or that we did not sign, senders that are never answered, senders that want \
            no mail, and requests over a limit, with the time when there is room again. Everything else is \
            DUNNO. Nothing is ever put off, unless on_failure of [policy] says so for what cannot be looked up.

            Exit status: 0 at the end of the input; 75 where configuration or key cannot be used, or the other \
            side does not speak the protocol.
            """
    )

    @OptionGroup var common: CommonOptions

    func run() throws {
        let service = PolicyService(try common.installation()) { error in
            StandardError.say("sixreturn: \(error.problem)\n    \(error.remedy)\n")
        }
        var conversation = PolicyConversation()
        var output = StandardOutput()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw ExitCode(count == 0 ? 0 : EX_TEMPFAIL) }
            do {
                let now = SystemClock.now()
                output.write(try conversation.take(buffer[..<count]) { service.answer($0, at: now) })
                output.flush()
            } catch {
                throw ExitCode(EX_TEMPFAIL)
            }
        }
    }
}
