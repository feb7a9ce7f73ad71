import NetworkTypes

extension FrameDecoder {
    /// ARPHRD_ETHER and ARPHRD_LOOPBACK frames carry a type field; Linux `include/uapi/linux/if_arp.h`.
    private static func carriesEthernetAddress(_ hardwareType: UInt16) -> Bool { hardwareType == 1 }

    /// LINKTYPE_LINUX_SLL: type 2, hardware type 2, address length 2, address 8, protocol 2.
    static func decodeLinuxCooked(_ bytes: borrowing RawSpan, into record: inout FrameRecord) {
        guard bytes.byteCount >= 16 else { return record.note(.linuxCookedTruncated) }
        if bytes.field(at: 4, as: UInt16.self) == 6, carriesEthernetAddress(bytes.field(at: 2)) {
            record.linkSource = bytes.mac(at: 6)
            record.hasLinkSource = true
        }
        decodeEtherType(EtherType(rawValue: bytes.field(at: 14)), bytes, at: 16, into: &record)
    }

    /// LINKTYPE_LINUX_SLL2: protocol 2, reserved 2, interface index 4, hardware type 2, packet type 1, length 1, address 8.
    static func decodeLinuxCooked2(_ bytes: borrowing RawSpan, into record: inout FrameRecord) {
        guard bytes.byteCount >= 20 else { return record.note(.linuxCookedTruncated) }
        record.cookedInterface = bytes.field(at: 4)
        if bytes.field(at: 11, as: UInt8.self) == 6, carriesEthernetAddress(bytes.field(at: 8)) {
            record.linkSource = bytes.mac(at: 12)
            record.hasLinkSource = true
        }
        decodeEtherType(EtherType(rawValue: bytes.field(at: 0)), bytes, at: 20, into: &record)
    }
}
