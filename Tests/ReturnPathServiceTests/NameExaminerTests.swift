import MailTransport
import ReturnPathCore
import Testing

@testable import ReturnPathService

@Suite("The doctor and the names in DNS")
struct NameExaminerTests {
    static let names = Names(
        dual: "dual.check.example", author: "author.check.example", six: "six.check.example",
        test: "test.check.example", bare: "bare.check.example")
    static let identity = Identity([
        "smtp_helo_name": "mx.check.example", "smtp_bind_address": "192.0.2.25",
        "smtp_bind_address6": "2001:db8:25::25",
    ])

    /// The reverse name of 2001:db8:25::25.
    static let reverse = "5.2.0.0" + String(repeating: ".0", count: 16) + ".5.2.0.0.8.b.d.0.1.0.0.2.ip6.arpa"

    /// A zone in which all is right: `name type value` in lines.
    static let right = """
        dual.check.example mx 10 dual.check.example
        dual.check.example a 192.0.2.25
        dual.check.example aaaa 2001:db8:25::25
        dual.check.example txt v=spf1 ip4:192.0.2.0/24 ip6:2001:db8:25::/64 -all
        author.check.example mx 10 author.check.example
        author.check.example a 192.0.2.25
        author.check.example aaaa 2001:db8:25::25
        six.check.example mx 10 six.check.example
        six.check.example aaaa 2001:db8:25::25
        six.check.example txt v=spf1 ip4:192.0.2.25 ip6:2001:db8:25::25 -all
        test.check.example mx 10 mx6.check.example
        test.check.example mx 20 mx4.check.example
        mx6.check.example aaaa 2001:db8:25::25
        mx4.check.example a 192.0.2.25
        bare.check.example aaaa 2001:db8:25::25
        _dmarc.check.example txt v=DMARC1; p=reject; adkim=r
        key._domainkey.check.example txt v=DKIM1; k=rsa; p=MIIB
        mx.check.example a 192.0.2.25
        mx.check.example aaaa 2001:db8:25::25
        25.2.0.192.in-addr.arpa ptr mx.check.example
        \(reverse) ptr mx.check.example

        """

