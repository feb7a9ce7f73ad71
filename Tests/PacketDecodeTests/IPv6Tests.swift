import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct IPv6Tests {
    @Test func readsEveryField() {
        let record = decode(Sample.frame6(.udp, Sample.udp))
        #expect(record.network == .ipv6)
        #expect(record.ip.source == IPAddress(Sample.v6))
        #expect(record.ip.destination == IPAddress(Sample.otherV6))
        #expect(record.ip.hopLimit == 64)
        #expect(record.ip.upperProtocol == .udp)
        #expect(record.ip.length == 52)
        #expect(!record.ip.isFragment)
        #expect(!record.ip.hasRoutingHeaderType0)
        #expect(record.anomaly == .none)
    }

    @Test(arguments: 14..<54)
    func namesEveryShorterHeader(length: Int) {
        let record = decode(Array(Sample.frame6(.udp, Sample.udp).prefix(length)))
        #expect(record.anomaly == .ipv6Truncated)
        #expect(record.network == .none)
    }

    @Test func namesAnotherVersion() {
        var frame = Sample.frame6(.udp, Sample.udp)
        frame[14] = 0x45
        #expect(decode(frame).anomaly == .ipv6Version)
    }

    @Test func leavesPaddingOutOfThePayload() {
        let record = decode(Sample.frame6(.udp, Sample.udp) + [0, 0, 0])
        #expect(record.payload.count == 4)
        #expect(record.payloadLength == 4)
    }

    @Test func trustsTheFrameWhenThePayloadLengthIsZero() {
        let packet = PacketBuilder.ipv6(
            from: Sample.v6, to: Sample.otherV6, next: .udp, payloadLength: 0, Sample.udp)
        #expect(decode(PacketBuilder.ethernet(type: .ipv6, packet)).payload.count == 4)
    }

    @Test func keepsThePayloadLengthOfACutFrame() {
        let record = decode(Array(Sample.frame6(.udp, Sample.udp).dropLast(3)))
        #expect(record.payload.count == 1)
        #expect(record.payloadLength == 4)
        #expect(record.anomaly == .none)
    }
}

/// RFC 8200 §4.
@Suite struct IPv6ExtensionHeaderTests {
    @Test(
        arguments: [IPProtocol.hopByHop, .destinationOptions, .routing, .mobility, .hostIdentity, .shim6],
        [1, 3, 255] as [UInt8])
    func skipsAHeader(kind: IPProtocol, units: UInt8) {
        let record = decode(Sample.frame6(kind, PacketBuilder.extensionHeader(next: .udp, units: units, Sample.udp)))
        #expect(record.ip.upperProtocol == .udp)
        #expect(record.destinationPort == 53)
        #expect(record.payload.count == 4)
        #expect(record.anomaly == .none)
    }

    @Test func skipsAnAuthenticationHeader() {
        let header: [UInt8] = [IPProtocol.udp.rawValue, 4] + [UInt8](repeating: 9, count: 22)
        let record = decode(Sample.frame6(.authenticationHeader, header + Sample.udp))
        #expect(record.destinationPort == 53)
    }

    @Test func followsAChainInAnyOrder() {
        let chain = PacketBuilder.extensionHeader(
            next: .routing,
            PacketBuilder.extensionHeader(
                next: .fragment,
                PacketBuilder.fragmentHeader(
                    next: .destinationOptions, offset: 0, moreFragments: true,
                    PacketBuilder.extensionHeader(next: .udp, units: 2, Sample.udp))))
        let record = decode(Sample.frame6(.hopByHop, chain))
        #expect(record.destinationPort == 53)
        #expect(record.ip.isFragment)
        #expect(record.ip.hasRoutingHeaderType0)
        #expect(record.ip.fragmentOffset == 0)
    }

    @Test func tellsRoutingTypesApart() {
        var header = PacketBuilder.extensionHeader(next: .udp, Sample.udp)
        header[2] = 4  // segment routing
        #expect(!decode(Sample.frame6(.routing, header)).ip.hasRoutingHeaderType0)
    }

    @Test func readsNothingBehindALaterFragment() {
        let header = PacketBuilder.fragmentHeader(next: .udp, offset: 1448, moreFragments: false, Sample.udp)
        let record = decode(Sample.frame6(.fragment, header))
        #expect(record.ip.isFragment)
        #expect(record.ip.fragmentOffset == 1448)
        #expect(record.ip.upperProtocol == .udp)
        #expect(record.transport == .noNextHeader)
        #expect(record.anomaly == .none)
    }

