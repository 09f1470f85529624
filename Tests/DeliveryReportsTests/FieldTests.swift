@testable import DeliveryReports
import Testing

@Suite("Fields")
struct FieldTests {
    static let addresses: [(String, String?, String?)] = [
        ("rfc822; a@b.example", "rfc822", "a@b.example"),
        ("RFC822;a@b.example", "rfc822", "a@b.example"),
        ("rfc822; <a@b.example>", "rfc822", "a@b.example"),
        ("a@b.example", nil, "a@b.example"),
        ("rfc822; a+2Btag@b.example", "rfc822", "a+tag@b.example"),
        ("rfc822; a+tag@b.example", "rfc822", "a+tag@b.example"),
        ("rfc822; a+41bc@b.example", "rfc822", "a+41bc@b.example"),
        ("rfc822; a+2btag@b.example", "rfc822", "a+2btag@b.example"),
        ("utf-8; č@b.example", "utf-8", "č@b.example"),
        ("utf-8; \\x{10D}@b.example", "utf-8", "č@b.example"),
        ("utf-8; \\x{110000}@b.example", "utf-8", "\\x{110000}@b.example"),
        ("utf-8; \\x{10D", "utf-8", "\\x{10D"),
        ("X-Unix; |/usr/bin/x", "x-unix", "|/usr/bin/x"),
        ("rfc822;", nil, nil),
        ("", nil, nil),
    ]

