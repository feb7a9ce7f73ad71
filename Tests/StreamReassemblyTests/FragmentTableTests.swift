import NetworkTypes
import PacketDecode
import StreamReassembly
import TestSupport
import Testing

extension FragmentTable {
    /// Adds bytes that stand alone in their frame.
    mutating func add(
        _ key: FragmentKey, _ offset: Int, more: Bool, _ bytes: [UInt8], at time: CaptureTime = .seconds(0)
    ) -> FragmentOutcome {
        add(key, offset: offset, hasMore: more, bytes: bytes.span.bytes, range: bytes.whole, time: time)
    }
}

extension FragmentOutcome {
    var datagram: ReassembledDatagram? {
        if case .complete(let datagram) = self { datagram } else { nil }
    }
}

enum FragmentSample {
    static func key6(_ identification: UInt32, next: IPProtocol = .udp, link: UInt32 = 0) -> FragmentKey {
        FragmentKey(
            link: link, source: IPAddress(IPv6Address(high: 0x2001_0db8_0000_0001, low: 1)),
            destination: IPAddress(IPv6Address(high: 0x2001_0db8_0000_0002, low: 2)), identification: identification,
            upperProtocol: next)
    }

    static func key4(_ identification: UInt32, protocol: IPProtocol = .udp) -> FragmentKey {
        FragmentKey(
            link: 0, source: IPAddress(IPv4Address(value: 0xc000_020a)),
            destination: IPAddress(IPv4Address(value: 0xc633_6414)), identification: identification,
            upperProtocol: `protocol`)
    }
}

@Suite struct FragmentTableTests {
    private let key6 = FragmentSample.key6(7)
    private let key4 = FragmentSample.key4(7)
    private let first = [UInt8](1...16)
    private let second = [UInt8](17...32)
    private let last = [UInt8](33...36)

