public import NetworkTypes

/// Turns one frame's bytes into one flat record. The door of this module: one call per frame.
public enum FrameDecoder {
    /// How many headers in one frame are followed: IP in IP, and Ethernet in a tunnel or pseudowire.
    static let largestTunnelDepth: UInt8 = 4

    /// Link types that are decoded; frames of others are only counted.
    public static func supports(_ linkType: LinkType) -> Bool {
        switch linkType {
        case .ethernet, .linuxCooked, .linuxCooked2, .raw, .rawBSD, .rawOpenBSD, .ipv4, .ipv6, .null, .loop, .ppp,
            .pppHDLC, .pppEthernet, .pppd, .pppDirection, .ciscoHDLC, .ciscoHDLCDirection, .frameRelay, .fddi, .mpls,
            .ieee80211, .prism, .radiotap, .avs, .perPacket, .nflog:
            true
        default: false
        }
    }

    /// Decodes as much as is there. Whatever is wrong is named in `record.anomaly`; what was read before it stands.
    public static func decode(_ bytes: borrowing RawSpan, linkType: LinkType, into record: inout FrameRecord) {
        record = .empty
        if linkType == .ethernet {
            decodeEthernet(bytes, at: 0, end: bytes.byteCount, into: &record)
        } else {
            decodeOtherLinkType(bytes, linkType, into: &record)
        }
    }

    @inline(never)
    private static func decodeOtherLinkType(
        _ bytes: borrowing RawSpan, _ linkType: LinkType, into record: inout FrameRecord
    ) {
        let end = bytes.byteCount
        switch linkType {
        case .linuxCooked: decodeLinuxCooked(bytes, into: &record)
        case .linuxCooked2: decodeLinuxCooked2(bytes, into: &record)
        case .raw, .rawBSD, .rawOpenBSD, .ipv4, .ipv6:
            decodeRawIP(bytes, at: 0, end: end, .outermost, into: &record)
        // Four bytes of family in either byte order, which the version nibble makes needless.
        case .null, .loop: decodeRawIP(bytes, at: 4, end: end, .outermost, into: &record)
        case .ppp, .pppHDLC: decodeSerialPPP(bytes, into: &record)
        case .pppEthernet: decodePPPoE(bytes, at: 0, end: end, .outermost, into: &record)
        case .pppd: decodeDirectedPPP(bytes, into: &record)
        case .pppDirection: decodePPP(bytes, at: 1, end: end, .outermost, into: &record)
        case .ciscoHDLC: decodeCiscoHDLC(bytes, at: 0, into: &record)
        case .ciscoHDLCDirection: decodeCiscoHDLC(bytes, at: 1, into: &record)
        case .fddi: decodeFDDI(bytes, into: &record)
        case .frameRelay: decodeFrameRelay(bytes, into: &record)
        case .mpls: decodeMPLS(bytes, at: 0, end: end, .outermost, into: &record)
        case .ieee80211: decodeIEEE80211(bytes, at: 0, end: end, into: &record)
        case .radiotap: decodeRadiotap(bytes, at: 0, into: &record)
        case .prism, .avs: decodePrism(bytes, into: &record)
        case .perPacket: decodePerPacket(bytes, into: &record)
        case .nflog: decodeNFLOG(bytes, into: &record)
        default: break
        }
    }

    /// The version nibble says which header follows; any other leaves the record as it is.
    static func decodeRawIP(
        _ bytes: borrowing RawSpan, at offset: Int, end: Int, _ level: Level, into record: inout FrameRecord
    ) {
        guard end > offset else { return record.note(.linkTruncated) }
        switch bytes.field(at: offset, as: UInt8.self) >> 4 {
        case 4: decodeIPv4(bytes, at: offset, end: end, level, into: &record)
        case 6: decodeIPv6(bytes, at: offset, end: end, level, into: &record)
        default: break
        }
    }
}
