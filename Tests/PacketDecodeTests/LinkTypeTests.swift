import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct LinkTypeTests {
    private let packet4 = PacketBuilder.ipv4(from: Sample.v4, to: Sample.otherV4, protocol: .udp, Sample.udp)
    private let packet6 = PacketBuilder.ipv6(from: Sample.v6, to: Sample.otherV6, next: .udp, Sample.udp)

    @Test func readsLinuxCooked() {
        let record = decode(PacketBuilder.linuxCooked(from: Sample.mac, type: .ipv6, packet6), as: .linuxCooked)
        #expect(record.hasLinkSource)
        #expect(record.linkSource == Sample.mac)
        #expect(record.linkDestination == .zero)
        #expect(record.ip.source == IPAddress(Sample.v6))
        #expect(record.sourcePort == 50_000)
    }

    @Test func readsLinuxCooked2() {
        let frame = PacketBuilder.linuxCooked2(from: Sample.mac, interface: 0x0102_0304, type: .ipv4, packet4)
        let record = decode(frame, as: .linuxCooked2)
        #expect(record.hasLinkSource)
        #expect(record.linkSource == Sample.mac)
        #expect(record.cookedInterface == 0x0102_0304)
        #expect(record.ip.source == IPAddress(Sample.v4))
    }

    @Test func readsATagBehindACookedHeader() {
        let payload: [UInt8] = [0, 99, 0x08, 0] + packet4
        #expect(decode(PacketBuilder.linuxCooked(type: .vlan, payload), as: .linuxCooked).outerVLAN == 99)
        #expect(decode(PacketBuilder.linuxCooked2(type: .vlan, payload), as: .linuxCooked2).outerVLAN == 99)
    }

    @Test(arguments: [772, 65_534] as [UInt16])
    func takesNoAddressFromHardwareOtherThanEthernet(hardwareType: UInt16) {
        let cooked = PacketBuilder.linuxCooked(hardwareType: hardwareType, type: .ipv4, packet4)
        let cooked2 = PacketBuilder.linuxCooked2(hardwareType: hardwareType, type: .ipv4, packet4)
        for record in [decode(cooked, as: .linuxCooked), decode(cooked2, as: .linuxCooked2)] {
            #expect(!record.hasLinkSource)
            #expect(record.network == .ipv4)
        }
    }

    @Test func takesNoAddressOfAnotherLength() {
        let cooked = PacketBuilder.linuxCooked(addressLength: 0, type: .ipv4, packet4)
        let cooked2 = PacketBuilder.linuxCooked2(addressLength: 8, type: .ipv4, packet4)
        #expect(!decode(cooked, as: .linuxCooked).hasLinkSource)
        #expect(!decode(cooked2, as: .linuxCooked2).hasLinkSource)
    }

    @Test(arguments: 0..<20)
    func namesEveryShorterCookedHeader(length: Int) {
        let cooked = Array(PacketBuilder.linuxCooked(type: .ipv4, packet4).prefix(length))
        let cooked2 = Array(PacketBuilder.linuxCooked2(type: .ipv4, packet4).prefix(length))
        #expect(decode(cooked, as: .linuxCooked).anomaly == (length < 16 ? .linuxCookedTruncated : .ipv4Truncated))
        #expect(decode(cooked2, as: .linuxCooked2).anomaly == .linuxCookedTruncated)
    }

    @Test(arguments: [LinkType.raw, .ipv4, .ipv6])
    func readsRawPacketsByTheirVersion(linkType: LinkType) {
        let v4 = decode(packet4, as: linkType)
        #expect(v4.network == .ipv4)
        #expect(!v4.hasLinkSource)
        #expect(v4.destinationPort == 53)
        #expect(decode(packet6, as: linkType).network == .ipv6)
        #expect(decode([], as: linkType).anomaly == .linkTruncated)
        #expect(decode([0x50], as: linkType).network == .none)
    }

    @Test(arguments: [LinkType.null, .loop], [[2, 0, 0, 0], [0, 0, 0, 24]] as [[UInt8]])
    func skipsTheFamilyInEitherByteOrder(linkType: LinkType, family: [UInt8]) {
        #expect(decode(family + packet4, as: linkType).network == .ipv4)
        #expect(decode(family + packet6, as: linkType).network == .ipv6)
        for length in 0...4 { #expect(decode(Array(family.prefix(length)), as: linkType).anomaly == .linkTruncated) }
    }

    @Test func leavesOtherLinkTypesAlone() {
        let infiniband = LinkType(rawValue: 247)
        #expect(!FrameDecoder.supports(infiniband))
        #expect(infiniband.name == "INFINIBAND")
        #expect(decode(packet4, as: infiniband).network == .none)
    }

    @Test(arguments: 0...300 as ClosedRange<UInt16>)
    func saysTheTruthAboutWhatItSupports(number: UInt16) {
        let linkType = LinkType(rawValue: number)
        let frames = [
            packet4, [0, 0, 0, 2] + packet4, PacketBuilder.ppp(0x0021, packet4),
            [0] + PacketBuilder.ppp(0x0021, packet4),
            PacketBuilder.ciscoHDLC(type: .ipv4, packet4), [0] + PacketBuilder.ciscoHDLC(type: .ipv4, packet4),
            PacketBuilder.ethernet(type: .ipv4, packet4),
            PacketBuilder.linuxCooked(type: .ipv4, packet4), PacketBuilder.linuxCooked2(type: .ipv4, packet4),
            PacketBuilder.pppoe(session: 1, number: 0x0021, packet4), PacketBuilder.mpls([0], packet4),
            [0x18, 0x41, 3, 0xcc] + packet4, WirelessHeaderTests.frame,
            PacketBuilder.radiotap(WirelessHeaderTests.frame),
            WirelessHeaderTests.prism, WirelessHeaderTests.perPacket,
            PacketBuilder.nflog(family: 2, from: Sample.mac, packet4),
            [0x50] + [UInt8](repeating: 2, count: 12) + PacketBuilder.snap(type: 0x0800, packet4),
        ]
        let isDecoded = frames.contains { decode($0, as: linkType).network == .ipv4 }
        #expect(isDecoded == FrameDecoder.supports(linkType), "\(linkType.name)")
    }

    @Test(arguments: [824, 801, 803] as [UInt16])
    func readsNoNetlinkAndNoBrokenWirelessBehindACookedHeader(hardwareType: UInt16) {
        let record = decode(
            PacketBuilder.linuxCooked(hardwareType: hardwareType, type: .ipv4, packet4), as: .linuxCooked)
        #expect(record.network == .none)
        #expect(!record.hasLinkSource)
    }

    @Test func readsLLCAndWirelessBehindACookedHeader() {
        let bridge = PacketBuilder.linuxCooked(type: EtherType(rawValue: 4), [0x42, 0x42, 3, 0, 0])
        #expect(decode(bridge, as: .linuxCooked).linkMessage == .spanningTree)
        let wireless = PacketBuilder.linuxCooked2(
            hardwareType: 803, type: EtherType(rawValue: 0), PacketBuilder.radiotap(WirelessHeaderTests.frame))
        #expect(decode(wireless, as: .linuxCooked2).network == .ipv4)
    }

    @Test func forgetsTheFrameBefore() {
        var record = decode(PacketBuilder.ethernet(tags: [PacketBuilder.Tag(5)], type: .ipv4, packet4))
        let empty: [UInt8] = []
        FrameDecoder.decode(empty.span.bytes, linkType: .ethernet, into: &record)
        #expect(record.outerVLAN == FrameRecord.noVLAN)
        #expect(record.network == .none)
        #expect(record.payload.isEmpty)
        #expect(record.anomaly == .ethernetTruncated)
    }
}
