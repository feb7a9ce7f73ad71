import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct MPLSTests {
    private func frame(_ labels: [UInt32], _ payload: [UInt8], type: EtherType = .mplsUnicast) -> [UInt8] {
        PacketBuilder.ethernet(from: Sample.mac, to: Sample.otherMAC, type: type, PacketBuilder.mpls(labels, payload))
    }

    @Test(arguments: [EtherType.mplsUnicast, .mplsMulticast])
    func readsIPUnderAStack(type: EtherType) {
        let bytes = frame([100, 200, 0xf_fffe], Sample.packet6, type: type)
        let record = decode(bytes)
        #expect(record.mplsLabelCount == 3)
        #expect(record.mplsBottomLabel == 0xf_fffe)
        #expect(record.etherType == type)
        #expect(record.network == .ipv6)
        #expect(record.encapsulation == .none)
        #expect(record.destinationPort == 53)
        #expect(record.anomaly == .none)
        #expect(decode(frame([16], Sample.packet4)).network == .ipv4)
        expectNoWrongFacts(of: bytes)
    }

    @Test func readsWhatAnExplicitNullSays() {
        #expect(decode(frame([16, 0], Sample.packet4)).network == .ipv4)
        #expect(decode(frame([2], Sample.packet6)).network == .ipv6)
        #expect(decode(frame([0], Sample.packet6)).anomaly == .ipv4Version)
        #expect(decode(frame([16, 13], Sample.packet4)).network == .none)
    }

    /// The inner frame's first byte may look like an IP version: 02, 44 and 60 begin MAC addresses.
    @Test(arguments: [[], [0, 0, 0, 1]] as [[UInt8]], [0x02, 0x44, 0x60] as [UInt8])
    func readsAPseudowireWithAndWithoutControlWord(control: [UInt8], first: UInt8) {
        var inner = Sample.innerFrame
        inner[0] = first
        let record = decode(frame([500], control + inner))
        #expect(record.network == .none)
        #expect(record.linkSource == Sample.mac)
        #expect(record.hasInnerLink)
        #expect(record.innerLinkSource == Sample.innerMAC)
        #expect(record.tunnelVLAN == 77)
        #expect(record.outerVLAN == FrameRecord.noVLAN)
        #expect(record.encapsulation == .pseudowire)
        #expect(record.innerNetwork == .ipv6)
        #expect(record.tunnelDepth == 0)
        #expect(record.innermostIP.source == IPAddress(Sample.v6))
        #expect(record.destinationPort == 53)
        expectNoWrongFacts(of: frame([500], control + inner))
    }

    @Test func leavesOtherPayloadAlone() {
        let channel: [UInt8] = [0x10, 0, 0, 0x21] + [UInt8](repeating: 0, count: 40)
        for payload in [[], [0, 0, 0, 0], channel, [UInt8](repeating: 0, count: 60)] as [[UInt8]] {
            let record = decode(frame([500], payload))
            #expect(record.mplsLabelCount == 1)
            #expect(record.network == .none)
            #expect(!record.hasInnerLink)
            #expect(record.anomaly == .none)
        }
    }

    @Test func namesStacksWithoutAnEnd() {
        let stack = frame([UInt32](repeating: 17, count: 16), Sample.packet4)
        #expect(decode(stack).network == .ipv4)
        #expect(decode(frame([UInt32](repeating: 17, count: 17), Sample.packet4)).anomaly == .mplsTooDeep)
        for length in 14..<22 {
            let record = decode(Array(frame([17, 18], Sample.packet4).prefix(length)))
            #expect(record.anomaly == .mplsTruncated)
            #expect(record.mplsLabelCount == 0)
        }
    }

    @Test func readsAProviderBackbone() {
        let tag: [UInt8] = [0, 0x01, 0x02, 0x03]
        let bytes = PacketBuilder.ethernet(
            from: Sample.mac, tags: [PacketBuilder.Tag(200, type: .providerBridging)], type: .providerBackbone,
            tag + Sample.innerFrame)
        let record = decode(bytes)
        #expect(record.outerVLAN == 200)
        #expect(record.linkSource == Sample.mac)
        #expect(record.innerLinkSource == Sample.innerMAC)
        #expect(record.network == .none)
        #expect(record.destinationPort == 53)
        expectNoWrongFacts(of: bytes)
    }

    @Test func followsFourFramesAndNoMore() {
        let nested = (0..<6).reduce(Sample.innerFrame) { inner, _ in
            PacketBuilder.ethernet(from: Sample.innerMAC, type: .providerBackbone, [0, 0, 0, 1] + inner)
        }
        #expect(decode(nested).anomaly == .tunnelTooDeep)
        #expect(decode(nested).destinationPort == 0)
    }
}
