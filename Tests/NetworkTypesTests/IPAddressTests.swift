import NetworkTypes
import Testing

@Suite struct IPAddressTests {
    @Test(arguments: ["192.0.2.1", "0.0.0.0", "2001:db8::1", "::", "::ffff:192.0.2.1"])
    func writesWhatItReads(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(address.description == text)
        #expect(address.family == (text.contains(":") ? .ipv6 : .ipv4))
        #expect((address.ipv4 == nil) == (address.family == .ipv6))
        #expect((address.ipv6 == nil) == (address.family == .ipv4))
    }

    @Test(arguments: ["", "localhost", "192.0.2", "2001:db8::1/64"])
    func rejectsOtherForms(text: String) { #expect(IPAddress(text) == nil) }

    @Test func tellsTheFamiliesApart() {
        let v4 = IPAddress(IPv4Address(value: 1))
        let v6 = IPAddress(IPv6Address(high: 0, low: 1))
        #expect(v4 != v6)
        #expect(v4 < v6)
        #expect(AddressFamily.ipv4.name == "ipv4" && AddressFamily.ipv6.name == "ipv6")
    }

    @Test func asksTheAddressInside() {
        #expect(IPAddress("224.0.0.1")?.isMulticast == true)
        #expect(IPAddress("ff02::1")?.isMulticast == true)
        #expect(IPAddress("169.254.0.1")?.isLinkLocal == true)
        #expect(IPAddress("fe80::1")?.isLinkLocal == true)
        #expect(IPAddress("2001:db8::1")?.isHostUnicast == true)
        #expect(IPAddress("255.255.255.255")?.isHostUnicast == false)
    }
}
