import NetworkTypes
import PacketDecode
import StreamReassembly
import TestSupport
import Testing

extension StreamTable {
    /// Adds data that stands alone in its frame.
    mutating func add(
        _ key: StreamKey, _ sequence: UInt32, syn: Bool = false, _ data: [UInt8],
        limit: Int = StreamTable.standardPrefix
    ) -> StreamOutcome {
        add(key, sequence: sequence, isSYN: syn, bytes: data.span.bytes, range: data.whole, limit: limit)
    }
}

@Suite struct StreamTableTests {
    private let key = StreamKey(flow: 1, isFromClient: true)

    @Test func collectsFromTheSYNOn() {
        var table = StreamTable()
        #expect(table.add(key, 99, syn: true, []) == .waiting)
        #expect(table.count == 0)
        #expect(table.add(key, 100, [1, 2, 3]) == .advanced)
        #expect(table.add(key, 103, [4]) == .advanced)
        #expect(table.prefix(of: key) == [1, 2, 3, 4])
        #expect(!table.startsMidstream(key))
        #expect(table.withPrefix(key) { $0.byteCount } == 4)
    }

    @Test func takesTheDataOfASYN() {
        var table = StreamTable()
        #expect(table.add(key, 99, syn: true, [1, 2]) == .advanced)
        #expect(table.add(key, 102, [3]) == .advanced)
        #expect(table.prefix(of: key) == [1, 2, 3])
        #expect(!table.startsMidstream(key))
    }

    @Test func saysWhenTheSYNWasMissed() {
        var table = StreamTable()
        #expect(table.add(key, 5000, [7]) == .advanced)
        #expect(table.startsMidstream(key))
        #expect(table.add(key, 4999, [6, 7]) == .waiting)
        #expect(table.prefix(of: key) == [7])
    }

    @Test func holdsWhatCameTooEarly() {
        var table = StreamTable()
        _ = table.add(key, 99, syn: true, [])
        #expect(table.add(key, 104, [5, 6]) == .waiting)
        #expect(table.add(key, 102, [3, 4]) == .waiting)
        #expect(table.prefix(of: key) == [])
        #expect(table.add(key, 100, [1, 2]) == .advanced)
        #expect(table.prefix(of: key) == [1, 2, 3, 4, 5, 6])
    }

    @Test func keepsTheBytesThatCameFirst() {
        var table = StreamTable()
        _ = table.add(key, 99, syn: true, [])
        _ = table.add(key, 102, [3, 4])
        #expect(table.add(key, 101, [9, 9, 9, 9, 5]) == .waiting)
        #expect(table.add(key, 100, [1, 8, 8]) == .advanced)
        #expect(table.add(key, 100, [0, 0, 0, 0, 0, 0, 6]) == .advanced)
        #expect(table.prefix(of: key) == [1, 9, 3, 4, 9, 5, 6])
    }

    @Test func ignoresRepetitionsAndEmptySegments() {
        var table = StreamTable()
        _ = table.add(key, 99, syn: true, [])
        _ = table.add(key, 100, [1, 2, 3])
        #expect(table.add(key, 99, syn: true, []) == .waiting)
        #expect(table.add(key, 100, [1, 2, 3]) == .waiting)
        #expect(table.add(key, 99, [9]) == .waiting)
        #expect(table.add(key, 103, []) == .waiting)
        #expect(table.prefix(of: key) == [1, 2, 3])
    }

    @Test func beginsAnewWithAnotherSYN() {
        var table = StreamTable()
        _ = table.add(key, 99, syn: true, [])
        _ = table.add(key, 100, [1])
        #expect(table.add(key, 7000, syn: true, []) == .waiting)
        #expect(table.prefix(of: key) == [])
        #expect(table.add(key, 7001, [2]) == .advanced)
        #expect(table.prefix(of: key) == [2])
    }

    @Test func tellsDirectionsApart() {
        var table = StreamTable()
        let other = StreamKey(flow: 1, isFromClient: false)
        _ = table.add(key, 1, [1])
        _ = table.add(other, 1, [2])
        #expect(table.prefix(of: key) == [1])
        #expect(table.prefix(of: other) == [2])
        table.remove(key)
        #expect(table.prefix(of: key) == [])
        #expect(table.withPrefix(key) { _ in true } == nil)
        #expect(table.count == 1)
    }

    @Test func endsAtItsLimit() {
        var table = StreamTable()
        #expect(table.add(key, 99, syn: true, [1, 2, 3], limit: 4) == .advanced)
        #expect(table.add(key, 103, [4], limit: 4) == .advanced)
        #expect(table.add(key, 104, [5], limit: 4) == .finished)
        #expect(table.add(key, 104, [5], limit: 4) == .finished)
        #expect(table.prefix(of: key) == [1, 2, 3, 4])
        #expect(table.add(StreamKey(flow: 2, isFromClient: true), 0, [1, 2, 3, 4, 5], limit: 4) == .finished)
        #expect(table.prefix(of: StreamKey(flow: 2, isFromClient: true)) == [1, 2, 3, 4])
    }

