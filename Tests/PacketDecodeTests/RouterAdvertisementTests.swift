import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct RouterAdvertisementTests {
    /// Hop limit 64; M, O and preference high; 1800 s; 30 s reachable; 1 s between solicitations. RFC 4861 §4.2.
    static let fixed = PacketBuilder.hex("86000000 40c80708 00007530 000003e8")
    static let sourceLinkLayer = PacketBuilder.hex("0101 02005e005301")
    static let mtu = PacketBuilder.hex("0501 0000 000005dc")
    static let prefix = PacketBuilder.hex(
        "0304 40d0 00278d00 00093a80 00000000 20010db8 00010000 00000000 00000000")
    static let routes = PacketBuilder.hex(
        "1801 0008 00000e10  1802 3000 00000e10 20010db8 ffff0000  1803 6018 00000e10 20010db8 00020000 00000003 00000000"
    )
    static let resolvers = PacketBuilder.hex(
        "1905 0000 00000e10 20010db8 00010000 00000000 00000053 20010db8 00020000 00000000 00000053")
    static let searchList = PacketBuilder.hex("1f02 0000 00000e10 0276 6e00 00000000")
    static let nat64 = PacketBuilder.hex("2602 0708 0064ff9b 00000000 00000000")
    static let complete = fixed + sourceLinkLayer + mtu + prefix + routes + resolvers + searchList + nat64

    private func read(_ message: [UInt8], declared: Int? = nil) -> RouterAdvertisement? {
        RouterAdvertisement(message.span.bytes, message.whole, declaredLength: UInt32(declared ?? message.count))
    }

    private func prefix(_ text: String) throws -> IPPrefix { try #require(IPPrefix(text)) }

    @Test func readsTheFixedPart() throws {
        let message = try #require(read(Self.fixed))
        #expect(message.hopLimit == 64)
        #expect(message.isManaged)
        #expect(message.hasOtherConfiguration)
        #expect(message.preference == 1)
        #expect(message.lifetimeSeconds == 1800)
        #expect(message.reachableMilliseconds == 30_000)
        #expect(message.retransmitMilliseconds == 1000)
        #expect(!message.isIncomplete)
        #expect(message.prefixes.isEmpty && message.resolvers.isEmpty && message.routes.isEmpty)
        #expect(message.mtu == nil && message.sourceLinkLayer == nil && message.nat64Prefix == nil)
    }

    @Test(arguments: [(0x00, 0), (0x08, 1), (0x18, -1), (0x10, 0)] as [(UInt8, Int8)])
    func readsThePreference(flags: UInt8, preference: Int8) throws {
        var bytes = Self.fixed
        bytes[5] = flags
        let message = try #require(read(bytes))
        #expect(message.preference == preference)
        #expect(!message.isManaged)
        #expect(!message.hasOtherConfiguration)
    }

    @Test func readsEveryOption() throws {
        let message = try #require(read(Self.complete))
        #expect(!message.isIncomplete)
        #expect(message.sourceLinkLayer == Sample.mac)
        #expect(message.mtu == 1500)
        let option = try #require(message.prefixes.first)
        #expect(message.prefixes.count == 1)
        #expect(try option.prefix == prefix("2001:db8:1::/64"))
        #expect(option.isOnLink)
        #expect(option.isAutonomous)
        #expect(option.prefersDelegation)
        #expect(option.validSeconds == 2_592_000)
        #expect(option.preferredSeconds == 604_800)
        #expect(try message.routes == [prefix("::/0"), prefix("2001:db8:ffff::/48"), prefix("2001:db8:2:0:0:3::/96")])
        #expect(message.resolvers == ["2001:db8:1::53", "2001:db8:2::53"].compactMap { IPv6Address($0) })
        #expect(try message.nat64Prefix == prefix("64:ff9b::/96"))
    }

    @Test(arguments: [(0, 96), (1, 64), (2, 56), (3, 48), (4, 40), (5, 32)] as [(UInt8, UInt8)])
    func readsThePrefixLengthCode(code: UInt8, length: UInt8) throws {
        var option = Self.nat64
        option[3] = 0x08 | code
        #expect(try #require(read(Self.fixed + option)).nat64Prefix?.length == length)
    }

    @Test(arguments: [6, 7] as [UInt8])
    func ignoresReservedPrefixLengthCodes(code: UInt8) throws {
        var option = Self.nat64
        option[3] = code
        #expect(try #require(read(Self.fixed + option)).nat64Prefix == nil)
    }

    @Test func ignoresResolversWithoutLifetime() throws {
        var option = Self.resolvers
        option.replaceSubrange(4..<8, with: [0, 0, 0, 0])
        #expect(try #require(read(Self.fixed + option)).resolvers.isEmpty)
    }

    @Test func readsTheWholeMessageInAFrame() throws {
        let packet = PacketBuilder.ipv6(
            from: Sample.linkLocal, to: Sample.allNodes, next: .icmpv6, hopLimit: 255, Self.complete)
        let frame = PacketBuilder.ethernet(type: .ipv6, packet)
        let record = decode(frame)
        #expect(record.icmpType == ICMPv6Type.routerAdvertisement)
        let read = RouterAdvertisement(frame.span.bytes, record.payload, declaredLength: record.payloadLength)
        let message = try #require(read)
        #expect(message.prefixes.count == 1)
        #expect(!message.isIncomplete)
    }

    @Test(arguments: 0..<16)
    func rejectsEveryShorterFixedPart(length: Int) {
        #expect(read(Array(Self.fixed.prefix(length)), declared: 16) == nil)
    }

    @Test func marksEveryShorterMessage() throws {
        let whole = try #require(read(Self.complete))
        for length in 16..<Self.complete.count {
            let message = try #require(read(Array(Self.complete.prefix(length)), declared: Self.complete.count))
            #expect(message.isIncomplete)
            #expect(message.lifetimeSeconds == whole.lifetimeSeconds)
            #expect(whole.resolvers.starts(with: message.resolvers))
        }
    }

    @Test func stopsAtAnOptionOfLengthZero() throws {
        let message = try #require(read(Self.fixed + Self.mtu + [3, 0] + Self.prefix))
        #expect(message.isIncomplete)
        #expect(message.mtu == 1500)
        #expect(message.prefixes.isEmpty)
    }

    @Test func stopsAtAnOptionThatLeavesTheMessage() throws {
        let message = try #require(read(Self.fixed + Self.sourceLinkLayer + [25, 3, 0, 0, 0, 0, 1, 0]))
        #expect(message.isIncomplete)
        #expect(message.sourceLinkLayer == Sample.mac)
        #expect(message.resolvers.isEmpty)
    }

    @Test func ignoresOptionsOfAnotherLength() throws {
        let wrong = PacketBuilder.hex("0302 4000 00000000 00000000 00000000 0502 0000 000005dc 00000000 00000000")
        let message = try #require(read(Self.fixed + wrong + Self.mtu))
        #expect(message.prefixes.isEmpty)
        #expect(message.mtu == 1500)
    }

    @Test func keepsABoundedNumberOfOptions() throws {
        let many = [[UInt8]](repeating: Self.prefix, count: 500).flatMap { $0 }
        let message = try #require(read(Self.fixed + many))
        #expect(message.prefixes.count == 64)
        #expect(message.isIncomplete)
        let full = try #require(read(Self.fixed + many.prefix(64 * 32)))
        #expect(full.prefixes.count == 64)
        #expect(!full.isIncomplete)
    }

    @Test func rejectsOtherTypes() {
        #expect(read(PacketBuilder.hex("85000000 00000000 00000000 00000000")) == nil)
    }

    @Test func readsTheOtherFlags() throws {
        var bytes = Self.fixed
        #expect(try #require(read(bytes)).isHomeAgent == false)
        #expect(try #require(read(bytes)).isProxied == false)
        bytes[5] = 0x24
        #expect(try #require(read(bytes)).isHomeAgent == true)
        #expect(try #require(read(bytes)).isProxied == true)
    }

    @Test func readsPreferenceAndLifetimeOfRoutes() throws {
        let routes = PacketBuilder.hex("1801 0018 00000000  1802 3008 00000e10 20010db8 ffff0000")
        let message = try #require(read(Self.fixed + routes))
        #expect(message.routeInformation.map(\.preference) == [-1, 1])
        #expect(message.routeInformation.map(\.lifetimeSeconds) == [0, 3600])
        #expect(message.routes == message.routeInformation.map(\.prefix))
    }

    @Test func readsSearchDomains() throws {
        #expect(try #require(read(Self.complete)).searchDomains == ["vn"])
        let names = PacketBuilder.dnsName("UBND.example.vn") + PacketBuilder.dnsName("a.vn")
        let padded = names + [UInt8](repeating: 0, count: 24 - names.count % 24)
        let option = [31, UInt8(1 + padded.count / 8), 0, 0, 0, 0, 1, 0] + padded
        let message = try #require(read(Self.fixed + option))
        #expect(message.searchDomains == ["ubnd.example.vn", "a.vn"])
        #expect(!message.isIncomplete)
        let broken = try #require(read(Self.fixed + PacketBuilder.hex("1f02 0000 00000e10 0961 6e00 00000000")))
        #expect(broken.searchDomains.isEmpty)
        #expect(broken.isIncomplete)
        let withdrawn = PacketBuilder.hex("1f02 0000 00000000 0276 6e00 00000000")
        #expect(try #require(read(Self.fixed + withdrawn)).searchDomains.isEmpty)
    }

    @Test func ignoresANAT64PrefixWithoutLifetime() throws {
        #expect(try #require(read(Self.complete)).nat64LifetimeSeconds == 1800)
        var option = Self.nat64
        option.replaceSubrange(2..<4, with: [0, 0])
        let message = try #require(read(Self.fixed + option))
        #expect(message.nat64Prefix == nil)
        #expect(message.nat64LifetimeSeconds == 0)
    }
}
