import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct UDPTunnelTests {
    private func expectOuter(_ record: FrameRecord, _ encapsulation: Encapsulation, port: UInt16) {
        #expect(record.encapsulation == encapsulation)
        #expect(record.ip.source == IPAddress(Sample.v4))
        #expect(record.outerTransport == .udp)
        #expect(record.outerDestinationPort == port)
        #expect(record.tunnelDepth == 1)
        #expect(record.transport == .udp)
        #expect(record.sourcePort == 50_000)
        #expect(record.destinationPort == 53)
        #expect(record.payload.count == 4)
        #expect(record.anomaly == .none)
    }

    private func expectFrame(_ bytes: [UInt8], _ encapsulation: Encapsulation, port: UInt16) {
        let record = decode(bytes)
        expectOuter(record, encapsulation, port: port)
        #expect(record.hasInnerLink)
        #expect(record.innerLinkSource == Sample.innerMAC)
        #expect(record.tunnelVLAN == 77)
        expectNoWrongFacts(of: bytes)
    }

    private func expectPacket(_ bytes: [UInt8], _ encapsulation: Encapsulation, port: UInt16, _ source: IPAddress) {
        let record = decode(bytes)
        expectOuter(record, encapsulation, port: port)
        #expect(!record.hasInnerLink)
        #expect(record.innerIP.source == source)
        expectNoWrongFacts(of: bytes)
    }

    @Test(arguments: [4789, 8472] as [UInt16])
    func readsVXLAN(port: UInt16) {
        expectFrame(Sample.datagram4(to: port, PacketBuilder.vxlan(Sample.innerFrame)), .vxlan, port: port)
        var policy = PacketBuilder.vxlan(flags: 0x88, Sample.innerFrame)
        policy[3] = 9
        expectFrame(Sample.datagram4(to: port, policy), .vxlan, port: port)
    }

    @Test func leavesWhatIsNoVXLANAlone() {
        let other = PacketBuilder.vxlan(flags: 0, Sample.innerFrame)
        let reserved = PacketBuilder.vxlan(nextProtocol: 1, Sample.innerFrame)
        let answer = Sample.datagram4(from: 53, to: 4789, PacketBuilder.vxlan(Sample.innerFrame))
        for frame in [Sample.datagram4(to: 4789, other), Sample.datagram4(to: 4789, reserved), answer] {
            let record = decode(frame)
            #expect(record.encapsulation == .none)
            #expect(record.destinationPort == 4789)
            #expect(record.outerTransport == .noNextHeader)
        }
        #expect(decode(Sample.datagram4(to: 4789, [8, 0, 0])).anomaly == .vxlanTruncated)
    }

    @Test func readsGenericVXLAN() {
        func frame(_ next: UInt8, _ payload: [UInt8]) -> [UInt8] {
            Sample.datagram4(to: 4790, PacketBuilder.vxlan(flags: 0x0c, nextProtocol: next, payload))
        }
        expectPacket(frame(1, Sample.packet4), .vxlan, port: 4790, IPAddress(Sample.v4))
        expectPacket(frame(2, Sample.packet6), .vxlan, port: 4790, IPAddress(Sample.v6))
        expectFrame(frame(3, Sample.innerFrame), .vxlan, port: 4790)
        expectFrame(Sample.datagram4(to: 4790, PacketBuilder.vxlan(Sample.innerFrame)), .vxlan, port: 4790)
        expectPacket(frame(5, PacketBuilder.mpls([99], Sample.packet6)), .vxlan, port: 4790, IPAddress(Sample.v6))
        #expect(decode(frame(4, Sample.packet4)).encapsulation == .none)
    }

    @Test(arguments: [[], [1, 2, 3, 4, 5, 6, 7, 8]] as [[UInt8]])
    func readsGENEVE(options: [UInt8]) {
        func frame(_ type: EtherType, _ payload: [UInt8]) -> [UInt8] {
            Sample.datagram4(to: 6081, PacketBuilder.geneve(type: type, options: options, payload))
        }
        expectFrame(frame(.transparentEthernetBridging, Sample.innerFrame), .geneve, port: 6081)
        expectPacket(frame(.ipv4, Sample.packet4), .geneve, port: 6081, IPAddress(Sample.v4))
        expectPacket(frame(.ipv6, Sample.packet6), .geneve, port: 6081, IPAddress(Sample.v6))
        expectPacket(
            frame(.mplsUnicast, PacketBuilder.mpls([8], Sample.packet6)), .geneve, port: 6081, IPAddress(Sample.v6))
        #expect(decode(frame(EtherType(rawValue: 0x88b5), [1])).encapsulation == .none)
        var version = PacketBuilder.geneve(type: .ipv4, Sample.packet4)
        version[0] = 0x40
        #expect(decode(Sample.datagram4(to: 6081, version)).encapsulation == .none)
        #expect(decode(Sample.datagram4(to: 6081, [2, 0, 8, 0, 0, 0, 1, 0, 1])).anomaly == .geneveTruncated)
    }

    @Test func readsMPLSAndLISP() {
        let labelled = Sample.datagram4(to: 6635, PacketBuilder.mpls([1000], Sample.packet4))
        expectPacket(labelled, .mpls, port: 6635, IPAddress(Sample.v4))
        let wire = decode(Sample.datagram4(to: 6635, PacketBuilder.mpls([1000], Sample.innerFrame)))
        #expect(wire.encapsulation == .pseudowire)
        #expect(decode(Sample.frame4(.mpls, PacketBuilder.mpls([1000], Sample.packet6))).encapsulation == .mpls)
        let located = Sample.datagram4(to: 4341, [0xc0, 1, 2, 3, 0, 0, 0, 1] + Sample.packet6)
        expectPacket(located, .lisp, port: 4341, IPAddress(Sample.v6))
        #expect(decode(Sample.datagram4(to: 4341, [UInt8](repeating: 0x45, count: 60))).encapsulation == .none)
    }

    @Test func readsATunnelInsideATunnel() {
        let inner = Sample.datagram4(to: 4789, PacketBuilder.vxlan(Sample.innerFrame))
        let record = decode(Sample.frame6(.udp, PacketBuilder.udp(from: 50_001, to: 4789, PacketBuilder.vxlan(inner))))
        #expect(record.network == .ipv6)
        #expect(record.tunnelDepth == 2)
        #expect(record.innerIP.source == IPAddress(Sample.v6))
        #expect(record.innerLinkSource == Sample.innerMAC)
        #expect(record.outerSourcePort == 50_000)
        let deep = (0..<5).reduce(Sample.innerFrame) { frame, _ in
            Sample.datagram4(to: 4789, PacketBuilder.vxlan(frame))
        }
        #expect(decode(deep).anomaly == .tunnelTooDeep)
        #expect(decode(deep).tunnelDepth == 3)
    }
}

