import NetworkTypes
import TestSupport
import Testing
import TrafficObservation

@Suite struct DeviceObserverTests {
    private let address = IPv4Address(value: 0x0a01_0203)

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
}
