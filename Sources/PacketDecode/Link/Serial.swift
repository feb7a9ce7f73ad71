import NetworkTypes

extension FrameDecoder {
    /// Cisco HDLC: address, control 0, EtherType; CDP has a number of its own.
    static func decodeCiscoHDLC(_ bytes: borrowing RawSpan, at start: Int, into record: inout FrameRecord) {
        let end = bytes.byteCount
        guard end >= start &+ 4 else { return record.note(.linkTruncated) }
        let type = EtherType(rawValue: bytes.field(at: start &+ 2))
        if type.rawValue == 0x2000 {
            noteLinkMessage(.cdp, from: start &+ 4, to: end, .outermost, into: &record)
        } else if !isTag(type) {
            decodeNetworkLayer(type, bytes, at: start &+ 4, end: end, .outermost, into: &record)
        }
    }

    /// Frame Relay with two to four octets of address. RFC 2427 §3 and §4; without its header, Cisco's EtherType.
    static func decodeFrameRelay(_ bytes: borrowing RawSpan, into record: inout FrameRecord) {
        let end = bytes.byteCount
        var offset = 0
        while offset < 4, bytes.field(at: offset, as: UInt8.self) & 1 == 0 { offset &+= 1 }  // the last octet is odd
        offset &+= 1
        guard end >= offset &+ 2 else { return record.note(.linkTruncated) }
        guard bytes.field(at: offset, as: UInt8.self) == 3 else {
            let type = EtherType(rawValue: bytes.field(at: offset))
            guard !isTag(type) else { return }
            return decodeNetworkLayer(type, bytes, at: offset &+ 2, end: end, .outermost, into: &record)
        }
        offset &+= 1
        if bytes.field(at: offset, as: UInt8.self) == 0 { offset &+= 1 }  // padding
        switch bytes.field(at: offset, as: UInt8.self) {
        case 0xcc: decodeIPv4(bytes, at: offset &+ 1, end: end, .outermost, into: &record)
        case 0x8e: decodeIPv6(bytes, at: offset &+ 1, end: end, .outermost, into: &record)
        case 0x80: decodeSNAP(bytes, at: offset &+ 1, end: end, .outermost, into: &record)
        default: break
        }
    }

    /// FDDI: frame control, two addresses in an order of bits that captures do not agree on, LLC. ISO 9314-2.
    static func decodeFDDI(_ bytes: borrowing RawSpan, into record: inout FrameRecord) {
        guard bytes.byteCount >= 13 else { return record.note(.linkTruncated) }
        guard bytes.field(at: 0, as: UInt8.self) & 0xf0 == 0x50 else { return }
        decodeLLC(bytes, at: 13, end: bytes.byteCount, .outermost, into: &record)
    }
}
