import ReturnPathCore

/// What the DNS said to one question; every kind of silence and refusal is kept apart.
package enum Answer: Hashable, Sendable {
    /// The records asked for, in the order of the response; never empty.
    case records([Record])
    /// The name exists and has no record of this type (NODATA, RFC 2308 §2.2).
    case noData
    /// The name does not exist (NXDOMAIN, RFC 2308 §2.1).
    case nxDomain
    /// The server could not find out (SERVFAIL, RFC 1035 §4.1.1): its zone's servers are dead or
    /// its signatures wrong.
    case serverFailure
    /// The server does not answer such questions, or not to us (REFUSED, RFC 1035 §4.1.1).
    case refused
    /// Nobody answered in time.
    case timedOut
    /// There is no server at the address: the system said so at once.
    case unreachable
    /// The name cannot be asked for; no question was sent.
    case unaskable
    /// The response made no sense, or the look-up failed otherwise; in the words of c-ares.
    case failed(reason: String)

    /// One record of an answer.
    package enum Record: Hashable, Sendable {
        /// The value of an A or AAAA record.
        ///
        /// An AAAA record that holds an IPv4-mapped address comes as one of family `.ipv4`: no
        /// mail can be sent to it over IPv6.
        case address(IPAddress)
        /// An MX record; the host without its final dot, empty for a null MX (RFC 7505 §3).
        case exchange(preference: UInt16, host: String)
        /// A TXT record, its strings joined without a space (RFC 7208 §3.3); octets that are not
        /// UTF-8 are replaced.
        case text(String)
        /// The name of an A or AAAA question is an alias (CNAME, RFC 1034 §3.6.2).
        case alias
        /// The name that a PTR record gives, without the final dot.
        case name(String)
    }

    /// The records, where there are any.
    package var records: [Record] {
        if case .records(let records) = self { records } else { [] }
    }

    /// Whether the answer is the DNS's own word, and not a failure to get one.
    package var isConclusive: Bool {
        switch self {
        case .records, .noData, .nxDomain: true
        case .serverFailure, .refused, .timedOut, .unreachable, .unaskable, .failed: false
        }
    }
}
