import Foundation
import InternetMessage
import TestSupport
import Testing

/// Foreign words on their way to a terminal, a browser, a spreadsheet and a file system.
@Suite("Hostile words, through the whole program", .serialized)
struct HostileOutputTests {
    /// Sequences that steer a terminal, controls of C1, what turns a line round, tags, markup, a formula.
    private static let words =
        "\u{1B}[2J\u{1B}]0;owned\u{7}\u{9B}31m\u{9D}0;x\u{9C}\u{202E}\u{2066}\u{200B}\u{FEFF}\u{85}\u{2028}\u{7F}\u{8}"
        + "\u{E0041}<script>alert(1)</script>\"><img src=x onerror=alert(1)>'&=cmd|'/C calc'!A0"

    /// What no output may hold, named; ends of lines are ours.
    private static func invisible(_ text: String) -> Set<String> {
        Set(
            text.unicodeScalars.filter { scalar in
                switch scalar.properties.generalCategory {
                case .control: scalar != "\n"
                case .format, .lineSeparator, .paragraphSeparator: true
                default: false
                }
            }.map { "U+" + String($0.value, radix: 16) })
    }

    private static func expectVisible(
        _ run: TestInstallation.Run, _ what: [String], sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(Self.invisible(run.output) == [], "output of \(what)", sourceLocation: sourceLocation)
        #expect(Self.invisible(run.errors) == [], "errors of \(what)", sourceLocation: sourceLocation)
    }

    private static func line(_ text: String) -> String {
        "\(Date.now.formatted(.iso8601)) mx postfix-v6only/\(text)\n"
    }

    /// A check whose request is hostile; its control was sent.
    private func begun() throws -> TestInstallation {
        let installation = try TestInstallation()
        let text = try String(contentsOfFile: installation.configuration, encoding: .utf8)
        try (text + "[web]\nurl = \"https://check.example/\"\n").write(
            toFile: installation.configuration, atomically: true, encoding: .utf8)
        let request = TestMail.request()
        let lines = String(decoding: request.bytes, as: UTF8.self).replacing(
            "From: ", with: "Subject: \(Self.words)\nX-Mailer: \(Self.words)\nFrom: \"\(Self.words)\" ")
        let arguments = request.arguments.map {
            $0.hasPrefix("--client-name=") || $0.hasPrefix("--helo=") ? $0 + Self.words : $0
        }
        try #require(try installation.run(arguments, input: Array(lines.utf8)).status == 0)
        try #require(try installation.waitUntil { try installation.sentRoles() == ["c"] })
        return installation
    }

    /// A check in which all that comes from outside is hostile, waiting for one mail.
    private func checked() throws -> TestInstallation {
        let installation = try begun()
        let control = try #require(try installation.sender(of: "c"))
        try #require(try installation.receive(.relayed(control)).status == 0)
        try #require(try installation.waitUntil { try installation.sentRoles() == ["c", "p2", "p3", "p4"] })
        for (role, report) in [
            ("p2", DSN.failed(diagnostic: "smtp; 550 5.1.1 \(Self.words)")),
            ("p4", DSN.relayed(to: Self.words)),
        ] {
            let mail = TestMail(
                sender: "", recipient: try #require(try installation.sender(of: role)), instance: "v6only",
                bytes: report)
            try #require(try installation.receive(mail).status == 0)
        }
        try attempt("p3", installation)
        try installation.waitForRunner()
        _ = try installation.run(["reconcile"])
        return installation
    }

    /// A probe that stays in the queue, with hostile words in log and listing.
    private func attempt(_ role: String, _ installation: TestInstallation) throws {
        let sender = try #require(try installation.sender(of: role))
        let log =
            Self.line("qmgr[5]: 4jZjjK36gMzV9: from=<\(sender)>, size=1, nrcpt=1 (queue active)")
            + Self.line(
                "smtp[7]: 4jZjjK36gMzV9: to=<anna@tester.example>, relay=\(Self.words)[2001:db8:1::25]:25, delay=1, "
                    + "delays=0/0/1/0, dsn=4.0.0, status=deferred (\(Self.words))")
        try Data(log.utf8).write(to: installation.folder.appendingPathComponent("v6only.log"))
        let mail: [String: Any] = [
            "queue_name": "deferred", "queue_id": "4jZjjK36gMzV9",
            "arrival_time": Int(Date.now.timeIntervalSince1970),
            "sender": sender,
            "recipients": [["address": "anna@tester.example", "delay_reason": Self.words]],
        ]
        let listing = try JSONSerialization.data(withJSONObject: mail) + Data("\n".utf8)
        try listing.write(to: installation.folder.appendingPathComponent("queue.json"))
        _ = try installation.run(["reconcile"])
    }

