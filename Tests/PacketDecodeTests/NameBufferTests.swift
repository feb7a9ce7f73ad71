import NetworkTypes
import PacketDecode
import Testing

@Suite struct NameBufferTests {
    private func reverse(_ name: String) -> IPAddress? { NameBuffer(name).reverseAddress }

    @Test func readsAnAddressOutOfAReverseName() throws {
        #expect(reverse("80.100.51.198.in-addr.arpa") == IPAddress(IPv4Address(value: 0xc633_6450)))
        #expect(reverse("0.0.0.10.in-addr.arpa") == IPAddress(IPv4Address(value: 0x0a00_0000)))
        let name = "1.2.3.4.5.6.7.8.9.a.b.c.d.e.f.0.1.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa"
        #expect(
            reverse(name)
                == IPAddress(IPv6Address(high: 0x2001_0db8_0000_0001, low: 0x0fed_cba9_8765_4321)))
    }

    @Test(arguments: [
        "100.51.198.in-addr.arpa", "1.80.100.51.198.in-addr.arpa", "080.100.51.198.in-addr.arpa",
        "256.100.51.198.in-addr.arpa", "80-95.100.51.198.in-addr.arpa", "80..51.198.in-addr.arpa", "in-addr.arpa",
        ".in-addr.arpa", "80.100.51.198.in-addr.arpa.vn", "1.0.0.2.ip6.arpa", "",
        "g.2.3.4.5.6.7.8.9.a.b.c.d.e.f.0.1.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa",
        "11.2.3.4.5.6.7.8.9.a.b.c.d.e.f.0.1.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa",
        "4294967297.100.51.198.in-addr.arpa",
    ])
    func readsNothingOutOfOtherNames(name: String) {
        #expect(reverse(name) == nil)
    }
}
