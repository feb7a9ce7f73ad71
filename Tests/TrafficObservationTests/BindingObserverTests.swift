import NetworkTypes
import TestSupport
import Testing
import TrafficObservation

@Suite struct BindingObserverTests {
    private func solicitation(
        from source: IPv6Address, target: IPv6Address, mac: MACAddress, hopLimit: UInt8 = 255, option: MACAddress? = nil
    ) -> [UInt8] {
        var body: [UInt8] = [0, 0, 0, 0] + PacketBuilder.address(target)
        if let option { body += PacketBuilder.neighborOption(1, PacketBuilder.address(option)) }
        return PacketBuilder.ethernet(
            from: mac, type: .ipv6,
            PacketBuilder.ipv6(
                from: source, to: allNodes, next: .icmpv6, hopLimit: hopLimit, PacketBuilder.icmpv6(type: 135, body)))
    }

    private func advertisement(target: IPv6Address, mac: MACAddress) -> [UInt8] {
        let body: [UInt8] =
            [0x20, 0, 0, 0] + PacketBuilder.address(target)
            + PacketBuilder.neighborOption(2, PacketBuilder.address(mac))
        return PacketBuilder.ethernet(
            from: mac, type: .ipv6,
            PacketBuilder.ipv6(
                from: target, to: allNodes, next: .icmpv6, hopLimit: 255, PacketBuilder.icmpv6(type: 136, body)))
    }

    @Test func aSourceAddressAloneBindsNothing() {
        var frames = ObservedFrames()
        frames.add(
            PacketBuilder.ethernet(
                from: alice, type: .ipv6,
                PacketBuilder.ipv6(
                    from: aliceGlobal, to: bobGlobal, next: .udp, PacketBuilder.udp(from: 5000, to: 6000, [1]))))
        let set = frames.finished()
        #expect(set.bindings.isEmpty)
        #expect(set.sources.map(\.address) == [IPAddress(aliceGlobal)])
        #expect(set.macs[0].unboundSources == [IPAddress(aliceGlobal)])
    }

    @Test func addressResolutionBindsTheSenderInThePacketNotOfTheFrame() {
        var frames = ObservedFrames()
        let address = IPv4Address(value: 0x0a01_0203)
        frames.add(
            PacketBuilder.ethernet(
                from: bob, to: .broadcast, type: .arp,
                PacketBuilder.arp(operation: 2, senderMAC: alice, sender: address, target: address)))
        let binding = frames.finished().bindings.first
        #expect(binding?.mac == alice)
        #expect(binding?.address == IPAddress(address))
        #expect(binding?.evidence == .arpAnnouncement)
    }

    @Test func neighbourDiscoveryThatWasForwardedBindsNothing() {
        var frames = ObservedFrames()
        frames.add(solicitation(from: aliceGlobal, target: bobGlobal, mac: alice, hopLimit: 254))
        let set = frames.finished()
        #expect(set.bindings.filter { $0.evidence == .solicitationSource }.isEmpty)
        #expect(set.links[0].neighborDiscoveryWrongHopLimit?.count == 1)
    }

    @Test func theSourceLinkLayerOptionNamesTheOwner() {
        var frames = ObservedFrames()
        frames.add(solicitation(from: aliceGlobal, target: bobGlobal, mac: bob, option: alice))
        let bound = frames.finished().bindings.filter { $0.evidence == .solicitationSource }
        #expect(bound.map(\.mac) == [alice])
    }

    @Test func aProbeAnsweredByAnotherMachineIsAConflict() {
        var frames = ObservedFrames()
        frames.add(solicitation(from: .unspecified, target: aliceGlobal, mac: alice))
        frames.add(advertisement(target: aliceGlobal, mac: bob), after: 0.5)
        let conflict = frames.finished().conflicts.first
        #expect(conflict?.address == aliceGlobal)
        #expect(conflict?.first == bob)
        #expect(conflict?.second == alice)
    }

    @Test func announcingOnesOwnNewAddressIsNoConflict() {
        var frames = ObservedFrames()
        frames.add(solicitation(from: .unspecified, target: aliceGlobal, mac: alice))
        frames.add(advertisement(target: aliceGlobal, mac: alice), after: 0.5)
        #expect(frames.finished().conflicts.isEmpty)
    }

    @Test func multicastNeighbourDiscoveryShowsThatIPv6CouldBeSeen() {
        var frames = ObservedFrames()
        frames.add(solicitation(from: aliceLinkLocal, target: bobGlobal, mac: alice))
        #expect(frames.finished().links[0].multicastIPv6Senders == [alice])
    }

    @Test func tagsMakeLinksOfTheirOwn() {
        var frames = ObservedFrames()
        let payload = PacketBuilder.arp(
            senderMAC: alice, sender: IPv4Address(value: 0x0a01_0203), target: IPv4Address(value: 0x0a01_0201))
        frames.add(PacketBuilder.ethernet(from: alice, type: .arp, payload))
        frames.add(PacketBuilder.ethernet(from: alice, tags: [.init(20)], type: .arp, payload))
        #expect(frames.finished().links.count == 2)
    }
}
