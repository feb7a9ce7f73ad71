import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct TunnelTests {
    private static let inner6 = PacketBuilder.ipv6(from: Sample.v6, to: Sample.otherV6, next: .udp, Sample.udp)
    private static let inner4 = PacketBuilder.ipv4(from: Sample.v4, to: Sample.otherV4, protocol: .udp, Sample.udp)

    private func expectInner(_ record: FrameRecord, _ encapsulation: Encapsulation, _ source: IPAddress) {
        #expect(record.encapsulation == encapsulation)
        #expect(record.innerIP.source == source)
        #expect(record.innermostIP.source == source)
        #expect(record.transport == .udp)
        #expect(record.destinationPort == 53)
        #expect(record.payload.count == 4)
        #expect(record.innerNetwork == (source.family == .ipv4 ? .ipv4 : .ipv6))
        #expect(record.tunnelDepth == 1)
        #expect(record.anomaly == .none)
    }

    @Test func readsIPInIP() {
        let v4 = IPAddress(Sample.v4)
        let v6 = IPAddress(Sample.v6)
        expectInner(decode(Sample.frame4(.ipv6, Self.inner6)), .sixInFour, v6)
        expectInner(decode(Sample.frame4(.ipv4, Self.inner4)), .fourInFour, v4)
        expectInner(decode(Sample.frame6(.ipv6, Self.inner6)), .sixInSix, v6)
        expectInner(decode(Sample.frame6(.ipv4, Self.inner4)), .fourInSix, v4)
        #expect(decode(Sample.frame4(.ipv6, Self.inner6)).ip.source == v4)
    }

    @Test(arguments: 0..<40)
    func namesEveryShorterInnerHeader(length: Int) {
        let record = decode(Sample.frame4(.ipv6, Array(Self.inner6.prefix(length))))
        #expect(record.anomaly == .ipv6Truncated)
        #expect(record.network == .ipv4)
        #expect(record.transport == .noNextHeader)
    }

    @Test func followsFourHeadersAndNoMore() {
        func nested(_ count: Int) -> [UInt8] {
            (1..<count).reduce(Self.inner6) { inner, _ in
                PacketBuilder.ipv6(from: Sample.v6, to: Sample.otherV6, next: .ipv6, inner)
            }
        }
        #expect(decode(PacketBuilder.ethernet(type: .ipv6, nested(4))).destinationPort == 53)
        let record = decode(PacketBuilder.ethernet(type: .ipv6, nested(5)))
        #expect(record.anomaly == .tunnelTooDeep)
        #expect(record.tunnelDepth == 3)
        #expect(record.destinationPort == 0)
    }

    @Test(arguments: [(0, 0), (0x8000, 4), (0x2000, 4), (0x1000, 4), (0xb000, 12)] as [(UInt16, Int)])
    func readsGREWithItsOptionalFields(flags: UInt16, length: Int) {
        let fields = [UInt8](repeating: 0xab, count: length)
        let six = PacketBuilder.gre(flags: flags, fields: fields, type: .ipv6, Self.inner6)
        let four = PacketBuilder.gre(flags: flags, fields: fields, type: .ipv4, Self.inner4)
        expectNoWrongFacts(of: Sample.frame4(.gre, six))
        expectInner(decode(Sample.frame4(.gre, six)), .gre, IPAddress(Sample.v6))
        expectInner(decode(Sample.frame6(.gre, four)), .gre, IPAddress(Sample.v4))
    }
}

/// RFC 4380 §5.1.1.
@Suite struct TeredoTests {
    private static let client = IPv6Address(high: 0x2001_0000_c633_6414, low: 0x8000_63bf_3fff_fdf5)
    private static let inner = PacketBuilder.ipv6(from: client, to: Sample.otherV6, next: .udp, Sample.udp)
    fileprivate static let authentication: [UInt8] =
        [0, 1, 2, 3] + [0xaa, 0xaa, 0xbb, 0xbb, 0xbb] + [1, 2, 3, 4, 5, 6, 7, 8, 0]
    fileprivate static let origin: [UInt8] = [0, 0, 0x63, 0xbf, 0x3f, 0xff, 0xfd, 0xf5]

    private func frame(_ payload: [UInt8], from source: UInt16 = 51_413, to destination: UInt16 = 3544) -> FrameRecord {
        decode(Sample.frame4(.udp, PacketBuilder.udp(from: source, to: destination, payload)))
    }

    @Test(arguments: [
        [], TeredoTests.authentication, TeredoTests.origin, TeredoTests.authentication + TeredoTests.origin,
    ])
    func readsThePacketBehindIndications(indications: [UInt8]) {
        let record = frame(indications + Self.inner)
        #expect(record.encapsulation == .teredo)
        #expect(record.innerIP.source == IPAddress(Self.client))
        #expect(record.transport == .udp)
        #expect(record.sourcePort == 50_000)
        #expect(record.destinationPort == 53)
        #expect(record.outerTransport == .udp)
        #expect(record.outerSourcePort == 51_413)
        #expect(record.outerDestinationPort == 3544)
        #expect(record.payload.count == 4)
    }

    /// RFC 6081 §4: trailers follow an empty packet.
    @Test func readsABubbleWithATrailer() {
        let bubble = PacketBuilder.ipv6(from: Self.client, to: Sample.otherV6, next: .noNextHeader, [])
        #expect(frame(bubble + [4, 2, 1, 2]).encapsulation == .teredo)
    }

    @Test func isFoundInsideAnotherTunnel() {
        let datagram = PacketBuilder.udp(from: 51_413, to: 3544, Self.inner)
        let inner = PacketBuilder.ipv4(from: Sample.v4, to: Sample.otherV4, protocol: .udp, datagram)
        let record = decode(Sample.datagram4(from: 2152, to: 2152, PacketBuilder.gtp(inner)))
        #expect(record.encapsulation == .teredo)
        #expect(record.tunnelDepth == 2)
        #expect(record.innerIP.source == IPAddress(Self.client))
    }

    @Test func readsATeredoAddressOnAnyPort() {
        #expect(frame(Self.inner, to: 40_000).encapsulation == .teredo)
        let other = PacketBuilder.ipv6(from: Sample.v6, to: Sample.otherV6, next: .udp, Sample.udp)
        #expect(frame(other, to: 40_000).encapsulation == .none)
        #expect(frame(other).encapsulation == .teredo)
    }

    @Test func leavesAPacketAloneThatDoesNotFit() {
        for payload in [Self.inner + [0], Array(Self.inner.dropLast()), [], [0, 1], [0, 0, 1]] {
            let record = frame(payload)
            #expect(record.encapsulation == .none)
            #expect(record.transport == .udp)
            #expect(record.destinationPort == 3544)
        }
    }

    @Test func isNotLookedForInsideIPv6() {
        let record = decode(Sample.frame6(.udp, PacketBuilder.udp(from: 1, to: 3544, Self.inner)))
        #expect(record.encapsulation == .none)
    }
}