    @Test("steer no terminal, in no command's output and in no format")
    func terminal() throws {
        let installation = try checked()
        let sample = installation.folder.appendingPathComponent("a\u{1B}[2J\u{9B}\u{202E}.eml")
        try Data(DSN.failed(diagnostic: "smtp; 550 \(Self.words)")).write(to: sample)
        _ = try installation.change(
            "INSERT INTO block (address, at, origin) VALUES ('a' || char(27, 155, 8238) || '@b.example', 1, 'x')"
        )
        let name = try installation.query("SELECT id FROM checkRun")
        var commands: [[String]] = [
            ["config"], ["export", "anna@tester.example"], ["export", "tester.example"],
        ]
        for format in ["text", "json"] {
            commands += [
                ["status", name], ["status"], ["list"], ["blocked"], ["stats"], ["doctor"],
                ["publish", site(installation)],
            ].map { $0 + ["--format", format] }
        }
        commands.append(["stats", "--format", "prometheus"])
        for command in commands {
            let run = try installation.run(command)
            #expect(!run.output.isEmpty, "\(command)")
            Self.expectVisible(run, command)
        }
        // The words are there, and only what is invisible of them is gone or escaped.
        #expect(try installation.run(["status", name]).output.contains("<script>alert(1)</script>"))
        let json = try installation.run(["status", name, "--format", "json"]).output
        #expect(json.contains("\\u001b[2J") && json.contains("\\u202e") && json.contains("\\udb40\\udc41"))
        #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) is [String: Any])
        for format in ["text", "json", "jsonl"] {
            let run = try TestInstallation.start([
                TestInstallation.program, "read", "--format", format, sample.path,
            ])
            #expect(run.status == 0 && run.output.contains("alert(1)"))
            Self.expectVisible(run, ["read", format])
        }
    }

    private func site(_ installation: TestInstallation) -> String {
        installation.folder.appendingPathComponent("site").path
    }

