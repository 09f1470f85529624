import Foundation
import ReturnPathStore

/// A database in a folder of its own, removed with it.
final class TemporaryStore: Sendable {
    let folder: URL
    var path: String { folder.appendingPathComponent("store.sqlite").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Creates the database.
    func create() throws -> Store { try Store.create(at: path) }
}
