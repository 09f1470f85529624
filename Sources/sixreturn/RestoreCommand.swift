import ArgumentParser
import ReturnPathService
import ReturnPathStore

/// `sixreturn restore`: a backup takes the place of the database.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put the database aside and a backup in its place.",
        discussion: """
            The backup is examined first; the old database is kept beside the new one. Meanwhile the mail server \
            keeps what comes. Messages that the old database has and the backup has not are read anew, where they \
            can be read: who has asked since the backup is checked again. Run it as root.

            Exit status: 0, or 75 where the backup cannot be used.
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: "The file that sixreturn backup has written.", completion: .file())
    var file: String

    func run() async throws {
        let configuration = try ConfigurationReader.read(common.configuration)
        let outcome = try await Restorer(configuration).restore(file, at: SystemClock.now())
        for count in outcome.counts { print("\(count.table): \(count.rows)") }
        if let aside = outcome.aside { print("The old database is \(aside).") }
        print("Messages taken over from it: \(outcome.messages)")
    }
}
