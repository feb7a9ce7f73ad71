import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct NeighborDiscoveryMessageTests {
    private static let target = PacketBuilder.address(Sample.v6)
    private static let source = PacketBuilder.hex("0101 02005e005301")
    static let solicitation =
        PacketBuilder.hex("87000000 00000000") + target + source + PacketBuilder.hex("0e01 112233445566")
    static let advertisement =
        PacketBuilder.hex("88000000 e0000000") + target + PacketBuilder.hex("0201 02005e005302")
    static let redirect =
        PacketBuilder.hex("89000000 00000000") + target + PacketBuilder.address(Sample.otherV6)
        + PacketBuilder.hex("0201 02005e005302")
    static let routerSolicitation = PacketBuilder.hex("85000000 00000000") + source

    static let fixedLengths = [(routerSolicitation, 8), (solicitation, 24), (advertisement, 24), (redirect, 40)]

    private func read(_ message: [UInt8]) -> NeighborDiscoveryMessage? {
        NeighborDiscoveryMessage(message.span.bytes, message.whole)
    }

    @Test func readsASolicitation() throws {
        let message = try #require(read(Self.solicitation))
        #expect(message.type == ICMPv6Type.neighborSolicitation)
        #expect(message.target == Sample.v6)
        #expect(message.sourceLinkLayer == Sample.mac)
        #expect(message.targetLinkLayer == nil)
        #expect(message.nonce == 0x1122_3344_5566)
        #expect(!message.isRouter && !message.isSolicited && !message.overrides && !message.hasBadOption)
    }

    @Test(arguments: [0x80, 0x40, 0x20, 0xe0, 0x1f] as [UInt8])
    func readsTheFlagsOfAnAdvertisement(flags: UInt8) throws {
        var bytes = Self.advertisement
        bytes[4] = flags
        let message = try #require(read(bytes))
        #expect(message.type == ICMPv6Type.neighborAdvertisement)
        #expect(message.target == Sample.v6)
        #expect(message.targetLinkLayer == Sample.otherMAC)
        #expect(message.isRouter == (flags & 0x80 != 0))
        #expect(message.isSolicited == (flags & 0x40 != 0))
        #expect(message.overrides == (flags & 0x20 != 0))
    }

    @Test func readsARedirect() throws {
        let message = try #require(read(Self.redirect))
        #expect(message.target == Sample.v6)
        #expect(message.targetLinkLayer == Sample.otherMAC)
    }

    @Test func readsARouterSolicitation() throws {
        let message = try #require(read(Self.routerSolicitation))
        #expect(message.target == .unspecified)
        #expect(message.sourceLinkLayer == Sample.mac)
    }

    @Test(arguments: NeighborDiscoveryMessageTests.fixedLengths)
    func rejectsEveryShorterFixedPart(message: [UInt8], fixedLength: Int) throws {
        for length in 0..<fixedLength { #expect(read(Array(message.prefix(length))) == nil) }
        #expect(try #require(read(Array(message.prefix(fixedLength)))).hasBadOption == false)
        for length in fixedLength + 1..<fixedLength + 8 {
            #expect(try #require(read(Array(message.prefix(length)))).hasBadOption)
        }
    }

    @Test func stopsAtAnOptionOfLengthZero() throws {
        let message = try #require(read(Array(Self.solicitation.prefix(32)) + [2, 0, 1, 2, 3, 4, 5, 6] + Self.source))
        #expect(message.hasBadOption)
        #expect(message.sourceLinkLayer == Sample.mac)
        #expect(message.targetLinkLayer == nil)
    }

    @Test func ignoresALinkLayerAddressOfAnotherLength() throws {
        let option = PacketBuilder.neighborOption(1, [UInt8](repeating: 7, count: 14))
        let message = try #require(read(Array(Self.solicitation.prefix(24)) + option))
        #expect(message.sourceLinkLayer == nil)
        #expect(!message.hasBadOption)
    }

    @Test(arguments: [128, 134, 143, 0] as [UInt8])
    func rejectsOtherTypes(type: UInt8) {
        #expect(read([type] + [UInt8](repeating: 0, count: 60)) == nil)
    }
}
