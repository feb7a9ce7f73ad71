import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct TCPTests {
    private let segment = PacketBuilder.tcp(from: 443, to: 51_000, flags: 0x12, sequence: 0xfedc_ba98, [9, 8, 7])

    @Test func readsEveryField() {
        for record in [decode(Sample.frame4(.tcp, segment)), decode(Sample.frame6(.tcp, segment))] {
            #expect(record.transport == .tcp)
            #expect(record.sourcePort == 443)
            #expect(record.destinationPort == 51_000)
            #expect(record.tcpFlags.contains([.syn, .ack]))
            #expect(record.tcpFlags.isDisjoint(with: [.fin, .rst]))
            #expect(record.tcpSequence == 0xfedc_ba98)
            #expect(record.payload.count == 3)
            #expect(record.payloadLength == 3)
        }
    }

    @Test(arguments: 0..<20)
    func namesEveryShorterHeader(length: Int) {
        let record = decode(Sample.frame4(.tcp, Array(segment.prefix(length))))
        #expect(record.anomaly == .tcpTruncated)
        // The ports are the first four bytes: enough to tell the conversation.
        #expect(record.transport == (length >= 4 ? .tcp : .noNextHeader))
    }

    @Test func skipsOptions() {
        let record = decode(
            Sample.frame4(.tcp, PacketBuilder.tcp(from: 1, to: 2, flags: 2, options: [2, 4, 5, 0xb4], [7])))
        #expect(record.payload.count == 1)
        #expect(record.payloadLength == 1)
    }

    @Test func namesAHeaderLengthBelowTheMinimum() {
        var short = segment
        short[12] = 0x40
        let record = decode(Sample.frame4(.tcp, short))
        #expect(record.anomaly == .tcpHeaderLength)
        #expect(record.transport == .noNextHeader)
    }

    @Test func givesNoPayloadWhenOptionsLeaveThePacket() {
        var long = segment
        long[12] = 0xf0
        let record = decode(Sample.frame4(.tcp, long))
        #expect(record.payload.isEmpty)
        #expect(record.payloadLength == 0)
        #expect(record.sourcePort == 443)
    }
}

@Suite struct UDPTests {
    @Test func readsEveryField() {
        for record in [decode(Sample.frame4(.udp, Sample.udp)), decode(Sample.frame6(.udp, Sample.udp))] {
            #expect(record.transport == .udp)
            #expect(record.sourcePort == 50_000)
            #expect(record.destinationPort == 53)
            #expect(record.payload.count == 4)
            #expect(record.payloadLength == 4)
        }
        let record = decode(Sample.frame4(.udp, Sample.udp))
        #expect(record.payload == ByteRange(start: 42, end: 46))
    }

    @Test(arguments: 0..<8)
    func namesEveryShorterHeader(length: Int) {
        let record = decode(Sample.frame4(.udp, Array(Sample.udp.prefix(length))))
        #expect(record.anomaly == .udpTruncated)
        // The ports are the first four bytes: enough to tell the conversation.
        #expect(record.transport == (length >= 4 ? .udp : .noNextHeader))
    }

    @Test(arguments: (1..<8) as Range<UInt16>)
    func namesALengthBelowTheHeader(length: UInt16) {
        let record = decode(Sample.frame4(.udp, PacketBuilder.udp(from: 1, to: 2, length: length, [1, 2])))
        #expect(record.anomaly == .udpLength)
        #expect(record.sourcePort == 1)
    }

    @Test func endsThePayloadWhereTheLengthSays() {
        #expect(
            decode(Sample.frame4(.udp, PacketBuilder.udp(from: 1, to: 2, length: 10, [1, 2, 3]))).payload.count == 2)
        let long = decode(Sample.frame4(.udp, PacketBuilder.udp(from: 1, to: 2, length: 500, [1, 2, 3])))
        #expect(long.payload.count == 3)
        #expect(long.payloadLength == 492)
        let zero = decode(Sample.frame6(.udp, PacketBuilder.udp(from: 1, to: 2, length: 0, [1, 2, 3])))
        #expect(zero.payload.count == 3)
        #expect(zero.anomaly == .none)
    }
}

