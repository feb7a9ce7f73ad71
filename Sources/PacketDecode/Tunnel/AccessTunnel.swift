import NetworkTypes

/// Tunnels of access networks: their inner packets are those of subscribers.
extension FrameDecoder {
    private enum GTP {
        static let userData: UInt8 = 255
        static let largestExtensionCount = 16
    }

    /// GTP of the user plane, version 1. 3GPP TS 29.281 §5.
    static func decodeGTP(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, _ level: Level, into record: inout FrameRecord
    ) {
        guard end >= start &+ 8 else { return record.note(.gtpTruncated) }
        let flags = bytes.field(at: start, as: UInt8.self)
        // Version 1, GTP and not GTP'.
        guard flags >> 4 == 3, bytes.field(at: start &+ 1, as: UInt8.self) == GTP.userData else { return }
        let limit = min(end, start &+ 8 &+ Int(bytes.field(at: start &+ 2, as: UInt16.self)))
        var offset = start &+ 8
        if flags & 7 != 0 {  // sequence number, N-PDU number and next extension, all three if any
            guard limit >= offset &+ 4 else { return record.note(.gtpTruncated) }
            var next = flags & 4 != 0 ? bytes.field(at: offset &+ 3, as: UInt8.self) : 0
            offset &+= 4
            var count = 0
            while next != 0 {
                let length = Int(bytes.field(at: offset, as: UInt8.self)) &* 4
                guard length > 0, limit >= offset &+ length, count < GTP.largestExtensionCount else {
                    return record.note(.gtpExtension)
                }
                next = bytes.field(at: offset &+ length &- 1)
                offset &+= length
                count &+= 1
            }
        }
        let version = bytes.field(at: offset, as: UInt8.self) >> 4
        guard limit > offset, version == 4 || version == 6 else { return }
        record.enterUDPTunnel()
        decodeRawIP(bytes, at: offset, end: limit, level.inside(.gtpU), into: &record)
    }

    /// Data of L2TP version 2: optional length, two identifiers, optional counters and offset, then PPP. RFC 2661 §3.1.
    static func decodeL2TP(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, _ level: Level, into record: inout FrameRecord
    ) {
        guard end >= start &+ 6 else { return record.note(.l2tpTruncated) }
        let flags = bytes.field(at: start, as: UInt16.self)
        guard flags & 0x8000 == 0 else { return }  // control
        if flags & 0x000f == 3 { return decodeL2TP3(bytes, at: start &+ 4, end: end, level, into: &record) }
        guard flags & 0x34ff == 0x0002 else { return }  // reserved bits are zero
        var offset = start &+ 6
        if flags & 0x4000 != 0 { offset &+= 2 }  // length
        if flags & 0x0800 != 0 { offset &+= 4 }  // counters
        if flags & 0x0200 != 0 { offset &+= 2 &+ Int(bytes.field(at: offset, as: UInt16.self)) }
        guard end > offset else { return record.note(.l2tpTruncated) }
        record.enterUDPTunnel()
        decodePPP(bytes, at: offset, end: end, level.inside(.l2tp), into: &record)
    }

    /// Data of L2TP version 3: a session, then what only the two ends know the length of, so an Ethernet frame is taken
    /// only where one clearly begins. RFC 3931 §4.1.1, RFC 4719 §3.
    static func decodeL2TP3(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, _ level: Level, into record: inout FrameRecord
    ) {
        guard bytes.field(at: start, as: UInt32.self) != 0 else { return }  // control
        for skipped in stride(from: 4, through: 16, by: 4)
        where looksLikeEthernet(bytes, at: start &+ skipped, end: end) {
            if record.transport == .udp { record.enterUDPTunnel() }
            return decodeInnerEthernet(bytes, at: start &+ skipped, end: end, level.inside(.l2tp), into: &record)
        }
    }

    /// Anything in anything: lengths of identity and signature, next header, then IPv6. draft-massar-v6ops-ayiya §3.
    static func decodeAYIYA(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, _ level: Level, into record: inout FrameRecord
    ) {
        guard end >= start &+ 8 else { return }
        let identity = 1 << Int(bytes.field(at: start, as: UInt8.self) >> 4)
        let signature = Int(bytes.field(at: start &+ 1, as: UInt8.self) >> 4) &* 4
        let offset = start &+ 8 &+ identity &+ signature
        guard bytes.field(at: start &+ 2, as: UInt8.self) & 0x0f == 1,  // forward
            bytes.field(at: start &+ 3, as: UInt8.self) == IPProtocol.ipv6.rawValue,
            looksLikeIPv6(bytes, at: offset, end: end)
        else { return }
        record.enterUDPTunnel()
        decodeIPv6(bytes, at: offset, end: end, level.inside(.ayiya), into: &record)
    }
}
