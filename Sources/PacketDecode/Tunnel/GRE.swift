import NetworkTypes

extension FrameDecoder {
    private enum Flag {
        static let checksum: UInt16 = 0x8000
        static let routing: UInt16 = 0x4000
        static let key: UInt16 = 0x2000
        static let sequence: UInt16 = 0x1000
        /// Version 1 only. RFC 2637 §4.1.
        static let acknowledgement: UInt16 = 0x0080
        static let version: UInt16 = 0x0007
    }

    /// GRE with its optional fields: version 0 (RFC 2784 §2, RFC 2890 §2) and version 1, the one of PPTP (RFC 2637 §4.1).
    static func decodeGRE(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, _ level: Level, into record: inout FrameRecord
    ) {
        guard end >= start &+ 4 else { return record.note(.greTruncated) }
        let flags = bytes.field(at: start, as: UInt16.self)
        var type = EtherType(rawValue: bytes.field(at: start &+ 2))
        let version = flags & Flag.version
        guard version <= 1, flags & Flag.routing == 0 else { return }
        var offset = start &+ 4
        if flags & Flag.checksum != 0 { offset &+= 4 }
        if flags & Flag.key != 0 { offset &+= 4 }
        if flags & Flag.sequence != 0 { offset &+= 4 }
        if version == 1, flags & Flag.acknowledgement != 0 { offset &+= 4 }
        if type == .ciscoMetadata {  // in GRE the type of what follows stands before the tag
            type = EtherType(rawValue: bytes.field(at: offset))
            offset &+= 4 &+ Int(bytes.field(at: offset &+ 3, as: UInt8.self)) &* 4
        }
        guard offset <= end else { return record.note(.greTruncated) }
        guard offset < end else { return }  // a keepalive or an acknowledgement
        switch type {
        case .ipv4 where version == 0: decodeIPv4(bytes, at: offset, end: end, level.inside(.gre), into: &record)
        case .ipv6 where version == 0: decodeIPv6(bytes, at: offset, end: end, level.inside(.gre), into: &record)
        case .transparentEthernetBridging where version == 0:
            decodeInnerEthernet(bytes, at: offset, end: end, level.inside(.gre), into: &record)
        case .mplsUnicast where version == 0, .mplsMulticast where version == 0:
            decodeMPLS(bytes, at: offset, end: end, level.inside(.gre), into: &record)
        case .ppp: decodePPP(bytes, at: offset, end: end, level.inside(.ppp), into: &record)
        case .erspan where version == 0:
            // Without sequence numbers it is type I, which has no header of its own.
            decodeERSPAN(bytes, at: offset, end: end, hasHeader: flags & Flag.sequence != 0, level, into: &record)
        case .erspan3 where version == 0:
            decodeERSPAN(bytes, at: offset, end: end, hasHeader: true, level, into: &record)
        default: break
        }
    }

    /// A mirrored frame behind a header of eight (version 1) or twelve bytes (version 2). draft-foschiano-erspan §4.
    private static func decodeERSPAN(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, hasHeader: Bool, _ level: Level,
        into record: inout FrameRecord
    ) {
        var offset = start
        if hasHeader {
            switch bytes.field(at: start, as: UInt8.self) >> 4 {
            case 1: offset &+= 8
            case 2:
                guard bytes.field(at: start &+ 10, as: UInt16.self) & 0x7c00 == 0 else { return }  // not Ethernet
                offset &+= 12
                if bytes.field(at: start &+ 11, as: UInt8.self) & 1 != 0 { offset &+= 8 }  // platform header
            default: return
            }
        }
        guard offset < end else { return record.note(.greTruncated) }
        decodeInnerEthernet(bytes, at: offset, end: end, level.inside(.erspan), into: &record)
    }
}