    /// What the doctor says of a zone.
    static func examine(
        _ zone: String, signature: String = "key._domainkey.check.example", failing: [Question: Answer] = [:]
    ) -> [Examination] {
        var records: [Question: [Answer.Record]] = [:]
        for line in zone.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 2).map(String.init)
            guard words.count == 3, let type = Question.RecordType(rawValue: words[1]) else { continue }
            records[Question(words[0], type), default: []] += record(type, words[2]).map { [$0] } ?? []
        }
        var answers = records.mapValues(Answer.records).merging(failing) { $1 }
        let hosts = answers.values.flatMap(\.exchanges).flatMap {
            [Question($0.host, .a), Question($0.host, .aaaa)]
        }
        for question in NameExaminer.questions(names, identity, signature: signature) + hosts
        where answers[question] == nil {
            answers[question] = .noData
        }
        return NameExaminer(names, identity, signature: signature, answers).examinations()
    }

    private static func record(_ type: Question.RecordType, _ value: String) -> Answer.Record? {
        switch type {
        case .a, .aaaa: return IPAddress(value).map(Answer.Record.address)
        case .txt: return .text(value)
        case .ptr: return .name(value)
        case .mx:
            let words = value.split(separator: " ")
            return .exchange(preference: UInt16(words[0]) ?? 0, host: words.count > 1 ? String(words[1]) : "")
        }
    }

    @Test("has nothing to say where all is right")
    func allRight() {
        let examinations = Self.examine(Self.right)
        #expect(examinations.map(\.check) == NameExaminer.checks)
        for examination in examinations { #expect(examination.result == .ok, "\(examination)") }
    }

    /// A line to remove (empty for none), a line to add, and what must be said of which check.
    static let faults: [(String, String, DoctorCheck, String)] = [
        ("", "ipv4only.arpa aaaa 64:ff9b::c000:aa", .resolver, "makes up IPv6 addresses"),
        ("dual.check.example mx", "", .dual, "has no MX record that names a host"),
        ("dual.check.example aaaa", "", .dual, "No mail host of dual.check.example has an AAAA record"),
        ("author.check.example a ", "", .author, "No mail host of author.check.example has an A record"),
        ("", "six.check.example a 192.0.2.25", .six, "six.check.example has an A record (192.0.2.25)"),
        ("six.check.example aaaa", "", .six, "six.check.example has no AAAA record"),
        ("six.check.example mx", "six.check.example mx 0 ", .six, "has no MX record that names a host"),
        ("", "mx6.check.example a 192.0.2.25", .test, "mx6.check.example has an A record"),
        ("mx4.check.example a ", "", .test, "has no second mail host with an A record"),
        ("", "mx4.check.example aaaa 2001:db8:25::25", .test, "mx4.check.example has an AAAA record, too"),
        ("", "bare.check.example mx 10 mx6.check.example", .bare, "bare.check.example has an MX record"),
        ("bare.check.example aaaa", "", .bare, "bare.check.example has no AAAA record"),
        ("dual.check.example txt", "", .policy, "dual.check.example has no SPF record"),
        (
            "six.check.example txt", "six.check.example txt v=spf1 ip4:192.0.2.25 -all", .policy,
            "does not let 2001:db8:25::25 send"
        ),
        ("key._domainkey", "", .signature, "has no TXT record with a DKIM key"),
        (
            "key._domainkey", "key._domainkey.check.example txt v=DKIM1; p=", .signature,
            "has no TXT record with a DKIM key"
        ),
        ("", "key._domainkey.check.example txt v=DKIM1; p=x", .signature, "has more than one TXT record"),
        ("", "six.check.example txt v=spf1 -all", .policy, "more than one SPF record"),
        (
            "_dmarc.check.example", "_dmarc.check.example txt v=DMARC1; p=none; aspf = s", .alignment,
            "_dmarc.check.example says aspf=s"
        ),
        ("25.2.0.192.in-addr.arpa", "", .reverse, "The PTR record of 192.0.2.25 gives nothing"),
        ("mx.check.example aaaa", "", .reverse, "mx.check.example does not lead back to 2001:db8:25::25"),
    ]

    @Test("says what is wrong, and only there", arguments: faults)
    func fault(removed: String, added: String, check: DoctorCheck, words: String) throws {
        let lines = Self.right.split(separator: "\n").filter { removed.isEmpty || !$0.hasPrefix(removed) }
        let examinations = Self.examine((lines + [Substring(added)]).joined(separator: "\n"))
        for examination in examinations where examination.check != check {
            #expect(examination.result == .ok, "\(examination)")
        }
        let spoken = try #require(examinations.first { $0.check == check })
        #expect(spoken.result == .fault)
        #expect(spoken.problems.contains { $0.problem.contains(words) }, "\(spoken)")
        #expect(spoken.problems.allSatisfy { !$0.remedy.isEmpty })
    }

    @Test("does not look for a DKIM key that nobody named")
    func noSignature() {
        let found = Self.examine(Self.right, signature: "").first { $0.check == .signature }
        #expect(found?.result == .unknown)
    }

    @Test(
        "tells a name server's failure from an absent record",
        arguments: [
            (Answer.serverFailure, "SERVFAIL"), (.refused, "REFUSED"), (.timedOut, "no answer in time"),
            (.unreachable, "no server at its address"), (.failed(reason: "malformed"), "malformed"),
        ])
    func failures(answer: Answer, words: String) throws {
        let question = Question("six.check.example", .mx)
        let spoken = try #require(
            Self.examine(Self.right, failing: [question: answer]).first { $0.check == .six })
        #expect(spoken.problems.first?.problem.contains("MX records of six.check.example: ") == true)
        #expect(spoken.problems.first?.problem.contains(words) == true)
    }

    @Test(
        "reads as much of SPF as concerns our own addresses (RFC 7208)",
        arguments: [
            ("v=spf1 ip4:192.0.2.25 -all", true), ("v=spf1 ip4:192.0.2.24/31 -all", true),
            ("v=spf1 ip4:192.0.2.26 -all", false), ("v=spf1 -ip4:192.0.2.25 +all", false),
            ("v=spf1 ?all", false), ("v=spf1 +all", true), ("V=SPF1 IP4:192.0.2.0/24 -ALL", true),
            ("v=spf1 mx -all", true), ("v=spf1 a ~all", false), ("v=spf1 ip4:192.0.2.25/33 -all", false),
            ("v=spf1 include:other.example -all", false), ("v=spf1", false),
        ])
    func senderPolicy(record: String, passes: Bool) throws {
        let address = try #require(IPAddress("192.0.2.25"))
        let policy = try #require(SenderPolicy.records([record]).first)
        #expect(policy.passes(address) { $0 == .mailHosts ? [address] : [] } == passes)
        #expect(SenderPolicy.records(["v=spf10 all", "other"]).isEmpty)
    }
}
