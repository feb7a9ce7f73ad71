import PacketDecode
import TestSupport
import Testing

@testable import StreamReassembly

extension QUICInitialTable {
    /// Adds a datagram that stands alone in its frame.
    mutating func add(_ flow: UInt64, _ datagram: [UInt8]) -> QUICOutcome {
        add(flow, bytes: datagram.span.bytes, range: datagram.whole)
    }
}

@Suite struct QUICInitialTableTests {
    @Test func readsTheClientHelloOfTheAppendices() {
        for datagram in [QUICSample.clientInitial, QUICSample.clientInitial2] {
            var table = QUICInitialTable()
            #expect(table.add(1, datagram) == .advanced)
            #expect(table.handshake(of: 1) == QUICSample.clientHello)
            #expect(table.add(1, datagram) == .waiting)
            table.remove(1)
            #expect(table.handshake(of: 1) == [])
            #expect(table.heldBytes == 0)
        }
    }

    @Test func findsThePacketInsideAFrame() {
        var table = QUICInitialTable()
        let frame = [UInt8](repeating: 0xc0, count: 42) + QUICSample.clientInitial + [7, 7]
        #expect(table.add(1, bytes: frame.span.bytes, range: ByteRange(start: 42, end: 1242)) == .advanced)
        #expect(table.handshake(of: 1) == QUICSample.clientHello)
    }

    @Test func leavesTheServerAlone() {
        for (client, server) in [
            (QUICSample.clientInitial, QUICSample.serverInitial),
            (QUICSample.clientInitial2, QUICSample.serverInitial2),
        ] {
            var table = QUICInitialTable()
            #expect(table.add(1, server) == .fromServer)
            _ = table.add(1, client)
            #expect(table.add(1, server) == .fromServer)
            #expect(table.handshake(of: 1) == QUICSample.clientHello)
        }
    }

    @Test func knowsTheServerByTheClientsIdentifier() {
        var table = QUICInitialTable()
        let client = QUICSealer(sourceID: [UInt8](repeating: 4, count: 8))
        _ = table.add(1, client.initial(QUICSealer.crypto(at: 0, [1, 2])))
        let server = QUICSealer(destinationID: client.sourceID, sourceID: [5])
        #expect(table.add(1, server.initial([1])) == .fromServer)
        #expect(table.add(2, QUICSealer(destinationID: client.sourceID).initial([1])) == .undecryptable)
    }

    @Test(
        arguments: [
            1, 0x6b33_43cf, 0xff00_0017, 0xff00_001b, 0xff00_001c, 0xff00_001d, 0xff00_0020, 0xff00_0022,
        ] as [UInt32])
    func readsEachVersion(version: UInt32) {
        var table = QUICInitialTable()
        let sealer = QUICSealer(version: version, token: [9, 9, 9])
        #expect(table.add(1, sealer.initial(QUICSealer.crypto(at: 0, [1, 2, 3]), number: 300)) == .advanced)
        #expect(table.handshake(of: 1) == [1, 2, 3])
    }

    @Test func joinsSeveralPackets() {
        let hello = QUICSample.clientHello
        let payloads = [
            QUICSealer.crypto(at: 100, hello[100...]), QUICSealer.crypto(at: 50, hello[50..<100]),
            QUICSealer.crypto(at: 0, hello[..<50]),
        ]
        var table = QUICInitialTable()
        let sealer = QUICSealer()
        for (number, payload) in payloads.enumerated() {
            let outcome = table.add(1, sealer.initial(payload, number: UInt16(number)))
            #expect(outcome == (number == 2 ? .advanced : .waiting))
        }
        #expect(table.handshake(of: 1) == hello)
    }

    @Test func joinsPacketsOfOneDatagram() {
        let hello = QUICSample.clientHello
        let sealer = QUICSealer()
        var table = QUICInitialTable()
        let datagram =
            sealer.initial(QUICSealer.crypto(at: 0, hello[..<50]))
            + sealer.initial(QUICSealer.crypto(at: 50, hello[50...]), number: 1)
        #expect(table.add(1, datagram + [UInt8](repeating: 0, count: 30)) == .advanced)
        #expect(table.handshake(of: 1) == hello)
    }

    @Test func readsFramesOfAllKindsAnInitialPacketMayHold() {
        let acknowledgement: [UInt8] = [2, 5, 0x40, 9, 1, 0, 1, 1]
        let withCounts: [UInt8] = [3, 5, 0, 0, 5, 1, 2, 3]
        let payload =
            [0, 0, 1] + acknowledgement + QUICSealer.crypto(at: 2, [3]) + [0x1c, 0, 6, 2, 0x41, 0x42] + withCounts
            + QUICSealer.crypto(at: 0, [1, 2]) + [0, 0]
        var table = QUICInitialTable()
        #expect(table.add(1, QUICSealer().initial(payload)) == .advanced)
        #expect(table.handshake(of: 1) == [1, 2, 3])
    }

