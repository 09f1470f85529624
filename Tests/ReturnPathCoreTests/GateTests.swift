import ReturnPathCore
import TestSupport
import Testing

@Suite("What is refused at RCPT by the envelope alone")
struct GateTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let recipient: String
        let sender: String
        let answer: PolicyAnswer?
        var client = "2001:db8:1::25"
        var state = "RCPT"
        var testDescription: String { "\(sender) to \(recipient) from \(client) at \(state)" }

        /// - Parameter answer: `nil` where the database must be asked.
        init(
            _ recipient: String, from sender: String = "anna@tester.example", _ answer: PolicyAnswer?,
            client: String = "2001:db8:1::25", state: String = "RCPT"
        ) {
            self.recipient = recipient
            self.sender = sender
            self.answer = answer
            self.client = client
            self.state = state
        }
    }

    private static let noSuchAddress = PolicyAnswer.refused(.noSuchAddress)
    private static func never(_ stray: Stray) -> PolicyAnswer { .refused(.neverAnswered(stray)) }
    private static let control = Experiment.signer.envelopeLocalPart(Experiment.id, .probe(.control))
    private static let reply = Experiment.signer.replyLocalPart(Experiment.id, .probe(.control))
    private static let stop = Experiment.signer.stopLocalPart(Experiment.id)
    private static let confirmation = Experiment.signer.confirmationLocalPart(Experiment.id, .check)
    private static let forged = "c-\(String(repeating: "a", count: 32))"

    static let rows: [Row] = [
        Row("test@test.check.example", nil),
        Row("Test-CS@TEST.check.example", nil),
        Row("test@six.check.example", nil),
        Row("test@bare.check.example", nil),
        Row("test@dual.check.example", noSuchAddress),
        Row("nobody@test.check.example", noSuchAddress),
        Row("test-xx@test.check.example", noSuchAddress),
        Row("@test.check.example", noSuchAddress),
        Row("nobody@tester.example", .dunno),
        Row("postmaster@tester.example", from: "", .dunno),
        Row("", .dunno),
        Row("\(control)@dual.check.example", from: "", .dunno),
        Row("\(control.uppercased())@dual.check.example", from: "MAILER-DAEMON@tester.example", .dunno),
        Row("\(reply)@dual.check.example", .dunno),
        Row("\(reply)@dual.check.example", from: "", .dunno),
        Row("\(stop)@dual.check.example", from: "noreply@tester.example", .dunno),
        Row("\(confirmation)@dual.check.example", from: "otto@other.example", .dunno),
        Row("block\(confirmation.dropFirst(7))@dual.check.example", noSuchAddress),
        Row("confirm-\(forged.dropFirst(2))@dual.check.example", noSuchAddress),
        Row("\(forged)@dual.check.example", from: "", noSuchAddress),
        Row("\(control.dropLast())a@dual.check.example", from: "", noSuchAddress),
        Row("p2-\(control.dropFirst(2))@dual.check.example", from: "", noSuchAddress),
        Row("stop@dual.check.example", .dunno),
        Row("stop@dual.check.example", from: "", never(.nullReversePath)),
        Row("postmaster@dual.check.example", from: "", .dunno),
        Row("Abuse@bare.check.example", .dunno),
        Row("test@test.check.example", from: "", never(.nullReversePath)),
        Row("test@test.check.example", from: "anna", never(.malformedReversePath)),
        Row("test@test.check.example", from: "noreply@tester.example", never(.robot)),
        Row("test@test.check.example", from: "x@six.check.example", never(.ourOwnMail)),
        Row("test@test.check.example", from: "srs0=a=b=dual.check.example=c@x.example", never(.ourOwnMail)),
        Row("nobody@test.check.example", .dunno, client: "2001:db8:1::40"),
        Row("test@test.check.example", from: "", .dunno, client: "2001:db8:1::40"),
        Row("nobody@test.check.example", .dunno, state: "DATA"),
        Row("nobody@test.check.example", .dunno, state: ""),
    ]

    @Test("is what leads to nothing, and nothing else", arguments: rows)
    func table(row: Row) throws {
        let address = try #require(IPAddress("2001:db8:1::40"))
        let gate = Gate(
            names: Experiment.names, signer: Experiment.signer,
            relay: Relay(addresses: [address], authservID: "relay.check.example"))
        let opinion = gate.opinion(
            on: PolicyQuestion(
                sender: row.sender, recipient: row.recipient, clientAddress: row.client, state: row.state))
        if let answer = row.answer {
            #expect(opinion == .settled(answer))
        } else if case .request(let path, let network, _) = opinion {
            #expect(path.text == row.sender && network == "2001:db8:1::/64")
        } else {
            Issue.record("\(opinion)")
        }
    }

    @Test("a refusal says why, on one line of ASCII, and for a limit when to come again")
    func replies() throws {
        let allowance = Allowance(hour: 1, day: 4)
        let limits = CheckLimits(
            address: allowance, domain: allowance, network: allowance, provider: allowance, total: allowance)
        let pools =
            limits.pools(for: try ReversePath(parsing: "anna@tester.example"), network: "x")
            + limits.pools(for: try ReversePath(parsing: "anna@gmail.com"), network: "x")
        let exhausted = pools.flatMap { pool in
            LimitSpan.allCases.map { PolicyAnswer.Refusal.exhausted(Exhaustion(pool, $0, until: 86_401)) }
        }
        #expect(
            exhausted.first?.reply
                == "550 5.7.1 We make at most 1 check an hour for one address; please write again after "
                + "1970-01-02 00:01 UTC")
        for refusal in exhausted + Stray.allCases.map({ .neverAnswered($0) }) + [
            .noSuchAddress, .blocked(operator: "x@y.example"),
        ] {
            #expect(refusal.reply.wholeMatch(of: /550 5\.[17]\.1 [\x20-\x7E]{10,180}/) != nil)
        }
    }
}

@Suite("What limits count by")
struct PoolTests {
    private static let one = Allowance(hour: 1, day: 1)
    private let limits = CheckLimits(
        address: one, domain: one, network: one, provider: one, total: one,
        providers: SharedProviders(adding: ["Mail.Example"]))

    @Test(
        "an address, its domain and its network; of a shared provider the network's part of the domain",
        arguments: [
            (
                "anna@tester.example",
                ["address anna@tester.example", "domain tester.example", "network n", "total "]
            ),
            (
                "Anna+x@Tester.example",
                ["address anna@tester.example", "domain tester.example", "network n", "total "]
            ),
            ("anna@seznam.cz", ["address anna@seznam.cz", "provider seznam.cz n", "total "]),
            ("An.Na+7@gmail.com", ["address anna@gmail.com", "provider gmail.com n", "total "]),
            ("an.na@mail.example", ["address an.na@mail.example", "provider mail.example n", "total "]),
            (
                "prvs=1234567890=anna@x.example",
                ["address anna@x.example", "domain x.example", "network n", "total "]
            ),
            ("+anna@x.example", ["address +anna@x.example", "domain x.example", "network n", "total "]),
        ])
    func pools(address: String, keys: [String]) throws {
        #expect(limits.pools(for: try ReversePath(parsing: address), network: "n").map(\.key) == keys)
    }

    @Test("without a network none is counted")
    func unknownNetwork() throws {
        let path = try ReversePath(parsing: "anna@tester.example")
        #expect(limits.pools(for: path, network: nil).map(\.kind) == [.address, .domain, .total])
    }
}
