import Foundation
import Glibc
import Testing

@testable import ReturnPathService

/// A process that is forked while a lock is held has a copy of its handle until it runs a program of its own.
@Suite("Locks")
final class LockTests {
    private let folder: String
    private var copies: [Int32] = []

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/locks-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit {
        for copy in copies { close(copy) }
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Takes a lock, copies its handle as forking does, lets the lock go, and takes it again.
    private func expectFree<Lock: ~Copyable>(_ file: String, _ take: () throws -> Lock?) throws {
        func isFree() throws -> Bool {
            guard let lock = try take() else { return false }
            _ = consume lock
            return true
        }
        guard let lock = try take() else {
            Issue.record("nobody else has it")
            return
        }
        try copyHandle(of: file)
        #expect(try !isFree())
        _ = consume lock
        #expect(try isFree())
    }

    private func copyHandle(of file: String) throws {
        let handles = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").filter { number in
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(number)"))?
                .hasSuffix(file) == true
        }
        copies += handles.compactMap { Int32($0).map { dup($0) } }
        #expect(handles.count == 1)
    }

    @Test("of a site is let go, whoever has a copy of its handle")
    func site() throws {
        try expectFree(folder + "/.lock") { try PublishLock(in: folder) }
    }

    @Test("of the runner is let go, whoever has a copy of its handle")
    func runner() throws {
        try expectFree(folder + "/store.runner") { try RunnerLock(beside: folder + "/store") }
    }

    @Test("of the keys is let go, whoever has a copy of its handle")
    func keys() throws {
        let path = folder + "/key"
        try Data().write(to: URL(fileURLWithPath: path))
        try expectFree(path) { try? KeyLock(path) }
    }
}
