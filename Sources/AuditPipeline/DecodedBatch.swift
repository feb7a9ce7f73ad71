import LiveCapture
import NetworkTypes
import PacketCapture
import PacketDecode
import TrafficObservation

/// Packets that were read together, each with its record: what the reading thread hands to the observing one.
struct DecodedBatch: ~Copyable, Sendable {
    var packets = PacketBatch()
    /// As many as the largest batch had; those behind `packets.count` are left over.
    private var records: [FrameRecord] = []
    /// Positions that a filter left out; empty without a filter.
    private var leftOut: [Bool] = []

    /// Decodes all frames of the batch.
    mutating func decode() {
        var records: [FrameRecord] = []
        swap(&records, &self.records)
        decode(into: &records)
        swap(&records, &self.records)
    }

    /// Decides which frames are observed.
    mutating func select(_ filter: inout FrameFilter) throws(CaptureFilterError) {
        var leftOut: [Bool] = []
        leftOut.reserveCapacity(packets.count)
        for position in 0..<packets.count {
            let frame = packets[position]
            leftOut.append(
                try !filter.matches(
                    packets.bytes(of: frame), originalLength: frame.originalLength, linkType: frame.linkType))
        }
        self.leftOut = leftOut
    }

    private func decode(into records: inout [FrameRecord]) {
        let frames = packets.frames
        if records.count < frames.count {
            records += [FrameRecord](repeating: FrameRecord(), count: frames.count - records.count)
        }
        for position in 0..<frames.count {
            let frame = frames[position]
            FrameDecoder.decode(packets.bytes(of: frame), linkType: frame.linkType, into: &records[position])
        }
    }

    func observe(into observer: inout TrafficObserver) {
        let frames = packets.frames
        let records = records.span
        for position in 0..<frames.count {
            if !leftOut.isEmpty, leftOut[position] { continue }
            let frame = frames[position]
            observer.observe(
                records[position], packets.bytes(of: frame), number: frame.number, time: frame.time,
                interface: frame.interface, linkType: frame.linkType)
        }
    }
}
