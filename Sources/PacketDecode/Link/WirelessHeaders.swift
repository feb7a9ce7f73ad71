import NetworkTypes

/// What capture programs put before an 802.11 frame.
extension FrameDecoder {
    private enum Radiotap {
        static let largestPresenceCount = 32
        static let hasTimestamp: UInt32 = 1
        static let hasFlags: UInt32 = 2
        static let morePresence: UInt32 = 0x8000_0000
        static let checksumAtEnd: UInt8 = 0x10
        static let padded: UInt8 = 0x20
        static let badChecksum: UInt8 = 0x40
    }

    /// Little-endian fields announced by bits of presence words; only the flags matter here. radiotap.org.
    static func decodeRadiotap(_ bytes: borrowing RawSpan, at start: Int, into record: inout FrameRecord) {
        let end = bytes.byteCount
        guard end >= start &+ 8 else { return record.note(.radiotapHeader) }
        let length = Int(bytes.field(at: start &+ 2, as: UInt16.self).byteSwapped)
        guard bytes.field(at: start, as: UInt8.self) == 0, length >= 8, end >= start &+ length else {
            return record.note(.radiotapHeader)
        }
        var flags: UInt8 = 0
        let present = bytes.field(at: start &+ 4, as: UInt32.self).byteSwapped
        if present & Radiotap.hasFlags != 0 {
            var offset = 8
            var word = present
            var count = 1
            while word & Radiotap.morePresence != 0 {
                guard count < Radiotap.largestPresenceCount, offset &+ 4 <= length else {
                    return record.note(.radiotapHeader)
                }
                word = bytes.field(at: start &+ offset, as: UInt32.self).byteSwapped
                offset &+= 4
                count &+= 1
            }
            if present & Radiotap.hasTimestamp != 0 { offset = (offset &+ 7) & ~7 &+ 8 }
            guard offset < length else { return record.note(.radiotapHeader) }
            flags = bytes.field(at: start &+ offset)
        }
        // What a receiver could not read may name cards that do not exist.
        guard flags & Radiotap.badChecksum == 0 else { return record.note(.ieee80211Checksum) }
        let frameEnd = flags & Radiotap.checksumAtEnd != 0 ? max(start &+ length, end &- 4) : end
        decodeIEEE80211(
            bytes, at: start &+ length, end: frameEnd, isPadded: flags & Radiotap.padded != 0, into: &record)
    }

    /// LINKTYPE_IEEE802_11_PRISM and _AVS: a magic number or message code, then the header's length.
    static func decodePrism(_ bytes: borrowing RawSpan, into record: inout FrameRecord) {
        let end = bytes.byteCount
        guard end >= 8 else { return record.note(.ieee80211Truncated) }
        let code = bytes.field(at: 0, as: UInt32.self)
        var length = bytes.field(at: 4, as: UInt32.self)
        // AVS is big-endian with a magic number; a Prism header has the order of the machine that captured.
        if code >> 12 != 0x80211, code.byteSwapped < code { length = length.byteSwapped }
        guard length >= 8, Int(length) <= end else { return record.note(.ieee80211Truncated) }
        decodeIEEE80211(bytes, at: Int(length), end: end, into: &record)
    }

    /// Per-Packet Information: version 1, flags 1, length 2, link type 4, all little-endian.
    static func decodePerPacket(_ bytes: borrowing RawSpan, into record: inout FrameRecord) {
        let end = bytes.byteCount
        guard end >= 8 else { return record.note(.linkTruncated) }
        let length = Int(bytes.field(at: 2, as: UInt16.self).byteSwapped)
        guard length >= 8, length <= end else { return record.note(.linkTruncated) }
        switch bytes.field(at: 4, as: UInt32.self).byteSwapped {
        case UInt32(LinkType.ieee80211.rawValue): decodeIEEE80211(bytes, at: length, end: end, into: &record)
        case UInt32(LinkType.ethernet.rawValue): decodeEthernet(bytes, at: length, end: end, into: &record)
        case UInt32(LinkType.null.rawValue): decodeRawIP(bytes, at: length &+ 4, end: end, .outermost, into: &record)
        case UInt32(LinkType.raw.rawValue): decodeRawIP(bytes, at: length, end: end, .outermost, into: &record)
        default: break
        }
    }
}
