import NetworkTypes
import PacketDecode
import TestSupport
import Testing

/// Valid frames with a few bytes changed, cut or added: decoding ends, and what it says stays inside the frame.
@Suite struct MutationTests {
    static let seeds: [(LinkType, [UInt8])] = {
        let udp = { PacketBuilder.udp(from: $0, to: $1, $2) }
        let inner = PacketBuilder.ipv6(from: Sample.v6, to: Sample.otherV6, next: .udp, Sample.udp)
        let relayed = PacketBuilder.dhcpv6Relay(link: Sample.v6, peer: Sample.linkLocal, DHCPv6MessageTests.solicit)
        let chain = PacketBuilder.extensionHeader(
            next: .fragment,
            PacketBuilder.fragmentHeader(
                next: .destinationOptions, offset: 0, moreFragments: false,
                PacketBuilder.extensionHeader(next: .tcp, PacketBuilder.tcp(from: 1, to: 2, flags: 2))))
        let ethernet = [
            Sample.frame4(.udp, udp(68, 67, DHCPv4MessageTests.request)),
            Sample.frame4(.udp, udp(67, 68, DHCPv4MessageTests.acknowledgement)),
            Sample.frame6(.udp, udp(546, 547, DHCPv6MessageTests.solicit)),
            Sample.frame6(.udp, udp(547, 546, DHCPv6MessageTests.reply)), Sample.frame6(.udp, udp(547, 547, relayed)),
            Sample.frame4(.udp, udp(50_000, 53, DNSMessageTests.query)),
            Sample.frame6(.udp, udp(53, 50_000, DNSMessageTests.answer)),
            Sample.frame6(.icmpv6, RouterAdvertisementTests.complete),
            Sample.frame6(.icmpv6, NeighborDiscoveryMessageTests.solicitation),
            Sample.frame6(.icmpv6, NeighborDiscoveryMessageTests.advertisement),
            Sample.frame6(.icmpv6, NeighborDiscoveryMessageTests.redirect), Sample.frame6(.hopByHop, chain),
            Sample.frame4(.ipv6, inner), Sample.frame4(.gre, PacketBuilder.gre(type: .ipv6, inner)),
            Sample.frame4(.udp, udp(40_000, 3544, inner)),
            PacketBuilder.ethernet(
                tags: [PacketBuilder.Tag(10, type: .providerBridging), PacketBuilder.Tag(20)], type: .ipv6, inner),
            PacketBuilder.ethernet(
                type: .arp, PacketBuilder.arp(senderMAC: Sample.mac, sender: Sample.v4, target: Sample.otherV4)),
        ]
        let tunnels = [
            Sample.frame4(.gre, PacketBuilder.erspan2(Sample.innerFrame)),
            Sample.frame4(.gre, PacketBuilder.erspan3(isExtended: true, Sample.innerFrame)),
            Sample.frame4(.gre, PacketBuilder.gre(type: .transparentEthernetBridging, Sample.innerARP)),
            Sample.frame4(
                .gre,
                PacketBuilder.gre(
                    flags: 0x3081, fields: [UInt8](repeating: 1, count: 12), type: .ppp, PacketBuilder.ppp(0x57, inner))
            ),
            Sample.datagram4(to: 4789, PacketBuilder.vxlan(Sample.innerFrame)),
            Sample.datagram4(to: 4790, PacketBuilder.vxlan(flags: 12, nextProtocol: 2, inner)),
            Sample.datagram4(
                to: 6081,
                PacketBuilder.geneve(type: .transparentEthernetBridging, options: [1, 2, 3, 4], Sample.innerFrame)),
            Sample.datagram4(
                to: 2152, PacketBuilder.gtp(flags: 0x34, optional: [0, 0, 0, 0x85, 1, 0, 9, 0], inner)),
            Sample.datagram4(
                to: 1701, PacketBuilder.l2tp(flags: 0x0202, fields: [0, 2, 0, 0], PacketBuilder.ppp(0x57, inner))),
            Sample.frame4(.l2tp, [0, 0, 1, 0, 9, 9, 9, 9] + Sample.innerFrame),
            Sample.datagram4(to: 5072, PacketBuilder.ayiya(inner)),
            Sample.datagram4(to: 6635, PacketBuilder.mpls([1000], Sample.innerFrame)),
            Sample.datagram4(to: 4341, [0xc0, 1, 2, 3, 0, 0, 0, 1] + inner),
            Sample.frame4(.authenticationHeader, PacketBuilder.authenticationHeader(next: .ipv6, inner)),
            Sample.frame4(.icmp, [3, 4, 0, 0, 0, 0, 5, 0] + Sample.packet4),
            Sample.frame6(.icmpv6, [1, 4, 0, 0, 0, 0, 0, 0] + inner),
            PacketBuilder.ethernet(type: .pppoeSession, PacketBuilder.pppoe(session: 1, number: 0x57, inner)),
            PacketBuilder.ethernet(
                type: .mplsUnicast, PacketBuilder.mpls([20, 30], [0, 0, 0, 1] + Sample.innerFrame)),
            PacketBuilder.ethernet(type: .providerBackbone, [0, 0, 0, 1] + Sample.innerFrame),
            PacketBuilder.ethernet(type: .ciscoMetadata, [1, 1, 0, 1, 0, 40, 0x86, 0xdd] + inner),
        ]
        let aggregate = PacketBuilder.address(Sample.mac) + PacketBuilder.address(Sample.otherMAC) + [0, 60]
        return (ethernet + tunnels).map { (.ethernet, $0) } + [
            (.ppp, PacketBuilder.ppp(0x57, inner)), (.pppd, [1, 3, 0, 0x57] + inner),
            (.ciscoHDLC, PacketBuilder.ciscoHDLC(type: .ipv6, inner)), (.frameRelay, [0x18, 0x41, 3, 0x8e] + inner),
            (.radiotap, PacketBuilder.radiotap(flags: 0x10, WirelessHeaderTests.frame + [1, 2, 3, 4])),
            (.prism, WirelessHeaderTests.prism), (.perPacket, WirelessHeaderTests.perPacket),
            (
                .ieee80211,
                PacketBuilder.ieee80211(
                    control: 0x8803, addresses: [Sample.mac, Sample.otherMAC, Sample.mac, Sample.otherMAC],
                    quality: [0x80, 0], aggregate + PacketBuilder.snap(type: 0x86dd, inner))
            ),
            (.nflog, PacketBuilder.nflog(family: 10, from: Sample.mac, inner)),
            (.linuxCooked, PacketBuilder.linuxCooked(type: .ipv6, inner)),
            (.linuxCooked2, PacketBuilder.linuxCooked2(type: .ipv6, inner)), (.raw, inner),
            (.null, [2, 0, 0, 0] + inner),
        ]
    }()

