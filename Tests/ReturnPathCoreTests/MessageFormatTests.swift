import Foundation
import InternetMessage
import ReturnPathCore
import TestSupport
import Testing

/// Holds every mail of ours against the rules for messages.
@Suite("Mails of ours as messages")
struct MessageFormatTests {
    /// Every mail that is kept beside the tests.
    static let kept = Result {
        try LetterTests.all.map { try LetterTests.submission($0.0, in: $0.1) }
            + LetterTests.mails.map { try LetterTests.submission($0.0, in: $0.1) }
            + LetterTests.invitations.map { try LetterTests.submission($0.0, in: $0.1) }
    }

    static func submissions() throws -> [Submission] { try kept.get() }

    private static func lines(_ submission: Submission) -> [[UInt8]] {
        submission.message.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    }

    private static func header(_ submission: Submission) -> [[UInt8]] {
        Array(lines(submission).prefix { !$0.isEmpty })
    }

    @Test("are printable ASCII in lines that may be as long (RFC 5322 §2.1.1, RFC 2045 §6.7)")
    func octets() throws {
        for submission in try Self.submissions() {
            #expect(submission.message.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
            #expect(submission.message.last == 0x0A)
            for line in Self.lines(submission).dropFirst(Self.header(submission).count) {
                #expect(line.count <= 76)
                #expect(line.last != 0x20)
            }
        }
    }

    @Test("fold their header, and leave no line of blanks (RFC 5322 §2.2.3, §3.2.2)")
    func folds() throws {
        for submission in try Self.submissions() {
            for line in Self.header(submission) {
                #expect(line.count <= 78 || line.first == 0x20, "\(String(decoding: line, as: UTF8.self))")
                #expect(line.count <= 998)
                #expect(!line.allSatisfy { $0 == 0x20 })
            }
        }
    }

    @Test("have each field once that may stand there once, and those that must (RFC 5322 §3.6)")
    func fields() throws {
        for submission in try Self.submissions() {
            let header = Entity.read(submission.message).header
            for name in [
                "date", "from", "reply-to", "to", "subject", "message-id", "in-reply-to", "references",
                "auto-submitted", "content-language", "list-unsubscribe", "mime-version", "content-type",
            ] {
                #expect(header.all(name).count == 1, "\(name)")
            }
            #expect(header["date"]?.date.map { $0 >= Experiment.start } == true)
            #expect(header["from"]?.mailboxes.count == 1)
            #expect(header["message-id"]?.plainText.wholeMatch(of: /<[a-z0-9.-]+@[a-z.]+>/) != nil)
            #expect(header["in-reply-to"]?.messageIDs == ["hello@tester.example"])
            #expect(header["references"]?.messageIDs == ["hello@tester.example"])
            #expect(header["auto-submitted"]?.plainText == "auto-replied")
        }
    }

    @Test("have encoded words that are short, whole and alone (RFC 2047 §2, §5)")
    func encodedWords() throws {
        var count = 0
        for submission in try Self.submissions() {
            for line in Self.header(submission) {
                let text = String(decoding: line, as: UTF8.self)
                for match in text.matches(of: /=\?[^ ]*\?=/) {
                    count += 1
                    #expect(match.output.utf8.count <= 75)
                    #expect(line.count <= 76, "\(text)")
                    #expect(
                        String(match.output).wholeMatch(of: /=\?utf-8\?q\?([A-Za-z0-9_]|=[0-9A-F]{2})+\?=/)
                            != nil)
                    let octets = String(match.output).matches(of: /=([0-9A-F]{2})/).compactMap {
                        UInt8($0.output.1, radix: 16)
                    }
                    #expect(String(validating: octets, as: UTF8.self) != nil, "a character is cut: \(text)")
                }
            }
        }
        #expect(count > 50)
    }

    @Test("give back the subject and the service's name that were encoded")
    func decoded() throws {
        let submission = try LetterTests.submission(.control, in: .czech)
        let header = Entity.read(submission.message).header
        #expect(header["subject"]?.text == "Kontrola návratové cesty přes IPv6: zpráva 1 ze 4")
        #expect(header["from"]?.mailboxes.first?.displayName == "Kontrola návratové cesty přes IPv6")
    }

    @Test("have two parts of the same letter, the plain one first, and nothing malformed (RFC 2046 §5.1.4)")
    func parts() throws {
        for submission in try Self.submissions() {
            let entity = Entity.read(submission.message)
            #expect(entity.allDefects.isEmpty)
            #expect(entity.contentType.is("multipart/alternative"))
            #expect(entity.children.map(\.contentType.mediaType) == ["text/plain", "text/html"])
            for part in entity.children {
                #expect(part.contentType.parameters["charset"] == "utf-8")
                #expect(part.header["content-transfer-encoding"] != nil)
            }
        }
    }

    @Test("show in HTML what they say in the text")
    func sameWords() throws {
        for submission in try Self.submissions() {
            let parts = try ShownParts(submission)
            let shown = Set(Self.words(parts.html.replacing(/<style>[^<]*<.style>|<[^>]*>/, with: " ")))
            let missing = Self.words(parts.text).filter { !shown.contains($0) }
            #expect(missing.isEmpty, "\(missing)")
        }
    }

    private static func words(_ text: String) -> [String] {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&#39;", with: "'")
            .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
            .split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    @Test("in HTML are valid, as tidy(1) sees it")
    func valid() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sixreturn-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var files: [String] = []
        for submission in try Self.submissions() {
            let file = folder.appending(path: "\(files.count).html").path
            try ShownParts(submission).html.write(toFile: file, atomically: true, encoding: .utf8)
            files.append(file)
        }
        let run = try TestInstallation.start(
            ["/usr/bin/tidy", "-quiet", "-errors", "--gnu-emacs", "yes"] + files)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty, "\(run.errors)")
    }

    @Test(
        "in HTML have nothing that runs, loads or leads anywhere but to a mail address and the check's page")
    func harmless() throws {
        for submission in try Self.submissions() {
            let page = /https:\/\/check\.example\/c\/[a-z2-7]+\.html/
            let html = try ShownParts(submission).html.replacing(page, with: "PAGE")
            for word in ["<script", "<img", "<link", "url(", "@import", "http:", "https:", "src=", "onload"] {
                #expect(!html.contains(word), "\(word)")
            }
            for match in html.matches(of: /href="([^"]*)"/) {
                #expect(match.output.1.wholeMatch(of: /PAGE|mailto:[a-z0-9.-]+@[a-z.]+/) != nil)
            }
        }
    }
}
