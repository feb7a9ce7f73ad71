import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct IPv4Tests {
    private func frame(
        timeToLive: UInt8 = 64, fragment: UInt16 = 0, options: [UInt8] = [], totalLength: UInt16? = nil,
        trailer: [UInt8] = []
    ) -> [UInt8] {
        PacketBuilder.ethernet(
            type: .ipv4,
            PacketBuilder.ipv4(
                from: Sample.v4, to: Sample.otherV4, protocol: .udp, timeToLive: timeToLive, fragment: fragment,
                options: options, totalLength: totalLength, Sample.udp) + trailer)
    }

    @Test func readsEveryField() {
        let record = decode(frame(timeToLive: 7))
        #expect(record.network == .ipv4)
        #expect(record.ip.source == IPAddress(Sample.v4))
        #expect(record.ip.destination == IPAddress(Sample.otherV4))
        #expect(record.ip.hopLimit == 7)
        #expect(record.ip.upperProtocol == .udp)
        #expect(record.ip.length == 32)
        #expect(!record.ip.isFragment)
        #expect(record.innermostIP.source == record.ip.source)
        #expect(record.anomaly == .none)
    }

    @Test(arguments: 14..<34)
    func namesEveryShorterHeader(length: Int) {
        let record = decode(Array(frame().prefix(length)))
        #expect(record.anomaly == .ipv4Truncated)
        #expect(record.network == .none)
    }

    @Test func skipsOptions() {
        let record = decode(frame(options: [0x94, 4, 0, 0, 1, 1, 1, 0]))
        #expect(record.destinationPort == 53)
        #expect(record.payload.count == 4)
        for length in 34..<42 {
            let cut = Array(frame(options: [0x94, 4, 0, 0, 1, 1, 1, 0]).prefix(length))
            #expect(decode(cut).anomaly == .ipv4Truncated)
        }
    }

    @Test func namesAnotherVersion() {
        var bytes = frame()
        bytes[14] = 0x65
        #expect(decode(bytes).anomaly == .ipv4Version)
    }

    @Test(arguments: (0..<5) as Range<UInt8>)
    func namesAHeaderLengthBelowTheMinimum(words: UInt8) {
        var bytes = frame()
        bytes[14] = 0x40 | words
        #expect(decode(bytes).anomaly == .ipv4HeaderLength)
    }

    @Test func namesATotalLengthBelowTheHeader() {
        let record = decode(frame(totalLength: 19))
        #expect(record.anomaly == .ipv4TotalLength)
        #expect(record.destinationPort == 53)
    }

    @Test func trustsTheFrameWhenTheTotalLengthIsZero() {
        let record = decode(frame(totalLength: 0))
        #expect(record.anomaly == .none)
        #expect(record.payload.count == 4)
    }

    @Test func leavesPaddingOutOfThePayload() {
        let record = decode(frame(trailer: [UInt8](repeating: 0xee, count: 14)))
        #expect(record.payload.count == 4)
        #expect(record.payloadLength == 4)
    }

    @Test func readsPortsOfTheFirstFragmentOnly() {
        let first = decode(frame(fragment: 0x2000))
        #expect(first.ip.isFragment)
        #expect(first.ip.fragmentOffset == 0)
        #expect(first.destinationPort == 53)
        let later = decode(frame(fragment: 0x2000 | 185))
        #expect(later.ip.isFragment)
        #expect(later.ip.fragmentOffset == 1480)
        #expect(later.transport == .noNextHeader)
        #expect(later.destinationPort == 0)
        #expect(decode(frame(fragment: 0x4000)).ip.isFragment == false)
    }

    @Test func keepsTheBytesOfAFragment() {
        let packet = PacketBuilder.ipv4(
            from: Sample.v4, to: Sample.otherV4, protocol: .udp, identification: 0xbeef, fragment: 0x2000 | 185,
            [1, 2, 3, 4, 5])
        let record = decode(PacketBuilder.ethernet(type: .ipv4, packet + [0, 0, 0]))
        #expect(record.ip.identification == 0xbeef)
        #expect(record.ip.hasMoreFragments)
        #expect(record.fragment == ByteRange(start: 34, end: 39))
        #expect(record.ip.upperProtocol == .udp)
        let last = decode(frame(fragment: 185))
        #expect(!last.ip.hasMoreFragments)
        #expect(last.fragment.count == 12)
        #expect(decode(frame()).fragment.isEmpty)
        #expect(!last.isFragmentCut)
        let cut = decode(Array(frame(fragment: 185).dropLast(3)))
        #expect(cut.fragment.count == 9 && cut.isFragmentCut)
        #expect(decode(frame(fragment: 0x2000)).fragment.count == 12)
    }

    /// What is inside is read when the packet is whole.
    @Test func followsNoTunnelInAFragment() {
        for (upper, payload) in [
            (IPProtocol.ipv6, Sample.packet6), (.gre, PacketBuilder.gre(type: .ipv6, Sample.packet6)),
        ] {
            let packet = PacketBuilder.ipv4(
                from: Sample.v4, to: Sample.otherV4, protocol: upper, fragment: 0x2000, payload)
            let record = decode(PacketBuilder.ethernet(type: .ipv4, packet))
            #expect(record.encapsulation == .none)
            #expect(record.fragment.count == payload.count)
        }
    }
}
