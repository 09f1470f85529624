import DeliveryReports
import InternetMessage
import ReturnPathCore
import TestSupport
import Testing

/// What comes to the addresses that confirm something, and who is taken for a postmaster.
@Suite("Confirmations and postmasters, told by the message")
struct ConfirmationTests {
    typealias Row = IntakeTests.Row

    private static let confirm = "\(Experiment.signer.confirmationLocalPart(Experiment.id, .check))"
    private static let block = "\(Experiment.signer.confirmationLocalPart(Experiment.id, .block))"
    private static let invitation = Experiment.signer.envelopeLocalPart(
        Experiment.id, .invitation(.check))
    private static let stop = Experiment.signer.stopLocalPart(Experiment.id)
    private static let plain = message(["From: anna@tester.example", "Subject: Re: please confirm"])

    private static func to(_ local: String, from sender: String = "anna@tester.example") -> Envelope {
        .sample(sender: sender, recipient: "\(local)@dual.check.example")
    }

    private static func with(_ field: String) -> [UInt8] {
        message(["From: anna@tester.example", "Subject: Re: please confirm", field])
    }

    private static let confirmations: [Row] = [
        Row("an answer", plain, to(confirm), .confirmation(.check)),
        Row("an empty mail", [], to(confirm), .confirmation(.check)),
        Row("of somebody else", plain, to(confirm, from: "otto@other.example"), .confirmation(.check)),
        Row("to a folded address", plain, to(confirm.uppercased()), .confirmation(.check)),
        Row("a postmaster's", plain, to(block, from: "postmaster@tester.example"), .confirmation(.block)),
        Row("from the null reverse-path", plain, to(confirm, from: ""), .stray(.nullReversePath)),
        Row("from what is no address", plain, to(confirm, from: "anna"), .stray(.malformedReversePath)),
        Row("a report", DSN.failed(), to(confirm, from: ""), .stray(.nullReversePath)),
        Row("a report with a sender", DSN.failed(), to(confirm), .stray(.automaticMail)),
        Row("of a responder", with("Auto-Submitted: auto-replied"), to(confirm), .stray(.automaticMail)),
        Row(
            "of a vacation program", message(["From: a@tester.example", "Subject: Out of office: Re: x"]),
            to(confirm), .stray(.automaticMail)),
        Row("of a list", with("List-Id: <friends.tester.example>"), to(confirm), .stray(.listMail)),
        Row("in bulk", with("Precedence: bulk"), to(block), .stray(.listMail)),
        Row("of a robot", plain, to(confirm, from: "noreply@tester.example"), .stray(.robot)),
        Row("of ourselves", plain, to(confirm, from: "x@six.check.example"), .stray(.ourOwnMail)),
        Row("our own mail sent back", with("X-Sixreturn-Mail: i1-x"), to(confirm), .stray(.ourOwnMail)),
    ]

    private static let forgeries: [Row] = [
        ("one character changed", String(confirm.dropLast()) + (confirm.last == "a" ? "b" : "a")),
        ("for the other purpose", "block" + confirm.drop { $0 != "-" }),
        ("for the other purpose, the other way", "confirm" + block.drop { $0 != "-" }),
        ("with the signature of the stop address", "confirm" + stop.drop { $0 != "-" }),
        ("with the signature of the sender", "confirm" + invitation.drop { $0 != "-" }),
        ("of another check", "confirm-\(Experiment.otherID)\(confirm.suffix(16))"),
        ("without a signature", "confirm-\(Experiment.id)"),
    ].map { Row("forged: \($0.0)", plain, to($0.1), .stray(.wrongSignature)) }

    private static let reports: [Row] = [
        Row(
            "a report about an invitation", DSN.failed(), to(invitation, from: ""),
            .report(.invitation(.check), [.failed], .envelopeRecipient, .foreign)),
        Row(
            "an automatic response to one", with("Auto-Submitted: auto-replied"), to(invitation, from: ""),
            .automaticResponse(.invitation(.check))),
        Row(
            "a report whose inside has the address", DSN.failed(token: confirm), to("postmaster", from: ""),
            .stray(.forgedReport)),
    ]

