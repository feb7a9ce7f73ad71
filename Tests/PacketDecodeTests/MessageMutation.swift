import PacketDecode
import TestSupport
import Testing

/// What every reader of messages must stand, whatever the bytes.
struct MessageMutation {
    let seeds: [[UInt8]]
    /// Asks everything that may be asked of a payload; false where an answer breaks a limit.
    let holds: (borrowing RawSpan, ByteRange) -> Bool

    func expectTenThousandChangedMessagesHold(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for round in 0..<10_000 {
            let bytes = generator.mutated(try #require(seeds.randomElement(using: &generator)))
            if !holds(bytes.span.bytes, bytes.whole) {
                Issue.record("round \(round): \(bytes)")
                return
            }
        }
    }

    func expectEveryPrefixAndEveryStartHolds() {
        for seed in seeds {
            for length in 0...seed.count {
                let prefix = Array(seed.prefix(length))
                let holdsCut = holds(prefix.span.bytes, prefix.whole)
                let holdsPrefix = holds(seed.span.bytes, ByteRange(start: 0, end: length))
                let holdsRest = holds(seed.span.bytes, ByteRange(start: length, end: seed.count))
                #expect(holdsCut && holdsPrefix && holdsRest)
            }
        }
    }
}
