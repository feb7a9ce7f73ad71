import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct ReassembledTests {
    private func reassembled(
        _ record: FrameRecord, _ bytes: [UInt8], _ family: AddressFamily, _ upper: IPProtocol
    ) -> FrameRecord {
        var record = record
        FrameDecoder.decodeReassembled(bytes.span.bytes, family: family, upperProtocol: upper, into: &record)
        return record
    }

    /// The record of the last fragment, as a table would hand it over.
    private let last4 = decode(
        PacketBuilder.ethernet(
            from: Sample.mac, type: .ipv4,
            PacketBuilder.ipv4(
                from: Sample.v4, to: Sample.otherV4, protocol: .udp, fragment: 1, [1, 2, 3, 4])))
    private let last6 = decode(
        Sample.frame6(
            .fragment, PacketBuilder.fragmentHeader(next: .destinationOptions, offset: 8, moreFragments: false, [1])))

    @Test func readsTheTransport() {
        let record = reassembled(last4, Sample.udp, .ipv4, .udp)
        #expect(record.transport == .udp)
        #expect(record.destinationPort == 53)
        #expect(record.payload == ByteRange(start: 8, end: 12))
        #expect(record.payloadLength == 4)
        #expect(record.fragment.isEmpty)
        #expect(record.ip.isFragment)
        #expect(record.linkSource == Sample.mac)
        #expect(record.ip.source == IPAddress(Sample.v4))
    }

    @Test func walksTheExtensionHeadersOfTheFragmentedPart() {
        let bytes = PacketBuilder.extensionHeader(next: .routing, PacketBuilder.extensionHeader(next: .udp, Sample.udp))
        let record = reassembled(last6, bytes, .ipv6, .destinationOptions)
        #expect(record.ip.upperProtocol == .udp)
        #expect(record.ip.hasRoutingHeaderType0)
        #expect(record.destinationPort == 53)
        #expect(record.payload == ByteRange(start: 24, end: 28))
        let cut = reassembled(last6, [17], .ipv6, .destinationOptions)
        #expect(cut.anomaly == .ipv6ExtensionTruncated)
        #expect(cut.transport == .noNextHeader)
    }

    @Test func followsTunnels() {
        let record = reassembled(last4, Sample.packet6, .ipv4, .ipv6)
        #expect(record.encapsulation == .sixInFour)
        #expect(record.innerIP.source == IPAddress(Sample.v6))
        #expect(record.tunnelDepth == 1)
        #expect(record.destinationPort == 53)
        let frame = reassembled(
            last4, PacketBuilder.udp(from: 50_000, to: 4789, PacketBuilder.vxlan(Sample.innerFrame)), .ipv4, .udp)
        #expect(frame.encapsulation == .vxlan)
        #expect(frame.outerDestinationPort == 4789)
    }

    @Test func goesOnInsideATunnel() {
        let fragment = PacketBuilder.ipv6(
            from: Sample.v6, to: Sample.otherV6, next: .fragment,
            PacketBuilder.fragmentHeader(next: .udp, offset: 8, moreFragments: false, [1, 2, 3, 4]))
        let part = decode(Sample.frame4(.ipv6, fragment))
        #expect(part.fragment.count == 4)
        let record = reassembled(part, Sample.udp, .ipv6, .udp)
        #expect(record.encapsulation == .sixInFour)
        #expect(record.innerIP.upperProtocol == .udp)
        #expect(record.destinationPort == 53)
        let deeper = reassembled(part, Sample.packet4, .ipv6, .ipv4)
        #expect(deeper.encapsulation == .fourInSix)
        #expect(deeper.tunnelDepth == 2)
        #expect(deeper.ip.source == IPAddress(Sample.v4))
    }

    @Test func leavesTheRecordAloneWithoutBytes() {
        let first = decode(
            PacketBuilder.ethernet(
                type: .ipv4,
                PacketBuilder.ipv4(
                    from: Sample.v4, to: Sample.otherV4, protocol: .udp, fragment: 0x2000, Sample.udp)))
        #expect(reassembled(first, [], .ipv4, .udp).destinationPort == 53)
    }
}
