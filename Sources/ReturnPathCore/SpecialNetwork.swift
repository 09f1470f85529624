/// A network of the IANA special-purpose address registries (RFC 6890), or of multicast.
struct SpecialNetwork: Sendable {
    /// The leading octets; those not given are zero.
    let prefix: [UInt8]
    /// How many leading bits must agree.
    let length: Int
    /// Who has set the network apart.
    let source: String

    private init(_ prefix: [UInt8], _ length: Int, _ source: String) {
        self.prefix = prefix
        self.length = length
        self.source = source
    }

    /// Whether an address lies in this network.
    ///
    /// - Parameter address: The octets of an address of the same family.
    func contains(_ address: [UInt8]) -> Bool {
        for index in 0..<(length + 7) / 8 {
            let mask: UInt8 = index < length / 8 ? 0xff : ~(0xff >> UInt8(length % 8))
            let expected = index < prefix.count ? prefix[index] : 0
            guard index < address.count, address[index] & mask == expected & mask else { return false }
        }
        return true
    }

    /// The part of the IPv6 address space that is given out for global unicast.
    static let globalUnicast = SpecialNetwork([0x20], 3, "RFC 4291 §2.4")

    /// Networks of IPv4 whose addresses are not global.
    static let ipv4: [SpecialNetwork] =
        inside4 + [
            .init([0], 8, "RFC 791 §3.2"),
            .init([192, 0, 0], 24, "RFC 6890 §2.1"),
            .init([192, 0, 2], 24, "RFC 5737 §3"),
            .init([192, 88, 99], 24, "RFC 7526 §5"),
            .init([198, 18], 15, "RFC 2544 §C.2.2"),
            .init([198, 51, 100], 24, "RFC 5737 §3"),
            .init([203, 0, 113], 24, "RFC 5737 §3"),
            .init([224], 4, "RFC 5771 §3"),
            .init([240], 4, "RFC 1112 §4"),
        ]

    /// Networks whose addresses a server sees only of its own side: inside, behind a translator, on one link.
    static let inside4: [SpecialNetwork] = [
        .init([10], 8, "RFC 1918 §3"),
        .init([100, 64], 10, "RFC 6598 §7"),
        .init([127], 8, "RFC 1122 §3.2.1.3"),
        .init([169, 254], 16, "RFC 3927 §2.1"),
        .init([172, 16], 12, "RFC 1918 §3"),
        .init([192, 168], 16, "RFC 1918 §3"),
    ]

    /// Networks for examples, of either family; a lab is made of them.
    static func documentation(_ family: IPAddress.Family) -> [SpecialNetwork] {
        switch family {
        case .ipv4:
            [
                .init([192, 0, 2], 24, "RFC 5737 §3"), .init([198, 51, 100], 24, "RFC 5737 §3"),
                .init([203, 0, 113], 24, "RFC 5737 §3"),
            ]
        case .ipv6:
            [.init([0x20, 0x01, 0x0d, 0xb8], 32, "RFC 3849 §2"), .init([0x3f, 0xff], 20, "RFC 9637 §3")]
        }
    }

    /// A machine's way to itself.
    static func loopback(_ family: IPAddress.Family) -> SpecialNetwork {
        family == .ipv4
            ? .init([127], 8, "RFC 1122 §3.2.1.3")
            : .init([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], 128, "RFC 4291 §2.5.3")
    }

    /// Addresses of one link.
    static func linkLocal(_ family: IPAddress.Family) -> SpecialNetwork {
        family == .ipv4
            ? .init([169, 254], 16, "RFC 3927 §2.1") : .init([0xfe, 0x80], 10, "RFC 4291 §2.5.6")
    }

    /// The same of IPv6.
    static let inside6: [SpecialNetwork] = [
        .init([0xfc], 7, "RFC 4193 §3.1"),
        .init([0xfe, 0x80], 10, "RFC 4291 §2.5.6"),
        .init([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], 128, "RFC 4291 §2.5.3"),
    ]

    /// Networks within `2000::/3` whose addresses are not global.
    ///
    /// All else that is special (loopback, mapped, `64:ff9b::/96`, unique local, link-local,
    /// multicast) lies outside of `2000::/3` and needs no row.
    static let ipv6: [SpecialNetwork] = [
        .init([0x20, 0x01], 23, "RFC 2928 §2"),
        .init([0x20, 0x01, 0x0d, 0xb8], 32, "RFC 3849 §2"),
        .init([0x20, 0x02], 16, "RFC 7526 §5"),
        .init([0x3f, 0xff], 20, "RFC 9637 §3"),
    ]
}
