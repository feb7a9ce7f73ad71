import NetworkTypes

extension FrameDecoder {
    private enum Label {
        static let largestCount = 16
        static let ipv4ExplicitNull: UInt32 = 0
        static let ipv6ExplicitNull: UInt32 = 2
        /// Operations messages, RFC 5586 §4.
        static let associatedChannel: UInt32 = 13
    }

    /// A label stack, then IP or a pseudowire's Ethernet. RFC 3032 §2, RFC 4385 §2, RFC 4448 §4.
    ///
    /// No field says what is inside. Labels below 16 may; otherwise the first nibble of an IP packet is its version and
    /// that of a control word is zero (RFC 4928), and a frame counts as Ethernet only when its type is one we know.
    @inline(never)
    static func decodeMPLS(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, _ level: Level, into record: inout FrameRecord
    ) {
        var offset = start
        var count: UInt8 = 0
        var entry: UInt32 = 0
        repeat {
            guard end >= offset &+ 4 else { return record.note(.mplsTruncated) }
            guard count < Label.largestCount else { return record.note(.mplsTooDeep) }
            entry = bytes.field(at: offset)
            offset &+= 4
            count &+= 1
        } while entry & 0x100 == 0  // bottom of stack
        let label = entry >> 12
        if record.mplsLabelCount == 0 {
            record.mplsLabelCount = count
            record.mplsBottomLabel = label
        }
        guard end > offset, label != Label.associatedChannel else { return }

        switch label {
        case Label.ipv4ExplicitNull: decodeIPv4(bytes, at: offset, end: end, level, into: &record)
        case Label.ipv6ExplicitNull: decodeIPv6(bytes, at: offset, end: end, level, into: &record)
        default: decodeUnderLabels(bytes, at: offset, end: end, level, into: &record)
        }
    }

    private static func decodeUnderLabels(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, _ level: Level, into record: inout FrameRecord
    ) {
        switch bytes.field(at: start, as: UInt8.self) >> 4 {
        case 4 where start &+ Int(bytes.field(at: start &+ 2, as: UInt16.self)) == end,
            4 where !looksLikeEthernet(bytes, at: start, end: end):
            guard looksLikeIPv4(bytes, at: start, end: end) else { return }
            decodeIPv4(bytes, at: start, end: end, level, into: &record)
        case 6 where start &+ 40 &+ Int(bytes.field(at: start &+ 4, as: UInt16.self)) == end,
            6 where !looksLikeEthernet(bytes, at: start, end: end):
            guard looksLikeIPv6(bytes, at: start, end: end) else { return }
            decodeIPv6(bytes, at: start, end: end, level, into: &record)
        case 0 where looksLikeEthernet(bytes, at: start &+ 4, end: end):
            decodeInnerEthernet(bytes, at: start &+ 4, end: end, level.inside(.pseudowire), into: &record)
        case _ where looksLikeEthernet(bytes, at: start, end: end):
            decodeInnerEthernet(bytes, at: start, end: end, level.inside(.pseudowire), into: &record)
        default: break
        }
    }

    /// 802.1ah: a service tag of four bytes, then the customer's frame from its addresses on. IEEE 802.1Q §9.7.
    static func decodeProviderBackbone(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, _ level: Level, into record: inout FrameRecord
    ) {
        decodeInnerEthernet(bytes, at: start &+ 4, end: end, level.inside(.pseudowire), into: &record)
    }
}
