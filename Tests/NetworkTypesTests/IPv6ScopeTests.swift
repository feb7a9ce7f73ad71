import NetworkTypes
import Testing

@Suite struct IPv6ScopeTests {
    @Test(
        arguments: [
            ("::", .unspecified), ("::1", .loopback), ("::2", .ipv4Compatible), ("::192.0.2.1", .ipv4Compatible),
            ("::ffff:192.0.2.1", .ipv4Mapped), ("fe80::1", .linkLocal), ("febf:ffff::1", .linkLocal),
            ("fec0::1", .siteLocal),
            ("feff::1", .siteLocal), ("fe00::1", .reserved), ("fc00::1", .uniqueLocal), ("fdff::1", .uniqueLocal),
            ("ff02::1", .multicast), ("64:ff9b::1", .nat64), ("64:ff9b:1:2::3", .nat64), ("64:ff9b:2::1", .reserved),
            ("100::1", .discard), ("5f00::1", .segmentRouting), ("2002:c000:201::1", .sixToFour), ("2001::1", .teredo),
            ("2001:0:ffff::1", .teredo), ("2001:db8::1", .documentation), ("2001:db9::1", .global),
            ("2001:10::1", .orchid),
            ("2001:20::1", .orchid), ("2001:2f:ffff::1", .orchid), ("2001:30::1", .global), ("3fff::1", .documentation),
            ("3fff:fff:ffff::1", .documentation), ("3fff:1000::1", .global), ("3ffe::1", .sixBone),
            ("2400::1", .global),
            ("2001:ee0::1", .global), ("3000::1", .global), ("4000::1", .reserved), ("1::1", .reserved),
        ] as [(String, IPv6Scope)])
    func isTheOneOfTheRegistry(text: String, scope: IPv6Scope) throws {
        #expect(try #require(IPv6Address(text)).scope == scope)
    }

    @Test(arguments: [
        ("2400::1", true), ("fd00::1", true), ("2001:db8::1", true), ("fec0::1", true), ("fe80::1", false),
        ("2002::1", false),
        ("2001::1", false), ("::1", false), ("ff0e::1", false), ("2400::5efe:c000:201", false),
        ("2400::200:5efe:c000:201", false),
        ("64:ff9b::1", false),
    ])
    func tellsConfiguredAddresses(text: String, isConfigured: Bool) throws {
        #expect(try #require(IPv6Address(text)).isConfiguredUnicast == isConfigured)
    }

    @Test(arguments: [("2002::1", true), ("2001::1", true), ("fe80::5efe:c000:201", true), ("2001:db8::1", false)])
    func tellsTunnelAddresses(text: String, isTunnel: Bool) throws {
        #expect(try #require(IPv6Address(text)).isTunnelAddress == isTunnel)
    }

    @Test(arguments: [
        ("ff01::1", true), ("ff02::1:2", true), ("ff12::1", true), ("ff05::1:3", false), ("fe80::1", false),
    ])
    func tellsGroupsOfTheLink(text: String, isLinkScope: Bool) throws {
        #expect(try #require(IPv6Address(text)).isLinkScopeMulticast == isLinkScope)
    }

    @Test(arguments: [
        ("2400::1", true), ("fe80::1", true), ("::", false), ("::1", false), ("ff02::1", false),
        ("::ffff:1.2.3.4", false),
    ])
    func tellsHostAddresses(text: String, isHost: Bool) throws {
        #expect(try #require(IPv6Address(text)).isHostUnicast == isHost)
    }
}
