/// How a request reached us: what ability 1 is judged by.
package struct Arrival: Hashable, Sendable {
    /// Which of our names it was sent to.
    package let name: NameKind
    /// The address of the host that handed it to us.
    package let client: IPAddress
    /// That host's name as our mail server found it; `unknown` where it found none.
    package let clientName: String
    /// What that host called itself.
    package let helo: String
    /// The relay of ours that took it from that host over IPv4; `nil` where the host came to us itself.
    package let relay: IPAddress?

    package init(
        name: NameKind, client: IPAddress, clientName: String, helo: String, relay: IPAddress? = nil
    ) {
        self.name = name
        self.client = client
        self.clientName = clientName
        self.helo = helo
        self.relay = relay
    }

    /// Whether the host reached us over IPv6.
    package var isOverIPv6: Bool { client.family == .ipv6 && relay == nil }

    /// The host, named as well as we can.
    package var host: String {
        clientName.isEmpty || clientName == "unknown" ? client.text : "\(clientName) [\(client.text)]"
    }
}
