/// Why nothing can be asked of the DNS at all; what it says to a question is an ``Answer``.
package enum ResolverError: Error, Hashable, Sendable {
    /// The resolver library could not be set up, in its own words.
    case unavailable(reason: String)
    /// The list of servers was not accepted.
    case serversRefused(list: String, reason: String)

    /// One sentence saying what is wrong, for the log.
    package var problem: String {
        switch self {
        case .unavailable(let reason): "cannot set up the DNS resolver: \(reason)"
        case .serversRefused(let list, let reason): "cannot ask the DNS servers \(list): \(reason)"
        }
    }

    /// One sentence saying what the operator can do about it.
    package var remedy: String {
        switch self {
        case .unavailable: "Check that /etc/resolv.conf can be read and is well-formed."
        case .serversRefused: "Correct the addresses of the DNS servers."
        }
    }
}