    /// Everything that may be asked of a payload, whatever its port; false where an answer breaks a limit.
    private static func holds(_ bytes: borrowing RawSpan, _ range: ByteRange) -> Bool {
        _ = RouterAdvertisement(bytes, range, declaredLength: UInt32(range.count))
        _ = NeighborDiscoveryMessage(bytes, range)
        _ = DHCPv4Message(bytes, range)
        if let message = DHCPv6Message(bytes, range), message.addresses.count > range.count / 28 { return false }
        guard let message = DNSMessage(bytes, range) else { return true }
        let names = message.questions.map(\.name) + message.records.map(\.name)
        return message.questions.count <= 16 && message.records.count <= 256
            && names.allSatisfy { name in name.utf8.count <= 1020 && name.unicodeScalars.allSatisfy { $0.value >= 0x20 }
            }
    }

    @Test func decodesTheSeedsWithoutAnomalies() {
        for (linkType, frame) in Self.seeds { #expect(decode(frame, as: linkType).anomaly == .none) }
    }

    @Test func survivesTwentyThousandChangedFrames() throws {
        var generator = SeededGenerator(seed: 2026)
        for round in 0..<20_000 {
            let (linkType, seed) = try #require(Self.seeds.randomElement(using: &generator))
            let frame = generator.mutated(seed)
            let record = decode(frame, as: linkType)
            let isInside =
                Int(record.payload.end) <= frame.count && record.payload.start <= record.payload.end
                && Int(record.fragment.end) <= frame.count && record.fragment.start <= record.fragment.end
            _ = FrameDecoder.quotedPacket(in: record, frame.span.bytes)
            if !record.fragment.isEmpty {
                var whole = record
                let family = record.innermostIP.source.family
                FrameDecoder.decodeReassembled(
                    seed.span.bytes, family: family, upperProtocol: record.innermostIP.upperProtocol, into: &whole)
            }
            if !isInside || !Self.holds(frame.span.bytes, record.payload) {
                Issue.record("round \(round): \(frame)")
                return
            }
        }
    }

    @Test func survivesEveryPrefixAndEveryStartOfTheSeeds() {
        for (linkType, frame) in Self.seeds {
            for length in 0...frame.count {
                let record = decode(Array(frame.prefix(length)), as: linkType)
                #expect(Int(record.payload.end) <= length)
                let holds = Self.holds(frame.span.bytes, ByteRange(start: length, end: frame.count))
                #expect(holds)
            }
        }
    }

    @Test func readsZerosBeyondTheEndOfTheFrame() {
        let frame: [UInt8] = [1, 2, 3]
        for range in [ByteRange(start: 0, end: 600), ByteRange(start: 2, end: 3000), ByteRange(start: .max, end: .max)]
        {
            let holds = Self.holds(frame.span.bytes, range)
            #expect(holds)
        }
    }
}
