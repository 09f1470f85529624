/// Our IPv4 relay (deploy/ipv4-relay): takes mail for us from whoever does not come over IPv6, asks SPF and DKIM
/// of the client, and hands the mail on to us.
package struct Relay: Hashable, Sendable {
    /// Where it connects to us from. What says that it comes from the relay is believed from nowhere else.
    package let addresses: Set<IPAddress>
    /// How it calls itself in `Authentication-Results`.
    package let authservID: String

    package init(addresses: Set<IPAddress>, authservID: String) {
        self.addresses = addresses
        self.authservID = authservID.lowercased()
    }
}
