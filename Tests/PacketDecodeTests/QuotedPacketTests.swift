import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct QuotedPacketTests {
    private func quoted(_ frame: [UInt8]) -> QuotedPacket? {
        FrameDecoder.quotedPacket(in: decode(frame), frame.span.bytes)
    }

    private func error4(_ type: UInt8, _ packet: [UInt8]) -> [UInt8] {
        Sample.frame4(.icmp, [type, 4, 0, 0, 0, 0, 0, 0] + packet)
    }

    private func error6(_ type: UInt8, _ packet: [UInt8]) -> [UInt8] {
        Sample.frame6(.icmpv6, [type, 0, 0, 0, 0, 0, 0, 0] + packet)
    }

    @Test(arguments: [3, 4, 5, 11, 12] as [UInt8])
    func readsAnIPv4Packet(type: UInt8) throws {
        let packet = try #require(quoted(error4(type, Sample.packet4)))
        #expect(packet.header.source == IPAddress(Sample.v4))
        #expect(packet.header.destination == IPAddress(Sample.otherV4))
        #expect(packet.header.upperProtocol == .udp)
        #expect(packet.transport == .udp)
        #expect(packet.sourcePort == 50_000)
        #expect(packet.destinationPort == 53)
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt8])
    func readsAnIPv6PacketBehindItsExtensionHeaders(type: UInt8) throws {
        let chain = PacketBuilder.extensionHeader(next: .tcp, PacketBuilder.tcp(from: 443, to: 50_123, flags: 2))
        let original = PacketBuilder.ipv6(from: Sample.v6, to: Sample.otherV6, next: .destinationOptions, chain)
        let packet = try #require(quoted(error6(type, original)))
        #expect(packet.header.source == IPAddress(Sample.v6))
        #expect(packet.header.upperProtocol == .tcp)
        #expect(packet.transport == .tcp)
        #expect(packet.destinationPort == 50_123)
    }

    @Test func takesWhatIsThere() throws {
        for length in 0..<Sample.packet4.count {
            let packet = quoted(error4(3, Array(Sample.packet4.prefix(length))))
            #expect((packet != nil) == (length >= 20))
            #expect(packet?.destinationPort ?? 0 == (length >= 24 ? 53 : 0))
        }
        for length in 0..<Sample.packet6.count {
            let packet = quoted(error6(1, Array(Sample.packet6.prefix(length))))
            #expect((packet != nil) == (length >= 40))
            #expect(packet?.transport ?? .noNextHeader == (length >= 44 ? .udp : .noNextHeader))
        }
    }

    @Test func takesNoPortsFromALaterFragment() throws {
        let fragment = PacketBuilder.ipv4(
            from: Sample.v4, to: Sample.otherV4, protocol: .udp, fragment: 100, Sample.udp)
        let packet = try #require(quoted(error4(11, fragment)))
        #expect(packet.header.fragmentOffset == 800)
        #expect(packet.transport == .noNextHeader)
    }

    @Test func isNilForEverythingElse() {
        #expect(quoted(error4(8, Sample.packet4)) == nil)
        #expect(quoted(error6(128, Sample.packet6)) == nil)
        #expect(quoted(error4(3, Sample.packet6)) == nil)
        #expect(quoted(error6(1, Sample.packet4)) == nil)
        #expect(quoted(Sample.frame4(.udp, Sample.udp)) == nil)
    }
}
