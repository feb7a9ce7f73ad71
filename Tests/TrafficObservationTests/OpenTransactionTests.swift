import NetworkTypes
import PacketDecode
import TestSupport
import Testing
import TrafficObservation

/// Transactions over several frames, cut in two and in three at every place.
@Suite struct OpenTransactionTests {
    /// Frames 0.2 seconds apart; nil for one without a time.
    private static func capture(_ frames: [[UInt8]], untimed: Set<Int> = []) -> RealCapture {
        RealCapture(
            path: "test.pcap",
            packets: frames.enumerated().map { place, bytes in
                RealCapture.Packet(
                    number: UInt64(place + 1),
                    time: untimed.contains(place)
                        ? nil : CaptureTime(nanoseconds: 1_700_000_000_000_000_000 + Int64(place) * 200_000_000),
                    interface: 0, linkType: .ethernet, bytes: bytes)
            })
    }

    private static func tcp(
        _ fromClient: Bool, _ ports: (client: UInt16, server: UInt16), _ sequence: UInt32, _ flags: UInt8 = 0x18,
        _ data: [UInt8] = []
    ) -> [UInt8] {
        let (client, server) = (ObservedMessages.client, ObservedMessages.server)
        return PacketBuilder.ethernet(
            from: fromClient ? alice : bob, type: .ipv4,
            PacketBuilder.ipv4(
                from: fromClient ? client : server, to: fromClient ? server : client, protocol: .tcp,
                PacketBuilder.tcp(
                    from: fromClient ? ports.client : ports.server, to: fromClient ? ports.server : ports.client,
                    flags: flags, sequence: sequence, data)))
    }

