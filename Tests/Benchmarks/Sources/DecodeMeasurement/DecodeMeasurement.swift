import CAllocationCount
import PacketDecode

/// What decoding costs, frame by frame, without reading and without anything that works on the result.
public struct DecodeMeasurement: Sendable {
    /// Blocks of memory asked for, over all frames.
    public let allocations: UInt
    /// The fastest round, over the number of frames.
    public let nanosecondsPerFrame: Double
    /// Frames whose decoding found an IP header, so that no compiler can leave the work out.
    public let packets: Int

    public init(_ frames: SampleFrames, rounds: Int) {
        var packets = 0
        var record = FrameRecord()
        var fastest = Duration.seconds(3600)
        let span = frames.bytes.span.bytes
        let before = allocation_count()
        for _ in 0..<max(1, rounds) {
            packets = 0
            let start = ContinuousClock.now
            for place in frames.places {
                FrameDecoder.decode(span.extracting(place.range), linkType: place.linkType, into: &record)
                if record.network == .ipv4 || record.network == .ipv6 { packets += 1 }
            }
            fastest = min(fastest, ContinuousClock.now - start)
        }
        allocations = UInt(allocation_count() - before)
        let (seconds, attoseconds) = fastest.components
        nanosecondsPerFrame =
            (Double(seconds) * 1e9 + Double(attoseconds) / 1e9) / Double(max(1, frames.places.count))
        self.packets = packets
    }

    /// The bytes of one decoded frame.
    public static var recordBytes: Int { MemoryLayout<FrameRecord>.size }
}
