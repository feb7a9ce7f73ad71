import NetworkTypes

/// Tests for headers that no field announces: strict, because what they let through becomes a fact.
extension FrameDecoder {
    static func looksLikeIPv4(_ bytes: borrowing RawSpan, at start: Int, end: Int) -> Bool {
        let first = bytes.field(at: start, as: UInt8.self)
        let length = Int(bytes.field(at: start &+ 2, as: UInt16.self))
        return end >= start &+ 20 && first >> 4 == 4 && first & 15 >= 5 && length >= Int(first & 15) &* 4
    }

    static func looksLikeIPv6(_ bytes: borrowing RawSpan, at start: Int, end: Int) -> Bool {
        end >= start &+ 40 && bytes.field(at: start, as: UInt8.self) >> 4 == 6
            && bytes.field(at: start &+ 8, as: UInt8.self) != 0xff
    }

    /// Addresses that a card may have, and a type whose first bytes are as they must be.
    static func looksLikeEthernet(_ bytes: borrowing RawSpan, at start: Int, end: Int) -> Bool {
        guard end >= start &+ 18, bytes.mac(at: start &+ 6).isUnicast else { return false }
        var type = EtherType(rawValue: bytes.field(at: start &+ 12))
        var offset = start &+ 14
        for _ in 0..<2 where isTag(type) {
            type = EtherType(rawValue: bytes.field(at: offset &+ 2))
            offset &+= 4
        }
        switch type {
        case .ipv4: return bytes.field(at: offset, as: UInt8.self) >> 4 == 4
        case .ipv6: return bytes.field(at: offset, as: UInt8.self) >> 4 == 6
        case .arp: return bytes.field(at: offset, as: UInt16.self) == 1
        case .mplsUnicast, .mplsMulticast, .pppoeSession, .pppoeDiscovery, .lldp, .eapol: return true
        default:
            guard type.rawValue >= 3, type.rawValue <= 1500 else { return false }
            switch bytes.field(at: offset, as: UInt32.self) >> 8 {
            case 0xaa_aa03, 0x42_4203, 0xfe_fe03: return true
            default: return false
            }
        }
    }
}
