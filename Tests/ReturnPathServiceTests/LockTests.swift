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

    /// Copies whatever handle this process has of a file, as forking does.
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
        func isFree() throws -> Bool {
            if let lock = try PublishLock(in: folder) {
                _ = consume lock
                return true
            }
            return false
        }
        guard let lock = try PublishLock(in: folder) else {
            Issue.record("nobody has it")
            return
        }
        try copyHandle(of: folder + "/.lock")
        #expect(try !isFree())
        _ = consume lock
        #expect(try isFree())
    }

    @Test("of the runner is let go, whoever has a copy of its handle")
    func runner() throws {
        let store = folder + "/store"
        func isFree() throws -> Bool {
            if let lock = try RunnerLock(beside: store) {
                _ = consume lock
                return true
            }
            return false
        }
        guard let lock = try RunnerLock(beside: store) else {
            Issue.record("nobody has it")
            return
        }
        try copyHandle(of: store + ".runner")
        #expect(try !isFree())
        _ = consume lock
        #expect(try isFree())
    }

    @Test("of the keys is let go, whoever has a copy of its handle")
    func keys() throws {
        let path = folder + "/key"
        try Data().write(to: URL(fileURLWithPath: path))
        let lock = try KeyLock(path)
        try copyHandle(of: path)
        #expect(throws: ServiceError.self) { _ = try KeyLock(path) }
        _ = consume lock
        _ = try KeyLock(path)
    }
}
