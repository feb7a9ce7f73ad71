/// Why a capture file cannot be read further, and where.
public struct CaptureFileError: Error, Hashable, Sendable {
    /// The byte at which the damaged header, record or block begins, counted in the decompressed file from 0.
    public let offset: UInt64
    public let reason: Reason

    public init(offset: UInt64, reason: Reason) {
        self.offset = offset
        self.reason = reason
    }

    /// What is wrong at the offset. Lengths are in bytes, numbers stand as in the file.
    public enum Reason: Hashable, Sendable {
        /// The file holds no byte.
        case empty
        /// Neither pcap nor pcapng; the first bytes, at most 512, say what it may be.
        case notACapture(firstBytes: [UInt8])
        /// The file ends inside its file header.
        case fileHeaderTruncated(needed: Int, available: Int)
        /// A pcap version that no reader knows; versions 2.x are read.
        case versionUnsupported(major: UInt16, minor: UInt16)
        /// Bits 16 to 25 of the link type field are set; draft-ietf-opsawg-pcap reserves them.
        case linkTypeReservedBits(field: UInt32)
        /// The file ends inside the header of a record.
        case recordHeaderTruncated(needed: Int, available: Int)
        /// The file ends inside a packet.
        case recordTruncated(needed: Int, available: Int)
        /// A packet claims more bytes than any capture tool writes.
        case packetTooLong(length: UInt32, limit: UInt32)
        /// The file ends inside a block.
        case blockTruncated(type: UInt32, needed: UInt64, available: UInt64)
        /// A block length that is below 12 or no multiple of 4.
        case blockLengthInvalid(length: UInt32)
        /// The length at the end of a block is not the one at its start.
        case blockLengthMismatch(leading: UInt32, trailing: UInt32)
        /// A block that must be held in memory is longer than the limit.
        case blockTooLong(length: UInt32, limit: UInt32)
        /// A block shorter than the fixed fields of its type.
        case blockTooShort(type: UInt32, length: UInt32)
        /// A packet claims more bytes than its block holds.
        case packetExceedsBlock(captured: UInt32, room: UInt32)
        /// A section header whose byte-order magic is neither 1a2b3c4d nor 4d3c2b1a.
        case byteOrderMagicInvalid(UInt32)
        /// A pcapng section of a major version other than 1.
        case sectionVersionUnsupported(major: UInt16, minor: UInt16)
        /// A packet names an interface that its section does not describe.
        case unknownInterface(index: UInt32, described: Int)
        /// More interface descriptions than the limit.
        case tooManyInterfaces(limit: Int)
        /// The system refused to read; `errno`.
        case readFailed(code: Int32)
        /// The compressed stream is damaged or ends too early.
        case decompressionFailed
    }
}
