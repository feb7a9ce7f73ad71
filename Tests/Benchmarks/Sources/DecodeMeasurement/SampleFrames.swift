public import CaptureInput
public import NetworkTypes
import PacketCapture

/// All frames of some captures in one piece of memory, so that what is measured is decoding alone.
public struct SampleFrames: Sendable {
    /// Where a frame stands in `bytes`, in bytes.
    public struct Place: Sendable {
        public let range: Range<Int>
        public let linkType: LinkType
    }

    public private(set) var bytes: [UInt8] = []
    public private(set) var places: [Place] = []

    /// Reads captures to their end.
    public init(_ paths: [String]) throws(InputError) {
        for path in paths {
            var input = try CaptureInput.open(path)
            var batch = PacketBatch()
            while try input.read(into: &batch) {
                for position in 0..<batch.count {
                    let frame = batch[position]
                    append(batch.bytes(of: frame), frame.linkType)
                }
            }
        }
    }

    private mutating func append(_ frame: borrowing RawSpan, _ linkType: LinkType) {
        let start = bytes.count
        frame.withUnsafeBytes { bytes.append(contentsOf: $0) }
        places.append(Place(range: start..<bytes.count, linkType: linkType))
    }
}
