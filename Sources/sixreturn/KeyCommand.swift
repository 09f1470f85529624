import ArgumentParser
import ReturnPathService

/// `sixreturn key`: the keys that sign our addresses.
struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "List or change the keys that sign our addresses.",
        discussion: "Exit status: 0, or 75 where the key file cannot be read or written.",
        subcommands: [List.self, Rotate.self])

    /// `sixreturn key list`: names the keys and tells nothing of them.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the keys in force by their names, the newest first.",
            discussion: "Exit status: 0, or 75 where the key file cannot be read.")

        @OptionGroup var common: CommonOptions

        func run() throws {
            let configuration = try ConfigurationReader.read(common.configuration)
            KeyCommand.show(try KeyFile.read(configuration.keyPath), configuration)
        }
    }

    /// `sixreturn key rotate`: a new key signs from now on.
    struct Rotate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a new key that signs from now on.",
            discussion: """
                Older keys verify what they have signed for as long as a check is kept (retention.checks); then the \
                next rotation leaves them out. Run it as root. Keep a copy of the key file apart from backups of \
                the database.

                Exit status: 0, or 75 where the key file cannot be read or written.
                """)

        @OptionGroup var common: CommonOptions

        @Flag(
            help:
                "Forget all older keys at once: what they signed, and mail that is on its way, is worth nothing."
        )
        var forgetOld = false

        func run() throws {
            let configuration = try ConfigurationReader.read(common.configuration)
            let keys = try KeyRotation.rotate(configuration, forgetOld: forgetOld, at: SystemClock.now())
            KeyCommand.show(keys, configuration)
        }
    }

    fileprivate static func show(_ keys: KeyRing, _ configuration: Configuration) {
        for line in KeyRotation.list(keys, lifetime: configuration.retention.checks) { print(line) }
    }
}