    @Test func joinsFragmentsInAnyOrder() {
        let pieces = [(0, true, first), (16, true, second), (32, false, last)]
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            for key in [key6, key4] {
                var table = FragmentTable()
                for index in order.prefix(2) {
                    #expect(table.add(key, pieces[index].0, more: pieces[index].1, pieces[index].2) == .waiting)
                }
                let end = pieces[order[2]]
                let datagram = table.add(key, end.0, more: end.1, end.2).datagram
                #expect(datagram?.bytes == [UInt8](1...36))
                #expect(datagram?.fragments == 3)
                #expect(datagram?.hasOverlap == false)
                #expect(table.count == 0)
                #expect(table.heldBytes == 0)
            }
        }
    }

    @Test func takesTheBytesOfTheRangeOnly() {
        var table = FragmentTable()
        let frame: [UInt8] = [9, 9, 9] + first + [9]
        #expect(
            table.add(
                key6, offset: 0, hasMore: true, bytes: frame.span.bytes, range: ByteRange(start: 3, end: 19),
                time: .seconds(0)) == .waiting)
        #expect(table.add(key6, 16, more: false, last).datagram?.bytes == first + last)
    }

    @Test func returnsAnAtomicFragmentAtOnce() {
        var table = FragmentTable()
        #expect(table.add(key6, 0, more: true, first) == .waiting)
        #expect(table.add(key6, 0, more: false, last).datagram?.bytes == last)
        #expect(table.add(key6, 16, more: false, last).datagram?.bytes == first + last)
    }

    @Test func takesTheProtocolOfTheFirstFragment() {
        var table = FragmentTable()
        #expect(table.add(FragmentSample.key6(1, next: .destinationOptions), 16, more: false, last) == .waiting)
        #expect(table.add(FragmentSample.key6(1, next: .tcp), 0, more: true, first).datagram?.upperProtocol == .tcp)
    }

    @Test func tellsDatagramsApart() {
        var table = FragmentTable()
        #expect(table.add(key6, 0, more: true, first) == .waiting)
        #expect(table.add(FragmentSample.key6(8), 16, more: false, last) == .waiting)
        #expect(table.add(FragmentSample.key6(7, link: 1), 16, more: false, last) == .waiting)
        #expect(table.add(key4, 0, more: true, first) == .waiting)
        #expect(table.add(FragmentSample.key4(7, protocol: .icmp), 16, more: false, last) == .waiting)
        #expect(table.count == 5)
    }

    @Test func ignoresCopies() {
        var table = FragmentTable()
        for _ in 0..<3 { #expect(table.add(key6, 0, more: true, first) == .waiting) }
        for _ in 0..<3 { #expect(table.add(key6, 24, more: false, last) == .waiting) }
        let datagram = table.add(key6, 16, more: true, [UInt8](17...24)).datagram
        #expect(datagram?.bytes == [UInt8](1...24) + last)
        #expect(datagram?.fragments == 7)
        #expect(datagram?.hasOverlap == false)
    }

    @Test(arguments: [
        (8, true, [UInt8](repeating: 0, count: 8)), (8, true, [UInt8](9...24)), (0, true, [UInt8](1...24)),
        (8, false, [UInt8](9...12)),
    ])
    func givesUpAnIPv6DatagramWhoseFragmentsOverlap(offset: Int, more: Bool, bytes: [UInt8]) {
        var table = FragmentTable()
        #expect(table.add(key6, 0, more: true, first) == .waiting)
        #expect(table.add(key6, offset, more: more, bytes) == .overlap)
        #expect(table.add(key6, 16, more: false, last) == .refused)
        #expect(table.heldBytes == 0)
        #expect(table.count == 1)
    }

    @Test func keepsTheFirstBytesOfAnIPv4DatagramWhoseFragmentsOverlap() {
        var table = FragmentTable()
        #expect(table.add(key4, 0, more: true, first) == .waiting)
        #expect(table.add(key4, 8, more: true, [UInt8](repeating: 0, count: 16)) == .overlap)
        let datagram = table.add(key4, 24, more: false, last).datagram
        #expect(datagram?.bytes == first + [UInt8](repeating: 0, count: 8) + last)
        #expect(datagram?.hasOverlap == true)
    }

    @Test func refusesASecondEnd() {
        for (key, outcome) in [(key6, FragmentOutcome.refused), (key4, .waiting)] {
            var table = FragmentTable()
            #expect(table.add(key, 32, more: false, last) == .waiting)
            #expect(table.add(key, 48, more: false, last) == .overlap)
            #expect(table.add(key, 0, more: true, first) == outcome)
        }
    }

    @Test func refusesWhatLiesBehindTheEnd() {
        for early in [true, false] {
            var table = FragmentTable()
            #expect(table.add(key6, early ? 64 : 16, more: early, early ? first : last) == .waiting)
            #expect(table.add(key6, early ? 16 : 64, more: !early, early ? last : first) == .overlap)
        }
    }

    @Test(arguments: [(4, true, 8), (0, true, 7), (0, true, 0), (65_528, false, 8), (65_536, true, 8), (-8, true, 8)])
    func rejectsWhatCannotBeAFragment(offset: Int, more: Bool, count: Int) {
        var table = FragmentTable()
        #expect(table.add(key6, offset, more: more, [UInt8](repeating: 1, count: count)) == .malformed)
        #expect(table.count == 0)
    }

    @Test func rejectsARangeOutsideTheFrame() {
        var table = FragmentTable()
        for range in [ByteRange(start: 16, end: 24), ByteRange(start: .max, end: .max)] {
            #expect(
                table.add(key6, offset: 0, hasMore: true, bytes: first.span.bytes, range: range, time: .seconds(0))
                    == .malformed)
        }
    }

    @Test func joinsTheLargestDatagramOfTinyFragmentsWithinTheLimit() {
        var limits = FragmentLimits()
        limits.fragments = 8192
        var table = FragmentTable(limits: limits)
        var generator = SeededGenerator(seed: 1)
        let data = [UInt8].random(65_535, &generator)
        for offset in stride(from: 0, to: 65_528, by: 8) {
            #expect(table.add(key6, offset, more: true, Array(data[offset..<(offset + 8)])) == .waiting)
        }
        #expect(table.add(key6, 65_528, more: false, Array(data[65_528...])).datagram?.bytes == data)
    }

    @Test func givesUpADatagramOfTooManyFragments() {
        var table = FragmentTable()
        for index in 0..<64 { #expect(table.add(key4, index * 16, more: true, [UInt8](1...8)) == .waiting) }
        #expect(table.add(key4, 64 * 16, more: true, [UInt8](1...8)) == .refused)
        #expect(table.add(key4, 8, more: true, [UInt8](1...8)) == .refused)
        #expect(table.heldBytes == 0)
    }

    @Test func forgetsADatagramWhoseTimeRanOut() {
        for (key, seconds) in [(key4, Int64(30)), (key6, 60)] {
            var table = FragmentTable()
            #expect(table.add(key, 0, more: true, first, at: .seconds(100)) == .waiting)
            #expect(table.add(key, 16, more: false, last, at: .seconds(100 + seconds)).datagram != nil)
            #expect(table.add(key, 0, more: true, first, at: .seconds(1000)) == .waiting)
            #expect(table.add(key, 16, more: false, last, at: .seconds(1001 + seconds)) == .waiting)
            #expect(table.expired == 1)
            #expect(table.add(key, 0, more: true, first, at: .seconds(10)) == .waiting)
            #expect(table.expired == 2)
        }
    }

    @Test func evictsTheOldestDatagram() {
        var limits = FragmentLimits()
        limits.datagrams = 2
        var table = FragmentTable(limits: limits)
        for number in 1...3 {
            #expect(table.add(FragmentSample.key6(UInt32(number)), 0, more: true, first) == .waiting)
        }
        #expect(table.evicted == 1)
        #expect(table.add(FragmentSample.key6(3), 16, more: false, last).datagram != nil)
        #expect(table.add(FragmentSample.key6(2), 16, more: false, last).datagram != nil)
        #expect(table.add(FragmentSample.key6(1), 16, more: false, last) == .waiting)
    }

    @Test func evictsTheOldestBytes() {
        var limits = FragmentLimits()
        limits.bytes = 4096
        var table = FragmentTable(limits: limits)
        let block = [UInt8](repeating: 5, count: 1600)
        for number in 1...3 {
            #expect(table.add(FragmentSample.key6(UInt32(number)), 0, more: true, block) == .waiting)
        }
        #expect(table.count == 2)
        #expect(table.heldBytes <= 4096)
        #expect(table.add(key6, 0, more: true, [UInt8](repeating: 5, count: 8000)) == .refused)
        #expect(table.heldBytes <= 4096)
    }

    @Test func givesTheSameDatagramForEveryCutOrderAndRepetition() {
        var generator = SeededGenerator(seed: 815)
        var table = FragmentTable()
        for round in 0..<500 {
            let data = [UInt8].random(Int.random(in: 9...4000, using: &generator), &generator)
            var pieces: [Range<Int>] = []
            while let start = Optional(pieces.last?.upperBound ?? 0), start < data.count {
                let step = 8 * Int.random(in: 8...100, using: &generator)
                pieces.append(start..<min(start + (pieces.isEmpty ? 8 : step), data.count))
            }
            let sent = (pieces + pieces.filter { _ in Bool.random(using: &generator) }).shuffled(using: &generator)
            let key = round % 2 == 0 ? FragmentSample.key6(UInt32(round)) : FragmentSample.key4(UInt32(round))
            var missing = Set(pieces)
            for piece in sent.prefix(64) where !missing.isEmpty {
                missing.remove(piece)
                let outcome = table.add(
                    key, piece.lowerBound, more: piece.upperBound < data.count, Array(data[piece]),
                    at: .seconds(Int64(round)))
                #expect(missing.isEmpty ? outcome.datagram?.bytes == data : outcome == .waiting)
            }
        }
    }

    @Test func keepsItsLimitsUnderAttack() {
        var generator = SeededGenerator(seed: 791)
        var table = FragmentTable()
        let data = [UInt8](repeating: 1, count: 1480)
        var largest = 0
        for number in 0..<hostileCount {
            let id = UInt32.random(in: 0..<5000, using: &generator)
            let offset = 8 * Int.random(in: 0..<9000, using: &generator)
            let count = Bool.random(using: &generator) ? 8 : 1480
            _ = table.add(
                id % 2 == 0 ? FragmentSample.key6(id) : FragmentSample.key4(id), offset: offset, hasMore: id % 8 != 0,
                bytes: data.span.bytes, range: ByteRange(start: 0, end: count),
                time: CaptureTime(nanoseconds: Int64(number) * 1_000_000))
            largest = max(largest, table.heldBytes)
        }
        #expect(table.count <= 1024)
        #expect(largest <= 8 << 20)
        #expect(table.evicted > 0)
    }
}
