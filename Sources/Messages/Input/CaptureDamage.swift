/// What is wrong at a byte of a capture file: the middle of an `InputMessage.damaged` sentence, no sentence of its own.
/// Lengths are in bytes, types of blocks and fields are numbers as in the file.
public enum CaptureDamage: Hashable, Sendable {
    case fileHeaderTruncated(needed: Int, available: Int)
    case versionUnsupported(major: Int, minor: Int)
    case linkTypeReservedBits(field: UInt32)
    case recordHeaderTruncated(needed: Int, available: Int)
    case recordTruncated(needed: Int, available: Int)
    case packetTooLong(length: UInt32, limit: UInt32)
    case blockTruncated(needed: UInt64, available: UInt64)
    case blockLengthInvalid(length: UInt32)
    case blockLengthMismatch(leading: UInt32, trailing: UInt32)
    case blockTooLong(length: UInt32, limit: UInt32)
    case blockTooShort(type: UInt32, length: UInt32)
    case packetExceedsBlock(captured: UInt32, room: UInt32)
    case byteOrderMagicInvalid(UInt32)
    case sectionVersionUnsupported(major: Int, minor: Int)
    case unknownInterface(index: UInt32, described: Int)
    case tooManyInterfaces(limit: Int)
    case unreadable

    /// Whether the file was cut rather than changed, so that copying it again may help.
    var isCut: Bool {
        switch self {
        case .fileHeaderTruncated, .recordHeaderTruncated, .recordTruncated, .blockTruncated: true
        default: false
        }
    }

    /// Whether the file may be sound and of a kind that is not read here.
    var isUnsupported: Bool {
        switch self {
        case .versionUnsupported, .linkTypeReservedBits, .sectionVersionUnsupported: true
        default: false
        }
    }
}