    @Test func endsAtAGapThatStaysOpen() {
        var table = StreamTable()
        _ = table.add(key, 99, syn: true, [1])
        for number in 0..<8 { #expect(table.add(key, 200 + UInt32(number) * 10, [2]) == .waiting) }
        #expect(table.add(key, 500, [2]) == .finished)
        #expect(table.add(key, 101, [3]) == .finished)
        #expect(table.prefix(of: key) == [1])
    }

    @Test func endsWhenOnlyFarSegmentsCome() {
        var table = StreamTable()
        _ = table.add(key, 99, syn: true, [1])
        for number in 0..<64 { #expect(table.add(key, 1_000_000 + UInt32(number), [2]) == .waiting) }
        #expect(table.add(key, 1_000_000, [2]) == .finished)
    }

    @Test func isConsumedFromTheFront() {
        var table = StreamTable()
        var sequence: UInt32 = 0xffff_ff00
        _ = table.add(key, sequence, syn: true, [])
        sequence &+= 1
        var expected: [UInt8] = []
        var generator = SeededGenerator(seed: 53)
        for _ in 0..<2000 {
            let message = [UInt8].random(Int.random(in: 1...300, using: &generator), &generator)
            #expect(table.add(key, sequence, message, limit: StreamTable.largestPrefix) == .advanced)
            sequence &+= UInt32(message.count)
            expected += message
            let count = Int.random(in: 0...(expected.count > 9000 ? expected.count : 300), using: &generator)
            table.consume(key, count)
            expected.removeFirst(min(count, expected.count))
            #expect(table.prefix(of: key) == expected)
        }
        table.consume(key, .max)
        table.consume(key, -1)
        #expect(table.prefix(of: key) == [])
    }

    @Test func keepsHeldSegmentsWhileItIsConsumed() {
        var table = StreamTable()
        _ = table.add(key, 99, syn: true, [1, 2])
        _ = table.add(key, 103, [4])
        table.consume(key, 2)
        #expect(table.add(key, 102, [3]) == .advanced)
        #expect(table.prefix(of: key) == [3, 4])
    }

    @Test func givesTheSamePrefixForEveryCutOrderAndRepetition() {
        var generator = SeededGenerator(seed: 9293)
        for round in 0..<300 {
            var limits = StreamLimits()
            if round % 2 == 0 { limits.heldSegments = 10_000 }
            var table = StreamTable(limits: limits)
            let data = [UInt8].random(Int.random(in: 1...9000, using: &generator), &generator)
            let start = round % 3 == 0 ? UInt32.max - 100 : UInt32.random(in: .min ... .max, using: &generator)
            var pieces: [Range<Int>] = []
            while let end = Optional(pieces.last?.upperBound ?? 0), end < data.count {
                let lower = max(0, end - Int.random(in: 0...20, using: &generator))
                pieces.append(lower..<min(data.count, end + Int.random(in: 1...1460, using: &generator)))
            }
            pieces += pieces.filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }
            if round % 2 == 0 {
                pieces.shuffle(using: &generator)
            } else {
                // Within the standard bound: each changes places with a neighbour.
                pieces.sort { $0.lowerBound < $1.lowerBound }
                for index in stride(from: 0, to: pieces.count - 3, by: 4) {
                    pieces[index..<(index + 4)].shuffle(using: &generator)
                }
            }
            _ = table.add(key, start &- 1, syn: true, [])
            for piece in pieces {
                _ = table.add(key, start &+ UInt32(piece.lowerBound), Array(data[piece]))
            }
            #expect(table.prefix(of: key) == data)
        }
    }

    @Test func evictsTheDirectionThatWasSilentForLongest() {
        var limits = StreamLimits()
        limits.directions = 2
        var table = StreamTable(limits: limits)
        let keys = (0..<3).map { StreamKey(flow: UInt32($0), isFromClient: true) }
        _ = table.add(keys[0], 1, [1])
        _ = table.add(keys[1], 1, [1])
        _ = table.add(keys[0], 2, [2])
        _ = table.add(keys[2], 1, [1])
        #expect(table.evicted == 1)
        #expect(table.prefix(of: keys[0]) == [1, 2])
        #expect(table.prefix(of: keys[1]) == [])
    }

    @Test func keepsStreamsDuringAPortScan() {
        var table = StreamTable()
        _ = table.add(key, 99, syn: true, [1])
        for flow in 10..<UInt32(20_000) {
            #expect(table.add(StreamKey(flow: flow, isFromClient: true), flow, syn: true, []) == .waiting)
        }
        #expect(table.prefix(of: key) == [1])
        #expect(table.evicted == 0)
    }

    @Test func keepsItsLimitsUnderAttack() {
        var generator = SeededGenerator(seed: 793)
        var table = StreamTable()
        let data = [UInt8](repeating: 1, count: 1460)
        var largest = 0
        for _ in 0..<hostileCount {
            let flow = UInt32.random(in: 0..<8000, using: &generator)
            let key = StreamKey(flow: flow, isFromClient: Bool.random(using: &generator))
            let sequence = flow &* 0x9e37_79b9 &+ UInt32.random(in: 0..<70_000, using: &generator)
            let count = [0, 1, 100, 1460][Int.random(in: 0..<4, using: &generator)]
            _ = table.add(
                key, sequence: sequence, isSYN: Int.random(in: 0..<50, using: &generator) == 0,
                bytes: data.span.bytes, range: ByteRange(start: 0, end: count), limit: StreamTable.largestPrefix)
            if count == 100 { table.consume(key, 50) }
            largest = max(largest, table.heldBytes)
        }
        #expect(table.count <= 4096)
        #expect(largest <= 8 << 20)
        #expect(table.evicted > 0)
    }
}
