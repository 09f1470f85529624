import DeliveryReports
import Foundation
import InternetMessage
import ReturnPathCore
import TestSupport
import Testing

@Suite("Letters")
struct LetterTests {
    /// A letter that is kept beside the tests.
    struct Letter: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let kind: LetterKind
        let evidence: [Evidence]
        let after: Seconds
    }

    private static func at(_ seconds: Seconds, _ fact: Fact) -> Evidence {
        Evidence(at: Experiment.start + seconds, fact: fact)
    }

    private static let noAAAA = Report.sample(
        .failed, "5.4.4",
        "Host or domain name not found. Name service error for name=mx.tester.example type=AAAA: Host found "
            + "but no data record of requested type", stage: .resolve, from: nil, at: nil,
        proof: [
            "<anna@tester.example>: Host or domain name not found. Name service error for",
            "    name=mx.tester.example type=AAAA: Host found but no data record of requested", "    type",
        ])

    private static let refused = Report.sample(
        .failed, "5.1.8",
        "550 5.1.8 <p3-x@six.check.example>: Sender address rejected: Domain not found", stage: .rcpt)

    static let letters: [Letter] = [
        Letter(testDescription: "01-passed", kind: .first, evidence: JudgeTests.all(), after: 6),
        Letter(
            testDescription: "02-no-ipv6-address", kind: .first,
            evidence: JudgeTests.all([.overIPv6: noAAAA]), after: 6),
        Letter(
            testDescription: "03-two-failures", kind: .first,
            evidence: JudgeTests.all([.overIPv6: noAAAA, .sixEnvelope: refused])
                + JudgeTests.again(.sixEnvelope, refused), after: 12),
        Letter(
            testDescription: "04-still-trying", kind: .first,
            evidence: JudgeTests.all([.overIPv6: nil]) + [
                at(
                    5,
                    .queued(
                        .overIPv6,
                        reason:
                            "host mx.tester.example[2001:db8:1::25] said: 450 4.2.0 <anna@tester.example>: Recipient address rejected: Greylisted (in reply to RCPT TO command)"
                    ))
            ], after: 900),
        Letter(
            testDescription: "05-amended", kind: .amended,
            evidence: JudgeTests.all() + [at(5000, .confirmed(.overIPv6))], after: 5002),
        Letter(
            testDescription: "06-control-failed", kind: .first,
            evidence: [
                at(0, Experiment.arrival("192.0.2.25")), at(0, .submitted(.control)),
                at(
                    1,
                    .reported(
                        .control,
                        .sample(
                            .failed, "5.2.2", "552 5.2.2 mailbox full", stage: .endOfData,
                            reason: .mailboxFull))),
            ], after: 6),
        Letter(
            testDescription: "07-silence", kind: .amended, evidence: JudgeTests.all([.sixAuthor: nil]),
            after: 200_000),
        Letter(
            testDescription: "08-not-clear", kind: .first,
            evidence: JudgeTests.all([
                .overIPv6: .sample(.failed, "5.7.25", "550 5.7.25 no PTR", stage: .mail),
                .sixEnvelope: .sample(
                    .failed, "5.7.1", "554 5.7.1 spam", stage: .endOfData, reason: .spamDetected),
            ]), after: 6),
        Letter(
            testDescription: "09-trying-again", kind: .first,
            evidence: JudgeTests.all([.sixEnvelope: refused]), after: 900),
        Letter(
            testDescription: "10-confirmed", kind: .first,
            evidence: JudgeTests.all() + [
                at(60, .confirmed(.control)), at(70, .confirmed(.overIPv6)),
            ], after: 90),
        Letter(
            testDescription: "12-surveyed", kind: .first,
            evidence: JudgeTests.all([.overIPv6: noAAAA]) + [
                JudgeTests.surveyed([
                    ("2001:db8:1::25", .global, .refuses), ("fe80::1", .linkLocal, nil),
                    ("192.0.2.1", .mapped, nil),
                ])
            ], after: 6),
        Letter(
            testDescription: "14-forwarded", kind: .first,
            evidence: JudgeTests.all() + [
                at(
                    4,
                    .reported(
                        .overIPv6,
                        .sample(
                            .failed, "5.1.1", "550 5.1.1 User unknown", by: .foreign, from: "mx.far.example",
                            at: "2001:db8:2::25", reportingMTA: "mx.tester.example")))
            ], after: 7),
        Letter(
            testDescription: "15-not-seen", kind: .first,
            evidence: JudgeTests.all().filter { $0.fact.name != "arrived" } + [
                at(0, Experiment.arrival("192.0.2.25")),
                at(1, .examined(Health(faults: []))),
                at(
                    1,
                    .watched(
                        Reception(
                            since: Experiment.start - 3600, until: Experiment.start, isWhole: true, others: 3)
                    )),
            ], after: 6),
        Letter(
            testDescription: "13-logged", kind: .first,
            evidence: JudgeTests.all([.overIPv6: nil]) + [
                at(2, .attempted(.control, .sample(address: "192.0.2.25"))),
                at(
                    3,
                    .attempted(
                        .overIPv6,
                        .sample(
                            .deferred, at: 3, encryption: nil, status: "4.4.1",
                            "connect to mx.tester.example[2001:db8:1::25]:25: Connection timed out"))),
                at(
                    400,
                    .attempted(
                        .overIPv6,
                        .sample(
                            .deferred, at: 400, encryption: nil, status: "4.4.1",
                            "delivery temporarily suspended: connect to mx.tester.example[2001:db8:1::25]:25: "
                                + "Connection timed out"))),
                at(
                    1,
                    .examined(
                        Health(faults: [
                            .init(
                                .reverseName,
                                "The PTR record of 2001:db8:25::25 gives nothing, and HELO says mx.check.example."
                            )
                        ]))),
            ], after: 900),
        Letter(
            testDescription: "11-unsteady", kind: .first,
            evidence: JudgeTests.all([.sixEnvelope: refused]) + JudgeTests.again(.sixEnvelope, .relayed()),
            after: 12),
    ]

    static let all = letters.flatMap { letter in Language.allCases.map { (letter, $0) } }
    static let mails = Probe.all.flatMap { probe in Language.allCases.map { (probe, $0) } }

    static let invitations = InvitationKind.allCases.flatMap { kind in
        Language.allCases.map { (kind, $0) }
    }

    static func submission(_ letter: Letter, in language: Language) throws -> Submission {
        let now = Experiment.start + letter.after
        let verdict = try Experiment.judge().judge(letter.evidence, at: now)
        return Experiment.verdicts.submission(
            letter.kind, of: try Experiment.check(in: language), verdict: verdict, at: now)
    }

    static func submission(_ probe: Probe, in language: Language) throws -> Submission {
        try Experiment.probes().submission(
            probe, of: Experiment.check(in: language), at: Experiment.start)
    }

    static func submission(_ kind: InvitationKind, in language: Language) throws -> Submission {
        let address = kind == .check ? "anna@tester.example" : "postmaster@tester.example"
        return Experiment.invitations.submission(
            Invitation(kind, try Experiment.check(for: address, in: language)))
    }

    /// Compares a mail with what is kept: its header as it stands, its parts as they are read.
    private func expectGolden(_ submission: Submission, _ name: String, in language: Language) throws {
        let message = String(decoding: submission.message, as: UTF8.self)
        let header = message.prefix(upTo: message.firstRange(of: "\n\n")?.lowerBound ?? message.endIndex)
        let parts = try ShownParts(submission)
        let folder = folder("Golden/\(language.rawValue)")
        try TestSupport.expectGolden(
            "\(header)\n\n\(parts.text)", at: folder.appending(path: "\(name).txt"))
        try TestSupport.expectGolden(parts.html, at: folder.appending(path: "\(name).html"))
    }

    @Test("say what they are meant to say", arguments: all)
    func golden(letter: Letter, language: Language) throws {
        try expectGolden(
            Self.submission(letter, in: language), letter.testDescription, in: language)
    }

    @Test("of probes say what is special about each", arguments: mails)
    func probe(probe: Probe, language: Language) throws {
        try expectGolden(Self.submission(probe, in: language), "probe-\(probe.code)", in: language)
    }

    @Test("that ask for a confirmation say to what, and for how long", arguments: invitations)
    func invitation(kind: InvitationKind, language: Language) throws {
        let submission = try Self.submission(kind, in: language)
        try expectGolden(submission, "invitation-\(kind)", in: language)
        let confirmation = Experiment.signer.confirmationLocalPart(Experiment.id, kind)
        let header = Entity.read(submission.message, limits: .standard).header
        #expect(
            header["reply-to"]?.mailboxes.map(\.address) == ["\(confirmation)@dual.check.example"])
        #expect(submission.envelopeSender.hasPrefix("\(kind.rawValue)-"))
        let parts = try ShownParts(submission)
        for form in [parts.text, parts.html] {
            #expect(form.contains("\(confirmation)@dual.check.example"))
            #expect(form.contains("\(Experiment.signer.stopLocalPart(Experiment.id))@dual.check.example"))
            #expect(form.replacing("\n", with: " ").contains("2026-11-25 04:00:00"))
        }
    }

    @Test("that ask for a confirmation show foreign addresses as they are and run nothing")
    func hostileInvitation() throws {
        let address = "\"<b>&'\"@tester.example"
        let parts = try ShownParts(
            Experiment.invitations.submission(
                Invitation(.check, try Experiment.check(for: address))))
        #expect(parts.html.contains("&quot;&lt;b&gt;&amp;&#39;&quot;@tester.example"))
        #expect(parts.text.contains("\"<b>&'\"@tester.example"))
    }

    @Test("keep their own text within 72 columns", arguments: all)
    func width(letter: Letter, language: Language) throws {
        let text = try ShownParts(Self.submission(letter, in: language)).text
        for line in text.split(separator: "\n") where !line.hasPrefix("    ") {
            #expect(line.count <= 72, "\(line)")
        }
    }

    @Test("are the same octets whenever they are composed from the same facts", arguments: all)
    func repeatable(letter: Letter, language: Language) throws {
        #expect(
            try Self.submission(letter, in: language) == Self.submission(letter, in: language))
    }

    @Test(
        "differ between the probes in the one sentence that says which it is, and in the names under test",
        arguments: Language.allCases)
    func oneVariable(language: Language) throws {
        func lines(_ probe: Probe) throws -> (fields: [String], words: Int, message: Int) {
            let submission = try Self.submission(probe, in: language)
            let token = Experiment.signer.envelopeLocalPart(Experiment.id, .probe(probe))
            let reply = Experiment.signer.replyLocalPart(Experiment.id, .probe(probe))
            let text = String(decoding: submission.message, as: UTF8.self)
                .replacing(token, with: "TOKEN").replacing(reply, with: "REPLY").replacing("\n ", with: " ")
            let fields = text.prefix(upTo: text.firstRange(of: "\n\n")?.lowerBound ?? text.endIndex)
            let words = try ShownParts(submission).text.split { $0 == " " || $0 == "\n" }.count
            return (fields.split(separator: "\n").map(String.init), words, submission.message.count)
        }
        let control = try lines(.control)
        for probe in Probe.released + Probe.first.map(\.again) {
            let other = try lines(probe)
            let changed = zip(control.fields, other.fields).filter { $0.0 != $0.1 }
                .compactMap { $0.0.split(separator: ":").first }
            #expect(changed == (probe.kind == .sixAuthor ? ["From", "Subject"] : ["Subject"]))
            #expect(control.words == other.words)
            #expect(abs(control.message - other.message) < 80)
        }
    }

    @Test("leave with the names that the experiment asks for", arguments: mails)
    func names(probe: Probe, language: Language) throws {
        let submission = try Self.submission(probe, in: language)
        let header = Entity.read(submission.message, limits: .standard).header
        let from = header["from"]?.mailboxes.first?.address ?? ""
        #expect(
            submission.envelopeSender.hasSuffix(
                probe.kind == .sixEnvelope ? "@six.check.example" : "@dual.check.example"))
        #expect(from.hasSuffix(probe.kind == .sixAuthor ? "@six.check.example" : "@author.check.example"))
        #expect(submission.recipient == "anna@tester.example")
        #expect(header["auto-submitted"]?.plainText == "auto-replied")
        #expect(header["content-language"]?.plainText == language.rawValue)
        #expect(header["list-unsubscribe"] != nil)
        #expect(header["reply-to"]?.mailboxes.first?.address.hasSuffix("@dual.check.example") == true)
    }

    @Test("have words for every cause in every language", arguments: Cause.allCases)
    func causes(cause: Cause) throws {
        for language in Language.allCases {
            let finding = Finding(.receive, .failed, cause: cause, basis: .failure(.sample(), accepted: nil))
            let verdict = Verdict(findings: [finding], isSettled: true)
            let parts = try ShownParts(
                Experiment.verdicts.submission(
                    .first, of: try Experiment.check(in: language), verdict: verdict, at: Experiment.start))
            for form in [parts.text, parts.html.replacing(/<style>[^<]*<.style>/, with: "")] {
                #expect(!form.contains { "{}|".contains($0) }, "\(form)")
                #expect(!form.contains(": ."), "\(form)")
            }
        }
    }
}
