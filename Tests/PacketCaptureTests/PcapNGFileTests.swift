import NetworkTypes
import PacketCapture
import TestSupport
import Testing

@Suite struct PcapNGFileTests {
    @Test(arguments: [false, true])
    func readsBothByteOrders(isBigEndian: Bool) {
        var file = CaptureFileBuilder(isBigEndian: isBigEndian)
        file.section()
        file.interface(linkType: 1, snapLength: 96, name: "eth0")
        file.enhancedPacket(ticks: 1_700_000_000_000_001, original: 1500, data: packet(1, count: 61))
        let capture = ReadCapture(file.bytes)
        #expect(capture.error == nil)
        #expect(capture.format == .pcapng)
        #expect(capture.interfaces.map(\.name) == ["eth0"])
        #expect(capture.interfaces.map(\.snapLength) == [96])
        #expect(
            capture.packets == [
                .init(
                    number: 1, time: CaptureTime(nanoseconds: 1_700_000_000_000_001_000), interface: 0,
                    linkType: .ethernet, originalLength: 1500, bytes: packet(1, count: 61))
            ])
    }

    @Test func countsInterfacesOverSectionsOfDifferentByteOrder() {
        var first = CaptureFileBuilder()
        first.section()
        first.interface(linkType: 1)
        first.interface(linkType: 101)
        first.enhancedPacket(interface: 1, data: packet(1))
        var second = CaptureFileBuilder(isBigEndian: true)
        second.section()
        second.interface(linkType: 113)
        second.enhancedPacket(data: packet(2))
        let capture = ReadCapture(first.bytes + second.bytes)
        #expect(capture.error == nil)
        #expect(capture.interfaces.map(\.index) == [0, 1, 2])
        #expect(capture.packets.map(\.interface) == [1, 2])
        #expect(capture.packets.map(\.linkType) == [.raw, .linuxCooked])
        #expect(capture.packets.map(\.number) == [1, 2])
    }

    @Test func simplePacketsHaveNoTimeAndTheSnapLength() {
        var file = CaptureFileBuilder()
        file.section()
        file.interface(snapLength: 32)
        file.simplePacket(original: 20, data: packet(1, count: 20))
        file.simplePacket(original: 90, data: packet(2, count: 32))
        let capture = ReadCapture(file.bytes)
        #expect(capture.error == nil)
        #expect(capture.packets.map(\.time) == [nil, nil])
        #expect(capture.packets.map(\.bytes.count) == [20, 32])
        #expect(capture.packets.map(\.originalLength) == [20, 90])
    }

    @Test func readsObsoletePacketBlocks() {
        var file = CaptureFileBuilder()
        file.section()
        file.interface()
        file.interface(linkType: 101)
        file.obsoletePacket(interface: 1, ticks: 5, data: packet(1))
        let capture = ReadCapture(file.bytes)
        #expect(capture.packets.map(\.time?.nanoseconds) == [5000])
        #expect(capture.packets.map(\.linkType) == [.raw])
    }

    /// if_tsresol, if_tsoffset, ticks, nanoseconds since 1970.
    private static let clocks: [(UInt8, Int64, UInt64, Int64)] = [
        (6, 0, 1_500_000, 1_500_000_000),
        (9, 0, 1_500_000_000, 1_500_000_000),
        (0, 0, 3, 3_000_000_000),
        (3, -1, 1500, 500_000_000),
        (12, 10, 1_500_000_000_999, 11_500_000_000),
        (0x8a, 0, 1536, 1_500_000_000),
        (0xbf, 0, 1 << 62, 500_000_000),
        (19, 0, 15_000_000_000_000_000_000, 1_500_000_000),
        (6, -9_223_372_036, 0, -9_223_372_036_000_000_000),
    ]

    @Test(arguments: clocks)
    func countsTimeByResolutionAndOffset(resolution: UInt8, offset: Int64, ticks: UInt64, nanoseconds: Int64) {
        var file = CaptureFileBuilder()
        file.section()
        file.interface(resolution: resolution, timeOffset: offset)
        file.enhancedPacket(ticks: ticks, data: packet(1))
        #expect(ReadCapture(file.bytes).packets.map(\.time) == [CaptureTime(nanoseconds: nanoseconds)])
    }

    @Test(arguments: [UInt8(20), 127, 0xc0, 0xff])
    func givesNoTimeForTooFineResolutions(resolution: UInt8) {
        var file = CaptureFileBuilder()
        file.section()
        file.interface(resolution: resolution)
        file.enhancedPacket(data: packet(1))
        #expect(ReadCapture(file.bytes).packets.map(\.time) == [nil])
    }

    @Test(arguments: [(UInt64.max, Int64(0)), (0, .max), (0, .min), (0, -9_223_372_037)])
    func givesNoTimeBeyond64Bits(ticks: UInt64, offset: Int64) {
        var file = CaptureFileBuilder()
        file.section()
        file.interface(resolution: 0, timeOffset: offset)
        file.enhancedPacket(ticks: ticks, data: packet(1))
        #expect(ReadCapture(file.bytes).packets.map(\.time) == [nil])
    }

    @Test func skipsUnknownBlocksOfAnyLength() {
        var file = CaptureFileBuilder()
        file.section()
        file.interface()
        file.block(type: 0x7777, body: [])
        file.enhancedPacket(data: packet(1))
        file.block(type: 0x7777, body: [UInt8](repeating: 7, count: 17 << 20))
        file.enhancedPacket(data: packet(2))
        let capture = ReadCapture(file.bytes)
        #expect(capture.error == nil)
        #expect(capture.packets.map(\.bytes) == [packet(1), packet(2)])
    }

    /// tshark 4.0.17 numbers custom blocks, journal entries and sysdig events as frames.
    @Test func numbersFramesAsWiresharkDoes() {
        var file = CaptureFileBuilder()
        file.section()
        file.interface()
        for type: UInt32 in [4, 5, 10, 0x0bad, 0x4000_0bad, 9, 0x201, 0x204, 0x208, 0x216, 0x217, 0x221] {
            file.block(type: type, body: packet(3, count: 40))
        }
        file.enhancedPacket(data: packet(1))
        let capture = ReadCapture(file.bytes)
        #expect(capture.packets.map(\.number) == [7])
        #expect(capture.packetCount == 7)
    }

    @Test func everyShorterPrefixEndsCleanlyOrWithAnError() {
        var file = CaptureFileBuilder()
        file.section()
        file.interface(name: "eth0")
        file.enhancedPacket(data: packet(1))
        file.simplePacket(data: packet(2))
        file.block(type: 0x7777, body: packet(3))
        file.enhancedPacket(data: packet(4))
        let ends = [28, 28 + 32, 60 + 92, 152 + 76, 228 + 72, 300 + 92]
        #expect(file.bytes.count == ends.last)
        for length in 0..<file.bytes.count {
            let capture = ReadCapture(Array(file.bytes.prefix(length)))
            #expect((capture.error == nil) == ends.contains(length))
            #expect(capture.packets.count == [152, 228, 392].count { length >= $0 })
            if let error = capture.error {
                #expect(error.offset == UInt64(ends.last { $0 <= length } ?? 0))
            }
        }
    }
}
