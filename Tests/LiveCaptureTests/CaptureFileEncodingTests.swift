import NetworkTypes
import PacketCapture
import Testing

@Suite struct CaptureFileEncodingTests {
    static let packets: [[UInt8]] = (0..<9).map { length in (0..<UInt8(60 + length)).map { $0 } } + [[]]
    static let time = CaptureTime(nanoseconds: 1_795_000_000_123_456_789)

    private func file(_ encoding: CaptureFileEncoding) -> [UInt8] {
        var batch = PacketBatch(capacity: 4096)
        for (index, packet) in Self.packets.enumerated() {
            packet.withUnsafeBytes {
                batch.append(
                    packet: $0, originalLength: UInt32(packet.count + 4), time: Self.time, number: UInt64(index + 1),
                    linkType: .ethernet, encoding: encoding)
            }
        }
        #expect(batch.byteCount == Self.packets.reduce(0) { $0 + encoding.recordLength(captured: $1.count) })
        let header = encoding.fileHeader(
            linkType: .ethernet, snapLength: 9000, interface: "eth0", filter: "ip6", application: "test")
        let end = encoding.fileEnd(at: Self.time, received: 12, droppedBySystem: 1, droppedByInterface: 1)
        return header + batch.withEncodedBytes { Array($0) } + end
    }

    @Test(arguments: [CaptureFileEncoding.pcap, .pcapng])
    func whatIsWrittenIsReadBack(encoding: CaptureFileEncoding) throws {
        var reader = try CaptureFileReader(MemoryByteSource(file(encoding)))
        #expect(reader.format == encoding.format)
        var batch = PacketBatch()
        var read: [[UInt8]] = []
        while try reader.read(into: &batch) {
            for position in 0..<batch.count {
                let frame = batch[position]
                read.append(batch.bytes(of: frame).withUnsafeBytes { Array($0) })
                #expect(frame.number == UInt64(read.count))
                #expect(frame.time == Self.time)
                #expect(frame.originalLength == frame.capturedLength + 4)
                #expect(frame.linkType == .ethernet)
            }
        }
        #expect(read == Self.packets)
        #expect(reader.packetCount == UInt64(Self.packets.count))
        #expect(reader.interfaces.first?.snapLength == 9000)
        #expect(reader.interfaces.first?.ticksPerSecond == 1_000_000_000)
        #expect(reader.interfaces.first?.name == (encoding == .pcapng ? "eth0" : nil))
    }

    @Test(arguments: [CaptureFileEncoding.pcap, .pcapng, nil])
    func aFilledBatchHandsOutWhatWentIn(encoding: CaptureFileEncoding?) {
        var batch = PacketBatch(capacity: 4096)
        for round in 0..<2 {
            batch.reset()
            // Beyond the capacity, so that the arena grows under the first packets.
            for number in 1...200 as ClosedRange<UInt64> {
                let packet = [UInt8](repeating: UInt8(truncatingIfNeeded: number &+ UInt64(round)), count: 61)
                packet.withUnsafeBytes {
                    batch.append(
                        packet: $0, originalLength: 61, time: Self.time, number: number, linkType: .linuxCooked,
                        encoding: encoding)
                }
            }
            #expect(batch.count == 200)
            for position in 0..<200 {
                let expected = [UInt8](repeating: UInt8(truncatingIfNeeded: position + 1 + round), count: 61)
                let bytes = batch.bytes(of: batch[position]).withUnsafeBytes { Array($0) }
                #expect(bytes == expected)
            }
        }
    }

    @Test func theNameSaysTheEncoding() {
        #expect(CaptureFileEncoding(path: "a/b.pcap") == .pcap)
        #expect(CaptureFileEncoding(path: "b.cap") == .pcap)
        #expect(CaptureFileEncoding(path: "b.pcapng") == .pcapng)
        #expect(CaptureFileEncoding(path: "/dev/null") == .pcapng)
    }
}
