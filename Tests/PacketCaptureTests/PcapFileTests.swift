import NetworkTypes
import PacketCapture
import TestSupport
import Testing

@Suite struct PcapFileTests {
    @Test(arguments: [false, true])
    func readsBothByteOrders(isBigEndian: Bool) {
        var file = CaptureFileBuilder(isBigEndian: isBigEndian)
        file.pcapHeader(snapLength: 96, linkType: 113)
        file.pcapRecord(seconds: 1_700_000_000, fraction: 999_999, original: 1500, data: packet(1))
        file.pcapRecord(seconds: 1_700_000_001, fraction: 1, data: packet(2, count: 0))
        let capture = ReadCapture(file.bytes)
        #expect(capture.error == nil)
        #expect(capture.format == .pcap)
        #expect(capture.packetCount == 2)
        #expect(capture.bytesRead == UInt64(file.bytes.count))
        #expect(capture.interfaces.map(\.linkType) == [.linuxCooked])
        #expect(capture.interfaces.map(\.snapLength) == [96])
        #expect(
            capture.packets == [
                .init(
                    number: 1, time: CaptureTime(nanoseconds: 1_700_000_000_999_999_000), interface: 0,
                    linkType: .linuxCooked, originalLength: 1500, bytes: packet(1)),
                .init(
                    number: 2, time: CaptureTime(nanoseconds: 1_700_000_001_000_001_000), interface: 0,
                    linkType: .linuxCooked, originalLength: 0, bytes: []),
            ])
    }

    @Test(arguments: [false, true])
    func readsNanoseconds(isBigEndian: Bool) {
        var file = CaptureFileBuilder(isBigEndian: isBigEndian)
        file.pcapHeader(magic: 0xa1b2_3c4d)
        file.pcapRecord(seconds: .max, fraction: 123_456_789, data: packet(1))
        let capture = ReadCapture(file.bytes)
        #expect(capture.packets.first?.time == CaptureTime(nanoseconds: 4_294_967_295_123_456_789))
    }

    @Test func readsTheLongerRecordHeadersOfTheModifiedFormat() {
        var file = CaptureFileBuilder()
        file.pcapHeader(magic: 0xa1b2_cd34)
        file.pcapRecord(extra: [1, 0, 0, 0, 8, 0, 0, 0], data: packet(1))
        file.pcapRecord(extra: [1, 0, 0, 0, 8, 0, 0, 0], data: packet(2))
        #expect(ReadCapture(file.bytes).packets.map(\.bytes) == [packet(1), packet(2)])
    }

    @Test(arguments: [UInt32(0x1c00_01ac), 0x1c00_01ab])
    func readsTheLongerFileHeaderOfIXIA(magic: UInt32) {
        var file = CaptureFileBuilder()
        file.pcapHeader(magic: magic)
        file.integer(UInt32(76))
        file.pcapRecord(seconds: 0, fraction: 7, data: packet(1))
        let capture = ReadCapture(file.bytes)
        #expect(capture.packets.map(\.bytes) == [packet(1)])
        #expect(capture.packets.first?.time?.nanoseconds == (magic == 0x1c00_01ac ? 7 : 7000))
    }

    @Test func swapsTheLengthsOfFilesBeforeVersion2Point3() {
        for (minor, captured, original) in [(UInt16(2), UInt32(1500), UInt32(60)), (3, 1500, 60), (3, 60, 1500)] {
            var file = CaptureFileBuilder()
            file.pcapHeader(minor: minor)
            file.pcapRecord(captured: captured, original: original, data: packet(1))
            let capture = ReadCapture(file.bytes)
            #expect(capture.packets.map(\.bytes) == [packet(1)])
            #expect(capture.packets.map(\.originalLength) == [1500])
        }
    }

    @Test func ignoresTheFrameCheckBitsOfTheLinkType() {
        var file = CaptureFileBuilder()
        file.pcapHeader(linkType: 0x2400_0001)
        #expect(ReadCapture(file.bytes).interfaces.map(\.linkType) == [.ethernet])
    }

    @Test func refusesReservedBitsOfTheLinkType() {
        var file = CaptureFileBuilder()
        file.pcapHeader(linkType: 0x0020_0001)
        let expected = CaptureFileError(offset: 20, reason: .linkTypeReservedBits(field: 0x0020_0001))
        #expect(ReadCapture(file.bytes).error == expected)
    }

    @Test func refusesOtherMajorVersions() {
        var file = CaptureFileBuilder()
        file.pcapHeader(major: 3, minor: 1)
        #expect(ReadCapture(file.bytes).error == .init(offset: 4, reason: .versionUnsupported(major: 3, minor: 1)))
    }

    @Test func keepsThePacketsBeforeAnAbsurdLength() {
        var file = CaptureFileBuilder()
        file.pcapHeader()
        file.pcapRecord(data: packet(1))
        file.pcapRecord(captured: 262_145, data: packet(2))
        let capture = ReadCapture(file.bytes)
        #expect(capture.packets.map(\.bytes) == [packet(1)])
        #expect(capture.error == .init(offset: 100, reason: .packetTooLong(length: 262_145, limit: 262_144)))
    }

    @Test func readsThePacketsOfTheGreatestLength() {
        var file = CaptureFileBuilder()
        file.pcapHeader()
        for seed in 0..<9 { file.pcapRecord(data: packet(seed, count: 262_144)) }
        let capture = ReadCapture(file.bytes, capacity: 4096)
        #expect(capture.error == nil)
        #expect(capture.packets.map(\.bytes) == (0..<9).map { packet($0, count: 262_144) })
    }

    @Test func everyShorterPrefixGivesItsPacketsAndAnError() {
        var file = CaptureFileBuilder()
        file.pcapHeader()
        for seed in 0..<3 { file.pcapRecord(data: packet(seed)) }
        for length in 0..<file.bytes.count {
            let capture = ReadCapture(Array(file.bytes.prefix(length)))
            let whole = max(0, length - 24) / 76
            let rest = length < 24 ? 0 : (length - 24) % 76
            #expect(capture.packets.count == whole)
            switch (length, rest) {
            case (0, _): #expect(capture.error == .init(offset: 0, reason: .empty))
            case (1..<4, _):
                #expect(
                    capture.error
                        == .init(offset: 0, reason: .notACapture(firstBytes: Array(file.bytes.prefix(length)))))
            case (4..<24, _):
                #expect(
                    capture.error == .init(offset: 0, reason: .fileHeaderTruncated(needed: 24, available: length)))
            case (_, 0): #expect(capture.error == nil)
            case (_, 1..<16):
                #expect(
                    capture.error
                        == .init(
                            offset: UInt64(length - rest), reason: .recordHeaderTruncated(needed: 16, available: rest)))
            default:
                #expect(
                    capture.error
                        == .init(
                            offset: UInt64(length - rest), reason: .recordTruncated(needed: 60, available: rest - 16)))
            }
        }
    }
}