    @Test("hold addresses with their types", arguments: addresses)
    func address(_ text: String, _ type: String?, _ address: String?) {
        let read = ReportedAddress(field: text)
        #expect(read?.address == address)
        if address != nil { #expect(read?.type == type) }
    }

    static let envelopeIDs: [(String, String)] = [
        ("plain", "plain"), ("a+2Bb", "a+b"), ("a+3Db+20c", "a=b c"), ("a+bc", "a+bc"),
        ("a b+c=d", "a b+c=d"),
        ("a+41", "a+41"), ("a+", "a+"), ("a+00", "a+00"),
    ]

    @Test("hold envelope identifiers that may be xtext", arguments: envelopeIDs)
    func envelopeID(_ text: String, _ expected: String) {
        #expect(XText.decodeEnvelopeID(text) == expected)
    }

    static let actions: [(String, Action?)] = [
        ("failed", .failed), ("Failed", .failed), ("delivered (to mailbox)", .delivered),
        ("relayed (to non-DSN-aware mailer)", .relayed), ("expanded", .expanded), ("delayed", .delayed),
        ("unknown", nil), ("", nil),
    ]

    @Test("hold actions with comments", arguments: actions)
    func action(_ text: String, _ expected: Action?) {
        #expect(Action(field: text) == expected)
    }

    static let codes: [(String, String?)] = [
        ("5.1.1", "5.1.1"), ("5.1.1 (bad mailbox)", "5.1.1"), ("(#5.7.1)", "5.7.1"),
        ("550-5.7.26 x", "5.7.26"), ("550-4.7.26 x", nil), ("x-5.7.26 x", nil),
        ("550 5.7.26 x", "5.7.26"), ("see 5.0.0, or 5.2.2", "5.2.2"), ("code 5.1.1.", "5.1.1"),
        ("5.1.0 - Unknown 550-'5.1.1 no'", "5.1.1"), ("5.1.0 or 5.7.1", "5.1.0"),
        ("552 5.1.1 5.2.2 full", "5.2.2"), ("5.1.1 4.2.2", "5.1.1"), ("5.7.0 5.0.0", "5.7.0"),
        ("192.5.1.1", nil), ("5.1.1.1", nil), ("version 4.96.1", "4.96.1"), ("v4.9.1", nil), ("3.1.1", nil),
        ("5.1", nil), ("5.1.", nil), ("5.1234.1", nil), ("", nil), ("4.4.7-x", nil),
    ]

    @Test("hold enhanced codes, which addresses and versions are not", arguments: codes)
    func status(_ text: String, _ expected: String?) {
        #expect(EnhancedStatus(text)?.description == expected)
    }

    static let replies: [(String, Bool, Int?)] = [
        ("550 no", true, 550), ("550-no 550 no", true, 550), ("550", true, 550), ("no 550", true, nil),
        ("mail+rcpt 550 5.1.1 no", true, 550), ("host h.example[192.0.2.1] said: 451 later", false, 451),
        ("come back in 300 seconds", false, nil), ("300 seconds", true, nil), ("554 5.7.1 no", false, 554),
        ("554 4.7.1 no", false, nil), ("559 no", true, 559), ("560 no", true, nil),
        ("(reason: 550 no)", false, 550), ("550: 5.1.1 no", false, 550), ("ERROR_CODE :550, no", false, 550),
        ("250: 5.1.1 no", false, nil),
    ]

    @Test("hold reply codes, which other numbers are not", arguments: replies)
    func replyCode(_ text: String, _ isReply: Bool, _ expected: Int?) {
        #expect(ReplyCode.first(in: SearchText(text), isReply: isReply) == expected)
    }

    static let answers: [(String, [String])] = [
        ("550 5.1.1 no such user", ["550 5.1.1 no such user"]),
        (
            "550-5.7.26 Unauthenticated. 550-5.7.26 Read 550 lines of 550 5.7.26 this. x - gsmtp",
            ["550 5.7.26 Unauthenticated.", "550 5.7.26 Read 550 lines of", "550 5.7.26 this. x - gsmtp"]
        ),
        (
            "host mx.x.example[2001:db8::1] said: 452-4.2.2 full 452 4.2.2 still (in reply to RCPT TO command)",
            [
                "- - host mx.x.example[2001:db8::1] said:", "452 4.2.2 full",
                "452 4.2.2 still (in reply to RCPT TO command)",
            ]
        ),
        ("550-no 551 no", ["550 - no 551 no"]),
        ("554-5.7.1.2 no 554 5.7.1.2 (#5.7.1)", ["554 - 5.7.1.2 no", "554 - 5.7.1.2 (#5.7.1)"]),
        ("was: 550 550 5.1.1 no (state 14).", ["- - was:", "550 5.1.1 no (state 14)."]),
        ("250 2.1.5 OK", ["250 2.1.5 OK"]), ("550-", ["550 - "]), ("550 ", ["550 - "]),
        ("Connection refused", ["- - Connection refused"]), ("", ["- - "]),
    ]

    @Test("hold an answer of several lines, each with its codes", arguments: answers)
    func lines(_ text: String, _ expected: [String]) {
        let lines = ReplyText.lines(of: Array(text.utf8))
        let words = lines.map { line in
            "\(line.replyCode.map(String.init) ?? "-") \(line.status?.description ?? "-") \(line.text)"
        }
        #expect(words == expected)
    }

    static let hosts: [(String, String?, String?)] = [
        ("host mx.x.example[2001:db8::1] said: 550 no", "mx.x.example", "2001:db8::1"),
        ("delivery via mx.x.example[192.0.2.1]:25: 250 ok", "mx.x.example", "192.0.2.1"),
        ("connect to mx.x.example[2001:DB8:0::1]:25: Connection refused", "mx.x.example", "2001:db8::1"),
        ("host mx.x.example [2001:db8::1]", "mx.x.example", "2001:db8::1"),
        ("lost connection with mx.x.example[192.0.2.1] while sending", "mx.x.example", "192.0.2.1"),
        ("delivery via mx.x.example[/run/lmtp]: 250 ok", nil, nil),
        ("host h.example[/run/lmtp] said: host mx.x.example[192.0.2.1] is bad", nil, nil),
        ("550 Client host [192.0.2.9] blocked", nil, nil),
        ("550 your address [192.0.2.9] is bad", nil, nil),
        ("mx.x.example [2001:db8::1] did not like our RCPT TO: 550 no", "mx.x.example", "2001:db8::1"),
        ("mx.x.example [2001:db8::1] did like it", nil, nil),
        ("Delay reason: H=mx.x.example [2001:db8::1]: 451 later", "mx.x.example", "2001:db8::1"),
        ("Connected to 2001:db8::1 but sender was rejected.", nil, "2001:db8::1"),
        ("192.0.2.1 does not like recipient. 550 no Giving up on 192.0.2.1.", nil, "192.0.2.1"),
        ("Remote server (192.0.2.1) issued an error.", nil, "192.0.2.1"),
        ("giving up on you", nil, nil),
        ("remote host 2001:db8::1 said: 550 no", nil, "2001:db8::1"),
        ("192.0.2.1 does not like recipient. Remote host said: 550 no", nil, "192.0.2.1"),
        ("2001:db8::1 failed on DATA command.", nil, "2001:db8::1"),
        ("user: 192.0.2.1 failed after I sent the message. Remote host said: 550 no", nil, "192.0.2.1"),
        ("It failed after I sent the message.", nil, nil),
        (
            "rejected by the server for x.example by mx.x.example. [2001:db8::1]. 550 no", "mx.x.example",
            "2001:db8::1"
        ),
        ("550 blocked by bl.x.example [192.0.2.9]", nil, nil),
        (
            "[(10) mx.x.example. [2001:db8::1]:25: refused] [(20) b.x.example. [192.0.2.1]:25: refused]",
            "mx.x.example", "2001:db8::1"
        ),
        (
            "[mx.x.example. 2001:db8::1: timed out] [mx.x.example. 192.0.2.1: timed out]", "mx.x.example",
            "2001:db8::1"
        ),
        ("[x.example 192.0.2.1: socket error]", "x.example", "192.0.2.1"),
        ("[x.example 192.0.2.1] is not welcome", nil, nil),
        ("[pop.x.example (1): Connection dropped]", nil, nil),
    ]

    @Test("leave the remote host to the text for people", arguments: hosts)
    func remoteHost(_ text: String, _ name: String?, _ address: String?) {
        let found = RemoteHost.find(in: SearchText(text))
        #expect(found?.name == name)
        #expect(found?.address == address)
    }

    @Test("hold the remote host in several forms")
    func remoteField() {
        let both = RemoteHost(name: "mx.x.example", address: "2001:db8::1")
        #expect(RemoteHost(field: "mx.x.example [2001:db8::1]") == both)
        #expect(RemoteHost(field: "mx.x.example (2001:db8::1)") == both)
        #expect(
            RemoteHost(field: "[IPv6:2001:db8:0:0:0:0:0:1]") == RemoteHost(name: nil, address: "2001:db8::1"))
        #expect(RemoteHost(field: "mx.x.example. (2001:db8::1, the server)") == both)
        #expect(RemoteHost(field: "/run/lmtp") == RemoteHost(name: nil, address: nil))
        #expect(RemoteHost(field: "mx.x.example") == RemoteHost(name: "mx.x.example", address: nil))
    }

