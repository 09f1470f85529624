import ArgumentParser
import ReturnPathService

/// `sixreturn reconcile`: run by the timer.
struct ReconcileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile",
        abstract: "Send what waits, look into the mail queue, tidy up.",
        discussion: """
            Run it every 15 seconds from the systemd timer, or from cron. Two at once do no harm; a run with \
            nothing to do takes milliseconds.

            Exit status: 0, or 75 where configuration or store cannot be used.
            """
    )

    @OptionGroup var common: CommonOptions

    func run() async throws {
        Deadline.start()
        let installation = try common.installation()
        try await Reconciler(installation, installation.store(), log: CommonOptions.logger(installation))
            .run()
    }
}
