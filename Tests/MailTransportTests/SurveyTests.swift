import Glibc
import MailTransport
import ReturnPathCore
import Testing

@Suite("The survey of a domain")
struct SurveyTests {
    private static let mx: UInt16 = 15
    private static let aaaa: UInt16 = 28

    private static func exchange(_ preference: UInt8, _ host: String) -> [UInt8] {
        [0, preference] + (host.isEmpty ? [0] : NameServer.encoded(host))
    }

    private static func six(_ text: String) -> [UInt8] {
        guard let address = IPAddress(text) else { preconditionFailure("no address: \(text)") }
        return address.bytes.count == 16
            ? address.bytes : [UInt8](repeating: 0, count: 10) + [255, 255] + address.bytes
    }

    private func survey(
        _ domain: String = "tester.example", documentationIsGlobal: Bool = true,
        _ zone: @escaping @Sendable (String, UInt16) -> NameServer.Reply
    ) throws -> DomainSurvey {
        let server = try NameServer(reply: zone)
        defer { server.stop() }
        let address = try #require(IPAddress("127.0.0.1"))
        let resolver = Resolver(
            servers: [.init(address: address, port: server.port)], patience: .milliseconds(200),
            deadline: .seconds(2))
        let ours = try #require(IPAddress("2001:db8::99"))
        return try DomainSurveyor(
            resolver: resolver, ours: [ours], documentationIsGlobal: documentationIsGlobal
        )
        .survey(domain)
    }

    @Test("lists the mail hosts in the order in which they are tried, with what DNS says of each")
    func hosts() throws {
        let survey = try survey { name, type in
            switch (name, type) {
            case ("tester.example", Self.mx):
                .answer([
                    Self.exchange(20, "b.tester.example"), Self.exchange(10, "a.tester.example"),
                    Self.exchange(30, "c.tester.example"), Self.exchange(40, "d.tester.example"),
                    Self.exchange(50, "e.tester.example"),
                ])
            case ("a.tester.example", 1): .answer([[192, 0, 2, 1]])
            case ("a.tester.example", Self.aaaa): .answer([Self.six("2001:db8::1")])
            case ("b.tester.example", 1): .answer([[192, 0, 2, 2]])
            case ("c.tester.example", _): .answer(code: 2)
            case ("d.tester.example", _): .answer(code: 3)
            case ("e.tester.example", _): .silence
            default: .answer()
            }
        }
        #expect(survey.route == .exchangers)
        #expect(survey.hosts.map(\.preference) == [10, 20, 30, 40, 50])
        #expect(survey.hosts.map(\.ipv4.outcome) == [.found, .found, .failed, .noName, .timedOut])
        #expect(survey.hosts.map(\.ipv6.outcome) == [.found, .noData, .failed, .noName, .timedOut])
        #expect(survey.addresses.map(\.address.text) == ["2001:db8::1"])
        #expect(!survey.hasDNS64)
    }

    @Test(
        "tells the scopes of addresses apart",
        arguments: [
            ("2a00:1450::1", AddressScope.global), ("2001:db8::1", .documentation), ("fe80::1", .linkLocal),
            ("fd12::1", .uniqueLocal), ("::1", .loopback), ("192.0.2.1", .mapped), ("2001:db8::99", .ours),
            ("ff02::1", .special), ("64:ff9b::1", .special),
        ])
    func scopes(address: String, scope: AddressScope) throws {
        let survey = try survey(documentationIsGlobal: false) { name, type in
            switch (name, type) {
            case ("tester.example", Self.mx): .answer([Self.exchange(1, "mx.tester.example")])
            case ("mx.tester.example", Self.aaaa): .answer([Self.six(address)])
            default: .answer()
            }
        }
        #expect(survey.addresses.map(\.scope) == [scope])
    }