    @Test("leave the stage to the words of the program", arguments: StageRule.table.map { "\($0.words)" })
    func stage(_ words: String) {
        let rule = StageRule.table.first { "\($0.words)" == words }
        #expect(StageRule.stage(of: SearchText(Phrase.normalized("x \(words) y"))) == rule?.stage)
        let half = words.dropLast(words.count / 2)
        #expect(StageRule.stage(of: SearchText(Phrase.normalized("x \(half) y"))) == .unknown)
    }

    @Test("take no stage before the dialogue from a server's own answer")
    func stageOfAnswers() {
        let answer =
            "550 5.1.7 <a@six.example>: Sender address rejected: Host or domain name not found. "
            + "Name service error for name=mx.six.example type=A: no data record of requested type"
        func stage(_ texts: [(String, isReply: Bool)]) -> Stage {
            var statements = Statements()
            for (text, isReply) in texts {
                statements.add(Phrase.normalized(text), source: .text, isReply: isReply)
            }
            return statements.stage()
        }
        #expect(stage([(answer, true)]) == .unknown)
        #expect(
            stage([(answer, true), ("host mx[::1] said: \(answer) (in reply to RCPT TO command)", false)])
                == .rcpt)
        #expect(stage([(String(answer.dropFirst(4)), true)]) == .resolve)
    }
}
