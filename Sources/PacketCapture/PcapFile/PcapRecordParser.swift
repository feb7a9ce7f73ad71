import NetworkTypes

/// The packet records of a pcap file. draft-ietf-opsawg-pcap §5.
struct PcapRecordParser: RecordParser {
    private enum Field {
        static let seconds = 0
        static let fraction = 4
        static let firstLength = 8
        static let secondLength = 12
    }

    let interfaces: [CaptureInterface]
    private(set) var frameCount: UInt64 = 0
    private let linkType: LinkType
    private let isSwapped: Bool
    private let nanosecondsPerTick: Int64
    private let headerLength: Int
    private let lengthOrder: PcapFileHeader.LengthOrder
    private let longestPacket: UInt32

    init(_ header: PcapFileHeader) {
        linkType = header.linkType
        isSwapped = header.magic.isSwapped
        nanosecondsPerTick = header.magic.ticksPerSecond == 1_000_000_000 ? 1 : 1000
        headerLength = header.magic.recordHeaderLength
        lengthOrder = header.lengthOrder
        longestPacket = PacketLimit.longestPacket(header.linkType)
        interfaces = [
            CaptureInterface(
                index: 0, linkType: header.linkType, snapLength: header.snapLength,
                ticksPerSecond: header.magic.ticksPerSecond)
        ]
    }

    mutating func parse(_ batch: inout PacketBatch, position: inout Int, origin: UInt64) -> ParseOutcome {
        let filled = batch.filled
        while true {
            let available = filled - position
            guard available > 0 else { return .complete }
            let offset = origin + UInt64(position)
            guard available >= headerLength else {
                let reason = CaptureFileError.Reason.recordHeaderTruncated(needed: headerLength, available: available)
                return .needs(byteCount: headerLength, orElse: CaptureFileError(offset: offset, reason: reason))
            }
            let bytes = FileBytes(base: UnsafeRawPointer(batch.arena + position), isSwapped: isSwapped)
            let (captured, original) = lengths(bytes)
            guard captured <= longestPacket else {
                let reason = CaptureFileError.Reason.packetTooLong(length: captured, limit: longestPacket)
                return .failed(CaptureFileError(offset: offset, reason: reason))
            }
            let total = headerLength + Int(captured)
            guard available >= total else {
                let reason = CaptureFileError.Reason.recordTruncated(
                    needed: Int(captured), available: available - headerLength)
                return .needs(byteCount: total, orElse: CaptureFileError(offset: offset, reason: reason))
            }
            frameCount += 1
            batch.append(
                CaptureFrame(
                    number: frameCount, nanoseconds: time(bytes), interface: 0, capturedLength: captured,
                    originalLength: original, start: position + headerLength, linkType: linkType))
            position += total
        }
    }

    private func lengths(_ bytes: FileBytes) -> (captured: UInt32, original: UInt32) {
        let first = bytes.uint32(at: Field.firstLength)
        let second = bytes.uint32(at: Field.secondLength)
        return switch lengthOrder {
        case .capturedFirst: (first, second)
        case .originalFirst: (second, first)
        case .smallerIsCaptured: (min(first, second), max(first, second))
        }
    }

    /// Both fields are unsigned, so that the sum stays inside 64 bits.
    private func time(_ bytes: FileBytes) -> Int64 {
        Int64(bytes.uint32(at: Field.seconds)) &* 1_000_000_000
            &+ Int64(bytes.uint32(at: Field.fraction)) &* nanosecondsPerTick
    }
}
