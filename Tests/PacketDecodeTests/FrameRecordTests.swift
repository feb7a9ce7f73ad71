import NetworkTypes
import PacketDecode
import Testing

@Suite struct FrameRecordTests {
    @Test func isSmallAndHasNothingToRelease() {
        #expect(MemoryLayout<FrameRecord>.size <= 512)
        func isBitwise<Value: BitwiseCopyable>(_: Value.Type) -> Bool { true }
        #expect(isBitwise(FrameRecord.self))
    }

    @Test func saysNothingWhenEmpty() {
        let record = FrameRecord()
        #expect(!record.hasLinkSource)
        #expect(record.linkMessage == .none)
        #expect(record.etherType.rawValue == 0)
        #expect(record.outerVLAN == FrameRecord.noVLAN)
        #expect(record.tunnelVLAN == FrameRecord.noVLAN)
        #expect(record.transport == .noNextHeader)
        #expect(record.outerTransport == .noNextHeader)
        #expect(record.encapsulation == .none)
        #expect(record.tunnelDepth == 0)
        #expect(record.payload.isEmpty)
        #expect(record.fragment.isEmpty)
        #expect(record.anomaly == .none)
    }

    @Test func namesEveryAnomalyOnce() {
        let names = DecodeAnomaly.allCases.map(\.name)
        #expect(Set(names).count == names.count)
        for name in names.dropFirst() {
            #expect(name.hasPrefix("decoder."))
            #expect(name.split(separator: ".").count == 3)
        }
    }
}
