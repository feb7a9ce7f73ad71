import NetworkTypes

extension FrameDecoder {
    /// ARP for IPv4 over 48-bit addresses. RFC 826.
    static func decodeARP(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, _ level: Level, into record: inout FrameRecord
    ) {
        guard end >= start &+ 8 else { return record.note(.arpTruncated) }
        guard bytes.field(at: start &+ 2, as: UInt16.self) == EtherType.ipv4.rawValue,
            bytes.field(at: start &+ 4, as: UInt8.self) == 6, bytes.field(at: start &+ 5, as: UInt8.self) == 4
        else { return record.note(.arpUnsupported) }
        guard end >= start &+ 28 else { return record.note(.arpTruncated) }
        if level.isOutermost { record.network = .arp } else { record.innerNetwork = .arp }
        record.arp.operation = bytes.field(at: start &+ 6)
        record.arp.senderMAC = bytes.mac(at: start &+ 8)
        record.arp.senderAddress = bytes.ipv4(at: start &+ 14)
        record.arp.targetMAC = bytes.mac(at: start &+ 18)
        record.arp.targetAddress = bytes.ipv4(at: start &+ 24)
    }
}
