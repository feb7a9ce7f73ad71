import NetworkTypes

extension FrameDecoder {
    /// Bits of the Frame Control field, its first octet in the high byte. IEEE 802.11-2020 §9.2.4.1.
    private enum Control {
        static let version: UInt16 = 0x0300
        static let type: UInt16 = 0x0c00
        static let management: UInt16 = 0
        static let data: UInt16 = 0x0800
        /// Of the subtype of a data frame: no body.
        static let null: UInt16 = 0x4000
        static let qualityOfService: UInt16 = 0x8000
        static let toDistribution: UInt16 = 0x0001
        static let fromDistribution: UInt16 = 0x0002
        static let moreFragments: UInt16 = 0x0004
        static let protected: UInt16 = 0x0040
        static let highThroughput: UInt16 = 0x0080
    }

    /// An 802.11 frame without its checksum. `isPadded`: the body begins on a multiple of four bytes of the header.
    /// IEEE 802.11-2020 §9.3.2 and §9.3.3.
    @inline(never)
    static func decodeIEEE80211(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, isPadded: Bool = false, into record: inout FrameRecord
    ) {
        guard end >= start &+ 2 else { return record.note(.ieee80211Truncated) }
        let control = bytes.field(at: start, as: UInt16.self)
        guard control & Control.version == 0 else { return }
        let type = control & Control.type
        guard type == Control.management || type == Control.data else { return }
        guard end >= start &+ 24 else { return record.note(.ieee80211Truncated) }
        let isToDistribution = type == Control.data && control & Control.toDistribution != 0
        let isFromDistribution = type == Control.data && control & Control.fromDistribution != 0
        var length = 24
        var source = start &+ 10
        if isToDistribution, isFromDistribution {
            length = 30
            source = start &+ 24
        } else if isFromDistribution {
            source = start &+ 16
        }
        let hasQuality = type == Control.data && control & Control.qualityOfService != 0
        let quality = start &+ length
        if hasQuality {
            length &+= 2
            if control & Control.highThroughput != 0 { length &+= 4 }
        }
        guard end >= start &+ length else { return record.note(.ieee80211Truncated) }
        record.linkSource = bytes.mac(at: source)
        record.linkDestination = bytes.mac(at: isToDistribution ? start &+ 16 : start &+ 4)
        record.hasLinkSource = true
        guard type == Control.data, control & Control.null == 0 else { return }
        guard control & Control.protected == 0 else {
            record.isProtected = true
            return
        }
        let isFragment =
            control & Control.moreFragments != 0 || bytes.field(at: start &+ 22, as: UInt8.self) & 0x0f != 0
        guard !isFragment else { return }
        var body = start &+ length
        if isPadded { body &+= (4 &- length & 3) & 3 }
        if hasQuality, bytes.field(at: quality, as: UInt8.self) & 0x80 != 0 {
            decodeAggregate(bytes, at: body, end: end, into: &record)
        } else {
            decodeLLC(bytes, at: body, end: end, .outermost, into: &record)
        }
    }

    /// The first frame of an A-MSDU: destination, source, length, then LLC. IEEE 802.11-2020 §9.3.2.2.
    private static func decodeAggregate(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, into record: inout FrameRecord
    ) {
        guard end >= start &+ 14 else { return record.note(.ieee80211Truncated) }
        record.linkDestination = bytes.mac(at: start)
        record.linkSource = bytes.mac(at: start &+ 6)
        let length = Int(bytes.field(at: start &+ 12, as: UInt16.self))
        decodeLLC(bytes, at: start &+ 14, end: min(end, start &+ 14 &+ length), .outermost, into: &record)
    }
}