@Suite struct ICMPTests {
    private let message = PacketBuilder.icmpv6(type: 128, code: 3, [0, 1, 0, 2])

    @Test func readsTypeAndCode() {
        let v6 = decode(Sample.frame6(.icmpv6, message))
        #expect(v6.transport == .icmpv6)
        #expect(v6.icmpType == ICMPv6Type.echoRequest)
        #expect(v6.icmpCode == 3)
        #expect(v6.payload == ByteRange(start: 54, end: 62))
        #expect(v6.payloadLength == 8)
        let v4 = decode(Sample.frame4(.icmp, [8, 0, 0, 0, 0, 1, 0, 2]))
        #expect(v4.transport == .icmp)
        #expect(v4.icmpType == 8)
        #expect(v4.payloadLength == 8)
    }

    @Test(arguments: 0..<4)
    func namesEveryShorterHeaderOfIPv4(length: Int) {
        #expect(decode(Sample.frame4(.icmp, Array([8, 0, 0, 0].prefix(length)))).anomaly == .icmpTruncated)
    }

    @Test(arguments: 0..<4)
    func namesEveryShorterHeader(length: Int) {
        let record = decode(Sample.frame6(.icmpv6, Array(message.prefix(length))))
        #expect(record.anomaly == .icmpv6Truncated)
        // The ports are the first four bytes: enough to tell the conversation.
        #expect(record.transport == (length >= 4 ? .udp : .noNextHeader))
    }

    @Test func ignoresTheOtherFamilysProtocol() {
        #expect(decode(Sample.frame4(.icmpv6, message)).transport == .noNextHeader)
        #expect(decode(Sample.frame6(.icmp, message)).transport == .noNextHeader)
    }
}

/// Transports that are known by their ports only.
@Suite struct OtherTransportTests {
    static let ports: [UInt8] = [0x0b, 0x59, 0x96, 0x0c]  // 2905 and 38412

    @Test(arguments: [(.sctp, 12), (.udpLite, 8), (.dccp, 16)] as [(IPProtocol, Int)])
    func readsPorts(transport: IPProtocol, length: Int) {
        var header = Self.ports + [UInt8](repeating: 0, count: length - 4)
        if transport == .dccp { header[4] = 4 }  // units of four bytes
        for frame in [Sample.frame4(transport, header + [1, 2, 3]), Sample.frame6(transport, header + [1, 2, 3])] {
            let record = decode(frame)
            #expect(record.transport == transport)
            #expect(record.sourcePort == 2905)
            #expect(record.destinationPort == 38_412)
            #expect(record.payload.count == 3)
            #expect(record.payloadLength == 3)
            #expect(record.anomaly == .none)
        }
        for shorter in 0..<length {
            let record = decode(Sample.frame4(transport, Array(header.prefix(shorter))))
            #expect(record.anomaly == .transportTruncated)
            #expect(record.transport == .noNextHeader)
        }
    }

    @Test func skipsAnAuthenticationHeaderOfIPv4() {
        let frame = Sample.frame4(
            .authenticationHeader, PacketBuilder.authenticationHeader(next: .udp, Sample.udp))
        let record = decode(frame)
        #expect(record.ip.upperProtocol == .udp)
        #expect(record.destinationPort == 53)
        expectNoWrongFacts(of: frame)
        let short = PacketBuilder.authenticationHeader(next: .udp, []).prefix(20)
        #expect(decode(Sample.frame4(.authenticationHeader, Array(short))).anomaly == .authenticationTruncated)
        let twice = PacketBuilder.authenticationHeader(
            next: .authenticationHeader, PacketBuilder.authenticationHeader(next: .udp, Sample.udp))
        #expect(decode(Sample.frame4(.authenticationHeader, twice)).transport == .noNextHeader)
    }
}
