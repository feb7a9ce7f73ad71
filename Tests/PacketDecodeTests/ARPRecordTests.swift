import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct ARPRecordTests {
    private let packet = PacketBuilder.arp(
        operation: 2, senderMAC: Sample.mac, sender: Sample.v4, targetMAC: Sample.otherMAC, target: Sample.otherV4)

    private func frame(_ packet: [UInt8]) -> [UInt8] { PacketBuilder.ethernet(type: .arp, packet) }

    @Test func readsEveryField() {
        let record = decode(frame(packet))
        #expect(record.network == .arp)
        #expect(record.arp.operation == 2)
        #expect(record.arp.senderMAC == Sample.mac)
        #expect(record.arp.senderAddress == Sample.v4)
        #expect(record.arp.targetMAC == Sample.otherMAC)
        #expect(record.arp.targetAddress == Sample.otherV4)
        #expect(record.anomaly == .none)
    }

    @Test(arguments: 14..<42)
    func namesEveryShorterPacket(length: Int) {
        let record = decode(Array(frame(packet).prefix(length)))
        #expect(record.anomaly == .arpTruncated)
        #expect(record.network == .none)
    }

    @Test(arguments: [(2, 0x86), (4, 8), (5, 16)] as [(Int, UInt8)])
    func namesOtherAddressKinds(offset: Int, value: UInt8) {
        var changed = packet
        changed[offset] = value
        let record = decode(frame(changed))
        #expect(record.anomaly == .arpUnsupported)
        #expect(record.network == .none)
    }

    @Test func ignoresPadding() {
        #expect(decode(frame(packet + [UInt8](repeating: 0, count: 18))).arp.senderAddress == Sample.v4)
    }
}
