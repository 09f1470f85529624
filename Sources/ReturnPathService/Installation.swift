import Glibc
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
    /// The operator's templates and words for our mails.
    let letters: StationeryFolder

    /// Reads configuration and key.
    package static func load(_ path: String) throws -> Installation {
        let configuration = try ConfigurationReader.read(path)
        return Installation(configuration, secret: try KeyFile.read(configuration.keyPath))
    }

    /// Sets everything up.
    package init(_ configuration: Configuration, secret: [UInt8]) {
        self.configuration = configuration
        signer = Signer(secret: secret)
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

/// The file with the secret: 64 hexadecimal digits.
package enum KeyFile {
    /// Reads the secret; one that everybody may read is refused.
    package static func read(_ path: String) throws(ServiceError) -> [UInt8] {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw .keyUnreadable(path: path, reason: SystemFailure(errno).words)
        }
        guard status.st_mode & 0o007 == 0 else { throw .keyExposed(path: path) }
        switch SystemFile.read(path, most: 1024) {
        case .failure(let failure): throw .keyUnreadable(path: path, reason: failure.words)
        case .success(let bytes):
            guard let secret = parse(String(decoding: bytes, as: UTF8.self)) else {
                throw .keyTooShort(path: path)
            }
            return secret
        }
    }

    /// Writes a new secret as text.
    package static func text(_ secret: [UInt8]) -> String {
        secret.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "\n"
    }

    private static func parse(_ text: String) -> [UInt8]? {
        let digits = text.filter { !$0.isWhitespace }.compactMap(\.hexDigitValue)
        guard digits.count == Signer.keyOctets * 2 else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }
}