@Suite struct AccessTunnelTests {
    private func expectPacket(_ bytes: [UInt8], _ encapsulation: Encapsulation, _ source: IPAddress) {
        let record = decode(bytes)
        #expect(record.encapsulation == encapsulation)
        #expect(record.innerIP.source == source)
        #expect(record.outerTransport == .udp)
        #expect(record.destinationPort == 53)
        #expect(record.payload.count == 4)
        #expect(record.anomaly == .none)
        expectNoWrongFacts(of: bytes)
    }

    @Test func readsGTP() {
        func frame(_ flags: UInt8 = 0x30, type: UInt8 = 255, _ optional: [UInt8] = []) -> [UInt8] {
            Sample.datagram4(
                from: 2152, to: 2152, PacketBuilder.gtp(flags: flags, type: type, optional: optional, Sample.packet6))
        }
        let v6 = IPAddress(Sample.v6)
        expectPacket(frame(), .gtpU, v6)
        expectPacket(frame(0x32, [0, 1, 0, 0]), .gtpU, v6)
        // A PDU session container of 5G, then a second extension header. TS 38.415, TS 29.281 §5.2.
        expectPacket(frame(0x34, [0, 0, 0, 0x85, 1, 0, 9, 0xc0, 2, 1, 2, 3, 4, 5, 6, 0]), .gtpU, v6)
        for other in [frame(0x30, type: 1), frame(0x20), frame(0x50)] {
            #expect(decode(other).encapsulation == .none)
            #expect(decode(other).sourcePort == 2152)
        }
        #expect(decode(frame(0x34, [0, 0, 0, 0x85, 0, 0, 0, 0])).anomaly == .gtpExtension)
        #expect(decode(frame(0x34, [0, 0, 0, 0x85, 99, 0, 0, 0])).anomaly == .gtpExtension)
        #expect(decode(Sample.datagram4(to: 2152, [0x30, 255, 0])).anomaly == .gtpTruncated)
        let endless: [UInt8] = [[UInt8]](repeating: [1, 0, 0, 0x85], count: 17).flatMap { $0 } + [1, 0, 0, 0]
        #expect(decode(frame(0x34, [0, 0, 0, 0x85] + endless)).anomaly == .gtpExtension)
    }

