import Foundation
import ReturnPathCore
import TestSupport
import Testing

@testable import ReturnPathService

@Suite("The key file")
struct KeyFileTests {
    private static let day: Seconds = 86_400
    private static let digits = String(repeating: "0a", count: 32)

    private static func read(_ text: String, mode: Int = 0o640) throws -> KeyRing {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("key-\(UUID().uuidString)")
            .path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        return try KeyFile.read(path)
    }

    private static func key(_ number: UInt8, _ madeAt: Moment?) -> Key {
        Key(secret: [UInt8](repeating: number, count: 32), madeAt: madeAt)
    }

    @Test(
        "of an earlier version is read as it was",
        arguments: [digits, digits + "\n", "  0a0a \n" + digits.dropFirst(4)])
    func earlier(text: String) throws {
        let keys = try Self.read(text)
        #expect(keys.newest == Self.key(10, nil) && keys.older.isEmpty)
    }

    @Test("says again what was written")
    func roundTrip() throws {
        let keys = KeyRing(first: Self.key(1, 100), older: [Self.key(2, 50), Self.key(3, nil)])
        #expect(try Self.read(KeyFile.text(keys)) == keys)
    }

    @Test("is refused where a key is cut or everybody may read it")
    func refused() throws {
        for text in ["", "abc\n", Self.digits + " 2026-11-28T00:00:00Z\n" + Self.digits.dropLast() + "\n"] {
            let error = #expect(throws: ServiceError.self) { try Self.read(text) }
            #expect(error?.problem.contains("64 hexadecimal") == true)
        }
        let error = #expect(throws: ServiceError.self) { try Self.read(Self.digits, mode: 0o644) }
        #expect(error?.problem.contains("everybody") == true)
    }

    @Test("keeps an old key for as long as a check that it signed may live")
    func age() {
        let keys = KeyRing(first: Self.key(1, 10 * Self.day), older: [Self.key(2, nil)])
        let soon = keys.rotated(to: Self.key(3, 100 * Self.day), lifetime: 90 * Self.day)
        #expect(soon.older.map(\.secret.first) == [1, 2])
        let late = keys.rotated(to: Self.key(3, 100 * Self.day + 1), lifetime: 90 * Self.day)
        #expect(late.older.map(\.secret.first) == [1])
        #expect(late.newest.madeAt == 100 * Self.day + 1)
    }

    @Test("is listed by names that tell nothing of the keys")
    func list() {
        let keys = KeyRing(first: Self.key(1, 10 * Self.day), older: [Self.key(2, nil)])
        let lines = KeyRotation.list(keys, lifetime: 90 * Self.day)
        #expect(lines.count == 2)
        #expect(lines[0].hasSuffix("  made 1970-01-11  signs"))
        #expect(lines[1].hasSuffix("  made unknown     verifies until 1970-04-11"))
        #expect(lines[0].prefix(8) != lines[1].prefix(8))
        #expect(!lines.joined().contains("0101"))
    }
}
