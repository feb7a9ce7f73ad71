import NetworkTypes
import Testing

@Suite struct IPv4AddressTests {
    @Test(arguments: ["0.0.0.0", "192.0.2.1", "10.20.30.255", "255.255.255.255", "100.64.0.9"])
    func writesWhatItReads(text: String) throws { #expect(try #require(IPv4Address(text)).description == text) }

    @Test func keepsHostOrder() { #expect(IPv4Address("192.0.2.1")?.value == 0xc000_0201) }

    @Test(arguments: [
        "", "1", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.-4", "01.2.3.4", "1.2.3.04", "1..3.4", "1.2.3.4 ",
        " 1.2.3.4",
        "1.2.3.+4", "1.2.3.4/24", "a.b.c.d", "1.2.3.1234", "١.2.3.4", "0x1.2.3.4",
    ])
    func rejectsOtherForms(text: String) { #expect(IPv4Address(text) == nil) }

    @Test(arguments: [
        ("10.0.0.1", true), ("172.15.255.255", false), ("172.16.0.0", true), ("172.31.255.255", true),
        ("172.32.0.0", false),
        ("192.168.255.1", true), ("192.169.0.0", false), ("100.64.0.1", false),
    ])
    func knowsPrivateAddresses(text: String, isPrivate: Bool) { #expect(IPv4Address(text)?.isPrivate == isPrivate) }

    @Test(arguments: [
        ("192.0.2.1", true), ("224.0.0.1", false), ("239.255.255.255", false), ("127.0.0.1", false), ("0.0.0.0", false),
        ("255.255.255.255", false), ("240.0.0.1", false), ("169.254.1.1", true), ("223.255.255.255", true),
    ])
    func knowsHostAddresses(text: String, isHost: Bool) { #expect(IPv4Address(text)?.isHostUnicast == isHost) }

    @Test func knowsSpecialRanges() {
        #expect(IPv4Address("169.254.0.1")?.isLinkLocal == true)
        #expect(IPv4Address("169.255.0.1")?.isLinkLocal == false)
        #expect(IPv4Address("127.255.0.1")?.isLoopback == true)
        #expect(IPv4Address("192.0.0.7")?.isServiceContinuity == true)
        #expect(IPv4Address("192.0.0.8")?.isServiceContinuity == false)
        #expect(IPv4Address("224.0.0.251")?.isMulticast == true)
    }

    @Test func isOrderedByValue() { #expect(IPv4Address(value: 1) < IPv4Address(value: 0x8000_0000)) }
}
