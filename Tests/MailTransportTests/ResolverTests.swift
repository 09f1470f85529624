import Glibc
import MailTransport
import ReturnPathCore
import Testing

@Suite("The resolver")
struct ResolverTests {
    @Test("tells every kind of answer apart, asked at once")
    func answers() throws {
        let server = try NameServer(reply: zone)
        defer { server.stop() }
        let expected = try expectedAnswers()
        let answers = try resolver(server).resolve(Array(expected.keys))
        #expect(answers.count == expected.count)
        for (question, answer) in expected {
            #expect(answers[question] == answer, "\(question)")
        }
    }

    @Test("an answer is conclusive only where the DNS itself has spoken")
    func conclusive() throws {
        let server = try NameServer(reply: zone)
        defer { server.stop() }
        let names = ["dual.example", "nodata.example", "nx.example", "servfail.example", "refused.example"]
        let answers = try resolver(server).resolve(names.map { Question($0, .a) })
        let conclusive = names.filter { answers[Question($0, .a)]?.isConclusive == true }
        #expect(conclusive == ["dual.example", "nodata.example", "nx.example"])
    }

    @Test("silence ends after the attempts, or at the deadline, whichever is first")
    func silence() throws {
        let server = try NameServer { _, _ in .silence }
        defer { server.stop() }
        let question = Question("silent.example", .aaaa)

        var start = ContinuousClock.now
        let patient = resolver(server, patience: .milliseconds(100))
        #expect(try patient.resolve([question]) == [question: .timedOut])
        #expect(ContinuousClock.now - start > .milliseconds(250), "100 ms and 200 ms")
        #expect(server.count(of: "silent.example") == 2)

        start = ContinuousClock.now
        let short = resolver(server, patience: .seconds(30), deadline: .milliseconds(200))
        let many = (0..<200).map { Question("silent\($0).example", .mx) }
        let answers = try short.resolve(many)
        #expect(answers.count == 200)
        #expect(answers.values.allSatisfy { $0 == .timedOut })
        #expect(ContinuousClock.now - start < .seconds(5))
    }

    @Test("one question's silence does not hold up the others")
    func mixed() throws {
        let server = try NameServer { name, type in name == "silent.example" ? .silence : zone(name, type) }
        defer { server.stop() }
        let silent = Question("silent.example", .a)
        let good = Question("dual.example", .a)
        let answers = try resolver(server, patience: .milliseconds(100)).resolve([silent, good])
        #expect(answers[silent] == .timedOut)
        #expect(answers[good]?.records.count == 2)
    }

    @Test("many questions are answered, each asked once")
    func many() throws {
        let server = try NameServer { name, _ in
            .answer([[192, 0, 2, UInt8(name.prefix { $0.isNumber }) ?? 0]])
        }
        defer { server.stop() }
        let questions = (0..<250).map { Question("\($0).example", .a) }
        let answers = try resolver(server).resolve(questions + questions)
        #expect(answers.count == 250)
        for (number, question) in questions.enumerated() {
            let address = try #require(IPAddress("192.0.2.\(number)"))
            #expect(answers[question] == .records([.address(address)]))
        }
    }

    @Test("the next server is asked where the first is silent")
    func second() throws {
        let silent = try NameServer { _, _ in .silence }
        let good = try NameServer(reply: zone)
        defer {
            silent.stop()
            good.stop()
        }
        let loopback = try #require(IPAddress("127.0.0.1"))
        let both = Resolver(
            servers: [
                .init(address: loopback, port: silent.port), .init(address: loopback, port: good.port),
            ],
            patience: .milliseconds(100))
        let question = Question("nodata.example", .mx)
        #expect(try both.resolve([question]) == [question: .noData])
    }

    @Test("where no server listens, that is said")
    func unreachable() throws {
        let loopback = try #require(IPAddress("127.0.0.1"))
        let nobody = Resolver(servers: [.init(address: loopback, port: 1)], patience: .seconds(1))
        let question = Question("dual.example", .a)
        #expect(try nobody.resolve([question]) == [question: .unreachable])
    }

    @Test(
        "nothing is asked about what is no name",
        arguments: [
            "", ".", "a..b", ".a", "a b.example", "a\u{0}.example", "a\\046b.example", "žofie.example",
            "a\n.example", String(repeating: "a", count: 64) + ".example",
            String(repeating: "a.", count: 127) + "example",
        ])
    func unaskable(name: String) throws {
        let server = try NameServer { _, _ in .answer([[192, 0, 2, 1]]) }
        defer { server.stop() }
        let question = Question(name, .a)
        #expect(try resolver(server).resolve([question]) == [question: .unaskable])
    }

    @Test("no questions, no work")
    func none() throws {
        #expect(try Resolver().resolve([]).isEmpty)
    }

