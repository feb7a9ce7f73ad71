import NetworkTypes
import PacketCapture

/// A whole capture read into memory, with the error that ended it.
struct ReadCapture {
    struct Packet: Equatable {
        let number: UInt64
        let time: CaptureTime?
        let interface: UInt32
        let linkType: LinkType
        let originalLength: UInt32
        let bytes: [UInt8]
    }

    private(set) var packets: [Packet] = []
    private(set) var error: CaptureFileError?
    private(set) var format: CaptureFormat?
    private(set) var interfaces: [CaptureInterface] = []
    private(set) var packetCount: UInt64 = 0
    private(set) var bytesRead: UInt64 = 0

    init(_ bytes: [UInt8], chunk: Int = .max, capacity: Int = PacketBatch.standardCapacity) {
        do throws(CaptureFileError) {
            var reader = try CaptureFileReader(MemoryByteSource(bytes, chunk: chunk))
            format = reader.format
            read(&reader, capacity: capacity)
        } catch {
            self.error = error
        }
    }

    private mutating func read(_ reader: inout CaptureFileReader, capacity: Int) {
        var batch = PacketBatch(capacity: capacity)
        do throws(CaptureFileError) {
            while try reader.read(into: &batch) { take(batch) }
        } catch {
            self.error = error
        }
        interfaces = reader.interfaces
        packetCount = reader.packetCount
        bytesRead = reader.bytesRead
    }

    private mutating func take(_ batch: borrowing PacketBatch) {
        for position in 0..<batch.count {
            let frame = batch[position]
            let span = batch.bytes(of: frame)
            packets.append(
                Packet(
                    number: frame.number, time: frame.time, interface: frame.interface, linkType: frame.linkType,
                    originalLength: frame.originalLength, bytes: span.withUnsafeBytes { Array($0) }))
        }
    }
}

/// A packet that tells itself apart from others.
func packet(_ seed: Int, count: Int = 60) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: seed &* 31 &+ $0) }
}
