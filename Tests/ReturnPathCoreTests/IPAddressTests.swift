import Foundation
import ReturnPathCore
import Testing

@Suite("Addresses")
struct IPAddressTests {
    @Test(
        "reads what mail servers write, and writes it canonically",
        arguments: [
            ("192.0.2.1", "192.0.2.1"), ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"),
            ("[192.0.2.1]", "192.0.2.1"), ("2001:db8::1", "2001:db8::1"),
            ("2001:DB8:0:0:0:0:0:1", "2001:db8::1"), ("IPv6:2001:db8::1", "2001:db8::1"),
            ("[IPv6:2001:db8::1]", "2001:db8::1"), ("[ipv6:2001:db8::1]", "2001:db8::1"),
            ("[2001:db8::1]", "2001:db8::1"), ("::", "::"), ("::1", "::1"), ("1::", "1::"),
            ("::ffff:192.0.2.1", "192.0.2.1"), ("IPv6:::ffff:c000:201", "192.0.2.1"),
            ("64:ff9b::192.0.2.1", "64:ff9b::c000:201"),
            ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
            ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"), ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
            ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("0001:0002:3:4:5:6:192.0.2.1", "1:2:3:4:5:6:c000:201"),
        ])
    func readsAndWrites(text: String, canonical: String) throws {
        let address = try #require(IPAddress(text))
        #expect(address.text == canonical)
        #expect(IPAddress(canonical) == address)
        #expect(IPAddress(bytes: address.bytes) == address)
        #expect(address.family == (canonical.contains(":") ? .ipv6 : .ipv4))
    }

    @Test(
        "refuses what is no address",
        arguments: [
            "", "[]", "[", "]", ":", ":::", "1", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.4 ",
            " 1.2.3.4", "1.2.3.-4", "1.2.3.+4", "1..3.4", "[1.2.3.4", "1.2.3.4]", "IPv6:1.2.3.4", "IPv6:",
            "IPv4:1.2.3.4", "12345::", "g::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", ":1::2",
            "1:::2",
            "::1%eth0", "fe80::1%1", "+1::", "-1::", "1:2:3:4:5:6:7:8::", "1:2:3:4::5:6:7:8", "1.2.3.4::",
            "::1.2.3", "unknown", "host.example", "[IPv6:2001:db8::1]]", "１.2.3.4", "1\u{0}::",
            String(repeating: "0:", count: 40),
        ])
    func refuses(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test("refuses any number of octets but four and sixteen")
    func refusesOctets() {
        for count in 0...20 where count != 4 && count != 16 {
            #expect(IPAddress(bytes: [UInt8](repeating: 1, count: count)) == nil)
        }
    }

    @Test(
        "tells global addresses from the others",
        arguments: [
            ("8.8.8.8", true), ("1.1.1.1", true), ("100.63.255.255", true), ("100.128.0.0", true),
            ("172.15.255.255", true), ("172.32.0.0", true), ("192.0.1.1", true), ("198.17.0.1", true),
            ("198.20.0.0", true), ("223.255.255.255", true), ("::ffff:8.8.8.8", true),
            ("2a00::1", true), ("2001:200::1", true), ("2001:4860:4860::8888", true), ("2003::1", true),
            ("0.0.0.0", false), ("10.1.2.3", false), ("100.64.0.1", false), ("100.127.255.255", false),
            ("127.0.0.1", false), ("169.254.1.1", false), ("172.16.0.1", false), ("172.31.255.255", false),
            ("192.0.0.1", false), ("192.0.2.1", false), ("192.88.99.1", false), ("192.168.1.1", false),
            ("198.18.0.1", false), ("198.19.255.255", false), ("198.51.100.1", false), ("203.0.113.1", false),
            ("224.0.0.1", false), ("255.255.255.255", false), ("::", false), ("::1", false),
            ("::ffff:10.0.0.1", false), ("::8.8.8.8", false), ("64:ff9b::808:808", false),
            ("64:ff9b:1::1", false), ("100::1", false), ("2001::1", false), ("2001:1ff:ffff::", false),
            ("2001:db8::1", false), ("2002:808:808::1", false), ("3fff:fff::1", false), ("fc00::1", false),
            ("fd12::1", false), ("fe80::1", false), ("fec0::1", false), ("ff02::1", false),
            ("4000::1", false),
        ])
    func isGlobal(text: String, expected: Bool) throws {
        #expect(try #require(IPAddress(text)).isGlobal == expected)
    }

    @Test(
        "names the network that limits are counted by",
        arguments: [
            ("192.0.2.77", "192.0.2.0/24"), ("2001:db8:0:1:2:3:4:5", "2001:db8:0:1::/64"),
            ("2001:db8::1", "2001:db8::/64"), ("::ffff:192.0.2.9", "192.0.2.0/24"), ("::1", "::/64"),
            ("2001:db8:1:2::", "2001:db8:1:2::/64"),
        ])
    func network(text: String, expected: String) throws {
        #expect(try #require(IPAddress(text)).network == expected)
    }

    @Test("is stored as its text")
    func coding() throws {
        let address = try #require(IPAddress("2001:DB8::1"))
        let data = try JSONEncoder().encode([address])
        #expect(String(decoding: data, as: UTF8.self) == #"["2001:db8::1"]"#)
        #expect(try JSONDecoder().decode([IPAddress].self, from: data) == [address])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([IPAddress].self, from: Data(#"["host.example"]"#.utf8))
        }
    }
}
