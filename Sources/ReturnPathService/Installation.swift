import MailTransport
import ReturnPathCore
import ReturnPathStore

/// The configuration at work: every part of the core, set up as the configuration says.
package struct Installation: Sendable {
    package let configuration: Configuration
    package let signer: Signer
    package let intake: Intake
    package let gate: Gate
    package let judge: Judge
    package let planner: Planner
    /// What asks for a confirmation.
    package let invitations: InvitationLetter
    /// The operator's templates and words for our mails.
    let letters: StationeryFolder

    /// Reads configuration and key.
    package static func load(_ path: String) throws -> Installation {
        let configuration = try ConfigurationReader.read(path)
        return Installation(configuration, signer: try KeyFile.read(configuration.keyPath).signer)
    }

    /// Sets everything up.
    package init(_ configuration: Configuration, signer: Signer) {
        self.configuration = configuration
        self.signer = signer
        let names = configuration.names
        intake = Intake(
            names: names, signer: signer,
            authentication: Authentication(
                authservID: configuration.authentication.authservID,
                acceptsDKIM: configuration.authentication.acceptsDKIM,
                relay: configuration.authentication.relay, names: names),
            language: configuration.language)
        gate = Gate(names: names, signer: signer, relay: configuration.authentication.relay)
        judge = Judge(window: configuration.timing.window)
        let composer = MessageComposer(names: names, signer: signer, displayName: configuration.displayName)
        letters = StationeryFolder(configuration.templateFolder)
        invitations = InvitationLetter(
            composer: composer, stationery: letters.stationery, operatorAddress: configuration.operatorAddress
        )
        planner = Planner(
            judge: judge, timing: configuration.timing,
            probes: ProbeLetter(
                composer: composer, stationery: letters.stationery, timing: configuration.timing,
                operatorAddress: configuration.operatorAddress),
            verdicts: VerdictLetter(
                composer: composer, stationery: letters.stationery, site: Self.site(configuration)))
    }

    /// What all pages have in common.
    package var site: Site { Self.site(configuration) }

    private static func site(_ configuration: Configuration) -> Site {
        Site(
            displayName: configuration.displayName, operatorAddress: configuration.operatorAddress,
            names: configuration.names, address: configuration.web,
            firstVerdict: configuration.timing.firstVerdict,
            messagesKept: configuration.retention.messages, checksKept: configuration.retention.checks)
    }

    /// Opens the database.
    package func store() throws(StoreError) -> Store {
        try Store(opening: configuration.storePath)
    }

    /// The sending instance.
    package var instance: PostfixInstance {
        PostfixInstance(configurationDirectory: configuration.sending.configurationDirectory)
    }
}
