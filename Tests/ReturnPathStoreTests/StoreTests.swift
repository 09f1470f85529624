import Foundation
import GRDB
import ReturnPathCore
import TestSupport
import Testing

@testable import ReturnPathStore

@Suite("The database as a file")
struct StoreTests {
    @Test("a missing database is named and never made on the way")
    func missing() throws {
        let place = try TemporaryStore()
        #expect(throws: StoreError.missing(path: place.path)) { try Store(opening: place.path) }
        #expect(!FileManager.default.fileExists(atPath: place.path))
    }

    @Test("a database that is there is never made anew")
    func there() throws {
        let place = try TemporaryStore()
        try place.create().write { try $0.block("anna@tester.example", origin: "test", at: 1) }
        #expect(throws: StoreError.alreadyThere(path: place.path)) { try Store.create(at: place.path) }
        #expect(try Store(opening: place.path).read { try $0.isBlocked("anna@tester.example") })
    }

    @Test("what is no database is not opened as one")
    func notADatabase() throws {
        let place = try TemporaryStore()
        try String(repeating: "this is a letter\n", count: 400).write(
            toFile: place.path, atomically: true, encoding: .utf8)
        let error = #expect(throws: StoreError.self) {
            try Store(opening: place.path).read { try $0.nextDue() }
        }
        #expect(error?.problem.contains("not a database") == true)
        #expect(error?.remedy.isEmpty == false)
    }

    @Test("every connection has the log, syncs every commit and overwrites what is removed")
    func settings() throws {
        let place = try TemporaryStore()
        for store in [try place.create(), try Store(opening: place.path)] {
            let (mode, synchronous) = try store.read { transaction in
                (
                    try String.fetchOne(transaction.database, sql: "PRAGMA journal_mode"),
                    try Int.fetchOne(transaction.database, sql: "PRAGMA synchronous")
                )
            }
            #expect(mode == "wal")
            #expect(synchronous == 2)
            #expect(try store.read { try Int.fetchOne($0.database, sql: "PRAGMA secure_delete") } == 1)
            try store.writeUnsynced { try $0.block("b@c.example", origin: "", at: 0) }
            let after = try store.read { try Int.fetchOne($0.database, sql: "PRAGMA synchronous") }
            #expect(after == 2)
        }
    }

    @Test("a lock that stays is told, and is waited for before")
    func locked() throws {
        let place = try TemporaryStore()
        let holder = try place.create()
        let other = try Store(opening: place.path, patience: 0.2)
        try holder.write { transaction in
            try transaction.block("a@b.example", origin: "test", at: 1)
            let error = #expect(throws: StoreError.self) {
                try other.write { try $0.block("c@d.example", origin: "test", at: 1) }
            }
            #expect(error == .busy(path: place.path))
            #expect(try other.read { try !$0.isBlocked("a@b.example") })
        }
        try other.write { try $0.block("c@d.example", origin: "test", at: 1) }
    }

    @Test("a full disk is told as such, and what was there stays")
    func full() throws {
        let store = try TemporaryStore()
        let database = try store.create()
        try database.write { try $0.block("a@b.example", origin: "test", at: 1) }
        _ = try database.read { try Int.fetchOne($0.database, sql: "PRAGMA max_page_count=1") }
        let mail = InboundMail(
            envelope: Messages.envelope, bytes: [UInt8](repeating: 97, count: 1 << 20), size: 1 << 20,
            receivedAt: 1)
        #expect(throws: StoreError.full(path: store.path)) { try database.write { try $0.keep(mail) } }
        #expect(try database.read { try $0.isBlocked("a@b.example") })
        #expect(try database.read { try $0.messageCounts() }.isEmpty)
    }

    @Test("a change is all or nothing")
    func allOrNothing() throws {
        struct Interruption: Error {}
        let place = try TemporaryStore()
        let store = try place.create()
        #expect(throws: StoreError.self) {
            try store.write { transaction in
                try transaction.block("a@b.example", origin: "test", at: 1)
                throw Interruption()
            }
        }
        #expect(try store.read { try !$0.isBlocked("a@b.example") })
    }

    @Test("twenty connections at once write everything they have")
    func twenty() throws {
        let place = try TemporaryStore()
        _ = try place.create()
        DispatchQueue.concurrentPerform(iterations: 20) { worker in
            for number in 0..<20 {
                do {
                    try Store(opening: place.path).write {
                        try $0.block("n\(worker)-\(number)@b.example", origin: "test", at: 1)
                    }
                } catch {
                    Issue.record(error)
                }
            }
        }
        let count = try Store(opening: place.path).read {
            try Int.fetchOne($0.database, sql: "SELECT count(*) FROM block")
        }
        #expect(count == 400)
    }

    @Test("tables of this version are left alone, and the examination finds no damage")
    func migration() throws {
        let place = try TemporaryStore()
        let store = try place.create()
        #expect(try store.isCurrent())
        try store.migrate()
        #expect(try store.damage() == nil)
    }
}
