import NetworkTypes

extension FrameDecoder {
    /// Attributes and limits. Linux `include/uapi/linux/netfilter/nfnetlink_log.h`.
    private enum Attribute {
        static let hardwareAddress: UInt16 = 8
        static let payload: UInt16 = 9
        static let largestCount = 64
    }

    /// LINKTYPE_NFLOG: family 1, version 1, resource 2, then attributes in the byte order of the machine that captured:
    /// length 2 with this head, type 2, value, padded to four bytes. The family may be IPv4, IPv6 or a bridge's.
    static func decodeNFLOG(_ bytes: borrowing RawSpan, into record: inout FrameRecord) {
        let end = bytes.byteCount
        guard end >= 4 else { return record.note(.nflogTruncated) }
        guard bytes.field(at: 1, as: UInt8.self) == 0 else { return }
        let isSwapped = bytes.field(at: 4, as: UInt16.self) > bytes.field(at: 4, as: UInt16.self).byteSwapped
        var offset = 4
        var count = 0
        while offset < end, count < Attribute.largestCount {
            guard end >= offset &+ 4 else { return record.note(.nflogTruncated) }
            let rawLength = bytes.field(at: offset, as: UInt16.self)
            let rawType = bytes.field(at: offset &+ 2, as: UInt16.self)
            let length = Int(isSwapped ? rawLength.byteSwapped : rawLength)
            guard length >= 4 else { return record.note(.nflogAttribute) }
            switch (isSwapped ? rawType.byteSwapped : rawType) & 0x7fff {
            case Attribute.hardwareAddress
            where length >= 14 && end >= offset &+ 14 && bytes.field(at: offset &+ 4, as: UInt16.self) == 6:
                record.linkSource = bytes.mac(at: offset &+ 8)
                record.hasLinkSource = true
            case Attribute.payload:
                let limit = min(end, offset &+ length)
                return decodeRawIP(bytes, at: offset &+ 4, end: limit, .outermost, into: &record)
            default: break
            }
            offset &+= (length &+ 3) & ~3
            count &+= 1
        }
    }
}
