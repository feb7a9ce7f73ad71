import PacketCapture
import TestSupport
import Testing

@Suite struct CaptureFileReaderTests {
    private static func sample(_ format: CaptureFormat, isBigEndian: Bool = false) -> [UInt8] {
        var file = CaptureFileBuilder(isBigEndian: isBigEndian)
        if format == .pcap {
            file.pcapHeader()
        } else {
            file.section()
            file.interface(name: "eth0", resolution: 9, timeOffset: 7)
            file.interface(linkType: 101, snapLength: 64)
        }
        for seed in 0..<200 {
            let data = packet(seed, count: seed * 37 % 400)
            switch (format, seed % 5) {
            case (.pcap, _): file.pcapRecord(seconds: UInt32(seed), data: data)
            case (_, 0): file.block(type: 0x7777, body: data)
            case (_, 1): file.simplePacket(data: data)
            case (_, 2): file.obsoletePacket(interface: 1, data: data)
            default: file.enhancedPacket(interface: UInt32(seed % 2), data: data)
            }
        }
        return file.bytes
    }

    @Test(arguments: [CaptureFormat.pcap, .pcapng], [1, 3, 17, 4096, 5000])
    func readsTheSameInPiecesOfAnySize(format: CaptureFormat, chunk: Int) {
        let bytes = Self.sample(format)
        let whole = ReadCapture(bytes)
        let pieces = ReadCapture(bytes, chunk: chunk, capacity: 4096)
        #expect(whole.error == nil)
        #expect(whole.packets.count == (format == .pcap ? 200 : 160))
        #expect(pieces.packets == whole.packets)
        #expect(pieces.error == nil)
        #expect(pieces.bytesRead == UInt64(bytes.count))
    }

    /// 2,000 changed files: no crash, no packet outside its file, the same result in pieces.
    @Test(arguments: [CaptureFormat.pcap, .pcapng], [false, true])
    func survivesMutations(format: CaptureFormat, isBigEndian: Bool) {
        let original = Array(Self.sample(format, isBigEndian: isBigEndian).prefix(6000))
        var generator = SeededGenerator(state: isBigEndian ? 42 : 4242)
        for _ in 0..<500 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                let position = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<5, using: &generator) {
                case 0: bytes[position] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                case 2: bytes[position] = [0, 0xff, 0x7f, 0x80].randomElement(using: &generator) ?? 0
                case 3: bytes.removeSubrange(position..<min(bytes.count, position + 4))
                default: bytes.removeLast(min(bytes.count - 1, position / 16))
                }
            }
            let whole = ReadCapture(bytes)
            let pieces = ReadCapture(bytes, chunk: 97, capacity: 4096)
            #expect(whole.packets == pieces.packets)
            #expect(whole.error == pieces.error)
            #expect(whole.packets.allSatisfy { $0.bytes.count <= bytes.count })
            if let error = whole.error { #expect(error.offset <= UInt64(bytes.count)) }
        }
    }

    @Test func refusesOtherFiles() {
        let error = ReadCapture(Array("GET / HTTP/1.1\r\n".utf8)).error
        #expect(error == .init(offset: 0, reason: .notACapture(firstBytes: Array("GET / HTTP/1.1\r\n".utf8))))
    }

    @Test func reusesABatchWithoutKeepingOldFrames() throws {
        let bytes = Self.sample(.pcap)
        var batch = PacketBatch()
        for _ in 0..<2 {
            var reader = try CaptureFileReader(MemoryByteSource(bytes))
            var count = 0
            while try reader.read(into: &batch) { count += batch.count }
            #expect(count == 200)
            let isEmpty = batch.isEmpty
            #expect(isEmpty)
        }
    }

    @Test func keepsWhatCameBeforeASourceFails() {
        struct FailingSource: ByteSource {
            var source: MemoryByteSource
            mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(CaptureFileError) -> Int {
                let count = try source.read(into: buffer)
                if count == 0 { throw CaptureFileError(offset: 0, reason: .readFailed(code: 5)) }
                return count
            }
        }
        let bytes = Array(Self.sample(.pcap).prefix(1000))
        var packets = 0
        do throws(CaptureFileError) {
            var reader = try CaptureFileReader(FailingSource(source: MemoryByteSource(bytes)))
            var batch = PacketBatch()
            while try reader.read(into: &batch) { packets += batch.count }
            Issue.record("the error of the source is lost")
        } catch {
            #expect(error == .init(offset: 1000, reason: .readFailed(code: 5)))
        }
        #expect(packets == ReadCapture(bytes).packets.count)
    }
}

/// SplitMix64, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
