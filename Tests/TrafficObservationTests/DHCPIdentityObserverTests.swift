import NetworkTypes
import TestSupport
import Testing
import TrafficObservation

@Suite struct DHCPIdentityObserverTests {
    private let server = IPv4Address(value: 0x0a00_0002)
    private let relay = IPv4Address(value: 0x0a01_0201)
    private let lease = IPv4Address(value: 0x0a01_0203)
    private let relayMAC = MACAddress(value: 0x0002_0304_0599)
    private let identifier: [UInt8] = [0, 3, 0, 1, 0, 2, 3, 4, 5, 6]
    private let identifierText = "00030001000203040506"
    private let unspecified4 = IPAddress(IPv4Address.unspecified)
    private let unspecified6 = IPAddress(IPv6Address.unspecified)
    private let servers = IPv6Address(high: 0xff02_0000_0000_0000, low: 0x1_0002)

    private func rows(_ frames: [[UInt8]]) -> [IdentityRow] { observed(frames).identities }

    private func observed(_ frames: [[UInt8]]) -> ObservationSet {
        var observed = ObservedFrames()
        for frame in frames { observed.add(frame) }
        return observed.finished()
    }

    private func shown(_ rows: [IdentityRow]) -> [String] {
        rows.map { "\($0.kind.rawValue) \($0.value) \($0.address) \($0.mac)" }
    }

    // MARK: DHCPv4

    private func options(_ type: UInt8) -> [UInt8] {
        PacketBuilder.dhcpv4Option(53, [type]) + PacketBuilder.dhcpv4Option(61, [255, 1, 2, 3, 4] + identifier)
            + PacketBuilder.dhcpv4Option(81, [0, 0, 0] + Array("PC-01.Example.vn".utf8)) + [255]
    }

    private func request(client: IPv4Address = .unspecified, options: [UInt8]) -> [UInt8] {
        ObservedMessages.datagram(
            from: client, to: .broadcast, ports: (68, 67),
            PacketBuilder.dhcpv4(client: client, clientMAC: alice, options: options))
    }

    private func answer(_ type: UInt8, relay: IPv4Address = .unspecified) -> [UInt8] {
        let toRelay = relay != .unspecified
        return ObservedMessages.datagram(
            from: server, relayMAC, to: toRelay ? relay : lease, ports: (67, toRelay ? 67 : 68),
            PacketBuilder.dhcpv4(
                operation: 2, your: lease, relay: relay, clientMAC: alice, options: options(type)))
    }

