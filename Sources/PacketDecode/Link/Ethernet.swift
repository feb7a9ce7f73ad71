import NetworkTypes

extension FrameDecoder {
    private enum Field {
        static let destination = 0
        static let source = 6
        static let type = 12
        static let headerLength = 14
        /// Values below are lengths of an 802.3 frame. IEEE 802.3 §3.2.6.
        static let smallestType: UInt16 = 0x0600
        static let largestTagCount = 8
    }

    /// Ethernet II and 802.3 with SNAP, with any 802.1Q or 802.1ad tags. IEEE 802.3 §3.2, IEEE 802.1Q §9.
    static func decodeEthernet(_ bytes: borrowing RawSpan, at start: Int, into record: inout FrameRecord) {
        guard bytes.byteCount >= start &+ Field.headerLength else { return record.note(.ethernetTruncated) }
        record.linkDestination = bytes.mac(at: start + Field.destination)
        record.linkSource = bytes.mac(at: start + Field.source)
        record.hasLinkSource = true
        decodeEtherType(
            EtherType(rawValue: bytes.field(at: start + Field.type)), bytes, at: start + Field.headerLength,
            into: &record)
    }

    /// What stands behind a type field: tags, SNAP, ARP or IP.
    static func decodeEtherType(
        _ type: EtherType, _ bytes: borrowing RawSpan, at start: Int, into record: inout FrameRecord
    ) {
        var type = type
        var offset = start
        var tags = 0
        while type == .vlan || type == .providerBridging || type == .qinqLegacy {
            guard bytes.byteCount >= offset &+ 4 else { return record.note(.vlanTruncated) }
            guard tags < Field.largestTagCount else { return record.note(.vlanTooDeep) }
            let identifier = bytes.field(at: offset, as: UInt16.self) & 0x0fff
            if identifier != 0 {  // 0 is a priority tag: the frame belongs to the port's own VLAN, §9.6.
                if record.outerVLAN == FrameRecord.noVLAN {
                    record.outerVLAN = identifier
                } else if record.innerVLAN == FrameRecord.noVLAN {
                    record.innerVLAN = identifier
                }
            }
            type = EtherType(rawValue: bytes.field(at: offset + 2))
            offset += 4
            tags += 1
        }
        if type.rawValue < Field.smallestType {
            // LLC with a SNAP header whose organisation is zero carries an EtherType. RFC 1042.
            guard bytes.byteCount >= offset &+ 8, bytes.field(at: offset, as: UInt32.self) == 0xaaaa_0300,
                bytes.field(at: offset + 4, as: UInt16.self) == 0
            else { return }
            type = EtherType(rawValue: bytes.field(at: offset + 6))
            offset += 8
        }
        switch type {
        case .ipv4: decodeIPv4(bytes, at: offset, end: bytes.byteCount, depth: 0, into: &record)
        case .ipv6: decodeIPv6(bytes, at: offset, end: bytes.byteCount, depth: 0, into: &record)
        case .arp: decodeARP(bytes, at: offset, into: &record)
        default: break
        }
    }
}
