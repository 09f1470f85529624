import Foundation
import Glibc
import InternetMessage
import Testing

@testable import sixreturn

@Suite("Files to read")
struct MessageFilesTests {
    /// A directory with files of those names, each holding its own name; removed afterwards.
    func withFiles(_ names: [String], _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in names {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(name.utf8).write(to: file)
        }
        try body(folder.path)
    }

    @Test("come in the order of their names, directories opened, hidden ones left out")
    func order() throws {
        try withFiles(["b", "a", "c/d", ".hidden"]) { folder in
            let files = try MessageFiles(paths: [folder, folder + "/b"]).map { try $0.get() }
            #expect(files.map(\.path) == ["a", "b", "c/d", "b"].map { folder + "/" + $0 })
            #expect(files.map { String(decoding: $0.bytes, as: UTF8.self) } == ["a", "b", "c/d", "b"])
        }
    }

    @Test("are read whole, however large")
    func large() throws {
        try withFiles(["a"]) { folder in
            try Data(count: 300_001).write(to: URL(filePath: folder + "/a"))
            #expect(try MessageFiles(paths: [folder + "/a"]).map { try $0.get().bytes.count } == [300_001])
        }
    }

    @Test("are read as far as they are looked at, and an octet further")
    func larger() throws {
        try withFiles(["a"]) { folder in
            #expect(truncate(folder + "/a", off_t(Limits.standard.size + 100)) == 0)
            let counts = try MessageFiles(paths: [folder + "/a"]).map { try $0.get().bytes.count }
            #expect(counts == [Limits.standard.size + 1])
        }
    }

    @Test("of no size are read to the end, as those of the kernel are")
    func sizeless() throws {
        let file = try #require(MessageFiles(paths: ["/proc/self/maps"]).map { try $0.get() }.first)
        #expect(file.bytes.last == 0x0A)
    }

    @Test("that cannot be read say so with a remedy, and the others are read")
    func unreadable() throws {
        try withFiles(["a"]) { folder in
            let items = Array(MessageFiles(paths: [folder + "/none", folder + "/a"]))
            #expect(items.count == 2)
            guard case .failure(let error) = items[0] else {
                Issue.record("a missing file was read")
                return
            }
            #expect(error.problem == "cannot read \(folder)/none: No such file or directory")
            #expect(error.remedy == "Check the spelling of the path.")
            #expect(throws: Never.self) { try items[1].get() }
        }
    }
}