    @Test(
        arguments: [
            [8, 0], [6, 0, 9, 1], [6, 0x80], [2, 0xff, 0xff], [2, 0, 0, 0x3f, 0], [0x1c, 0, 0, 0x3f], [0x40],
            [6, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 1],
        ] as [[UInt8]])
    func stopsAtFramesThatAreCutOrForeign(tail: [UInt8]) {
        var table = QUICInitialTable()
        #expect(table.add(1, QUICSealer().initial(QUICSealer.crypto(at: 0, [1]) + tail)) == .advanced)
        #expect(table.handshake(of: 1) == [1])
    }

    @Test func followsTheClientToTheServersIdentifier() {
        let sealer = QUICSealer()
        var table = QUICInitialTable()
        _ = table.add(1, sealer.initial(QUICSealer.crypto(at: 0, [1])))
        var later = sealer
        later.destinationID = [7]
        #expect(table.add(1, later.initial(QUICSealer.crypto(at: 1, [2]), number: 1)) == .advanced)
        #expect(table.handshake(of: 1) == [1, 2])
    }

    @Test func beginsAnewAfterARetryAndKeepsTheConnectionBefore() {
        let first = QUICSealer()
        let retried = QUICSealer(
            firstID: [UInt8](repeating: 8, count: 8), destinationID: [UInt8](repeating: 8, count: 8))
        var table = QUICInitialTable()
        _ = table.add(1, first.initial(QUICSealer.crypto(at: 0, [1])))
        #expect(table.add(1, retried.initial(QUICSealer.crypto(at: 0, [2, 3]))) == .advanced)
        #expect(table.handshake(of: 1) == [2, 3])
        #expect(table.add(1, first.initial(QUICSealer.crypto(at: 1, [4]), number: 1)) == .advanced)
        #expect(table.handshake(of: 1) == [1, 4])
    }

    @Test func rejectsWrongKeys() {
        var table = QUICInitialTable()
        #expect(table.add(1, QUICSealer(firstID: [UInt8](repeating: 1, count: 8)).initial([1])) == .undecryptable)
        var other = QUICSample.clientInitial
        other[7] ^= 1
        #expect(table.add(1, other) == .undecryptable)
        #expect(table.count == 0)
        #expect(table.heldBytes == 0)
    }

    @Test func rejectsEveryShorterPrefix() {
        var table = QUICInitialTable()
        for datagram in [QUICSample.clientInitial, QUICSample.clientInitial2] {
            for length in 0..<datagram.count {
                let outcome = table.add(1, Array(datagram.prefix(length)))
                #expect(outcome == .notInitial || outcome == .undecryptable)
            }
        }
        #expect(table.count == 0)
    }

    @Test func rejectsEveryChangedByteOfThePacket() {
        var generator = SeededGenerator(seed: 9001)
        var table = QUICInitialTable()
        for place in QUICSample.clientInitial.indices {
            var datagram = QUICSample.clientInitial
            datagram[place] ^= UInt8.random(in: 1...255, using: &generator)
            #expect(table.add(1, datagram).rawValue < QUICOutcome.waiting.rawValue)
        }
        #expect(table.count == 0)
    }

    @Test func survivesPayloadsOfEveryKind() {
        var generator = SeededGenerator(seed: 9000)
        var table = QUICInitialTable()
        let seed =
            [2, 5, 0x40, 9, 1, 0, 1, 1] + QUICSealer.crypto(at: 3, [3, 4]) + [0x1c, 0, 6, 2, 0x41, 0x42]
            + QUICSealer.crypto(at: 0, [1, 2])
        for _ in 0..<3000 {
            var payload = seed
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: 0..<payload.count, using: &generator)
                payload[place] = UInt8.random(in: .min ... .max, using: &generator)
            }
            payload.removeLast(Int.random(in: 0..<8, using: &generator))
            _ = table.add(1, QUICSealer().initial(payload))
        }
        #expect(table.heldBytes <= 64 << 10)
    }

    @Test func endsAtItsLimitOfHandshakeBytes() {
        var table = QUICInitialTable()
        let block = [UInt8](repeating: 1, count: 1024)
        for number in 0..<20 {
            let outcome = table.add(
                1, QUICSealer().initial(QUICSealer.crypto(at: number * 1024, block), number: UInt16(number)))
            #expect(outcome == (number < 16 ? .advanced : .waiting))
        }
        #expect(table.handshake(of: 1).count == 16 << 10)
    }

    @Test func keepsItsLimitsUnderAttack() {
        var generator = SeededGenerator(seed: 9369)
        var table = QUICInitialTable()
        let packets = (0..<200).map { _ in
            let offset = Int.random(in: 0..<15_000, using: &generator)
            return QUICSealer().initial(QUICSealer.crypto(at: offset, [UInt8](repeating: 1, count: 900)))
        }
        var largest = 0
        for _ in 0..<hostileCount / 5 {
            let flow = UInt64.random(in: 0..<3000, using: &generator)
            _ = table.add(flow, packets[Int.random(in: 0..<200, using: &generator)])
            largest = max(largest, table.heldBytes)
        }
        #expect(table.count <= 1024)
        #expect(largest <= 8 << 20)
        #expect(table.evicted > 0)
    }
}
