import NetworkTypes
import PacketDecode
import TestSupport
import Testing
import TrafficObservation

@Suite struct TunnelObserverTests {
    private let near = IPv4Address(value: 0x0a01_0203)
    private let far = IPv4Address(value: 0xc633_6450)
    private let inside = IPv4Address(value: 0xac10_0005)

    private func vxlan(_ frame: [UInt8]) -> [UInt8] {
        ObservedMessages.datagram(from: near, to: far, ports: (50000, 4789), PacketBuilder.vxlan(frame))
    }

    private func echo(_ source: IPv6Address, _ destination: IPv6Address) -> [UInt8] {
        PacketBuilder.ipv6(from: source, to: destination, next: .icmpv6, PacketBuilder.icmpv6(type: 128, [0, 0, 0, 0]))
    }

    @Test func addressResolutionInsideBindsOnTheLinkInsideOnly() throws {
        var frames = ObservedFrames()
        frames.add(vxlan(ObservedMessages.arp(bob, inside)))
        let set = frames.finished()
        #expect(set.links.map(\.key.isOverlay) == [false, true])
        #expect(set.bindings.map(\.address) == [IPAddress(inside)])
        #expect(set.bindings.map(\.mac) == [bob])
        #expect(set.bindings.map(\.link) == [1])
        #expect(set.macs.filter(\.isInsideTunnel).map(\.mac) == [bob])
        #expect(set.macs.filter { !$0.isInsideTunnel }.map(\.mac) == [alice])
        let tunnel = try #require(set.tunnels.first)
        #expect(set.tunnels.count == 1)
        #expect(tunnel.kind == .vxlan && tunnel.link == 0 && tunnel.sourceMAC == alice)
        #expect(tunnel.outerSource == IPAddress(near) && tunnel.outerDestination == IPAddress(far))
    }

    @Test func tagsInsideMakeLinksOfTheirOwn() {
        var frames = ObservedFrames()
        let payload = PacketBuilder.arp(senderMAC: bob, sender: inside, target: near)
        frames.add(vxlan(PacketBuilder.ethernet(from: bob, type: .arp, payload)))
        frames.add(vxlan(PacketBuilder.ethernet(from: bob, tags: [.init(20)], type: .arp, payload)))
        #expect(frames.finished().links.map(\.key.outerVLAN) == [FrameRecord.noVLAN, FrameRecord.noVLAN, 20])
    }

    @Test func aPacketInsideKeepsBothAddresses() throws {
        var frames = ObservedFrames()
        frames.add(
            PacketBuilder.ethernet(
                from: alice, type: .ipv4,
                PacketBuilder.ipv4(from: near, to: far, protocol: .ipv6, echo(aliceGlobal, bobGlobal))))
        let tunnel = try #require(frames.finished().tunnels.first)
        #expect(tunnel.kind == .sixInFour)
        #expect(tunnel.innerSources == [IPAddress(aliceGlobal)])
        #expect(tunnel.innerDestinations == [IPAddress(bobGlobal)])
    }

    @Test func aTunnelInATunnelIsOfTheKindThatItsOuterAddressesCarry() {
        var frames = ObservedFrames()
        let gre = PacketBuilder.gre(type: .ipv6, echo(aliceGlobal, bobGlobal))
        frames.add(
            PacketBuilder.ethernet(
                from: alice, type: .ipv4,
                PacketBuilder.ipv4(
                    from: near, to: far, protocol: .ipv4,
                    PacketBuilder.ipv4(from: inside, to: far, protocol: .gre, gre))))
        #expect(frames.finished().tunnels.map(\.kind) == [.fourInFour])
    }

    @Test func aTunnelInFragmentsIsSeenWhenItIsWhole() throws {
        let packet = PacketBuilder.ipv4(
            from: inside, to: far, protocol: .udp,
            PacketBuilder.udp(from: 53, to: 40000, ObservedMessages.answer("an.example.vn", far)))
        var frames = ObservedFrames()
        for (offset, part) in [(0, packet.prefix(32)), (32, packet.dropFirst(32))] {
            frames.add(
                PacketBuilder.ethernet(
                    from: alice, type: .ipv6,
                    PacketBuilder.ipv6(
                        from: aliceGlobal, to: bobGlobal, next: .fragment,
                        PacketBuilder.fragmentHeader(
                            next: .ipv4, offset: UInt16(offset), moreFragments: offset == 0, Array(part)))))
        }
        let set = frames.finished()
        let tunnel = try #require(set.tunnels.first { $0.sighting.first.frame == 2 })
        #expect(tunnel.kind == .fourInSix && tunnel.innerSources.contains(IPAddress(inside)))
        // What is inside says nothing of the link.
        #expect(set.dnsNames.isEmpty && set.roleHints.isEmpty)
    }

    @Test func anOuterAddressThatNoRouterForwardsIsBound() {
        // Teredo looks for clients of its own link. RFC 4380 §5.2.8.
        let bubble = PacketBuilder.ipv6(from: aliceGlobal, to: allNodes, next: .noNextHeader, [])
        var frames = ObservedFrames()
        frames.add(
            ObservedMessages.datagram(
                from: near, to: IPv4Address(value: 0xe000_00fd), ports: (3544, 3544), bubble))
        let set = frames.finished()
        #expect(set.bindings.map(\.address) == [IPAddress(near)])
        #expect(set.bindings.map(\.evidence) == [.linkScopeDestination])
    }
}
