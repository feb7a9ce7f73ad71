import PacketDecode
import Testing

@Suite struct ByteRangeTests {
    @Test func countsItsBytes() {
        let range = ByteRange(start: 14, end: 54)
        #expect(range.count == 40)
        #expect(!range.isEmpty)
        #expect(range == ByteRange(start: 14, end: 54))
    }

    @Test func isEmptyWhenTheEndIsBeforeTheStart() {
        #expect(ByteRange(start: 54, end: 14).isEmpty)
        #expect(ByteRange(start: 54, end: 14).count == 0)
        #expect(ByteRange(start: -5, end: -1).isEmpty)
    }
}

@Suite struct DecodeAnomalyTests {
    @Test func hasADistinctDottedNamePerCase() {
        let names = DecodeAnomaly.allCases.map(\.name)
        #expect(Set(names).count == names.count)
        for (anomaly, name) in zip(DecodeAnomaly.allCases, names) where anomaly != .none {
            #expect(name.hasPrefix("decoder."))
            #expect(name.split(separator: ".").count == 3)
        }
    }
}