    @Test("make no markup in the verdict's HTML nor on the page, and no files")
    func markup() throws {
        let installation = try begun()
        let report = DSN.failed(diagnostic: "smtp; 550 5.1.1 \(Self.words)")
        let control = TestMail(
            sender: "", recipient: try #require(try installation.sender(of: "c")), instance: "v6only",
            bytes: report)
        #expect(try installation.receive(control).status == 0)
        #expect(try installation.waitUntil { try installation.sentRoles().contains("v1") })
        try installation.waitForRunner()
        let verdict = try #require(
            try installation.sent().first { $0.contains("\n-f\nv1-") }, "the verdict was sent")
        let message = try #require(verdict.split(separator: "\n--message--\n", maxSplits: 1).last)
        let html = try #require(Entity.read(Array(message.utf8), limits: .standard).children.last?.text)
        #expect(try installation.run(["publish", site(installation)]).status == 0)
        let files = try FileManager.default.subpathsOfDirectory(atPath: site(installation))
        let pages = try files.filter { $0.hasSuffix(".html") }.map {
            try String(contentsOfFile: "\(site(installation))/\($0)", encoding: .utf8)
        }
        let shown = ([html] + pages).filter { $0.contains("&lt;script&gt;alert(1)&lt;/script&gt;") }
        #expect(html.contains("&lt;script&gt;") && shown.count >= 2, "in the mail and on a page")
        for text in [html] + pages {
            #expect(!text.contains("<script>alert") && !text.contains("<img src=x"))
            #expect(Self.invisible(text) == [])
        }
        #expect(
            files.allSatisfy { $0.wholeMatch(of: /[a-z0-9.\/_-]+/) != nil && !$0.contains("..") }, "\(files)")
    }

    @Test(
        "in arguments come back without commands for a terminal, and a path in a check's name leads nowhere",
        arguments: [
            "\u{1B}[2J\u{9B}31m\u{202E}", "../../etc/passwd", "/etc/passwd", "%", "_", "*",
            "'; DROP TABLE block; --", "",
        ])
    func arguments(word: String) throws {
        let installation = try TestInstallation()
        #expect(try installation.receive(.request()).status == 0)
        let nowhere = installation.folder.appendingPathComponent("nowhere/below/\(word)").path
        // Each with the exit status that it must have.
        let commands: [([String], Int32)] = [
            (["status", "zz\(word)"], 75), (["status", "zz\(word)", "--format", "json"], 75),
            (["list", "--before", "zz\(word)"], 75), (["export", word], 64), (["forget", "--yes", word], 64),
            (["block", word], 64), (["unblock", word], 64), (["list", "--cause", word], 64),
            (["list", "--since", word], 64), (["stats", "--since", word], 64),
            (["doctor", "--format", word], 64),
            (["publish", nowhere], 75), (["backup", nowhere], 75), (["restore", nowhere], 75),
            (["--\(word)x"], 64),
            (["status", "--\(word)x"], 64),
        ]
        for (command, status) in commands {
            let run = try TestInstallation.start(
                [TestInstallation.program, command[0]]
                    + (command.count > 1 ? ["--config=\(installation.configuration)"] : [])
                    + command.dropFirst())
            #expect(run.status == status, "\(command): \(run)")
            #expect(run.output.isEmpty && !run.errors.isEmpty, "\(command): \(run)")
            Self.expectVisible(run, command)
            #expect(!run.errors.contains("root:"), "no file was read: \(run.errors)")
        }
        for command in [["read", nowhere], ["config", "--config=\(nowhere)"]] {
            let run = try TestInstallation.start([TestInstallation.program] + command)
            #expect(run.status != 0)
            Self.expectVisible(run, command)
        }
        #expect(try installation.query("SELECT count(*) FROM checkRun") == "1")
    }

    @Test("in names of checks are no patterns", arguments: ["%", "_", "*", "?", "{"])
    func patterns(name: String) throws {
        let installation = try TestInstallation()
        #expect(try installation.receive(.request()).status == 0)
        let run = try installation.run(["status", name])
        #expect(run.status == 75 && run.errors.contains("there is no check named"), "\(run)")
    }

    @Test("in a configuration are shown without commands, each with its line")
    func configuration() throws {
        let installation = try TestInstallation()
        let text = try String(contentsOfFile: installation.configuration, encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
        let hostile =
            "# \u{2028}\u{85}\n[\"\\u001b[2J\"]\n[limits]\n\"\\u009b31m\" = 1\nper_address = \"\\u001b[2J\\u202e\"\n"
        try (text + hostile).write(toFile: installation.configuration, atomically: true, encoding: .utf8)
        for command in [["config"], ["status"], ["doctor"], ["doctor", "--format", "json"], ["policy"]] {
            let run = try installation.run(command)
            #expect(run.status != 0)
            Self.expectVisible(run, command)
            #expect(
                (run.output + run.errors).contains("sixreturn.toml:\(lines + 4):") || command.count > 1,
                "\(run)")
        }
        try (text + "\u{1B}[2J\u{9B} = \n").write(
            toFile: installation.configuration, atomically: true, encoding: .utf8)
        Self.expectVisible(try installation.run(["config"]), ["config"])
    }

    @Test("find no spreadsheet: nothing is written as CSV")
    func spreadsheet() throws {
        let installation = try TestInstallation()
        for command in [
            ["status"], ["list"], ["stats"], ["blocked"], ["doctor"], ["export", "a@b.example"],
            ["read", "/dev/null"],
            ["publish", site(installation)],
        ] {
            for format in ["csv", "tsv", "xlsx"] {
                let run = try TestInstallation.start(
                    [TestInstallation.program] + command + ["--format", format])
                #expect(run.status == 64 && run.output.isEmpty, "\(command) \(format): \(run)")
            }
        }
    }
}
