import NetworkTypes

extension FrameDecoder {
    /// Version 0 of GRE with its optional fields, when IP stands inside. RFC 2784 §2, RFC 2890 §2.
    static func decodeGRE(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, _ level: Level, into record: inout FrameRecord
    ) {
        guard end >= start &+ 4 else { return record.note(.greTruncated) }
        let flags = bytes.field(at: start, as: UInt16.self)
        guard flags & 0x0007 == 0, flags & 0x4000 == 0 else { return }  // version 0, no source routing
        var offset = start &+ 4
        if flags & 0x8000 != 0 { offset &+= 4 }  // checksum
        if flags & 0x2000 != 0 { offset &+= 4 }  // key
        if flags & 0x1000 != 0 { offset &+= 4 }  // sequence number
        switch EtherType(rawValue: bytes.field(at: start &+ 2)) {
        case .ipv4: decodeIPv4(bytes, at: offset, end: end, level.inside(.gre), into: &record)
        case .ipv6: decodeIPv6(bytes, at: offset, end: end, level.inside(.gre), into: &record)
        default: break
        }
    }
}
