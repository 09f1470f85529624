import Foundation
import ReturnPathCore
import ReturnPathService
import ReturnPathStore
import TestSupport

/// A database and a configuration at work, without processes and with the clock in the test's hands.
final class ReceivingInstallation: Sendable {
    private let folder: URL
    let store: Store
    let installation: Installation

    init(invites: Bool = false) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("service-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try Store.create(at: folder.appendingPathComponent("store.sqlite").path)
        installation = Installation(
            try InstanceExaminerTests.configuration(invites: invites), signer: Experiment.signer)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Takes a mail in and says what was made of it.
    @discardableResult
    func receive(_ mail: TestMail, from client: String = "2001:db8:1::25", at now: Moment = Experiment.start)
        throws -> StoredMessage
    {
        let envelope = Envelope(
            sender: mail.sender, recipient: mail.recipient, clientAddress: client,
            clientName: "out.tester.example", helo: "out.tester.example", queueID: "4ABC123",
            instance: Envelope.Instance(rawValue: mail.instance) ?? .operator)
        let inbound = InboundMail(
            envelope: envelope, bytes: mail.bytes, size: mail.bytes.count, receivedAt: now)
        _ = try Receiver(installation, store).receive(inbound)
        return try store.write { try $0.keep(inbound).message }
    }

    /// The codes of the mails of a check, sorted.
    func roles(_ id: CheckID) throws -> [String] {
        try store.read { try $0.outbox(of: id).map(\.effect.role.code).sorted() }
    }
}
