import NetworkTypes
import TestSupport
import Testing
import TrafficObservation

@Suite struct ApplicationObserverTests {
    private let address = IPv4Address(value: 0x0a01_0203)
    private let engine = PacketBuilder.hex("80001f88 03 000203040506")

    private func lldp() -> [UInt8] {
        func item(_ type: UInt16, _ value: [UInt8]) -> [UInt8] {
            PacketBuilder.integer(type << 9 | UInt16(value.count)) + value
        }
        let management = [5, 1] + PacketBuilder.address(address) + [2, 0, 0, 0, 7, 0]
        return item(1, [4] + PacketBuilder.address(alice)) + item(2, [5, 0x31]) + item(3, [0, 120])
            + item(5, Array("sw-tang-2".utf8)) + item(7, [0, 0x14, 0, 4]) + item(8, management) + [0, 0]
    }

    private func cdp() -> [UInt8] {
        func item(_ type: UInt16, _ value: [UInt8]) -> [UInt8] {
            PacketBuilder.integer(type) + PacketBuilder.integer(UInt16(value.count + 4)) + value
        }
        let own = PacketBuilder.hex("00000001 01 01 cc 0004") + PacketBuilder.address(address)
        let message = [2, 180, 0, 0] + item(1, Array("rt-hue".utf8)) + item(2, own) + item(4, [0, 0, 0, 0x29])
        return PacketBuilder.snap(organisation: 0x0c, type: 0x2000, message)
    }

    @Test func aSwitchAnnouncesItselfByLLDP() throws {
        var frames = ObservedFrames()
        for _ in 0..<2 {
            frames.add(
                PacketBuilder.ethernet(
                    from: alice, to: MACAddress(value: 0x0180_c200_000e), type: EtherType(rawValue: 0x88cc), lldp()))
        }
        let set = frames.finished()
        let device = try #require(set.devices.first)
        #expect(set.devices.count == 1 && device.sighting.count == 2)
        #expect(device.mac == alice && device.source == .lldp && device.name == "sw-tang-2")
        #expect(device.managementAddresses == [IPAddress(address)])
        #expect(device.isBridge && !device.isRouter)
        #expect(set.hostNames.map(\.name) == ["sw-tang-2"])
        // An address for management is no binding.
        #expect(set.bindings.isEmpty)
    }

    @Test func aRouterAnnouncesItselfByCDP() throws {
        var frames = ObservedFrames()
        let payload = cdp()
        frames.add(
            PacketBuilder.ethernet(
                from: alice, to: MACAddress(value: 0x0100_0ccc_cccc), type: EtherType(rawValue: UInt16(payload.count)),
                payload))
        let device = try #require(frames.finished().devices.first)
        #expect(device.source == .cdp && device.name == "rt-hue" && device.isRouter)
        #expect(device.managementAddresses == [IPAddress(address)])
    }

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

    @Test(arguments: [false, true])
    func anAgentIsKnownByItsEngine(isEncrypted: Bool) throws {
        var frames = ObservedFrames()
        frames.add(
            ObservedMessages.datagram(
                from: address, to: ObservedMessages.server, ports: (161, 40000),
                ObservedMessages.snmp(engine: engine, isEncrypted: isEncrypted)))
        let row = try #require(frames.finished().identities.first)
        #expect(row.kind == .snmpEngine && row.value == "80001f8803000203040506")
        #expect(row.address == IPAddress(address) && row.mac == alice)
    }

    @Test func aManagerThatNamesAnEngineIsNotTheAgent() {
        var frames = ObservedFrames()
        frames.add(
            ObservedMessages.datagram(
                from: address, to: ObservedMessages.server, ports: (40000, 161),
                ObservedMessages.snmp(engine: engine, isEncrypted: true)))
        #expect(frames.finished().identities.isEmpty)
    }
}
