import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct PPPTests {
    private func expect4(_ frame: [UInt8], as linkType: LinkType) {
        let record = decode(frame, as: linkType)
        #expect(record.network == .ipv4)
        #expect(!record.hasLinkSource)
        #expect(record.destinationPort == 53)
        #expect(record.payload.count == 4)
        #expect(record.anomaly == .none)
    }

    @Test(arguments: [LinkType.ppp, .pppHDLC])
    func readsIPWithEveryCompression(linkType: LinkType) {
        expect4([0xff, 3, 0, 0x21] + Sample.packet4, as: linkType)
        expect4([0, 0x21] + Sample.packet4, as: linkType)
        expect4([0x21] + Sample.packet4, as: linkType)
        expect4([0xff, 3, 0x21] + Sample.packet4, as: linkType)
        #expect(decode([0, 0x57] + Sample.packet6, as: linkType).ip.source == IPAddress(Sample.v6))
        #expect(decode([0xff, 3, 0x57] + Sample.packet6, as: linkType).network == .ipv6)
        expect4([0xff, 3, 2, 0x81] + PacketBuilder.mpls([20], Sample.packet4), as: linkType)
        expect4([0x0f, 0, 8, 0] + Sample.packet4, as: linkType)
    }

    @Test func skipsADirection() {
        for direction in [0, 1] as [UInt8] {
            expect4([direction, 3, 0, 0x21] + Sample.packet4, as: .pppd)
            expect4([direction, 0, 0x21] + Sample.packet4, as: .pppd)
            expect4([direction, 0xff, 3, 0, 0x21] + Sample.packet4, as: .pppDirection)
            expect4([direction, 0x0f, 0, 8, 0] + Sample.packet4, as: .ciscoHDLCDirection)
        }
    }

    @Test(arguments: [[0xc0, 0x21, 1, 1, 0, 4], [0x00, 0xfd, 1], [0xff, 3, 0x80, 0x21, 1, 1, 0, 4]] as [[UInt8]])
    func leavesControlAndCompressedDataAlone(frame: [UInt8]) {
        let record = decode(frame, as: .ppp)
        #expect(record.network == .none)
        #expect(record.anomaly == .none)
    }

    @Test func namesEveryShorterHeader() {
        let frame = PacketBuilder.ppp(0x0021, Sample.packet4)
        for length in [0, 2, 3] { #expect(decode(Array(frame.prefix(length)), as: .ppp).anomaly == .pppTruncated) }
        expectNoWrongFacts(of: frame, as: .ppp)
    }
}

/// RFC 2516.
@Suite struct PPPoETests {
    private func frame(_ body: [UInt8]) -> [UInt8] {
        PacketBuilder.ethernet(from: Sample.mac, tags: [PacketBuilder.Tag(35)], type: .pppoeSession, body)
    }

    @Test func readsASession() {
        let packet = frame(PacketBuilder.pppoe(session: 0x1f2e, number: 0x0057, Sample.packet6) + [0, 0, 0])
        let record = decode(packet)
        #expect(record.pppoeSession == 0x1f2e)
        #expect(record.etherType == .pppoeSession)
        #expect(record.linkSource == Sample.mac)
        #expect(record.outerVLAN == 35)
        #expect(record.network == .ipv6)
        #expect(record.encapsulation == .none)
        #expect(record.destinationPort == 53)
        expectNoWrongFacts(of: packet)
    }

    @Test func readsASessionWithoutEthernet() {
        let record = decode(PacketBuilder.pppoe(session: 7, number: 0x0021, Sample.packet4), as: .pppEthernet)
        #expect(record.pppoeSession == 7)
        #expect(record.network == .ipv4)
        #expect(!record.hasLinkSource)
    }

    @Test func takesThePayloadOnlyAsFarAsTheLengthSays() {
        let record = decode(frame(PacketBuilder.pppoe(session: 7, number: 0x0021, length: 12, Sample.packet4)))
        #expect(record.network == .none)
        #expect(record.anomaly == .ipv4Truncated)
    }

    @Test func leavesDiscoveryAlone() {
        let record = decode(PacketBuilder.ethernet(type: .pppoeDiscovery, [0x11, 9, 0, 0, 0, 4, 1, 1, 0, 0]))
        #expect(record.etherType == .pppoeDiscovery)
        #expect(record.pppoeSession == 0)
        #expect(record.network == .none)
        #expect(
            decode(frame(PacketBuilder.pppoe(code: 0xa7, session: 7, number: 0x21, Sample.packet4))).network == .none)
        #expect(decode(frame([0x11, 0, 0])).anomaly == .pppoeTruncated)
    }
}

@Suite struct SerialLineTests {
    @Test func readsCiscoHDLC() {
        for address in [0x0f, 0x8f] as [UInt8] {
            let frame = [address, 0, 0x86, 0xdd] + Sample.packet6
            let record = decode(frame, as: .ciscoHDLC)
            #expect(record.network == .ipv6)
            #expect(record.etherType == .ipv6)
            #expect(!record.hasLinkSource)
            expectNoWrongFacts(of: frame, as: .ciscoHDLC)
        }
        let keepalive = decode([0x8f, 0, 0x80, 0x35, 0, 0, 0, 2], as: .ciscoHDLC)
        #expect(keepalive.network == .none)
        #expect(keepalive.anomaly == .none)
        #expect(decode([0x0f, 0, 8], as: .ciscoHDLC).anomaly == .linkTruncated)
    }

    @Test func readsFrameRelay() {
        let address: [UInt8] = [0x18, 0x41]
        #expect(decode(address + [3, 0xcc] + Sample.packet4, as: .frameRelay).network == .ipv4)
        #expect(decode(address + [3, 0x8e] + Sample.packet6, as: .frameRelay).network == .ipv6)
        #expect(decode(address + [3, 0, 0x80, 0, 0, 0, 8, 0] + Sample.packet4, as: .frameRelay).network == .ipv4)
        #expect(decode([0x18, 0x40, 0, 1, 3, 0xcc] + Sample.packet4, as: .frameRelay).network == .ipv4)
        #expect(decode(address + [0x86, 0xdd] + Sample.packet6, as: .frameRelay).network == .ipv6)
        #expect(decode(address, as: .frameRelay).anomaly == .linkTruncated)
        #expect(decode([0, 0, 0, 0, 0, 0, 0], as: .frameRelay).network == .none)
        expectNoWrongFacts(of: address + [3, 0xcc] + Sample.packet4, as: .frameRelay)
    }

    @Test func readsFDDIWithoutItsAddresses() {
        let frame = [0x54] + [UInt8](repeating: 2, count: 12) + PacketBuilder.snap(type: 0x0800, Sample.packet4)
        #expect(decode(frame, as: .fddi).network == .ipv4)
        #expect(!decode(frame, as: .fddi).hasLinkSource)
        #expect(decode(Array(frame.prefix(12)), as: .fddi).anomaly == .linkTruncated)
        expectNoWrongFacts(of: frame, as: .fddi)
    }
}
