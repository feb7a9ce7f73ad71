import Foundation
import NetworkTypes
import PacketDecode
import TestSupport
import Testing
import TrafficObservation

/// merge(observe(a), observe(b)) == observe(a + b).
@Suite struct ObservationMergeTests {
    /// Merges sets in a random order and grouping.
    private static func merged(
        _ sets: [ObservationSet], _ random: inout SeededGenerator
    ) throws(ObservationMergeError) -> ObservationSet {
        var sets = sets
        while sets.count > 1 {
            let first = sets.remove(at: Int.random(in: 0..<sets.count, using: &random))
            let place = Int.random(in: 0..<sets.count, using: &random)
            sets[place] = try first.merged(with: sets[place])
        }
        return sets.first ?? ObservationSet()
    }

    private static func pieces(
        _ capture: RealCapture, _ random: inout SeededGenerator
    ) -> [Range<Int>] {
        let count = Int.random(in: 1...3, using: &random)
        let cuts = Set((0..<count).map { _ in Int.random(in: 0...capture.packets.count, using: &random) })
        let bounds = [0] + cuts.subtracting([0, capture.packets.count]).sorted() + [capture.packets.count]
        return zip(bounds, bounds.dropFirst()).map { $0..<$1 }
    }

    @Test(arguments: RealCaptures.samples)
    func piecesOfASampleMergeToTheWhole(_ url: URL) throws {
        let capture = try #require(RealCapture(url))
        let whole = capture.observed()
        for seed in 1...6 as ClosedRange<UInt64> {
            var random = SeededGenerator(seed: seed)
            let ranges = Self.pieces(capture, &random)
            let merged = try Self.merged(ranges.map { capture.piece($0) }, &random)
            #expect(difference(whole, merged) == nil, "cut at \(ranges)")
        }
    }

    @Test(arguments: RealCaptures.collection)
    func piecesOfARealCaptureMergeToTheWhole(_ url: URL) throws {
        guard let capture = RealCapture(url) else { return }
        let whole = capture.observed()
        for seed in 1...2 as ClosedRange<UInt64> {
            var random = SeededGenerator(seed: seed)
            let ranges = Self.pieces(capture, &random)
            let merged = try Self.merged(ranges.map { capture.piece($0) }, &random)
            #expect(difference(whole, merged) == nil, "cut at \(ranges)")
        }
    }

    @Test func capturesMergeInAnyOrderToWhatOneObserverSees() throws {
        let captures = RealCaptures.samples.compactMap { RealCapture($0) }
        var random = SeededGenerator(seed: 1)
        for _ in 0..<4 {
            var observer = TrafficObserver()
            for capture in captures.shuffled(using: &random) {
                capture.observe(0..<capture.packets.count, into: &observer)
            }
            let whole = observer.finish()
            let merged = try Self.merged(captures.map { $0.observed() }, &random)
            #expect(difference(whole, merged) == nil)
            #expect(whole == merged)
        }
    }

    @Test func piecesOfSeveralCapturesMergeInAnyOrder() throws {
        let captures = RealCaptures.samples.prefix(3).compactMap { RealCapture($0) }
        var random = SeededGenerator(seed: 7)
        let whole = try Self.merged(captures.map { $0.observed() }, &random)
        for _ in 0..<3 {
            var sets: [ObservationSet] = []
            for capture in captures { sets += Self.pieces(capture, &random).map { capture.piece($0) } }
            #expect(difference(whole, try Self.merged(sets, &random)) == nil)
        }
    }

    @Test func filesOfARingMergeWhereverTheyAreCut() throws {
        let capture = try #require(RealCapture(RealCaptures.samples[0]))
        let count = capture.packets.count
        let files = [0..<count / 3, count / 3..<count / 2, count / 2..<count]
        // Each file counts its frames from 1, as files do.
        let ring = files.enumerated().map { capture.file($0.element, "ring-\($0.offset).pcap") }
        var observer = TrafficObserver()
        for (place, file) in ring.enumerated() {
            file.observe(0..<file.packets.count, into: &observer, isNextFile: place > 0)
        }
        let whole = observer.finish()
        #expect(Set(whole.links.map(\.key.capture)) == [0])
        let cut = ring[1].packets.count / 2
        var first = TrafficObserver(isPiecewise: true)
        ring[0].observe(0..<ring[0].packets.count, into: &first)
        ring[1].observe(0..<cut, into: &first, isNextFile: true)
        var second = TrafficObserver(isPiecewise: true)
        ring[1].observe(cut..<ring[1].packets.count, into: &second)
        ring[2].observe(0..<ring[2].packets.count, into: &second, isNextFile: true)
        let (a, b) = (first.finish(), second.finish())
        #expect(difference(whole, try a.merged(with: b)) == nil)
        #expect(difference(whole, try b.merged(with: a)) == nil)
    }

    @Test func aCaptureThatBothHaveCountsOnce() throws {
        let captures = RealCaptures.samples.prefix(2).compactMap { RealCapture($0) }
        let (a, b) = (captures[0].observed(), captures[1].observed())
        let both = try a.merged(with: b)
        #expect(try difference(both, both.merged(with: a)) == nil)
        #expect(try difference(both, b.merged(with: both)) == nil)
        #expect(try difference(a, a.merged(with: a)) == nil)
        #expect(try difference(a, ObservationSet().merged(with: a)) == nil)
    }

    @Test func partsThatOverlapAreRefused() throws {
        let capture = try #require(RealCapture(RealCaptures.samples[0]))
        let (a, b) = (capture.piece(0..<100), capture.piece(50..<200))
        #expect(throws: ObservationMergeError(path: "capture.pcap", first: 1...100, second: 51...200)) {
            try a.merged(with: b)
        }
    }

    @Test func eachCaptureKeepsItsOwnWindow() throws {
        let captures = RealCaptures.samples.compactMap { RealCapture($0) }
        var random = SeededGenerator(seed: 3)
        let set = try Self.merged(captures.map { $0.observed() }, &random)
        #expect(set.captures.count == captures.count)
        for link in set.links {
            let capture = set.captures[Int(link.key.capture)]
            #expect(link.firstSeen >= capture.firstSeen ?? link.firstSeen)
            #expect(link.lastSeen <= capture.lastSeen ?? link.lastSeen)
        }
        #expect(set.captures.compactMap(\.firstSeen) == set.captures.compactMap(\.firstSeen).sorted())
    }
}
