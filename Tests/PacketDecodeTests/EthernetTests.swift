import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct EthernetTests {
    private let packet = PacketBuilder.ipv4(from: Sample.v4, to: Sample.otherV4, protocol: .udp, Sample.udp)

    private func tagged(_ tags: [PacketBuilder.Tag]) -> FrameRecord {
        decode(PacketBuilder.ethernet(from: Sample.mac, to: Sample.otherMAC, tags: tags, type: .ipv4, packet))
    }

    @Test func readsBothAddresses() {
        let record = tagged([])
        #expect(record.hasLinkSource)
        #expect(record.linkSource == Sample.mac)
        #expect(record.linkDestination == Sample.otherMAC)
        #expect(record.outerVLAN == FrameRecord.noVLAN)
        #expect(record.innerVLAN == FrameRecord.noVLAN)
        #expect(record.network == .ipv4)
        #expect(record.anomaly == .none)
    }

    @Test(arguments: 0..<14)
    func namesEveryShorterHeader(length: Int) {
        let record = decode(Array(Sample.frame4(.udp, Sample.udp).prefix(length)))
        #expect(record.anomaly == .ethernetTruncated)
        #expect(!record.hasLinkSource)
        #expect(record.network == .none)
    }

    @Test func readsOneTag() {
        let record = tagged([PacketBuilder.Tag(110, priority: 5)])
        #expect(record.outerVLAN == 110)
        #expect(record.innerVLAN == FrameRecord.noVLAN)
        #expect(record.destinationPort == 53)
    }

    @Test(arguments: [EtherType.providerBridging, .qinqLegacy, .vlan])
    func readsTwoTags(outer: EtherType) {
        let record = tagged([PacketBuilder.Tag(200, type: outer), PacketBuilder.Tag(4094)])
        #expect(record.outerVLAN == 200)
        #expect(record.innerVLAN == 4094)
        #expect(record.destinationPort == 53)
    }

    @Test func countsAPriorityTagAsNone() {
        #expect(tagged([PacketBuilder.Tag(0, priority: 7)]).outerVLAN == FrameRecord.noVLAN)
        let record = tagged([PacketBuilder.Tag(0), PacketBuilder.Tag(30)])
        #expect(record.outerVLAN == 30)
        #expect(record.innerVLAN == FrameRecord.noVLAN)
    }

    @Test(arguments: 14..<18)
    func namesEveryShorterTag(length: Int) {
        let frame = PacketBuilder.ethernet(tags: [PacketBuilder.Tag(1)], type: .ipv4, packet)
        let record = decode(Array(frame.prefix(length)))
        #expect(record.anomaly == .vlanTruncated)
        #expect(record.outerVLAN == FrameRecord.noVLAN)
    }

    @Test func followsEightTagsAndNoMore() {
        #expect(tagged([PacketBuilder.Tag](repeating: PacketBuilder.Tag(7), count: 8)).network == .ipv4)
        let record = tagged([PacketBuilder.Tag](repeating: PacketBuilder.Tag(7), count: 9))
        #expect(record.anomaly == .vlanTooDeep)
        #expect(record.network == .none)
    }

    @Test func readsSNAPWithinALengthField() {
        let snap: [UInt8] = [0xaa, 0xaa, 3, 0, 0, 0, 8, 0] + packet
        let record = decode(PacketBuilder.ethernet(type: EtherType(rawValue: UInt16(snap.count)), snap))
        #expect(record.network == .ipv4)
        #expect(record.destinationPort == 53)
    }

    @Test(
        arguments: [[0x42, 0x42, 3], [0xaa, 0xaa, 3, 0, 0, 12, 0x20, 0], [0xaa, 0xaa, 3, 0, 0, 0, 8]] as [[UInt8]])
    func leavesOtherLLCAlone(payload: [UInt8]) {
        let record = decode(PacketBuilder.ethernet(type: EtherType(rawValue: 64), payload))
        #expect(record.network == .none)
        #expect(record.anomaly == .none)
    }

    @Test func leavesUnknownTypesAlone() {
        let record = decode(PacketBuilder.ethernet(type: .lldp, [2, 7, 4]))
        #expect(record.network == .none)
        #expect(record.anomaly == .none)
        #expect(record.hasLinkSource)
    }
}
