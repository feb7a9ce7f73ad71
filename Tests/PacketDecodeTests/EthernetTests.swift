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

    @Test func namesTheTypeBehindTagsAndSNAP() {
        #expect(tagged([PacketBuilder.Tag(9)]).etherType == .ipv4)
        let snap = PacketBuilder.snap(type: 0x86dd, Sample.packet6)
        #expect(decode(PacketBuilder.ethernet(type: EtherType(rawValue: UInt16(snap.count)), snap)).etherType == .ipv6)
        #expect(decode(PacketBuilder.ethernet(type: .pppoeDiscovery, [0x11, 9])).etherType == .pppoeDiscovery)
        #expect(decode(PacketBuilder.ethernet(type: EtherType(rawValue: 3), [0x42, 0x42, 3])).etherType.rawValue == 0)
    }

    @Test(
        arguments: [[0xe0, 0xe0, 3], [0xaa, 0xaa, 3, 0, 0, 12, 0x01, 0x0b], [0xaa, 0xaa, 3, 0, 0, 0, 8]] as [[UInt8]])
    func leavesOtherLLCAlone(payload: [UInt8]) {
        let record = decode(PacketBuilder.ethernet(type: EtherType(rawValue: 64), payload))
        #expect(record.network == .none)
        #expect(record.linkMessage == .none)
        #expect(record.anomaly == .none)
    }

    @Test func leavesUnknownTypesAlone() {
        let record = decode(PacketBuilder.ethernet(type: EtherType(rawValue: 0x88b5), [2, 7, 4]))
        #expect(record.network == .none)
        #expect(record.linkMessage == .none)
        #expect(record.payload.isEmpty)
        #expect(record.anomaly == .none)
        #expect(record.hasLinkSource)
    }

    @Test func readsIPv4InLLCWithoutSNAP() {
        let body: [UInt8] = [6, 6, 3] + packet
        #expect(
            decode(PacketBuilder.ethernet(type: EtherType(rawValue: UInt16(body.count)), body)).destinationPort == 53)
    }

    @Test func skipsASecurityGroupTag() {
        let tag: [UInt8] = [1, 1, 0, 1, 0, 40, 8, 0]
        #expect(decode(PacketBuilder.ethernet(type: .ciscoMetadata, tag + packet)).destinationPort == 53)
        let cut = decode(PacketBuilder.ethernet(type: .ciscoMetadata, Array(tag.prefix(6))))
        #expect(cut.anomaly == .vlanTruncated)
    }
}

@Suite struct LinkMessageTests {
    private func expect(_ frame: [UInt8], _ message: LinkMessage, at start: Int, count: Int) {
        let record = decode(frame)
        #expect(record.linkMessage == message)
        #expect(record.payload == ByteRange(start: start, end: start + count))
        #expect(record.payloadLength == UInt32(count))
        #expect(record.transport == .noNextHeader)
        #expect(record.anomaly == .none)
        expectNoWrongFacts(of: frame)
    }

    @Test func findsLLDPAndEAPOL() {
        expect(PacketBuilder.ethernet(type: .lldp, [2, 7, 4, 0]), .lldp, at: 14, count: 4)
        expect(
            PacketBuilder.ethernet(tags: [PacketBuilder.Tag(5)], type: .eapol, [1, 0, 0, 5]), .eapol, at: 18, count: 4)
    }

    /// The length field keeps the padding out.
    @Test func findsCDPAndSpanningTree() {
        let discovery = PacketBuilder.snap(organisation: 12, type: 0x2000, [2, 180, 0, 0])
        expect(
            PacketBuilder.ethernet(type: EtherType(rawValue: UInt16(discovery.count)), discovery + [0, 0, 0]), .cdp,
            at: 22, count: 4)
        expect(
            PacketBuilder.ethernet(type: EtherType(rawValue: 7), [0x42, 0x42, 3, 0, 0, 0, 0] + [0, 0]), .spanningTree,
            at: 17, count: 4)
        let serial = decode(PacketBuilder.ciscoHDLC(type: EtherType(rawValue: 0x2000), [2, 180]), as: .ciscoHDLC)
        #expect(serial.linkMessage == .cdp)
        #expect(serial.payload == ByteRange(start: 4, end: 6))
    }

    @Test func leavesThoseInsideATunnelAlone() {
        let inner = PacketBuilder.ethernet(from: Sample.innerMAC, type: .lldp, [2, 7, 4, 0])
        let record = decode(Sample.datagram4(to: 4789, PacketBuilder.vxlan(inner)))
        #expect(record.linkMessage == .none)
        #expect(record.innerLinkSource == Sample.innerMAC)
        #expect(record.payload.isEmpty)
    }
}
