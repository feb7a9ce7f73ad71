import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct GRETests {
    private func expectFrame(_ bytes: [UInt8], _ encapsulation: Encapsulation) {
        let record = decode(bytes)
        #expect(record.encapsulation == encapsulation)
        #expect(record.network == .ipv4)
        #expect(record.ip.source == IPAddress(Sample.v4))
        #expect(record.hasInnerLink)
        #expect(record.innerLinkSource == Sample.innerMAC)
        #expect(record.innerLinkDestination == Sample.otherInnerMAC)
        #expect(record.tunnelVLAN == 77)
        #expect(record.outerVLAN == FrameRecord.noVLAN)
        #expect(record.linkSource == Sample.mac)
        #expect(record.etherType == .ipv4)
        #expect(record.innerIP.source == IPAddress(Sample.v6))
        #expect(record.innerNetwork == .ipv6)
        #expect(record.tunnelDepth == 1)
        #expect(record.destinationPort == 53)
        #expect(record.anomaly == .none)
        expectNoWrongFacts(of: bytes)
    }

    private func frame(_ gre: [UInt8]) -> [UInt8] { Sample.frame4(.gre, gre) }

    @Test func readsEthernet() {
        let bridged = PacketBuilder.gre(
            flags: 0x2000, fields: [0, 0, 0, 9], type: .transparentEthernetBridging, Sample.innerFrame)
        expectFrame(frame(bridged), .gre)
    }

    @Test func readsEveryTypeOfERSPAN() {
        expectFrame(frame(PacketBuilder.gre(type: .erspan, Sample.innerFrame)), .erspan)
        expectFrame(frame(PacketBuilder.erspan2(Sample.innerFrame)), .erspan)
        expectFrame(frame(PacketBuilder.erspan3(Sample.innerFrame)), .erspan)
        expectFrame(frame(PacketBuilder.erspan3(isExtended: true, Sample.innerFrame)), .erspan)
        let packets = decode(frame(PacketBuilder.erspan3(frameType: 2, Sample.packet4)))
        #expect(packets.encapsulation == .none)
    }

    @Test func readsARPInside() {
        let record = decode(frame(PacketBuilder.gre(type: .transparentEthernetBridging, Sample.innerARP)))
        #expect(record.network == .ipv4)
        #expect(record.innerNetwork == .arp)
        #expect(record.arp.senderMAC == Sample.innerMAC)
        #expect(record.encapsulation == .gre)
        #expect(!record.hasInnerIP)
        #expect(record.innermostIP.source == record.ip.source)
    }

    @Test func readsMPLS() {
        let labelled = decode(frame(PacketBuilder.gre(type: .mplsUnicast, PacketBuilder.mpls([30], Sample.packet6))))
        #expect(labelled.encapsulation == .gre)
        #expect(labelled.mplsBottomLabel == 30)
        #expect(labelled.innerIP.source == IPAddress(Sample.v6))
        let wire = decode(frame(PacketBuilder.gre(type: .mplsUnicast, PacketBuilder.mpls([30], Sample.innerFrame))))
        #expect(wire.encapsulation == .pseudowire)
        #expect(wire.innerLinkSource == Sample.innerMAC)
    }

    /// RFC 2637 §4.1: key with length and call, sequence and acknowledgement numbers.
    @Test(arguments: [(0x3001, 8), (0x2001, 4), (0x3081, 12)] as [(UInt16, Int)])
    func readsPPPOfVersionOne(flags: UInt16, length: Int) {
        let payload = PacketBuilder.ppp(0x0021, Sample.packet4)
        let bytes = frame(
            PacketBuilder.gre(flags: flags, fields: [UInt8](repeating: 1, count: length), type: .ppp, payload))
        let record = decode(bytes)
        #expect(record.encapsulation == .ppp)
        #expect(record.innerIP.source == IPAddress(Sample.v4))
        #expect(record.destinationPort == 53)
        #expect(record.anomaly == .none)
        expectNoWrongFacts(of: bytes)
    }

    @Test func skipsASecurityGroupTag() {
        let tagged = PacketBuilder.gre(
            type: .ciscoMetadata, [0x86, 0xdd, 1, 1, 0, 1, 0, 40] + Sample.packet6)
        #expect(decode(frame(tagged)).innerIP.source == IPAddress(Sample.v6))
    }

    @Test func leavesOtherGREAlone() {
        for payload in [
            PacketBuilder.gre(flags: 0x4000, type: .ipv4, Sample.packet4), PacketBuilder.gre(type: .lldp, [1]),
            PacketBuilder.gre(flags: 0x0002, type: .ipv4, Sample.packet4),
            PacketBuilder.gre(flags: 0x2001, fields: [0, 0, 0, 0], type: .ipv4, Sample.packet4),
            PacketBuilder.gre(flags: 0x2081, fields: [0, 0, 0, 0, 0, 0, 0, 1], type: .ppp, []),
            PacketBuilder.gre(type: EtherType(rawValue: 0), []),
        ] {
            let record = decode(frame(payload))
            #expect(record.encapsulation == .none)
            #expect(record.network == .ipv4)
            #expect(record.anomaly == .none)
        }
    }

    @Test func namesEveryShorterHeader() {
        let whole = PacketBuilder.gre(flags: 0xb000, fields: [UInt8](repeating: 0, count: 12), type: .ipv4, [])
        for length in 0..<16 { #expect(decode(frame(Array(whole.prefix(length)))).anomaly == .greTruncated) }
    }
}
