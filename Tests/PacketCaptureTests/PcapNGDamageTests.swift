import PacketCapture
import TestSupport
import Testing

@Suite struct PcapNGDamageTests {
    /// A section, an interface and a packet in 28 + 24 + 92 bytes.
    private var start: CaptureFileBuilder {
        var file = CaptureFileBuilder()
        file.section()
        file.interface()
        file.enhancedPacket(data: packet(1))
        return file
    }

    private func expect(
        _ reason: CaptureFileError.Reason, at offset: UInt64 = 144, in file: CaptureFileBuilder,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let capture = ReadCapture(file.bytes)
        #expect(capture.packets.map(\.bytes) == [packet(1)], sourceLocation: sourceLocation)
        #expect(capture.error == .init(offset: offset, reason: reason), sourceLocation: sourceLocation)
    }

    @Test(arguments: [UInt32(0), 4, 11, 13, 93, .max])
    func refusesBlockLengthsThatCannotBe(length: UInt32) {
        var file = start
        file.block(type: 6, body: packet(2), leading: length)
        expect(.blockLengthInvalid(length: length), in: file)
    }

    @Test func refusesDifferentLengthsOfPacketBlocks() {
        var file = start
        file.block(type: 6, body: packet(2), trailing: 12)
        expect(.blockLengthMismatch(leading: 72, trailing: 12), in: file)
    }

    @Test func refusesDifferentLengthsOfUnknownBlocks() {
        var file = start
        file.block(type: 0x7777, body: packet(2), trailing: 12)
        expect(.blockLengthMismatch(leading: 72, trailing: 12), in: file)
    }

    @Test func refusesPacketBlocksOver16MiB() {
        var file = start
        file.block(type: 6, body: packet(2), leading: (16 << 20) + 4)
        expect(.blockTooLong(length: (16 << 20) + 4, limit: 16 << 20), in: file)
    }

    @Test func refusesBlocksShorterThanTheirFields() {
        var file = start
        file.block(type: 6, body: [0, 0, 0, 0])
        expect(.blockTooShort(type: 6, length: 16), in: file)
    }

    @Test func refusesPacketsLongerThanTheirBlock() {
        var file = start
        file.enhancedPacket(captured: 61, data: packet(2))
        expect(.packetExceedsBlock(captured: 61, room: 60), in: file)
    }

    @Test func refusesPacketsLongerThanAnyToolWrites() {
        var file = start
        file.enhancedPacket(captured: 262_145, data: packet(2))
        expect(.packetTooLong(length: 262_145, limit: 262_144), in: file)
    }

    @Test func refusesUnknownInterfaces() {
        var file = start
        file.enhancedPacket(interface: 1, data: packet(2))
        expect(.unknownInterface(index: 1, described: 1), in: file)
    }

    @Test func forgetsTheInterfacesOfTheSectionBefore() {
        var file = start
        file.section()
        file.simplePacket(data: packet(2))
        expect(.unknownInterface(index: 0, described: 0), at: 172, in: file)
    }

    @Test func refusesSectionsOfOtherVersions() {
        var file = start
        file.section(major: 2)
        expect(.sectionVersionUnsupported(major: 2, minor: 0), in: file)
    }

    @Test func refusesSectionsWithoutByteOrder() {
        var file = start
        file.block(type: 0x0a0d_0d0a, body: packet(2))
        let magic = packet(2).prefix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        expect(.byteOrderMagicInvalid(magic), at: 152, in: file)
    }

    @Test func refusesMoreInterfacesThanTheLimit() {
        var file = start
        for _ in 0..<65_536 { file.interface() }
        let capture = ReadCapture(file.bytes)
        #expect(capture.error?.reason == .tooManyInterfaces(limit: 65_536))
        #expect(capture.interfaces.count == 65_536)
    }

    @Test func throwsOnceAndThenEnds() throws {
        var file = start
        file.append([1])
        var reader = try CaptureFileReader(MemoryByteSource(file.bytes))
        var batch = PacketBatch()
        #expect(try reader.read(into: &batch))
        #expect(throws: CaptureFileError.self) { _ = try reader.read(into: &batch) }
        let isEmpty = batch.isEmpty
        #expect(isEmpty)
        #expect(try !reader.read(into: &batch))
        #expect(reader.packetCount == 1)
    }
}
