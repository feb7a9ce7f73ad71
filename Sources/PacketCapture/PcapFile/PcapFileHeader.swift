import NetworkTypes

/// The file header of a pcap file. draft-ietf-opsawg-pcap §4.
struct PcapFileHeader {
    private enum Field {
        static let majorVersion = 4
        static let minorVersion = 6
        static let snapLength = 16
        static let linkType = 20
    }

    let magic: PcapMagic
    let snapLength: UInt32
    let linkType: LinkType
    /// How captured and original length are ordered in a record, by the age of the file.
    let lengthOrder: LengthOrder

    enum LengthOrder {
        case capturedFirst
        /// Before version 2.3.
        case originalFirst
        /// Version 2.3 was written both ways; the captured length is the smaller.
        case smallerIsCaptured
    }

    var length: Int { magic.fileHeaderLength }

    init(_ bytes: [UInt8], magic: PcapMagic, failure: CaptureFileError?) throws(CaptureFileError) {
        self.magic = magic
        guard bytes.count >= magic.fileHeaderLength else {
            if let failure { throw failure }
            throw CaptureFileError(
                offset: 0, reason: .fileHeaderTruncated(needed: magic.fileHeaderLength, available: bytes.count))
        }
        let fields = bytes.withUnsafeBytes { buffer -> (UInt16, UInt16, UInt32, UInt32) in
            guard let base = buffer.baseAddress else { return (0, 0, 0, 0) }
            let bytes = FileBytes(base: base, isSwapped: magic.isSwapped)
            return (
                bytes.uint16(at: Field.majorVersion), bytes.uint16(at: Field.minorVersion),
                bytes.uint32(at: Field.snapLength), bytes.uint32(at: Field.linkType)
            )
        }
        guard fields.0 == 2 else {
            throw CaptureFileError(
                offset: UInt64(Field.majorVersion), reason: .versionUnsupported(major: fields.0, minor: fields.1))
        }
        guard fields.3 & 0x03ff_0000 == 0 else {
            throw CaptureFileError(offset: UInt64(Field.linkType), reason: .linkTypeReservedBits(field: fields.3))
        }
        lengthOrder =
            switch fields.1 {
            case ..<3: .originalFirst
            case 3: .smallerIsCaptured
            default: .capturedFirst
            }
        snapLength = fields.2
        // The bits above the reserved ones hold the length of the frame check sequence.
        linkType = LinkType(rawValue: UInt16(truncatingIfNeeded: fields.3))
    }
}
