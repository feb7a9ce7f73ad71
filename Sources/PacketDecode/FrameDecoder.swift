public import NetworkTypes

/// Turns one frame's bytes into one flat record. The door of this module: one call per frame.
public enum FrameDecoder {
    /// Link types that are decoded; frames of others are only counted.
    public static func supports(_ linkType: LinkType) -> Bool {
        switch linkType {
        case .ethernet, .linuxCooked, .linuxCooked2, .raw, .ipv4, .ipv6, .null, .loop: true
        default: false
        }
    }

    /// Decodes as much as is there. Whatever is wrong is named in `record.anomaly`; what was read before it stands.
    public static func decode(_ bytes: borrowing RawSpan, linkType: LinkType, into record: inout FrameRecord) {
        record = FrameRecord()
        switch linkType {
        case .ethernet: decodeEthernet(bytes, at: 0, into: &record)
        case .linuxCooked: decodeLinuxCooked(bytes, into: &record)
        case .linuxCooked2: decodeLinuxCooked2(bytes, into: &record)
        case .raw, .ipv4, .ipv6: decodeRawIP(bytes, at: 0, into: &record)
        case .null, .loop: decodeRawIP(bytes, at: 4, into: &record)
        default: break
        }
    }

    /// The version nibble says which header follows; NULL and LOOP put four bytes of host-order family before it.
    private static func decodeRawIP(_ bytes: borrowing RawSpan, at offset: Int, into record: inout FrameRecord) {
        guard bytes.byteCount > offset else { return record.note(.linkTruncated) }
        switch bytes.field(at: offset, as: UInt8.self) >> 4 {
        case 4: decodeIPv4(bytes, at: offset, end: bytes.byteCount, depth: 0, into: &record)
        case 6: decodeIPv6(bytes, at: offset, end: bytes.byteCount, depth: 0, into: &record)
        default: break
        }
    }
}
