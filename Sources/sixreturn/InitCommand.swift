import ArgumentParser
import ReturnPathService

/// `sixreturn init`: makes what is missing.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Create configuration, key and database where they are missing.",
        discussion: """
            What is there is kept; a database of an older version is brought up to date. Run it as root, so \
            that the files get their right owners. A configuration file is written only where --domain, \
            --operator and --authserv-id are given.

            Exit status: 0, or 75 where something could not be made.
            """
    )

    @OptionGroup var common: CommonOptions

    @Option(help: "The domain under which the five names stand: dual, author, six, test and bare.")
    var domain: String?

    @Option(name: .customLong("operator"), help: "Where people with questions write to.")
    var operatorAddress: String?

    @Option(help: "How your mail server calls itself in Authentication-Results.")
    var authservID: String?

    func validate() throws {
        let given = [domain, operatorAddress, authservID].compactMap(\.self).count
        guard given == 0 || given == 3 else {
            throw ValidationError("Give --domain, --operator and --authserv-id together, or none of them.")
        }
    }

    func run() throws {
        var values: Initializer.Values?
        if let domain, let operatorAddress, let authservID {
            values = .init(domain: domain, operatorAddress: operatorAddress, authservID: authservID)
        }
        for step in try Initializer.run(common.configuration, values: values) { print(step.text) }
    }
}
