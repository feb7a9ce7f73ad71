/// The first header of SMB in a TCP segment or a stream, with or without the length before it: enough to know that a
/// service of SMB speaks. MS-SMB2 §2.1 and §2.2.1, MS-CIFS §2.2.3.1.
public struct SMBHeader: Sendable, Hashable, BitwiseCopyable {
    public enum Form: UInt8, Sendable, BitwiseCopyable {
        case smb1
        /// Of SMB 2 and 3.
        case smb2
        /// Of SMB 3: the message is encrypted. MS-SMB2 §2.2.41.
        case encrypted
        /// Of SMB 3.1.1. MS-SMB2 §2.2.42.
        case compressed
    }

    public let form: Form
    /// Nil where the message is encrypted or compressed.
    public let command: UInt16?
    /// The sender is the server; nil where the message is encrypted or compressed.
    public let isResponse: Bool?
    /// The first byte of the header.
    public let offset: Int

    private enum Field {
        static let command1 = 4
        static let flags1 = 9
        static let length1 = 32
        static let command2 = 12
        static let flags2 = 16
        static let length2 = 64
    }

    /// Nil where no header is at the start or behind four octets of length, or it is cut.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        let end = min(range.upper, bytes.byteCount)
        var start = range.lower
        // A session message. RFC 1002 §4.3.1; MS-SMB2 §2.1 has 24 bits of length.
        if bytes.field(at: start, as: UInt8.self) == 0 { start += 4 }
        guard start + 4 <= end, bytes.field(at: start, as: UInt32.self) & 0xff_ffff == 0x53_4d42 else { return nil }
        offset = start
        let remaining = end - start
        switch bytes.field(at: start, as: UInt8.self) {
        case 0xff:
            guard remaining >= Field.length1 else { return nil }
            form = .smb1
            command = UInt16(bytes.field(at: start + Field.command1, as: UInt8.self))
            isResponse = bytes.field(at: start + Field.flags1, as: UInt8.self) & 0x80 != 0
        case 0xfe:
            guard remaining >= Field.length2 else { return nil }
            form = .smb2
            command = bytes.littleField(at: start + Field.command2)
            isResponse = bytes.littleField(at: start + Field.flags2, as: UInt32.self) & 1 != 0
        case 0xfd: (form, command, isResponse) = (.encrypted, nil, nil)
        case 0xfc: (form, command, isResponse) = (.compressed, nil, nil)
        default: return nil
        }
    }
}