    @Test func keepsTheBytesOfAFragment() {
        let options = PacketBuilder.extensionHeader(next: .udp, Sample.udp)
        let first = PacketBuilder.fragmentHeader(
            next: .destinationOptions, offset: 0, moreFragments: true, identification: 0xdead_beef, options)
        let record = decode(Sample.frame6(.fragment, first) + [0, 0])
        #expect(record.ip.identification == 0xdead_beef)
        #expect(record.ip.hasMoreFragments)
        #expect(record.fragment == ByteRange(start: 62, end: 82))
        #expect(!record.isFragmentCut)
        #expect(decode(Array(Sample.frame6(.fragment, first).dropLast(2))).isFragmentCut)
        #expect(record.ip.upperProtocol == .destinationOptions)
        #expect(record.destinationPort == 53)
        let later = decode(
            Sample.frame6(
                .fragment,
                PacketBuilder.fragmentHeader(next: .destinationOptions, offset: 24, moreFragments: false, [1, 2, 3])))
        #expect(later.fragment.count == 3)
        #expect(!later.ip.hasMoreFragments)
        #expect(later.ip.upperProtocol == .destinationOptions)
    }

    /// RFC 6946: a packet with a Fragment header that is none needs no others.
    @Test func readsAnAtomicFragmentAsAWhole() {
        let header = PacketBuilder.fragmentHeader(next: .ipv4, offset: 0, moreFragments: false, Sample.packet4)
        let record = decode(Sample.frame6(.fragment, header))
        #expect(record.ip.isFragment)
        #expect(record.fragment.isEmpty)
        #expect(record.encapsulation == .fourInSix)
        #expect(record.destinationPort == 53)
    }

    @Test func readsNothingBehindAFragmentOfAFragment() {
        let inner = PacketBuilder.fragmentHeader(next: .udp, offset: 0, moreFragments: true, Sample.udp)
        let header = PacketBuilder.fragmentHeader(next: .fragment, offset: 0, moreFragments: true, inner)
        let record = decode(Sample.frame6(.fragment, header))
        #expect(record.ip.upperProtocol == .fragment)
        #expect(record.transport == .noNextHeader)
    }

    @Test(arguments: [IPProtocol.hopByHop, .fragment, .routing, .authenticationHeader])
    func namesEveryShorterHeader(kind: IPProtocol) {
        let size = kind == .authenticationHeader ? 12 : 8
        let header = [UInt8](repeating: 0, count: size)
        for length in 0..<size {
            let record = decode(Sample.frame6(kind, Array(header.prefix(length))))
            // Without any payload the length field is zero, and the frame is trusted.
            #expect(record.anomaly == .ipv6ExtensionTruncated)
            #expect(record.network == .ipv6)
            #expect(record.transport == .noNextHeader)
        }
    }

    @Test func namesAHeaderThatLeavesThePacket() {
        let header: [UInt8] = [IPProtocol.udp.rawValue, 2, 0, 0, 0, 0, 0, 0] + Sample.udp
        let record = decode(Sample.frame6(.destinationOptions, header))
        #expect(record.anomaly == .ipv6ExtensionTruncated)
        #expect(record.transport == .noNextHeader)
    }

    @Test func stopsAfterSixteenHeaders() {
        func chain(_ count: Int) -> [UInt8] {
            (0..<count).reduce(Sample.udp) { inner, index in
                PacketBuilder.extensionHeader(next: index == 0 ? .udp : .destinationOptions, inner)
            }
        }
        #expect(decode(Sample.frame6(.destinationOptions, chain(16))).destinationPort == 53)
        let record = decode(Sample.frame6(.destinationOptions, chain(17)))
        #expect(record.anomaly == .ipv6ExtensionTooMany)
        #expect(record.transport == .noNextHeader)
    }

    @Test(arguments: [IPProtocol.noNextHeader, .encapsulatingSecurityPayload, .ospf])
    func stopsAtWhatItDoesNotRead(next: IPProtocol) {
        let record = decode(Sample.frame6(next, [1, 2, 3, 4, 5, 6, 7, 8]))
        #expect(record.ip.upperProtocol == next)
        #expect(record.transport == .noNextHeader)
        #expect(record.anomaly == .none)
    }
}