    @Test func readsL2TP() {
        let ppp = PacketBuilder.ppp(0x0057, Sample.packet6)
        func frame(_ packet: [UInt8]) -> [UInt8] { Sample.datagram4(from: 1701, to: 1701, packet) }
        let v6 = IPAddress(Sample.v6)
        expectPacket(frame(PacketBuilder.l2tp(ppp)), .l2tp, v6)
        expectPacket(frame(PacketBuilder.l2tp(flags: 0x4002, length: [0, 60], ppp)), .l2tp, v6)
        expectPacket(frame(PacketBuilder.l2tp(flags: 0x0802, fields: [0, 1, 0, 1], ppp)), .l2tp, v6)
        expectPacket(frame(PacketBuilder.l2tp(flags: 0x0202, fields: [0, 2, 0, 0], ppp)), .l2tp, v6)
        expectPacket(Sample.datagram4(from: 1701, to: 40_000, PacketBuilder.l2tp(ppp)), .l2tp, v6)
        for packet in [PacketBuilder.l2tp(flags: 0xc802, length: [0, 20], ppp), PacketBuilder.l2tp(flags: 1, ppp)] {
            #expect(decode(frame(packet)).encapsulation == .none)
        }
        #expect(decode(frame([0, 2, 0])).anomaly == .l2tpTruncated)
        #expect(decode(frame(PacketBuilder.l2tp(flags: 0x0202, fields: [0xff, 0xff], ppp))).anomaly == .l2tpTruncated)
    }

    /// A session, and a cookie of unknown length.
    @Test(arguments: [0, 4, 8, 12])
    func readsEthernetInL2TPVersionThree(cookie: Int) {
        let data = [0, 0, 1, 0] + [UInt8](repeating: 0xc0, count: cookie) + Sample.innerFrame
        for bytes in [Sample.frame4(.l2tp, data), Sample.datagram4(from: 1701, to: 1701, [0, 3, 0, 0] + data)] {
            let record = decode(bytes)
            #expect(record.encapsulation == .l2tp)
            #expect(record.innerLinkSource == Sample.innerMAC)
            #expect(record.destinationPort == 53)
            expectNoWrongFacts(of: bytes)
        }
        let control = [0, 0, 0, 0] + [UInt8](repeating: 0xc0, count: cookie) + Sample.innerFrame
        #expect(decode(Sample.frame4(.l2tp, control)).encapsulation == .none)
    }

    @Test func readsAYIYA() {
        expectPacket(Sample.datagram4(to: 5072, PacketBuilder.ayiya(Sample.packet6)), .ayiya, IPAddress(Sample.v6))
        #expect(decode(Sample.datagram4(to: 5072, PacketBuilder.ayiya(Sample.packet4))).encapsulation == .none)
        #expect(decode(Sample.datagram4(to: 5072, [0x41])).encapsulation == .none)
    }
}
