import NetworkTypes

extension FrameDecoder {
    /// ARPHRD numbers. Linux `include/uapi/linux/if_arp.h`.
    private enum HardwareType {
        static let ethernet: UInt16 = 1
        static let ieee80211: UInt16 = 801
        static let radiotap: UInt16 = 803
        static let netlink: UInt16 = 824
    }

    /// LINKTYPE_LINUX_SLL: type 2, hardware type 2, address length 2, address 8, protocol 2.
    static func decodeLinuxCooked(_ bytes: borrowing RawSpan, into record: inout FrameRecord) {
        guard bytes.byteCount >= 16 else { return record.note(.linuxCookedTruncated) }
        let hardwareType = bytes.field(at: 2, as: UInt16.self)
        record.direction = direction(bytes.field(at: 0, as: UInt16.self))
        if bytes.field(at: 4, as: UInt16.self) == 6, hardwareType == HardwareType.ethernet {
            record.linkSource = bytes.mac(at: 6)
            record.hasLinkSource = true
        }
        decodeCooked(EtherType(rawValue: bytes.field(at: 14)), hardwareType, bytes, at: 16, into: &record)
    }

    /// LINKTYPE_LINUX_SLL2: protocol 2, reserved 2, interface index 4, hardware type 2, packet type 1, length 1, address 8.
    static func decodeLinuxCooked2(_ bytes: borrowing RawSpan, into record: inout FrameRecord) {
        guard bytes.byteCount >= 20 else { return record.note(.linuxCookedTruncated) }
        record.cookedInterface = bytes.field(at: 4)
        let hardwareType = bytes.field(at: 8, as: UInt16.self)
        record.direction = direction(UInt16(bytes.field(at: 10, as: UInt8.self)))
        if bytes.field(at: 11, as: UInt8.self) == 6, hardwareType == HardwareType.ethernet {
            record.linkSource = bytes.mac(at: 12)
            record.hasLinkSource = true
        }
        decodeCooked(EtherType(rawValue: bytes.field(at: 0)), hardwareType, bytes, at: 20, into: &record)
    }

    private static func direction(_ packetType: UInt16) -> FrameRecord.Direction {
        switch packetType {
        case 0...3: .received
        case 4: .sent
        default: .unknown
        }
    }

    /// The protocol field is an EtherType or one of Linux's own numbers (`if_ether.h`); some hardware types leave it unused.
    private static func decodeCooked(
        _ type: EtherType, _ hardwareType: UInt16, _ bytes: borrowing RawSpan, at start: Int,
        into record: inout FrameRecord
    ) {
        let end = bytes.byteCount
        switch (hardwareType, type.rawValue) {
        case (HardwareType.netlink, _): break
        case (HardwareType.ieee80211, _): decodeIEEE80211(bytes, at: start, end: end, into: &record)
        case (HardwareType.radiotap, _): decodeRadiotap(bytes, at: start, into: &record)
        case (_, 0x0004): decodeLLC(bytes, at: start, end: end, .outermost, into: &record)
        case (_, ..<0x0600): break
        default: decodeEtherType(type, bytes, at: start, end: end, .outermost, into: &record)
        }
    }
}
