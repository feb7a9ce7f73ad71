import NetworkTypes
import TestSupport
import Testing
import TrafficObservation

@Suite struct RoutingObserverTests {
    private let address = IPv4Address(value: 0x0a01_0203)

    @Test func aVirtualRouterIsARowForItsGroup() throws {
        let virtual = IPv4Address(value: 0x0a01_0201)
        var frames = ObservedFrames()
        let message = PacketBuilder.hex("21 0a 64 01 00 01 0000") + PacketBuilder.address(virtual)
        frames.add(
            PacketBuilder.ethernet(
                from: alice, type: .ipv4,
                PacketBuilder.ipv4(
                    from: address, to: IPv4Address(value: 0xe000_0012), protocol: .vrrp, timeToLive: 255,
                    message + [UInt8](repeating: 0, count: 8))))
        let row = try #require(frames.finished().routing.first)
        #expect(row.protocol == .vrrp && row.family == .ipv4 && row.group == 10)
        #expect(row.mac == alice && row.source == IPAddress(address) && row.addresses == [IPAddress(virtual)])
    }

    @Test(arguments: [(0, AddressFamily.ipv6), (64, .ipv4)] as [(UInt8, AddressFamily)])
    func whatOSPFv3RoutesIsNotWhatCarriesIt(instance: UInt8, family: AddressFamily) throws {
        var frames = ObservedFrames()
        let message = PacketBuilder.hex("03 04 0010 c0000201 00000000 0000") + [instance, 0]
        frames.add(
            PacketBuilder.ethernet(
                from: alice, type: .ipv6,
                PacketBuilder.ipv6(
                    from: aliceLinkLocal, to: IPv6Address(high: 0xff02_0000_0000_0000, low: 5), next: .ospf, message)))
        let row = try #require(frames.finished().routing.first)
        #expect(row.protocol == .ospfv3 && row.family == family && row.source == IPAddress(aliceLinkLocal))
    }
}