    private static let postmaster = "Postmaster@Tester.example"
    private static let asPostmaster = "postmaster@tester.example"
    private static let vouched = message([Stamp.spf, Stamp.received] + Stamp.message)

    private static let postmasters: [Row] = [
        Row("stop, signed, of a postmaster", plain, to(stop, from: postmaster), .stop(asPostmaster)),
        Row(
            "the same by a program", with("Auto-Submitted: auto-replied"), to(stop, from: postmaster),
            .stop(nil)),
        Row("the same through a list", with("List-Id: x"), to(stop, from: postmaster), .stop(nil)),
        Row("of a name like it", plain, to(stop, from: "postmaster+x@tester.example"), .stop(nil)),
        Row("of our own", plain, to(stop, from: "postmaster@six.check.example"), .stop(nil)),
        Row(
            "stop, vouched for", vouched, to("stop", from: postmaster), .stopSender(postmaster, asPostmaster)),
        Row("stop, not vouched for", plain, to("stop", from: postmaster), .unvouchedStop(asPostmaster)),
        Row(
            "stop, by a program", with("Auto-Submitted: auto-generated"), to("stop", from: postmaster),
            .stray(.unauthenticated)),
        Row(
            "stop, vouched for, by a program", message([Stamp.spf, Stamp.received, "Precedence: bulk"]),
            to("stop", from: postmaster), .stopSender(postmaster, nil)),
    ]

    @Test("are taken for what they are", arguments: confirmations + forgeries + reports + postmasters)
    func table(row: Row) {
        let mail = InboundMail(
            envelope: row.envelope, bytes: row.bytes, size: row.bytes.count, receivedAt: Experiment.start)
        #expect(IntakeTests.Kind(Experiment.intake.sort(mail, at: Experiment.start)) == row.expected)
    }

    @Test("a postmaster is answered with what can stand in a header, in their language")
    func details() throws {
        func postmaster(_ fields: String...) throws -> Postmaster? {
            let mail = InboundMail(
                envelope: Self.to("stop", from: "postmaster@tester.cz"), bytes: message(fields), size: 0,
                receivedAt: Experiment.start)
            guard case .unvouchedStop(let postmaster) = Experiment.intake.sort(mail, at: Experiment.start)
            else { return nil }
            return postmaster
        }
        let found = try #require(try postmaster("Message-ID: <stop@tester.cz>"))
        #expect(found.messageID == "<stop@tester.cz>" && found.language == .czech)
        #expect(found.network == "2001:db8:1::/64")
        #expect(try postmaster("Message-ID: <a b\u{1B}[2J>")?.messageID == nil)
        #expect(try postmaster("Content-Language: en")?.language == .english)
    }

    @Test("invitations are counted apart from checks, and nobody's provider gives them more")
    func pools() throws {
        let day = Allowance(hour: 7, day: 8)
        let limits = CheckLimits(address: day, domain: day, network: day, provider: day, total: day)
        for address in ["Anna+x@tester.example", "an.na@gmail.com"] {
            let path = try ReversePath(parsing: address)
            let pools = limits.invitationPools(for: path, network: "n")
            #expect(
                pools.map(\.key) == [
                    "invitation address \(path.mailbox)", "invitation domain \(path.domain)",
                    "invitation network n", "invitation total ",
                ])
            #expect(pools.map(\.allowance.day) == [1, 8, 8, 8])
            let checks = limits.pools(for: path, network: "n").map(\.key)
            #expect(Set(checks).isDisjoint(with: pools.map(\.key)))
        }
        let block = limits.blockPools(for: "tester.example", network: nil)
        #expect(
            block.map(\.key) == ["block domain tester.example", "invitation network -", "invitation total "])
        #expect(block.first?.allowance == Allowance(hour: 1, day: 1))
        for pool in block { #expect(Exhaustion(pool, .day, until: 0).stray == .invitationLimit) }
    }
}
