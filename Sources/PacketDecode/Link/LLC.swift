import NetworkTypes

extension FrameDecoder {
    /// Logical link control with unnumbered information: SNAP, spanning tree, IS-IS, IPv4. IEEE 802.2, RFC 1042.
    @inline(never)
    static func decodeLLC(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, _ level: Level, into record: inout FrameRecord
    ) {
        guard end >= start &+ 3, bytes.field(at: start &+ 2, as: UInt8.self) == 3 else { return }
        switch bytes.field(at: start, as: UInt16.self) {
        case 0xaaaa: decodeSNAP(bytes, at: start &+ 3, end: end, level, into: &record)
        case 0x4242: noteLinkMessage(.spanningTree, from: start &+ 3, to: end, level, into: &record)
        case 0xfefe: noteLinkMessage(.isis, from: start &+ 3, to: end, level, into: &record)
        case 0x0606: decodeIPv4(bytes, at: start &+ 3, end: end, level, into: &record)
        default: break
        }
    }

    /// An organisation and its protocol; organisation zero means an EtherType. RFC 1042.
    static func decodeSNAP(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, _ level: Level, into record: inout FrameRecord
    ) {
        guard end >= start &+ 5 else { return }
        let organisation = bytes.field(at: start, as: UInt32.self) >> 8
        var type = EtherType(rawValue: bytes.field(at: start &+ 3))
        var offset = start &+ 5
        switch organisation {
        case 0:
            if isTag(type), !skipTags(&type, bytes, at: &offset, end: end, level, into: &record) { return }
            decodeNetworkLayer(type, bytes, at: offset, end: end, level, into: &record)
        case 0x00_000c where type.rawValue == 0x2000:
            noteLinkMessage(.cdp, from: offset, to: end, level, into: &record)
        default: break
        }
    }

    /// Inside a tunnel such a message speaks of another link and is left alone.
    static func noteLinkMessage(
        _ message: LinkMessage, from start: Int, to end: Int, _ level: Level, into record: inout FrameRecord
    ) {
        guard level.isOutermost else { return }
        record.linkMessage = message
        record.payload = ByteRange(start, end)
        record.payloadLength = UInt32(truncatingIfNeeded: record.payload.count)
    }
}
