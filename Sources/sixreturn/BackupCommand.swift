import ArgumentParser
import ReturnPathService
import ReturnPathStore

/// `sixreturn backup`: the whole database in one file.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write the whole database into one file, while mail goes on.",
        discussion: """
            The file shows the database as it stood at one moment, is examined before it gets its name, and can be \
            read by its owner alone. The key is not in it: keep a copy of the key file elsewhere.

            Exit status: 0, or 75 where the backup could not be made; then there is none of that name.
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: "The file.", completion: .file())
    var file: String

    @Flag(help: "Replace a file of that name.")
    var force = false

    func run() throws {
        let installation = try common.installation()
        for count in try BackupWriter.write(installation.store(), to: file, force: force) {
            print("\(count.table): \(count.rows)")
        }
        let key = installation.configuration.keyPath
        print("The key is not in it. Keep a copy of \(key) elsewhere: without it, no mail that is")
        print("on its way is known again; with both, anybody can forge reports.")
    }
}
