import ArgumentParser
import Glibc
import ReturnPathService

/// `sixreturn run-outbox`: started by `receive`; sends what was committed.
struct RunOutboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run-outbox",
        abstract: "Send what is due now or within seconds.",
        discussion: """
            Started by receive, which does not wait for it. Where another process is at work already, it \
            ends at once. Exit status: 0, or 75 where the store cannot be used.
            """,
        shouldDisplay: false
    )

    @OptionGroup var common: CommonOptions

    func run() async throws {
        Deadline.start()
        let installation = try common.installation()
        _ = chdir("/")
        try await EffectRunner(installation, installation.store(), log: CommonOptions.logger(installation))
            .run(linger: PendingWork.linger)
    }
}
