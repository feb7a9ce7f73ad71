import Glibc
public import Messages
import PacketCapture

extension InputError {
    /// The one sentence that tells the user.
    public var message: InputMessage {
        switch reason {
        case .notFound: .notFound(path: path)
        case .permissionDenied: .permissionDenied(path: path)
        case .isFolder: .folderInsteadOfFile(path: path)
        case .folderWithoutCaptures: .folderWithoutCaptures(path: path)
        case .isTerminal: .terminal
        case .empty: .empty(path: path)
        case .isText: .textFile(path: path)
        case .otherCaptureFormat(let format): .otherCaptureFormat(path: path, format: format)
        case .archive(let kind): .archive(path: path, kind: kind)
        case .notACapture(let bytes):
            .notACapture(path: path, firstBytes: bytes.map { Hexadecimal.text($0) }.joined(separator: " "))
        case .decompression(let compression, let offset):
            .decompressionFailed(
                path: path, compression: compression.rawValue, offset: offset, packets: packetsRead)
        case .system(let code): .system(path: path, code: code, description: String(cString: strerror(code)))
        case .filter(let expression, let reason): .filter(path: path, expression: expression, reason: reason)
        case .capture(let error):
            .damaged(path: path, offset: error.offset, damage: CaptureDamage(error.reason), packets: packetsRead)
        }
    }
}

extension CaptureDamage {
    init(_ reason: CaptureFileError.Reason) {
        self =
            switch reason {
            case .fileHeaderTruncated(let needed, let available):
                .fileHeaderTruncated(needed: needed, available: available)
            case .versionUnsupported(let major, let minor): .versionUnsupported(major: Int(major), minor: Int(minor))
            case .linkTypeReservedBits(let field): .linkTypeReservedBits(field: field)
            case .recordHeaderTruncated(let needed, let available):
                .recordHeaderTruncated(needed: needed, available: available)
            case .recordTruncated(let needed, let available): .recordTruncated(needed: needed, available: available)
            case .packetTooLong(let length, let limit): .packetTooLong(length: length, limit: limit)
            case .blockTruncated(_, let needed, let available): .blockTruncated(needed: needed, available: available)
            case .blockLengthInvalid(let length): .blockLengthInvalid(length: length)
            case .blockLengthMismatch(let leading, let trailing):
                .blockLengthMismatch(leading: leading, trailing: trailing)
            case .blockTooLong(let length, let limit): .blockTooLong(length: length, limit: limit)
            case .blockTooShort(let type, let length): .blockTooShort(type: type, length: length)
            case .packetExceedsBlock(let captured, let room): .packetExceedsBlock(captured: captured, room: room)
            case .byteOrderMagicInvalid(let magic): .byteOrderMagicInvalid(magic)
            case .sectionVersionUnsupported(let major, let minor):
                .sectionVersionUnsupported(major: Int(major), minor: Int(minor))
            case .unknownInterface(let index, let described): .unknownInterface(index: index, described: described)
            case .tooManyInterfaces(let limit): .tooManyInterfaces(limit: limit)
            // The rest becomes another reason of InputError before it gets here.
            case .empty, .notACapture, .readFailed, .decompressionFailed: .unreadable
            }
    }
}