    @Test("responses that are broken never break us, and are no answers")
    func garbage() throws {
        let server = try NameServer { name, _ in
            let length = Int(name.prefix { $0.isNumber }) ?? 0
            var generator = SplitMix(state: UInt64(length))
            var octets = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            // Half of them look like responses to one question.
            if length % 2 == 0, length >= 10 {
                octets.replaceSubrange(0..<10, with: [0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0])
            }
            return .garbage(octets)
        }
        defer { server.stop() }
        let types = Question.RecordType.allCases
        let questions = (0..<200).map { Question("\($0).example", types[$0 % types.count]) }
        let answers = try resolver(server, patience: .milliseconds(100), deadline: .seconds(3))
            .resolve(questions)
        #expect(answers.count == questions.count)
        #expect(answers.values.allSatisfy { $0.records.isEmpty })
    }

    @Test(
        "records that are cut or lie about their length are no answers",
        arguments: Question.RecordType.allCases)
    func brokenRecords(type: Question.RecordType) throws {
        let server = try NameServer { _, _ in .answer([[0xc0]]) }
        defer { server.stop() }
        let question = Question("broken.example", type)
        let answer = try resolver(server).resolve([question])[question]
        #expect(answer?.records.isEmpty == true, "\(String(describing: answer))")
    }

    @Test("the name of an address is asked for where RFC 1035 and RFC 3596 keep it")
    func reverse() throws {
        let four = try #require(IPAddress("192.0.2.10"))
        let six = try #require(IPAddress("2001:db8::1"))
        #expect(Question(namesOf: four).name == "10.2.0.192.in-addr.arpa")
        let zeros = String(repeating: "0.", count: 23)
        #expect(Question(namesOf: six).name == "1.\(zeros)8.b.d.0.1.0.0.2.ip6.arpa")
        #expect(Question("Dual.Example.", .a) == Question("dual.example", .a))
    }

    private func resolver(
        _ server: NameServer, patience: Duration = .seconds(2), deadline: Duration = .seconds(20)
    ) -> Resolver {
        let loopback = IPAddress(bytes: [127, 0, 0, 1])
        return Resolver(
            servers: loopback.map { [.init(address: $0, port: server.port)] } ?? [],
            patience: patience, deadline: deadline)
    }
}

/// What the server of these tests says.
@Sendable private func zone(_ name: String, _ type: UInt16) -> NameServer.Reply {
    switch (name, type) {
    case ("dual.example", 1): .answer([[192, 0, 2, 1], [192, 0, 2, 2]])
    case ("dual.example", 28): .answer([[0x20, 1, 0xd, 0xb8] + [UInt8](repeating: 0, count: 11) + [1]])
    case ("mapped.example", 28): .answer([[UInt8](repeating: 0, count: 10) + [255, 255, 192, 0, 2, 1]])
    case ("alias.example", 1): .alias("target.example", [[192, 0, 2, 3]])
    case ("alias.example", 28), ("alias.example", 15): .alias("target.example", [])
    case ("dual.example", 15):
        .answer([[0, 20] + NameServer.encoded("mx2.example"), [0, 10] + NameServer.encoded("mx1.example")])
    case ("null.example", 15): .answer([[0, 0, 0]])
    case ("dual.example", 16):
        .answer([[3] + Array("v=s".utf8) + [3] + Array("pf1".utf8), [1, 0x61], [0]])
    case ("1.2.0.192.in-addr.arpa", 12):
        .answer([NameServer.encoded("one.example"), NameServer.encoded("two.example")])
    case ("3.2.0.192.in-addr.arpa", 12): .alias("3.net.example", [NameServer.encoded("three.example")])
    case ("nx.example", _): .answer(code: 3)
    case ("servfail.example", _): .answer(code: 2)
    case ("refused.example", _): .answer(code: 5)
    default: .answer()
    }
}

/// What the resolver is to make of it.
private func expectedAnswers() throws -> [Question: Answer] {
    func address(_ text: String) throws -> Answer.Record { .address(try #require(IPAddress(text))) }
    var expected: [Question: Answer] = [
        Question("dual.example", .a): .records([try address("192.0.2.1"), try address("192.0.2.2")]),
        Question("dual.example", .aaaa): .records([try address("2001:db8::1")]),
        Question("mapped.example", .aaaa): .records([try address("192.0.2.1")]),
        Question("alias.example", .a): .records([try address("192.0.2.3"), .alias]),
        Question("alias.example", .aaaa): .noData,
        Question("alias.example", .mx): .noData,
        Question("dual.example", .mx): .records([
            .exchange(preference: 20, host: "mx2.example"), .exchange(preference: 10, host: "mx1.example"),
        ]),
        Question("null.example", .mx): .records([.exchange(preference: 0, host: "")]),
        Question("dual.example", .txt): .records([.text("v=spf1"), .text("a"), .text("")]),
        Question(namesOf: try #require(IPAddress("192.0.2.1"))):
            .records([.name("one.example"), .name("two.example")]),
        Question(namesOf: try #require(IPAddress("192.0.2.3"))): .records([.name("three.example")]),
    ]
    for type in Question.RecordType.allCases {
        expected[Question("nodata.example", type)] = .noData
        expected[Question("nx.example", type)] = .nxDomain
        expected[Question("servfail.example", type)] = .serverFailure
        expected[Question("refused.example", type)] = .refused
    }
    return expected
}

/// A small generator of numbers that are the same at every run.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
        return word ^ (word >> 31)
    }
}
