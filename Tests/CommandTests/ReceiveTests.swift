import Foundation
import Glibc
import TestSupport
import Testing

@Suite("receive")
struct ReceiveTests {
    @Test("opens a check, sends the control alone, and the probes when it was taken; then the verdict")
    func wholeCheck() throws {
        let installation = try TestInstallation()
        #expect(try installation.receive(.request()).status == 0)
        #expect(try installation.waitUntil { try installation.sentRoles() == ["c"] })
        let control = try #require(try installation.sender(of: "c"))
        #expect(try installation.receive(.relayed(control)).status == 0)
        #expect(try installation.waitUntil { try installation.sentRoles() == ["c", "p2", "p3", "p4"] })
        for role in ["p2", "p3", "p4"] {
            let sender = try #require(try installation.sender(of: role))
            #expect(sender.hasSuffix(role == "p3" ? "@six.check.example" : "@dual.check.example"))
            #expect(try installation.receive(.relayed(sender)).status == 0)
        }
        #expect(try installation.waitUntil { try installation.sentRoles().last == "v1" })
        #expect(
            try installation.sent().contains {
                $0.contains("Good news: mail finds its way to tester.example")
            })
    }

    @Test("takes the same message twice as one")
    func twice() throws {
        let installation = try TestInstallation()
        for _ in 0..<3 { #expect(try installation.receive(.request()).status == 0) }
        #expect(try installation.waitUntil { try !installation.sent().isEmpty })
        #expect(try installation.run(["reconcile"]).status == 0)
        #expect(try installation.sentRoles() == ["c"])
    }

    @Test("takes arguments as pipe(8) gives them and as people write them, and they mean the same")
    func forms() throws {
        let installation = try TestInstallation()
        let mail = TestMail.request()
        let split = mail.arguments.dropFirst().flatMap {
            $0.split(separator: "=", maxSplits: 1).map(String.init)
        }
        #expect(try installation.run(["receive"] + split, input: mail.bytes).status == 0)
        let columns =
            "sender || ' ' || recipient || ' ' || clientAddress || ' ' || clientName || ' ' || helo "
            + "|| ' ' || queueID || ' ' || instance"
        let first = try installation.query("SELECT \(columns) FROM message")
        #expect(
            first == "anna@tester.example test@test.check.example 2001:db8:1::25 out.tester.example "
                + "out.tester.example 4ABC123 operator")
        let second = try TestInstallation()
        #expect(try second.receive(mail).status == 0)
        #expect(try second.query("SELECT \(columns) FROM message") == first)
    }

    @Test("sends nothing where nobody vouches, and changes nothing for a forged report")
    func nothing() throws {
        let installation = try TestInstallation()
        var unvouched = TestMail.request()
        unvouched.bytes = Array(
            String(decoding: unvouched.bytes, as: UTF8.self).replacing("pass", with: "fail").utf8)
        let forged = TestMail(
            sender: "", recipient: "c-\(String(repeating: "a", count: 32))@dual.check.example",
            bytes: DSN.failed())
        for mail in [unvouched, forged] { #expect(try installation.receive(mail).status == 0) }
        #expect(try installation.run(["reconcile"]).status == 0)
        #expect(try installation.sent().isEmpty)
        #expect(try installation.run(["status"]).output.hasPrefix("No checks yet."))
    }

    enum Hostile: String, CaseIterable {
        case nothing, noHeaders, noughts, noLineEnd, tenThousandParts, fiftyMegabytes

        var bytes: [UInt8] {
            switch self {
            case .nothing: []
            case .noHeaders: Array("just text\nand more\n".utf8)
            case .noughts: [0, 0, 10, 0]
            case .noLineEnd: [UInt8](repeating: 97, count: 300_000)
            case .tenThousandParts:
                Array(
                    ("Content-Type: multipart/mixed; boundary=b\n\n"
                        + String(repeating: "--b\n\nx\n", count: 10_000)).utf8)
            case .fiftyMegabytes: [UInt8](repeating: 10, count: 50_000_000)
            }
        }
    }

    @Test("takes any octets, keeps them up to the configured size, and says yes", arguments: Hostile.allCases)
    func anyOctets(hostile: Hostile) throws {
        let installation = try TestInstallation()
        let bytes = hostile.bytes
        let mail = TestMail(sender: "", recipient: "test@test.check.example", bytes: bytes)
        #expect(try installation.receive(mail).status == 0)
        let kept = try installation.query("SELECT size || ' ' || length(bytes) FROM message")
        #expect(kept == "\(bytes.count) \(min(bytes.count, 262_144))")
        let note = try installation.query("SELECT note FROM message")
        #expect(note.contains("octets at the end were not kept") == (bytes.count > 262_144))
    }

    @Test(
        "never lets an address out that it would have to escape",
        arguments: [
            "-oX@tester.example", "\"a b\"@tester.example", "a\nBcc: x@tester.example", "a b@tester.example",
            "a,b@tester.example",
            "<a@tester.example>", "", "a@[192.0.2.1]", "a@tester", "--sender=x@tester.example",
        ])
    func hostileSender(sender: String) throws {
        let installation = try TestInstallation()
        #expect(try installation.receive(.request(from: sender)).status == 0)
        #expect(try installation.run(["reconcile"]).status == 0)
        for mail in try installation.sent() {
            let words = mail.split(separator: "\n")
            #expect(words.contains("--"), "the recipient stands behind --")
            #expect(mail.contains("\nTo: <\(sender)>\n"))
        }
    }

    @Test("answers every failure with 75 and its reason on the first line")
    func failures() throws {
        let installation = try TestInstallation()
        func expectDeferral(_ run: TestInstallation.Run, _ words: String) {
            #expect(run.status == 75)
            #expect(run.output.hasPrefix("4.3.0 "))
            #expect(run.output.contains(words))
        }
        expectDeferral(try installation.run(["receive", "--recipient=a@b", "--bogus"]), "Unknown option")
        expectDeferral(try installation.run(["receive"]), "Missing expected argument")
        expectDeferral(try installation.run(["receive", "--recipient=a@b", "--bogus=1"]), "Unknown option")
        expectDeferral(try installation.run(["receive", "--recipient=a@b", "--instance=x"]), "invalid")
        expectDeferral(
            try TestInstallation.start([TestInstallation.program, "receive", "--config"]), "Missing value")
        let mail = TestMail.request()
        try FileManager.default.moveItem(atPath: installation.store, toPath: installation.store + ".away")
        expectDeferral(try installation.receive(mail), "there is no database")
        try FileManager.default.moveItem(atPath: installation.store + ".away", toPath: installation.store)
        try "[names]\ndual = 1\n".write(toFile: installation.configuration, atomically: true, encoding: .utf8)
        expectDeferral(try installation.receive(mail), "sixreturn.toml:2: names.dual cannot be 1")
    }

    @Test("twenty at once all say yes, and each is answered")
    func twenty() async throws {
        let installation = try TestInstallation()
        try await withThrowingTaskGroup(of: Int32.self) { group in
            for number in 0..<20 {
                group.addTask {
                    let mail = TestMail.request(from: "anna\(number)@t\(number).example", id: "m\(number)")
                    return try installation.receive(mail).status
                }
            }
            for try await status in group { #expect(status == 0) }
        }
        #expect(try installation.waitUntil { try installation.sentRoles().count == 20 })
        #expect(try Set(installation.sentRoles()) == ["c"])
    }

    @Test("waits for a database that another process has locked")
    func locked() throws {
        let installation = try TestInstallation()
        let holder = Process()
        holder.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        holder.arguments = [
            "-c",
            """
            import sqlite3, sys, time
            database = sqlite3.connect(sys.argv[1], isolation_level=None)
            database.execute("BEGIN EXCLUSIVE")
            print("locked", flush=True)
            time.sleep(2)
            database.execute("ROLLBACK")
            """, installation.store,
        ]
        let output = Pipe()
        holder.standardOutput = output
        try holder.run()
        #expect(
            String(decoding: output.fileHandleForReading.availableData, as: UTF8.self).hasPrefix("locked"))
        #expect(try installation.receive(.request()).status == 0)
        holder.waitUntilExit()
        #expect(try installation.query("SELECT count(*) FROM checkRun") == "1")
    }

    /// Whether a small file system can be mounted where nobody else sees it.
    static let canMount =
        geteuid() == 0
        && (try? TestInstallation.start(["/usr/bin/unshare", "--mount", "/bin/true"]).status) == 0

    @Test(
        "answers 75 on a full disk, loses nothing, and takes the message when there is room",
        .enabled(if: canMount, "mounting a small file system needs root and mount namespaces"))
    func fullDisk() throws {
        // Both attempts happen in one mount namespace; what they said and how they ended comes back.
        let installation = try TestInstallation()
        let mail = TestMail.request()
        let message = installation.folder.appendingPathComponent("message").path
        try Data(mail.bytes).write(to: URL(fileURLWithPath: message))
        let script = """
            set -eu
            folder=$1 message=$2; shift 2
            mkdir /tmp/small.$$ && mount -t tmpfs -o size=1m small /tmp/small.$$
            cp "$folder"/store.sqlite* /tmp/small.$$/
            mount --bind /tmp/small.$$ "$folder/full"
            head -c 2000000 /dev/zero >/tmp/small.$$/ballast 2>/dev/null || :
            status=0; "$@" <"$message" || status=$?
            echo "status $status"
            rm /tmp/small.$$/ballast
            status=0; "$@" <"$message" || status=$?
            echo "status $status"
            umount "$folder/full" /tmp/small.$$; rmdir /tmp/small.$$
            """
        let full = installation.folder.appendingPathComponent("full")
        try FileManager.default.createDirectory(at: full, withIntermediateDirectories: true)
        let text = try String(contentsOfFile: installation.configuration, encoding: .utf8)
        try text.replacing(installation.store, with: full.path + "/store.sqlite")
            .write(toFile: installation.configuration, atomically: true, encoding: .utf8)
        let run = try TestInstallation.start(
            ["/usr/bin/unshare", "--mount", "/bin/sh", "-c", script, "sh", installation.folder.path, message]
                + [TestInstallation.program, "receive", "--config=\(installation.configuration)"]
                + mail.arguments.dropFirst())
        let lines = run.output.split(separator: "\n")
        #expect(lines.first?.hasPrefix("4.3.0 the disk is full under ") == true, "\(run)")
        #expect(lines.dropFirst() == ["status 75", "status 0"], "\(run)")
    }
}