    /// Every cut in two and in three parts gives the whole; each part alone may know less, never more.
    private static func checkEveryCut(
        _ capture: RealCapture, _ whole: ObservationSet, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let count = capture.packets.count
        for first in 1..<count {
            let (a, rest) = (capture.piece(0..<first), capture.piece(first..<count))
            #expect(
                difference(whole, try rest.merged(with: a)) == nil, "cut at \(first)", sourceLocation: sourceLocation)
            for second in (first + 1)..<max(count, first + 1) {
                let (b, c) = (capture.piece(first..<second), capture.piece(second..<count))
                #expect(
                    difference(whole, try a.merged(with: try c.merged(with: b))) == nil, "cut at \(first), \(second)",
                    sourceLocation: sourceLocation)
                #expect(
                    difference(whole, try c.merged(with: a).merged(with: b)) == nil, "cut at \(first), \(second)",
                    sourceLocation: sourceLocation)
            }
        }
    }

    @Test func aHelloOverThreeSegments() throws {
        let hello = ObservedMessages.clientHello("mot-cua.quangtri.gov.vn")
        let ports: (client: UInt16, server: UInt16) = (40000, 443)
        let capture = Self.capture([
            Self.tcp(true, ports, 1000, 2), Self.tcp(false, ports, 5000, 0x12),
            Self.tcp(true, ports, 1001, 0x18, Array(hello[..<40])),
            Self.tcp(true, ports, 1001 + 70, 0x18, Array(hello[70...])),
            Self.tcp(true, ports, 1001 + 40, 0x18, Array(hello[40..<70])),
            Self.tcp(false, ports, 5001, 0x11, [1, 2, 3]),
        ])
        let whole = capture.observed()
        #expect(whole.serverNames.map(\.name) == ["mot-cua.quangtri.gov.vn"])
        #expect(capture.piece(3..<6).closed().serverNames.isEmpty)
        try Self.checkEveryCut(capture, whole)
    }

    /// The client has the lower port, so that only the handshake tells who it is; then the ports are used again.
    @Test func aConnectionWhoseEndsAreGuessedWrong() throws {
        let hello = ObservedMessages.clientHello("a.example.vn")
        let ports: (client: UInt16, server: UInt16) = (1000, 8443)
        let capture = Self.capture([
            Self.tcp(true, ports, 900, 0x18, [1, 2, 3, 4]), Self.tcp(false, ports, 4000, 0x18, [5, 6]),
            Self.tcp(true, ports, 1000, 2), Self.tcp(false, ports, 5000, 0x12),
            Self.tcp(true, ports, 1001, 0x18, Array(hello[..<50])),
            Self.tcp(true, ports, 1051, 0x18, Array(hello[50...])),
            Self.tcp(true, ports, 7000, 2), Self.tcp(true, ports, 7001, 0x18, hello),
        ])
        let whole = capture.observed()
        #expect(whole.serverNames.map(\.port) == [8443])
        #expect(whole.serverNames.map(\.sighting.count) == [2])
        try Self.checkEveryCut(capture, whole)
    }

    @Test func dnsMessagesInAStream() throws {
        let messages = (0..<3).map { number -> [UInt8] in
            let message = ObservedMessages.answer("may\(number).example.vn", IPv4Address(value: 0xc000_0201))
            return PacketBuilder.integer(UInt16(message.count)) + message
        }
        let stream = Array(messages.joined())
        let ports: (client: UInt16, server: UInt16) = (40000, 53)
        var frames = [Self.tcp(true, ports, 1000, 2), Self.tcp(false, ports, 5000, 0x12)]
        for start in stride(from: 0, to: stream.count, by: 31) {
            frames.append(
                Self.tcp(
                    false, ports, 5001 + UInt32(start), 0x18, Array(stream[start..<min(start + 31, stream.count)])))
        }
        let capture = Self.capture(frames)
        let whole = capture.observed()
        #expect(whole.dnsNames.count == 3)
        try Self.checkEveryCut(capture, whole)
    }

    @Test func fragmentsOfADatagram() throws {
        let datagram = PacketBuilder.udp(
            from: 53, to: 40000, ObservedMessages.answer("an.example.vn", IPv4Address(value: 0xc633_6450)))
        let frames = stride(from: 0, to: datagram.count, by: 16).map { start in
            PacketBuilder.ethernet(
                from: bob, type: .ipv4,
                PacketBuilder.ipv4(
                    from: ObservedMessages.server, to: ObservedMessages.client, protocol: .udp, identification: 7,
                    fragment: (start + 16 < datagram.count ? 0x2000 : 0) | UInt16(start / 8),
                    Array(datagram[start..<min(start + 16, datagram.count)])))
        }
        let capture = Self.capture(frames + frames)
        let whole = capture.observed()
        #expect(whole.dnsNames.map(\.name) == ["an.example.vn"])
        try Self.checkEveryCut(capture, whole)
    }

    @Test func aProbeThatIsRefuted() throws {
        func icmp(_ source: IPv6Address, _ mac: MACAddress, _ message: [UInt8]) -> [UInt8] {
            PacketBuilder.ethernet(
                from: mac, to: MACAddress(value: 0x3333_0000_0001), type: .ipv6,
                PacketBuilder.ipv6(from: source, to: allNodes, next: .icmpv6, hopLimit: 255, message))
        }
        let target = [UInt8](repeating: 0, count: 4) + PacketBuilder.address(aliceGlobal)
        let probe = icmp(IPv6Address(high: 0, low: 0), alice, PacketBuilder.icmpv6(type: 135, target))
        let answer = icmp(aliceGlobal, bob, PacketBuilder.icmpv6(type: 136, [0x20, 0, 0, 0] + target.dropFirst(4)))
        let listener = icmp(aliceLinkLocal, alice, PacketBuilder.icmpv6(type: 131, [0, 0, 0, 0] + target.dropFirst(4)))
        let capture = Self.capture([
            answer, probe, listener, answer, probe, listener, listener, listener, listener, listener, answer,
        ])
        let whole = capture.observed()
        #expect(whole.conflicts.map(\.sighting.count) == [1])
        try Self.checkEveryCut(capture, whole)
    }

    @Test func framesWithoutATimeTakeTheLatestBefore() throws {
        let hello = ObservedMessages.clientHello("b.example.vn")
        let ports: (client: UInt16, server: UInt16) = (40000, 443)
        let frames = [
            Self.tcp(true, ports, 1000, 2), Self.tcp(false, ports, 5000, 0x12),
            Self.tcp(true, ports, 1001, 0x18, Array(hello[..<40])),
            Self.tcp(true, ports, 1041, 0x18, Array(hello[40...])),
            Self.tcp(false, ports, 5001, 0x11),
        ]
        for untimed in [[1], [0, 1], [2, 3], [3, 4], [0, 1, 2, 3, 4]] as [Set<Int>] {
            let capture = Self.capture(frames, untimed: untimed)
            let whole = capture.observed()
            #expect(whole.serverNames.count == 1)
            try Self.checkEveryCut(capture, whole)
        }
    }

    /// An error may come before the part in which the handshake shows who the client is.
    @Test func anErrorThatQuotesAConnection() throws {
        let ports: (client: UInt16, server: UInt16) = (1000, 8443)
        let syn = Self.tcp(true, ports, 1000, 2)
        let error = PacketBuilder.ethernet(
            from: bob, type: .ipv4,
            PacketBuilder.ipv4(
                from: ObservedMessages.server, to: ObservedMessages.client, protocol: .icmp,
                [3, 1, 0, 0, 0, 0, 0, 0] + Array(syn.dropFirst(14).prefix(28))))
        let capture = Self.capture([Self.tcp(true, ports, 900, 0x18, [1]), error, syn, error])
        let whole = capture.observed()
        #expect(whole.flows.first?.unreachable?.frame == 2)
        try Self.checkEveryCut(capture, whole)
    }
}
