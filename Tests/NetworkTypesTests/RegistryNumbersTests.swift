import NetworkTypes
import Testing

@Suite struct RegistryNumbersTests {
    @Test func namesLinkTypes() {
        #expect(LinkType.ethernet.name == "EN10MB")
        #expect(LinkType.linuxCooked2.name == "LINUX_SLL2")
        #expect(LinkType.radiotap.name == "IEEE802_11_RADIOTAP")
        #expect(LinkType(rawValue: 65_000).name == "65000")
    }

    @Test func namesProtocols() {
        #expect(IPProtocol.tcp.name == "tcp")
        #expect(IPProtocol.icmpv6.name == "icmpv6")
        #expect(IPProtocol.ospf.name == "89")
    }
}
