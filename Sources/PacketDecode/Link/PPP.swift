import NetworkTypes

extension FrameDecoder {
    /// PPP protocol numbers. IANA "PPP DLL Protocol Numbers".
    private enum PPPProtocol {
        static let ipv4: UInt16 = 0x0021
        static let ipv6: UInt16 = 0x0057
        static let mplsUnicast: UInt16 = 0x0281
        static let mplsMulticast: UInt16 = 0x0283
    }

    /// PPP with or without address and control, and with the protocol field whole or compressed. RFC 1661 §2 and §6.5,
    /// RFC 1662 §3.1.
    static func decodePPP(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, _ level: Level, into record: inout FrameRecord
    ) {
        var offset = start
        if end >= offset &+ 2, bytes.field(at: offset, as: UInt16.self) == 0xff03 { offset &+= 2 }
        guard end > offset else { return record.note(.pppTruncated) }
        // The last bit of a protocol field is set, that of any octet before it is clear.
        var number = UInt16(bytes.field(at: offset, as: UInt8.self))
        var length = 1
        if number & 1 == 0 {
            number = bytes.field(at: offset)
            length = 2
        }
        guard end >= offset &+ length else { return record.note(.pppTruncated) }
        offset &+= length
        switch number {
        case PPPProtocol.ipv4: decodeIPv4(bytes, at: offset, end: end, level, into: &record)
        case PPPProtocol.ipv6: decodeIPv6(bytes, at: offset, end: end, level, into: &record)
        case PPPProtocol.mplsUnicast, PPPProtocol.mplsMulticast:
            decodeMPLS(bytes, at: offset, end: end, level, into: &record)
        default: break
        }
    }

    /// LINKTYPE_PPP and _PPP_HDLC: PPP, or Cisco HDLC with its own address octets. RFC 1547 §4.3.1.
    static func decodeSerialPPP(_ bytes: borrowing RawSpan, into record: inout FrameRecord) {
        switch bytes.field(at: 0, as: UInt8.self) {
        case 0x0f, 0x8f: decodeCiscoHDLC(bytes, at: 0, into: &record)
        default: decodePPP(bytes, at: 0, end: bytes.byteCount, .outermost, into: &record)
        }
    }

    /// LINKTYPE_PPP_PPPD: a direction stands in the place of the address.
    static func decodeDirectedPPP(_ bytes: borrowing RawSpan, into record: inout FrameRecord) {
        let offset = bytes.field(at: 1, as: UInt8.self) == 3 ? 2 : 1
        decodePPP(bytes, at: offset, end: bytes.byteCount, .outermost, into: &record)
    }

    /// The session stage of PPPoE. RFC 2516 §4 and §5.
    static func decodePPPoE(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, _ level: Level, into record: inout FrameRecord
    ) {
        guard end >= start &+ 6 else { return record.note(.pppoeTruncated) }
        // Version 1, type 1, code 0: a session's data.
        guard bytes.field(at: start, as: UInt16.self) == 0x1100 else { return }
        if level.isOutermost { record.pppoeSession = bytes.field(at: start &+ 2) }
        let length = Int(bytes.field(at: start &+ 4, as: UInt16.self))
        decodePPP(bytes, at: start &+ 6, end: min(end, start &+ 6 &+ length), level, into: &record)
    }
}
