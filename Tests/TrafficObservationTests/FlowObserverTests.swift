import NetworkTypes
import TestSupport
import Testing
import TrafficObservation

@Suite struct FlowObserverTests {
    private let server = IPv4Address(value: 0xc633_6450)
    private let client = IPv4Address(value: 0x0a01_0203)

    private func segment(fromClient: Bool, flags: UInt8, _ payload: [UInt8] = []) -> [UInt8] {
        PacketBuilder.ethernet(
            from: fromClient ? alice : bob, type: .ipv4,
            PacketBuilder.ipv4(
                from: fromClient ? client : server, to: fromClient ? server : client, protocol: .tcp,
                PacketBuilder.tcp(
                    from: fromClient ? 40000 : 443, to: fromClient ? 443 : 40000, flags: flags, payload)))
    }

    @Test func aHandshakeWithDataIsEstablished() {
        var frames = ObservedFrames()
        frames.add(segment(fromClient: true, flags: 2))
        frames.add(segment(fromClient: false, flags: 0x12))
        frames.add(segment(fromClient: true, flags: 0x18, [1, 2, 3]))
        #expect(!frames.finished().flows[0].isEstablished)
        frames.add(segment(fromClient: false, flags: 0x18, [1, 2, 3]))
        let flow = frames.finished().flows[0]
        #expect(flow.isEstablished)
        #expect(flow.establishingProof?.frame == 3)
        #expect(flow.client == IPAddress(client))
        #expect(flow.clientMAC == alice)
        #expect(flow.serverMAC == bob)
    }

    @Test func aLoneSYNIsNoUse() {
        var frames = ObservedFrames()
        frames.add(segment(fromClient: true, flags: 2))
        #expect(frames.finished().flows[0].isEstablished == false)
    }

    @Test func aRefusalIsNoUse() {
        var frames = ObservedFrames()
        frames.add(segment(fromClient: true, flags: 2))
        frames.add(segment(fromClient: false, flags: 0x14))
        #expect(frames.finished().flows[0].isEstablished == false)
    }

    @Test func theSYNCorrectsAGuessFromPorts() {
        var frames = ObservedFrames()
        // A server on a high port: the ports alone would make it the client.
        func segment(fromClient: Bool, flags: UInt8) -> [UInt8] {
            PacketBuilder.ethernet(
                from: fromClient ? alice : bob, type: .ipv4,
                PacketBuilder.ipv4(
                    from: fromClient ? client : server, to: fromClient ? server : client, protocol: .tcp,
                    PacketBuilder.tcp(from: fromClient ? 2000 : 50000, to: fromClient ? 50000 : 2000, flags: flags)))
        }
        frames.add(segment(fromClient: false, flags: 0x10))
        frames.add(segment(fromClient: true, flags: 2))
        let flow = frames.finished().flows[0]
        #expect(flow.client == IPAddress(client))
        #expect(flow.clientPackets == 1)
        #expect(flow.serverPackets == 1)
    }

    @Test func aFullTableIsAnAnomalyAndNeverGrows() {
        var limits = ObservationLimits()
        limits.flows = 1
        var frames = ObservedFrames(limits: limits)
        frames.add(segment(fromClient: true, flags: 2))
        frames.add(
            PacketBuilder.ethernet(
                from: alice, type: .ipv4,
                PacketBuilder.ipv4(
                    from: client, to: server, protocol: .udp, PacketBuilder.udp(from: 40000, to: 53, [1]))))
        let set = frames.finished()
        #expect(set.flows.count == 1)
        #expect(set.captures[0].anomalies["limit.flows"] == 1)
    }

    @Test func anErrorMarksTheConversationThatItQuotes() throws {
        let packet = PacketBuilder.ipv4(
            from: client, to: server, protocol: .udp, PacketBuilder.udp(from: 40000, to: 161, [1, 2, 3]))
        var frames = ObservedFrames()
        frames.add(PacketBuilder.ethernet(from: alice, type: .ipv4, packet))
        frames.add(
            PacketBuilder.ethernet(
                from: alice, type: .ipv4,
                PacketBuilder.ipv4(
                    from: client, to: server, protocol: .udp, PacketBuilder.udp(from: 40001, to: 161, [1]))))
        frames.add(
            PacketBuilder.ethernet(
                from: bob, type: .ipv4,
                PacketBuilder.ipv4(
                    from: server, to: client, protocol: .icmp, [3, 3, 0, 0, 0, 0, 0, 0] + packet.prefix(28))))
        let flows = frames.finished().flows
        #expect(flows.map { $0.unreachable?.frame } == [3, nil])
    }
}
