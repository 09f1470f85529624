import InternetMessage
import ReturnPathCore
import TestSupport
import Testing

@Suite("Authentication of requests")
struct AuthenticationTests {
    /// A header section, and the domain that is vouched for in it.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let fields: [String]
        let domain: String?
        var sender = "anna@tester.example"
        var queueID = "4ABC123"

        init(
            _ name: String, _ fields: [String], _ domain: String?, sender: String = "anna@tester.example",
            queueID: String = "4ABC123"
        ) {
            testDescription = name
            self.fields = fields
            self.domain = domain
            self.sender = sender
            self.queueID = queueID
        }
    }

    private static func results(_ text: String) -> String { "Authentication-Results: \(text)" }

    static let rows: [Row] = [
        Row("SPF above our stamp counts", [Stamp.spf, Stamp.received], "tester.example"),
        Row(
            "names are compared without case",
            [results("MX.Check.Example; SPF=Pass smtp.mailfrom=Anna@TESTER.example"), Stamp.received],
            "tester.example"),
        Row(
            "a version after the server's name is allowed",
            [results("mx.check.example 1; spf=pass smtp.mailfrom=tester.example"), Stamp.received],
            "tester.example"),
        Row(
            "one of several results is enough",
            [
                results("mx.check.example; dmarc=none; spf=pass smtp.mailfrom=tester.example; arc=none"),
                Stamp.received,
            ], "tester.example"),
        Row("a result below our stamp is the sender's own", [Stamp.received, Stamp.spf], nil),
        Row("a result without any stamp is nobody's", [Stamp.spf], nil),
        Row("nothing at all vouches for nobody", [Stamp.received], nil),
        Row("a stamp of another message is none", [Stamp.spf, Stamp.received], nil, queueID: "4ABC124"),
        Row("without queue identifier there is no stamp", [Stamp.spf, Stamp.received], nil, queueID: ""),
        Row(
            "a queue identifier in another place is none",
            [Stamp.spf, "Received: from id4ABC123 (4ABC123) by mx.check.example; date"], nil),
        Row(
            "the word of another server is none",
            [results("mx.evil.example; spf=pass smtp.mailfrom=anna@tester.example"), Stamp.received], nil),
        Row(
            "a server whose name begins like ours is another",
            [
                results("mx.check.example.evil.example; spf=pass smtp.mailfrom=tester.example"),
                Stamp.received,
            ],
            nil),
        Row(
            "a failure is no pass",
            [results("mx.check.example; spf=fail smtp.mailfrom=tester.example"), Stamp.received], nil),
        Row(
            "a result in a comment is none",
            [
                results(
                    "mx.check.example; spf=fail (; spf=pass smtp.mailfrom=tester.example) smtp.mailfrom=x"),
                Stamp.received,
            ], nil),
        Row(
            "a result in a comment within a comment is none",
            [
                results("mx.check.example; spf=none ((a) ; spf=pass smtp.mailfrom=tester.example)"),
                Stamp.received,
            ], nil),
        Row(
            "a result behind an escaped bracket is in the comment still",
            [
                results("mx.check.example; spf=none (\\) ; spf=pass smtp.mailfrom=tester.example)"),
                Stamp.received,
            ],
            nil),
        Row(
            "a result in a quoted string is none",
            [
                results(
                    "mx.check.example; spf=fail smtp.mailfrom=\"a;spf=pass smtp.mailfrom=b@tester.example\"@tester.example"
                ), Stamp.received,
            ], nil),
        Row(
            "a result in a quoted string with an escaped quote is none",
            [
                results(
                    "mx.check.example; spf=fail smtp.mailfrom=\"a\\\";spf=pass smtp.mailfrom=tester.example\"@tester.example"
                ), Stamp.received,
            ], nil),
        Row(
            "SPF for another domain says nothing about ours",
            [results("mx.check.example; spf=pass smtp.mailfrom=anna@evil.example"), Stamp.received], nil),
        Row(
            "SPF is about the very domain, not its parent",
            [results("mx.check.example; spf=pass smtp.mailfrom=example"), Stamp.received], nil),
        Row(
            "an internationalised name is the same in both forms",
            [results("mx.check.example; spf=pass smtp.mailfrom=anna@xn--bcher-kva.example"), Stamp.received],
            "xn--bcher-kva.example", sender: "anna@bücher.example"),
        Row(
            "and so it is where the server writes it as people do",
            [results("mx.check.example; spf=pass smtp.mailfrom=anna@bücher.example"), Stamp.received],
            "xn--bcher-kva.example", sender: "anna@xn--bcher-kva.example"),
        Row(
            "a name that only looks like it is another",
            [results("mx.check.example; spf=pass smtp.mailfrom=anna@bucher.example"), Stamp.received],
            nil, sender: "anna@bücher.example"),
        Row(
            "SPF of the HELO name is not of the sender",
            [results("mx.check.example; spf=pass smtp.helo=tester.example"), Stamp.received], nil),
        Row(
            "a DKIM result below our stamp is the sender's own",
            [Stamp.received, results("mx.check.example; dkim=pass header.d=tester.example")], nil),
    ]

    @Test("believes our own mail server and nobody else", arguments: rows)
    func table(row: Row) throws {
        let authentication = Authentication(
            authservID: Experiment.authservID, acceptsDKIM: false, names: Experiment.names)
        let domain = authentication.domain(
            for: try ReversePath(parsing: row.sender),
            envelope: .sample(sender: row.sender, queueID: row.queueID),
            header: header(row.fields + Stamp.message), at: Experiment.start)
        #expect(domain == row.domain)
    }

    /// What our own server wrote of a client.
    private static func stamp(_ client: String, id: String = "4ABC123") -> String {
        "Received: from \(client) by mx.check.example (Postfix) with ESMTPS id \(id); date"
    }

    private static let relayed = stamp("relay.check.example (relay.check.example [IPv6:2001:db8:1::40])")
    private static let relayStamp =
        "Received: from out (out [192.0.2.31]) by relay.check.example (Postfix) id 4R; date"
    private static let relaySPF = results("relay.check.example; spf=pass smtp.mailfrom=anna@tester.example")

    static let relayRows: [Row] = [
        Row(
            "the relay's result above its own stamp counts", [relayed, relaySPF, relayStamp], "tester.example"
        ),
        Row("our own result beside it counts, too", [Stamp.spf, relayed, relayStamp], "tester.example"),
        Row("a result below the relay's stamp is the sender's own", [relayed, relayStamp, relaySPF], nil),
        Row("a result without any stamp of the relay's is nobody's", [relayed, relaySPF], nil),
        Row(
            "another client is no relay, whatever it calls itself",
            [
                stamp("relay.check.example[IPv6:2001:db8:1::40] (out.evil.example [IPv6:2001:db8:6::6])"),
                relaySPF, relayStamp,
            ], nil),
        Row(
            "another client is no relay, whatever it says of earlier hosts",
            [stamp("x (out.evil.example [2001:db8:6::6])"), relayed, relaySPF, relayStamp], nil),
        Row(
            "the relay says nothing in another server's name",
            [relayed, results("mx.evil.example; spf=pass smtp.mailfrom=tester.example"), relayStamp], nil),
        Row(
            "behind the relay our own name is the sender's to write",
            [relayed, Stamp.spf, relayStamp], nil),
        Row(
            "a stamp without a client is no relay's", [stamp("relay.check.example"), relaySPF, relayStamp],
            nil),
    ]

    @Test("believes our relay at its own address and nowhere else", arguments: relayRows)
    func relay(row: Row) throws {
        let address = try #require(IPAddress("2001:db8:1::40"))
        let authentication = Authentication(
            authservID: Experiment.authservID, acceptsDKIM: false,
            relay: Relay(addresses: [address], authservID: "relay.check.example"), names: Experiment.names)
        let fields = header(row.fields + Stamp.message)
        let domain = authentication.domain(
            for: try ReversePath(parsing: row.sender),
            envelope: .sample(sender: row.sender, queueID: row.queueID), header: fields,
            at: Experiment.start)
        #expect(domain == row.domain)
        let isRelayed =
            row.fields.contains(Self.relayed)
            && row.fields.first != Self.stamp("x (out.evil.example [2001:db8:6::6])")
        #expect(authentication.relay(of: fields, queueID: row.queueID) == (isRelayed ? address : nil))
        let without = Authentication(
            authservID: Experiment.authservID, acceptsDKIM: false, names: Experiment.names)
        #expect(without.relay(of: fields, queueID: row.queueID) == nil)
    }
}
