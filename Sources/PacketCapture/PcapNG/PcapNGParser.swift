import NetworkTypes

/// The blocks of a pcapng file. draft-ietf-opsawg-pcapng §3 and §4.
struct PcapNGParser: RecordParser {
    private(set) var interfaces: [CaptureInterface] = []
    private(set) var frameCount: UInt64 = 0
    private var section = PcapNGSection()
    /// The rest of a block that is read through.
    private var skipped: SkippedBlock?

    private struct SkippedBlock {
        let offset: UInt64
        let type: UInt32
        let length: UInt32
        /// Bytes to drop before the length at the end.
        var remaining: UInt64
    }

    /// Checks that the file begins with a section header whose byte order is known.
    static func checkStart(_ bytes: [UInt8], failure: CaptureFileError?) throws(CaptureFileError) {
        guard bytes.count >= 12 else {
            if let failure { throw failure }
            throw CaptureFileError(offset: 0, reason: .fileHeaderTruncated(needed: 28, available: bytes.count))
        }
        let magic = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 8, as: UInt32.self) }
        guard PcapNGSection.isSwapped(magic) != nil else {
            throw CaptureFileError(offset: 8, reason: .byteOrderMagicInvalid(magic))
        }
    }

    mutating func parse(_ batch: inout PacketBatch, position: inout Int, origin: UInt64) -> ParseOutcome {
        while true {
            let outcome =
                skipped == nil
                ? parseBlock(&batch, position: &position, origin: origin)
                : skip(in: batch, position: &position, origin: origin)
            if let outcome { return outcome }
        }
    }

    /// Nil after a whole block.
    private mutating func parseBlock(
        _ batch: inout PacketBatch, position: inout Int, origin: UInt64
    ) -> ParseOutcome? {
        let available = batch.filled - position
        guard available > 0 else { return .complete }
        let offset = origin + UInt64(position)
        guard available >= 12 else { return truncated(offset, type: 0, needed: 12, available: available) }
        let start = UnsafeRawPointer(batch.arena + position)
        if start.loadUnaligned(as: UInt32.self) == PcapNGBlock.sectionHeader {
            let magic = start.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
            guard let isSwapped = PcapNGSection.isSwapped(magic) else {
                return failed(offset + 8, .byteOrderMagicInvalid(magic))
            }
            section = PcapNGSection(isSwapped: isSwapped, firstInterface: interfaces.count)
        }
        let bytes = FileBytes(base: start, isSwapped: section.isSwapped)
        let type = bytes.uint32(at: 0)
        let length = bytes.uint32(at: 4)
        guard length >= PcapNGBlock.minimumLength, length % 4 == 0 else {
            return failed(offset, .blockLengthInvalid(length: length))
        }
        guard PcapNGBlock.isHeldInMemory(type) else {
            if PcapNGBlock.isFrameWithoutPacket(type) { frameCount += 1 }
            skipped = SkippedBlock(offset: offset, type: type, length: length, remaining: UInt64(length) - 12)
            position += 8
            return nil
        }
        guard length <= PcapNGBlock.longest else {
            return failed(offset, .blockTooLong(length: length, limit: PcapNGBlock.longest))
        }
        guard length >= PcapNGBlock.fixedLength(type) else {
            return failed(offset, .blockTooShort(type: type, length: length))
        }
        guard available >= Int(length) else {
            return truncated(offset, type: type, needed: Int(length), available: available)
        }
        let trailing = bytes.uint32(at: Int(length) - 4)
        guard trailing == length else {
            return failed(offset, .blockLengthMismatch(leading: length, trailing: trailing))
        }
        if let reason = take(type, bytes, length: Int(length), position: position, into: &batch) {
            return failed(offset, reason)
        }
        position += Int(length)
        return nil
    }

    /// Handles a whole block whose lengths are right; the reason when its content is wrong.
    private mutating func take(
        _ type: UInt32, _ bytes: FileBytes, length: Int, position: Int, into batch: inout PacketBatch
    ) -> CaptureFileError.Reason? {
        switch type {
        case PcapNGBlock.sectionHeader:
            let (major, minor) = (bytes.uint16(at: 12), bytes.uint16(at: 14))
            return major == 1 ? nil : .sectionVersionUnsupported(major: major, minor: minor)
        case PcapNGBlock.interfaceDescription:
            guard interfaces.count < PcapNGBlock.interfaceLimit else {
                return .tooManyInterfaces(limit: PcapNGBlock.interfaceLimit)
            }
            interfaces.append(section.describe(bytes, length: length, index: interfaces.count))
            return nil
        default:
            switch section.packet(type, bytes, length: length, position: position, number: frameCount + 1) {
            case .success(let frame):
                frameCount += 1
                batch.append(frame)
                return nil
            case .failure(let error): return error.reason
            }
        }
    }

    /// Goes on dropping a block; nil when it is behind us.
    private mutating func skip(
        in batch: borrowing PacketBatch, position: inout Int, origin: UInt64
    ) -> ParseOutcome? {
        guard var block = skipped else { return nil }
        let dropped = min(block.remaining, UInt64(batch.filled - position))
        position += Int(dropped)
        block.remaining -= dropped
        skipped = block
        let available = batch.filled - position
        guard block.remaining == 0, available >= 4 else {
            let missing = block.remaining == 0 ? 4 : Int(clamping: block.remaining) + 4
            let got = UInt64(block.length) - block.remaining - 4 + UInt64(available)
            let reason = CaptureFileError.Reason.blockTruncated(
                type: block.type, needed: UInt64(block.length), available: got)
            let step = min(missing, PacketBatch.standardCapacity)
            return .needs(byteCount: step, orElse: CaptureFileError(offset: block.offset, reason: reason))
        }
        let bytes = FileBytes(base: UnsafeRawPointer(batch.arena + position), isSwapped: section.isSwapped)
        let trailing = bytes.uint32(at: 0)
        guard trailing == block.length else {
            return failed(block.offset, .blockLengthMismatch(leading: block.length, trailing: trailing))
        }
        skipped = nil
        position += 4
        return nil
    }

    private func failed(_ offset: UInt64, _ reason: CaptureFileError.Reason) -> ParseOutcome {
        .failed(CaptureFileError(offset: offset, reason: reason))
    }

    private func truncated(_ offset: UInt64, type: UInt32, needed: Int, available: Int) -> ParseOutcome {
        let reason = CaptureFileError.Reason.blockTruncated(
            type: type, needed: UInt64(needed), available: UInt64(available))
        return .needs(byteCount: needed, orElse: CaptureFileError(offset: offset, reason: reason))
    }
}
