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

    /// Ethernet II and 802.3 with LLC, with any 802.1Q or 802.1ad tags. IEEE 802.3 §3.2, IEEE 802.1Q §9.
    static func decodeEthernet(_ bytes: borrowing RawSpan, at start: Int, end: Int, into record: inout FrameRecord) {
        guard end >= start &+ Field.headerLength else { return record.note(.ethernetTruncated) }
        let first = bytes.field(at: start &+ Field.destination, as: UInt64.self)
        let second = bytes.field(at: start &+ Field.source, as: UInt64.self)
        record.linkDestination = MACAddress(value: first >> 16)
        record.linkSource = MACAddress(value: second >> 16)
        record.hasLinkSource = true
        decodeEtherType(
            EtherType(rawValue: UInt16(truncatingIfNeeded: second)), bytes, at: start &+ Field.headerLength, end: end,
            .outermost, into: &record)
    }

    /// An Ethernet frame inside a tunnel or pseudowire; `level` is that of the frame.
    @inline(never)
    static func decodeInnerEthernet(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, _ level: Level, into record: inout FrameRecord
    ) {
        guard level.depth < largestTunnelDepth else { return record.note(.tunnelTooDeep) }
        guard end >= start &+ Field.headerLength else { return record.note(.ethernetTruncated) }
        record.hasInnerLink = true
        record.innerLinkDestination = bytes.mac(at: start &+ Field.destination)
        record.innerLinkSource = bytes.mac(at: start &+ Field.source)
        record.tunnelVLAN = FrameRecord.noVLAN
        record.innerNetwork = .none
        record.encapsulation = level.encapsulation
        decodeEtherType(
            EtherType(rawValue: bytes.field(at: start &+ Field.type)), bytes, at: start &+ Field.headerLength, end: end,
            level, into: &record)
    }

    /// What stands behind a type or length field: tags, LLC, or a network layer.
    static func decodeEtherType(
        _ type: EtherType, _ bytes: borrowing RawSpan, at start: Int, end: Int, _ level: Level,
        into record: inout FrameRecord
    ) {
        if type == .ipv4 || type == .ipv6 {
            return decodeNetworkLayer(type, bytes, at: start, end: end, level, into: &record)
        }
        var type = type
        var offset = start
        if isTag(type), !skipTags(&type, bytes, at: &offset, end: end, level, into: &record) { return }
        if type.rawValue < Field.smallestType {
            let length = Int(type.rawValue)
            decodeLLC(bytes, at: offset, end: length < 3 ? end : min(end, offset &+ length), level, into: &record)
        } else {
            decodeNetworkLayer(type, bytes, at: offset, end: end, level, into: &record)
        }
    }

    @inline(__always)
    static func isTag(_ type: EtherType) -> Bool {
        type == .vlan || type == .providerBridging || type == .qinqLegacy || type == .ciscoMetadata
    }

    /// Leaves the type behind all tags in `type`; false where the tags are cut or too many.
    @inline(never)
    static func skipTags(
        _ type: inout EtherType, _ bytes: borrowing RawSpan, at offset: inout Int, end: Int, _ level: Level,
        into record: inout FrameRecord
    ) -> Bool {
        var tags = 0
        while isTag(type) {
            guard end >= offset &+ 4 else {
                record.note(.vlanTruncated)
                return false
            }
            guard tags < Field.largestTagCount else {
                record.note(.vlanTooDeep)
                return false
            }
            if type == .ciscoMetadata {  // version 1, units of four bytes that follow, then the type
                let length = 4 &+ max(Int(bytes.field(at: offset &+ 1, as: UInt8.self)), 1) &* 4
                guard end >= offset &+ length else {
                    record.note(.vlanTruncated)
                    return false
                }
                type = EtherType(rawValue: bytes.field(at: offset &+ length &- 2))
                offset &+= length
                tags &+= 1
                continue
            }
            let identifier = bytes.field(at: offset, as: UInt16.self) & 0x0fff
            if identifier != 0 {  // 0 is a priority tag: the frame belongs to the port's own VLAN, §9.6.
                if !level.isOutermost {
                    if record.tunnelVLAN == FrameRecord.noVLAN { record.tunnelVLAN = identifier }
                } else if record.outerVLAN == FrameRecord.noVLAN {
                    record.outerVLAN = identifier
                } else if record.innerVLAN == FrameRecord.noVLAN {
                    record.innerVLAN = identifier
                }
            }
            type = EtherType(rawValue: bytes.field(at: offset &+ 2))
            offset &+= 4
            tags &+= 1
        }
        return true
    }

    /// What stands behind the last type field of a frame.
    @inline(__always)
    static func decodeNetworkLayer(
        _ type: EtherType, _ bytes: borrowing RawSpan, at start: Int, end: Int, _ level: Level,
        into record: inout FrameRecord
    ) {
        if level.isOutermost { record.etherType = type }
        switch type {
        case .ipv4: decodeIPv4(bytes, at: start, end: end, level, into: &record)
        case .ipv6: decodeIPv6(bytes, at: start, end: end, level, into: &record)
        default: decodeRareType(type, bytes, at: start, end: end, level, into: &record)
        }
    }

    @inline(never)
    private static func decodeRareType(
        _ type: EtherType, _ bytes: borrowing RawSpan, at start: Int, end: Int, _ level: Level,
        into record: inout FrameRecord
    ) {
        switch type {
        case .arp: decodeARP(bytes, at: start, end: end, level, into: &record)
        case .lldp: noteLinkMessage(.lldp, from: start, to: end, level, into: &record)
        case .eapol: noteLinkMessage(.eapol, from: start, to: end, level, into: &record)
        case .pppoeSession: decodePPPoE(bytes, at: start, end: end, level, into: &record)
        case .mplsUnicast, .mplsMulticast: decodeMPLS(bytes, at: start, end: end, level, into: &record)
        case .providerBackbone: decodeProviderBackbone(bytes, at: start, end: end, level, into: &record)
        default: break
        }
    }
}
