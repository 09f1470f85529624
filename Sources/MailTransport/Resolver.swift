import CCares
import Glibc
import ReturnPathCore

/// Asks the DNS by c-ares, many questions at once, and says exactly what came back.
///
/// It asks recursive resolvers, the system's own unless told otherwise, and follows nothing by itself
/// but the aliases that they have followed: the hosts of an MX record are other questions. Neither a
/// hosts file nor a search list has a say.
package struct Resolver: Sendable {
    /// A recursive resolver's address and port.
    package struct Server: Hashable, Sendable {
        package let address: IPAddress
        package let port: UInt16

        /// Names a server.
        package init(address: IPAddress, port: UInt16 = 53) {
            self.address = address
            self.port = port
        }

        /// The form that `ares_set_servers_ports_csv(3)` reads.
        var text: String {
            address.family == .ipv4 ? "\(address.text):\(port)" : "[\(address.text)]:\(port)"
        }
    }

    /// The servers to ask; empty for those of /etc/resolv.conf.
    package let servers: [Server]

    /// How long one server is waited for at the first attempt; the second waits twice as long.
    package let patience: Duration

    /// How long one call may last in all; what is open then has timed out.
    package let deadline: Duration

    /// Servers that are asked at most; more could not be watched at once (`ARES_GETSOCK_MAXNUM`).
    static let mostServers = 4

    /// How often each server is asked.
    private static let attempts: Int32 = 2

    /// Creates a resolver; nothing is read or sent.
    ///
    /// - Parameters:
    ///   - servers: The servers to ask, at most four; empty for those of /etc/resolv.conf.
    ///   - patience: How long one server is waited for at the first attempt.
    ///   - deadline: How long one call may last in all.
    package init(
        servers: [Server] = [], patience: Duration = .seconds(2), deadline: Duration = .seconds(20)
    ) {
        self.servers = Array(servers.prefix(Self.mostServers))
        self.patience = patience
        self.deadline = deadline
    }

    /// Asks all questions at once and waits for their answers, at most until the deadline.
    ///
    /// It blocks the calling thread. At most 64 questions are under way at a time.
    ///
    /// - Parameter questions: What to ask; a question given twice is asked once.
    /// - Returns: An answer to every question.
    /// - Throws: ``ResolverError`` when nothing can be asked at all.
    package func resolve(_ questions: [Question]) throws(ResolverError) -> [Question: Answer] {
        guard !questions.isEmpty else { return [:] }
        let channel = try openChannel()
        defer { ares_destroy(channel) }
        let lookup = Lookup(channel: channel, questions: questions)
        return lookup.run(until: ContinuousClock.now + deadline)
    }

    /// Opens a channel with our time-outs, flags and servers.
    private func openChannel() throws(ResolverError) -> ares_channel {
        guard Self.isLibraryReady else { throw .unavailable(reason: "ares_library_init failed") }
        var options = ares_options()
        options.flags = ARES_FLAG_EDNS | ARES_FLAG_NOCHECKRESP
        options.timeout = Int32(clamping: max(1, patience.milliseconds))
        options.tries = Self.attempts
        let mask = ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES
        var opened: ares_channel?
        let status = ares_init_options(&opened, &options, mask)
        guard status == ARES_SUCCESS, let channel = opened else {
            throw .unavailable(reason: String(cString: ares_strerror(status)))
        }
        guard !servers.isEmpty else { return channel }
        let list = servers.map(\.text).joined(separator: ",")
        let result = ares_set_servers_ports_csv(channel, list)
        guard result == ARES_SUCCESS else {
            ares_destroy(channel)
            throw .serversRefused(list: list, reason: String(cString: ares_strerror(result)))
        }
        return channel
    }

    /// Initialises the library once for the whole process.
    private static let isLibraryReady = ares_library_init(ARES_LIB_INIT_ALL) == 0
}

extension Duration {
    /// The duration in milliseconds, rounded down; as much as fits.
    var milliseconds: Int64 {
        let (seconds, attoseconds) = components
        let (whole, overflows) = seconds.multipliedReportingOverflow(by: 1000)
        return overflows ? (seconds < 0 ? .min : .max) : whole + attoseconds / 1_000_000_000_000_000
    }
}
