import Foundation
import TestSupport
import Testing

/// Ends the program by SIGKILL at every system call that could change anything, one after the other,
/// and looks whether a second attempt mends everything.
@Suite("Killed at every write", .serialized)
struct KillTests {
    /// What could change a file or a process.
    static let calls = [
        "write", "pwrite64", "writev", "fsync", "fdatasync", "ftruncate", "unlink", "rename", "fallocate",
        "fchown",
        "fchmod", "mkdir",
    ]

    static let strace = "/usr/bin/strace"

    /// How often each call is made, counted in one undisturbed run.
    private func counts(_ start: ([String]) throws -> TestInstallation.Run) throws -> [String: Int] {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("trace-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        let run = try start([
            Self.strace, "-qq", "-o", file.path, "-e", "trace=" + Self.calls.joined(separator: ","),
        ])
        try #require(run.status == 0)
        let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
        return Dictionary(
            lines.compactMap { $0.split(separator: "(").first.map { (String($0), 1) } }, uniquingKeysWith: +
        )
        .filter { Self.calls.contains($0.key) }
    }

    /// Kills at every call in turn, each time from the same beginning.
    ///
    /// - Parameters:
    ///   - start: Runs the command under the wrapper that it is given.
    ///   - mended: Makes the second attempt and says whether all is as it should be.
    private func killEverywhere(
        from beginning: TestInstallation,
        _ start: (TestInstallation, [String]) throws -> TestInstallation.Run,
        mended: (TestInstallation) throws -> Bool
    ) throws -> Int {
        let counted = try counts { try start(try TestInstallation(copying: beginning), $0) }
        var kills = 0
        for (call, count) in counted.sorted(by: { $0.key < $1.key }) {
            for number in 1...count {
                let installation = try TestInstallation(copying: beginning)
                let run = try start(
                    installation,
                    [
                        Self.strace, "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
                        "inject=\(call):signal=SIGKILL:when=\(number)",
                    ])
                kills += run.status == 0 ? 0 : 1
                #expect(try mended(installation), "killed at \(call) number \(number)")
                let check = try TestInstallation.start([
                    "/usr/bin/python3", "-c",
                    "import sqlite3,sys; print(sqlite3.connect(sys.argv[1]).execute('pragma quick_check').fetchone()[0])",
                    installation.store,
                ])
                #expect(check.output == "ok\n", "after a kill at \(call) number \(number)")
            }
        }
        return kills
    }

    /// Every mail was submitted, and one that was submitted twice has the same octets.
    private func wasSent(_ roles: [String], _ installation: TestInstallation) throws -> Bool {
        try installation.waitUntil { try Set(installation.sentRoles()) == Set(roles) }
            && Set(try installation.sent()).count == roles.count
    }

    @Test("a request is not lost and is answered once")
    func request() throws {
        let kills = try killEverywhere(from: try TestInstallation()) { installation, wrapper in
            try installation.receive(.request(), wrapper: wrapper)
        } mended: { installation in
            let second = try installation.receive(.request())
            let tidy = try installation.run(["reconcile"])
            return try second.status == 0 && tidy.status == 0 && wasSent(["c"], installation)
        }
        #expect(kills > 10)
    }

    @Test("a report is not lost, and what follows from it is sent")
    func report() throws {
        let beginning = try TestInstallation()
        #expect(try beginning.receive(.request()).status == 0)
        #expect(try wasSent(["c"], beginning))
        let control = try #require(try beginning.sender(of: "c"))
        let kills = try killEverywhere(from: beginning) { installation, wrapper in
            try installation.receive(.relayed(control), wrapper: wrapper)
        } mended: { installation in
            let second = try installation.receive(.relayed(control))
            let tidy = try installation.run(["reconcile"])
            return try second.status == 0 && tidy.status == 0
                && wasSent(["c", "p2", "p3", "p4"], installation)
        }
        #expect(kills > 10)
    }

    @Test("receive says yes only after its commit is on the disk")
    func synced() throws {
        let installation = try TestInstallation()
        let file = installation.folder.appendingPathComponent("trace")
        let run = try installation.receive(
            .request(),
            wrapper: [
                Self.strace, "-qq", "-y", "-o", file.path, "-e", "trace=pwrite64,fdatasync,fsync,exit_group",
            ])
        #expect(run.status == 0)
        let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
        let write = try #require(lines.lastIndex { $0.hasPrefix("pwrite64") && $0.contains("-wal>") })
        let sync = try #require(lines.lastIndex { $0.contains("sync(") && $0.contains("-wal>") })
        let exit = try #require(lines.lastIndex { $0.hasPrefix("exit_group(0)") })
        #expect(write < sync && sync < exit)
    }
}
