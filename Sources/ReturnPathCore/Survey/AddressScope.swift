/// From where an address can be reached.
package enum AddressScope: String, Codable, Hashable, Sendable, CaseIterable {
    case global
    /// One of this machine's own: a mail to it would come back to us.
    case ours
    case loopback
    /// `fe80::/10`, 169.254.0.0/16.
    case linkLocal = "link-local"
    /// `fc00::/7` and the private networks of IPv4.
    case uniqueLocal = "unique-local"
    /// An AAAA record with an IPv4-mapped address.
    case mapped = "ipv4-mapped"
    /// `2001:db8::/32` and its like.
    case documentation
    /// Set apart for something else.
    case special

    /// The scope of an address that stood in a record of a family.
    ///
    /// - Parameters:
    ///   - ours: The addresses of this machine.
    ///   - documentationIsGlobal: A lab is made of documentation addresses.
    package init(
        of address: IPAddress, in family: IPAddress.Family, ours: Set<IPAddress>, documentationIsGlobal: Bool
    ) {
        self =
            if family == .ipv6, address.family == .ipv4 {
                .mapped
            } else if ours.contains(address) {
                .ours
            } else if address.isGlobal {
                .global
            } else if SpecialNetwork.documentation(address.family).contains(where: {
                $0.contains(address.bytes)
            }) {
                documentationIsGlobal ? .global : .documentation
            } else if SpecialNetwork.loopback(address.family).contains(address.bytes) {
                .loopback
            } else if SpecialNetwork.linkLocal(address.family).contains(address.bytes) {
                .linkLocal
            } else {
                address.isPrivate ? .uniqueLocal : .special
            }
    }
}
