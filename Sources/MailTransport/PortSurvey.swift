import Glibc
import ReturnPathCore

/// Opens a connection to port 25 of a few addresses at once, waits for the greeting, says QUIT.
///
/// It says nothing else, sends nothing that was chosen by anybody, and tells no more than whether a mail
/// server is there: useless to whoever looks for open ports.
package struct PortSurvey: Sendable {
    private let port: UInt16
    private let patience: Duration

    /// - Parameters:
    ///   - port: Where mail is taken; another for tests alone.
    ///   - patience: How long all of it may last.
    package init(port: UInt16 = 25, patience: Duration = .seconds(6)) {
        self.port = port
        self.patience = patience
    }

    /// A greeting's first line is at most so long (RFC 5321 §4.5.3.1.5).
    private static let longestGreeting = 512

    /// Asks all of the addresses; it blocks until all have answered, at most as long as the patience.
    ///
    /// - Parameter addresses: IPv6 addresses, at most ``DomainSurvey/mostPorts`` of which are asked.
    package func ask(_ addresses: [IPAddress], at now: Moment) -> [IPAddress: PortAnswer] {
        var answers: [IPAddress: PortAnswer] = [:]
        var open: [Connection] = []
        for address in addresses.prefix(DomainSurvey.mostPorts) where address.family == .ipv6 {
            switch Connection.open(address, port) {
            case .success(let connection): open.append(connection)
            // Said at once, before any packet left: nobody but this machine has spoken.
            case .failure(let error):
                let outcome = error.outcome == .refuses ? error.outcome : .noWayOut
                answers[address] = PortAnswer(outcome, at: now)
            }
        }
        let end = ContinuousClock.now + patience
        while !open.isEmpty, ContinuousClock.now < end {
            wait(&open, until: end)
            for index in open.indices.reversed() {
                guard let (outcome, greeting) = open[index].step() else { continue }
                answers[open[index].address] = PortAnswer(outcome, greeting: greeting, at: now)
                open.remove(at: index).close()
            }
        }
        for connection in open {
            answers[connection.address] = PortAnswer(connection.isConnected ? .silent : .noAnswer, at: now)
            connection.close()
        }
        return answers
    }

    private func wait(_ open: inout [Connection], until end: ContinuousClock.Instant) {
        var watched = open.map {
            pollfd(fd: $0.descriptor, events: Int16($0.isConnected ? POLLIN : POLLOUT), revents: 0)
        }
        let left = max(1, (end - ContinuousClock.now).milliseconds)
        guard poll(&watched, nfds_t(watched.count), Int32(clamping: left)) > 0 else { return }
        for index in open.indices { open[index].isReady = watched[index].revents != 0 }
    }

    /// Why the system would not open a connection.
    private struct Refusal: Error {
        let outcome: PortAnswer.Outcome

        init(_ number: Int32) {
            outcome =
                switch number {
                case ECONNREFUSED: .refuses
                case ENETUNREACH, EHOSTUNREACH, EACCES: .unreachable
                default: .noAnswer
                }
        }
    }

    private struct Connection {
        let address: IPAddress
        let descriptor: Int32
        var isConnected = false
        var isReady = false
        private var heard: [UInt8] = []

        private init(_ address: IPAddress, _ descriptor: Int32) {
            self.address = address
            self.descriptor = descriptor
        }

        static func open(_ address: IPAddress, _ port: UInt16) -> Result<Connection, Refusal> {
            let descriptor = socket(
                AF_INET6, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0)
            guard descriptor >= 0 else { return .failure(Refusal(errno)) }
            var name = sockaddr_in6()
            name.sin6_family = sa_family_t(AF_INET6)
            name.sin6_port = port.bigEndian
            withUnsafeMutableBytes(of: &name.sin6_addr) { $0.copyBytes(from: address.bytes) }
            let result = withUnsafePointer(to: &name) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in6>.size))
                }
            }
            guard result == 0 || errno == EINPROGRESS else {
                defer { Glibc.close(descriptor) }
                return .failure(Refusal(errno))
            }
            return .success(Connection(address, descriptor))
        }

        /// What has come of it; `nil` where that is still open.
        mutating func step() -> (PortAnswer.Outcome, String?)? {
            guard isReady else { return nil }
            isReady = false
            return isConnected ? read() : connected()
        }

        private mutating func connected() -> (PortAnswer.Outcome, String?)? {
            var number: Int32 = 0
            var length = socklen_t(MemoryLayout<Int32>.size)
            getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &number, &length)
            guard number == 0 else { return (Refusal(number).outcome, nil) }
            isConnected = true
            return nil
        }

        private mutating func read() -> (PortAnswer.Outcome, String?)? {
            var octets = [UInt8](repeating: 0, count: PortSurvey.longestGreeting)
            let count = recv(descriptor, &octets, octets.count, 0)
            if count < 0, errno == EAGAIN || errno == EINTR { return nil }
            if count > 0 { heard += octets.prefix(count) }
            let isWhole = heard.contains(UInt8(ascii: "\n")) || heard.count >= PortSurvey.longestGreeting
            guard isWhole || count <= 0 else { return nil }
            guard !heard.isEmpty else { return (.silent, nil) }
            _ = send(descriptor, "QUIT\r\n", 6, Int32(MSG_NOSIGNAL))
            let line = heard.prefix { $0 >= 0x20 && $0 < 0x7F }.prefix(200)
            return (.answers, String(decoding: line, as: UTF8.self))
        }

        func close() { _ = Glibc.close(descriptor) }
    }
}
