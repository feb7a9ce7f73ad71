import NetworkTypes
import TestSupport
import Testing
import TrafficObservation

@Suite struct DHCPObserverTests {
    private let server = IPv4Address(value: 0x0a00_0002)
    private let relay = IPv4Address(value: 0x0a01_0201)
    private let lease = IPv4Address(value: 0x0a01_0203)
    private let relayMAC = MACAddress(value: 0x0002_0304_0599)

    private func acknowledgement(to port: UInt16, relay: IPv4Address) -> [UInt8] {
        let message = PacketBuilder.dhcpv4(
            operation: 2, your: lease, relay: relay, clientMAC: alice,
            options: PacketBuilder.dhcpv4Option(53, [5]) + PacketBuilder.dhcpv4Option(54, PacketBuilder.address(server))
                + [255])
        return ObservedMessages.datagram(
            from: port == 68 ? relay : server, relayMAC, to: port == 68 ? lease : relay, ports: (67, port), message)
    }

    private func observed(_ frame: [UInt8]) -> ObservationSet {
        var frames = ObservedFrames()
        frames.add(frame)
        return frames.finished()
    }

    @Test func aRelayedLeaseIsBoundOnTheClientsLinkOnly() {
        let onClientsLink = observed(acknowledgement(to: 68, relay: relay)).bindings
        #expect(onClientsLink.map(\.address) == [IPAddress(lease)])
        #expect(onClientsLink.map(\.mac) == [alice])
        #expect(observed(acknowledgement(to: 67, relay: relay)).bindings.isEmpty)
    }

    @Test func aRelayIsNotTheServer() {
        let relayed = observed(acknowledgement(to: 68, relay: relay))
        #expect(relayed.dhcpServers.map(\.address) == [IPAddress(server)])
        #expect(relayed.roleHints.isEmpty)
        #expect(observed(acknowledgement(to: 68, relay: .unspecified)).roleHints.map(\.role) == [.dhcpServer])
    }

    @Test func aServerThatAnswersARelayIsKnown() {
        let reply = PacketBuilder.dhcpv6Relay(
            type: 13, link: aliceGlobal, peer: aliceLinkLocal,
            PacketBuilder.dhcpv6(type: 7, options: PacketBuilder.dhcpv6Option(2, [0, 3, 0, 1, 2, 0, 0, 0, 0, 9])))
        let set = observed(
            PacketBuilder.ethernet(
                from: bob, type: .ipv6,
                PacketBuilder.ipv6(
                    from: bobGlobal, to: aliceGlobal, next: .udp, PacketBuilder.udp(from: 547, to: 547, reply))))
        #expect(set.dhcpServers.map(\.address) == [IPAddress(bobGlobal)])
        #expect(set.roleHints.isEmpty && set.links[0].dhcpv6Answers == nil)
    }
}