    @Test("knows null MX, implicit MX, a domain that is not there, and servers that do not answer")
    func routes() throws {
        #expect(
            try survey { _, type in .answer(type == Self.mx ? [Self.exchange(0, "")] : []) }.route == .nullMX)
        #expect(try survey { _, type in .answer(code: 3) }.route == .noDomain)
        #expect(try survey { _, type in .answer(code: 2) }.route == .unknown)
        let implicit = try survey { name, type in
            .answer(name == "tester.example" && type == Self.aaaa ? [Self.six("2001:db8::7")] : [])
        }
        #expect(implicit.route == .implicit)
        #expect(implicit.hosts.map(\.name) == ["tester.example"])
        #expect(implicit.addresses.count == 1)
    }

    @Test("notes an alias and a literal where an MX record has them")
    func oddHosts() throws {
        let survey = try survey { name, type in
            switch (name, type) {
            case ("tester.example", Self.mx):
                .answer([Self.exchange(1, "alias.tester.example"), Self.exchange(2, "192.0.2.7")])
            case ("alias.tester.example", Self.aaaa): .alias("real.tester.example", [Self.six("2001:db8::5")])
            default: .answer()
            }
        }
        #expect(survey.hosts.map(\.isAlias) == [true, false])
        #expect(survey.hosts.map(\.isLiteral) == [false, true])
        #expect(survey.hosts.last?.ipv4.addresses.map(\.address.text) == ["192.0.2.7"])
    }

    @Test("sees that the resolver makes addresses up")
    func translated() throws {
        let survey = try survey { name, type in
            .answer(name == "ipv4only.arpa" ? [Self.six("64:ff9b::c000:aa")] : [])
        }
        #expect(survey.hasDNS64)
    }

    @Test("stays within its bounds for a domain of many hosts with many addresses")
    func bounds() throws {
        let survey = try survey { name, type in
            switch type {
            case Self.mx: .answer((0..<30).map { Self.exchange(UInt8($0), "mx\($0).tester.example") })
            case Self.aaaa where name != "ipv4only.arpa":
                .answer((1...15).map { Self.six("2001:db8::\($0)") })
            default: .answer()
            }
        }
        #expect(survey.hosts.count == 20)
        #expect(survey.omittedHosts == 10)
        #expect(survey.hosts.allSatisfy { $0.ipv6.addresses.count == 10 })
    }
}

@Suite("The survey of port 25")
struct PortSurveyTests {
    private static let loopback = IPAddress("::1")

    /// A socket that listens at `[::1]`, on a port that is free.
    private func listener() throws -> (descriptor: Int32, port: UInt16) {
        let descriptor = socket(AF_INET6, Int32(SOCK_STREAM.rawValue), 0)
        var name = sockaddr_in6()
        name.sin6_family = sa_family_t(AF_INET6)
        name.sin6_addr = in6addr_loopback
        var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
        let port = withUnsafeMutablePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic -> UInt16? in
                guard bind(descriptor, generic, length) == 0, listen(descriptor, 4) == 0,
                    getsockname(descriptor, generic, &length) == 0
                else { return nil }
                return pointer.pointee.sin6_port.bigEndian
            }
        }
        return (descriptor, try #require(port))
    }

    @Test("hears the greeting, says QUIT and nothing else")
    func greeting() throws {
        let address = try #require(Self.loopback)
        let (descriptor, port) = try listener()
        defer { close(descriptor) }
        var thread = pthread_t()
        let heard = UnsafeMutablePointer<[UInt8]>.allocate(capacity: 1)
        heard.initialize(to: [UInt8](repeating: 0, count: 64))
        defer { heard.deallocate() }
        let context = Unmanaged.passRetained(Server(descriptor, heard)).toOpaque()
        pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<Server>.fromOpaque(context).takeRetainedValue().serve()
                return nil
            }, context)
        let answers = PortSurvey(port: port, patience: .seconds(5)).ask([address], at: 7)
        pthread_join(thread, nil)
        #expect(answers == [address: PortAnswer(.answers, greeting: "220 mx.example ESMTP", at: 7)])
        #expect(String(decoding: heard.pointee.prefix { $0 != 0 }, as: UTF8.self) == "QUIT\r\n")
    }

    /// Greets one client and keeps what that says until it hangs up.
    private final class Server: @unchecked Sendable {
        private let descriptor: Int32
        private let heard: UnsafeMutablePointer<[UInt8]>

        init(_ descriptor: Int32, _ heard: UnsafeMutablePointer<[UInt8]>) {
            self.descriptor = descriptor
            self.heard = heard
        }

        func serve() {
            let client = accept(descriptor, nil, nil)
            let text = "220 mx.example ESMTP\r\n"
            _ = send(client, text, text.utf8.count, Int32(MSG_NOSIGNAL))
            var count = 0
            while count < 60 {
                let more = recv(client, &heard.pointee[count], 60 - count, 0)
                guard more > 0 else { break }
                count += more
            }
            close(client)
        }
    }

    @Test("tells a port that refuses from one that is open and silent")
    func others() throws {
        let address = try #require(Self.loopback)
        let (descriptor, port) = try listener()
        let silent = PortSurvey(port: port, patience: .milliseconds(200)).ask([address], at: 1)
        #expect(silent == [address: PortAnswer(.silent, at: 1)])
        close(descriptor)
        let refused = PortSurvey(port: port, patience: .seconds(5)).ask([address], at: 1)
        #expect(refused == [address: PortAnswer(.refuses, at: 1)])
    }

    @Test("asks eight addresses at most, and none of IPv4")
    func bounds() throws {
        let many = try (1...20).map { try #require(IPAddress("100::\($0)")) }
        let four = try #require(IPAddress("127.0.0.1"))
        let answers = PortSurvey(port: 9, patience: .milliseconds(50)).ask([four] + many, at: 1)
        #expect(answers.count <= DomainSurvey.mostPorts)
        #expect(answers[four] == nil)
    }
}