    @Test func aClientWithoutAnAddressIsItsMAC() {
        #expect(
            shown(rows([request(options: options(1))])) == [
                "dhcp-fqdn pc-01.example.vn 0.0.0.0 \(alice)", "duid \(identifierText) 0.0.0.0 \(alice)",
            ])
        #expect(
            rows([request(client: lease, options: options(3))]).map(\.address) == [lease, lease].map { IPAddress($0) })
    }

    @Test func anAcknowledgementGivesTheAddressAnOfferDoesNot() {
        #expect(rows([answer(5)]).map(\.address) == [lease, lease].map { IPAddress($0) })
        #expect(rows([answer(2)]).isEmpty)
        #expect(rows([answer(6)]).isEmpty)
    }

    @Test func aRelayedAcknowledgementTellsTheMACOfAnAddressElsewhere() {
        #expect(
            shown(rows([answer(5, relay: relay)])) == [
                "dhcp-fqdn pc-01.example.vn \(lease) \(alice)", "duid \(identifierText) \(lease) \(alice)",
                "dhcp-chaddr \(alice) \(lease) \(MACAddress.zero)",
            ])
        #expect(!rows([answer(5)]).contains { $0.kind == .hardwareAddress })
    }

    @Test func aNameWithoutADomainIsNoneOfOneMachine() {
        let option = PacketBuilder.dhcpv4Option(81, [0, 0, 0] + Array("PC-01".utf8))
        #expect(rows([request(options: PacketBuilder.dhcpv4Option(53, [1]) + option + [255])]).isEmpty)
    }

    // MARK: DHCPv6

    private let name: [UInt8] = PacketBuilder.dhcpv6Option(39, [0] + PacketBuilder.dnsName("PC-01.Example.vn"))

    private func lease(_ address: IPv6Address, valid: UInt32 = 3600) -> [UInt8] {
        let lifetimes = PacketBuilder.integer(UInt32(600)) + PacketBuilder.integer(valid)
        return PacketBuilder.dhcpv6Option(
            3,
            [UInt8](repeating: 0, count: 12) + PacketBuilder.dhcpv6Option(5, PacketBuilder.address(address) + lifetimes)
        )
    }

    private func message(_ type: UInt8, _ options: [UInt8] = []) -> [UInt8] {
        PacketBuilder.dhcpv6(type: type, options: PacketBuilder.dhcpv6Option(1, identifier) + options)
    }

    private func toClient(_ payload: [UInt8]) -> [UInt8] {
        ObservedMessages.datagram(
            from: bobGlobal, bob, to: aliceLinkLocal, alice, ports: (547, 546), payload)
    }

    private func betweenRelayAndServer(_ type: UInt8, linkLayer: MACAddress?, _ payload: [UInt8]) -> [UInt8] {
        let option = linkLayer.map { PacketBuilder.dhcpv6Option(79, [0, 1] + PacketBuilder.address($0)) } ?? []
        return ObservedMessages.datagram(
            from: bobGlobal, relayMAC, to: aliceGlobal, ports: (547, 547),
            PacketBuilder.dhcpv6Relay(type: type, link: bobGlobal, peer: aliceLinkLocal, options: option, payload))
    }

    @Test func aClientOnTheLinkIsTheSenderOfTheFrame() {
        let frame = ObservedMessages.datagram(from: aliceLinkLocal, to: servers, ports: (546, 547), message(1, name))
        #expect(
            shown(rows([frame])) == [
                "dhcp-fqdn pc-01.example.vn :: \(alice)", "duid \(identifierText) :: \(alice)",
            ])
        // From another address a router may have sent it.
        let routed = ObservedMessages.datagram(from: aliceGlobal, to: bobGlobal, ports: (546, 547), message(5, name))
        #expect(rows([routed]).isEmpty)
    }

    @Test func aReplyGivesTheAddressesThatAreValid() {
        let reply = message(7, lease(aliceGlobal) + lease(bobGlobal, valid: 0))
        #expect(shown(rows([toClient(reply)])) == ["duid \(identifierText) \(aliceGlobal) \(alice)"])
        #expect(rows([toClient(message(2, lease(aliceGlobal)))]).isEmpty)
    }

    @Test func aRelayTellsTheMACOfAClientElsewhere() {
        let forward = betweenRelayAndServer(12, linkLayer: alice, message(1))
        #expect(shown(rows([forward])) == ["duid \(identifierText) :: \(alice)"])
        #expect(rows([betweenRelayAndServer(12, linkLayer: nil, message(1))]).isEmpty)
        let reply = message(7, lease(aliceGlobal))
        #expect(
            shown(rows([betweenRelayAndServer(13, linkLayer: nil, reply)])) == [
                "duid \(identifierText) \(aliceGlobal) \(MACAddress.zero)"
            ])
        #expect(
            shown(rows([betweenRelayAndServer(13, linkLayer: alice, reply)])) == [
                "duid \(identifierText) \(aliceGlobal) \(alice)"
            ])
    }

    // MARK: Vendor classes

    @Test func clientsSayWhatTheyAre() throws {
        let old = request(
            options: PacketBuilder.dhcpv4Option(53, [1]) + PacketBuilder.dhcpv4Option(60, Array("MSFT 5.0".utf8)) + [
                255
            ])
        let vendor = PacketBuilder.dhcpv6Option(16, [0, 0, 1, 0x37, 0, 5] + Array("Cisco".utf8))
        let new = ObservedMessages.datagram(from: aliceLinkLocal, to: servers, ports: (546, 547), message(1, vendor))
        let row = try #require(observed([old, new]).macs.first)
        #expect(row.mac == alice && row.dhcpVendorClasses == ["MSFT 5.0", "Cisco"])
    }
}
