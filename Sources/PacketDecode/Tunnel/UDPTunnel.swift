import NetworkTypes

extension FrameDecoder {
    /// UDP ports of tunnels. IANA service names, but for `vxlanLinux`.
    private enum Port {
        static let l2tp: UInt16 = 1701
        static let gtpU: UInt16 = 2152
        static let lisp: UInt16 = 4341
        static let vxlan: UInt16 = 4789
        static let vxlanGPE: UInt16 = 4790
        static let ayiya: UInt16 = 5072
        static let geneve: UInt16 = 6081
        static let mpls: UInt16 = 6635
        /// What Linux used for VXLAN before a port was assigned.
        static let vxlanLinux: UInt16 = 8472
    }

    /// Whether a datagram is worth a look. Clients of L2TP, GTP and AYIYA answer to the port that was used; the other
    /// tunnels take the source port for a hash of the flow, never below 1024, so that answers of DNS are none of them.
    @inline(__always)
    static func mayBeTunnel(from source: UInt16, to destination: UInt16) -> Bool {
        switch destination {
        case Port.l2tp, Port.gtpU, Port.ayiya: true
        case Port.lisp, Port.vxlan, Port.vxlanGPE, Port.geneve, Port.mpls, Port.vxlanLinux: source >= 1024
        default: source == Port.l2tp || source == Port.gtpU || source == Port.ayiya
        }
    }

    @inline(never)
    static func decodeUDPTunnel(_ bytes: borrowing RawSpan, _ level: Level, into record: inout FrameRecord) {
        let start = record.payload.lower
        let end = record.payload.upper
        switch record.destinationPort {
        case Port.vxlan, Port.vxlanLinux: decodeVXLAN(bytes, at: start, end: end, level, into: &record)
        case Port.vxlanGPE: decodeVXLANGPE(bytes, at: start, end: end, level, into: &record)
        case Port.geneve: decodeGENEVE(bytes, at: start, end: end, level, into: &record)
        case Port.lisp: decodeLISP(bytes, at: start, end: end, level, into: &record)
        case Port.mpls:
            guard bytes.field(at: start, as: UInt32.self) >> 12 > 15 else { return }
            record.enterUDPTunnel()
            decodeMPLS(bytes, at: start, end: end, level.inside(.mpls), into: &record)
        case Port.l2tp: decodeL2TP(bytes, at: start, end: end, level, into: &record)
        case Port.gtpU: decodeGTP(bytes, at: start, end: end, level, into: &record)
        case Port.ayiya: decodeAYIYA(bytes, at: start, end: end, level, into: &record)
        default:
            switch record.sourcePort {
            case Port.l2tp: decodeL2TP(bytes, at: start, end: end, level, into: &record)
            case Port.gtpU: decodeGTP(bytes, at: start, end: end, level, into: &record)
            case Port.ayiya: decodeAYIYA(bytes, at: start, end: end, level, into: &record)
            default: break
            }
        }
    }

    /// Flags 1, reserved 3 (or a group policy), network identifier 3, reserved 1. RFC 7348 §5.
    private static func decodeVXLAN(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, _ level: Level, into record: inout FrameRecord
    ) {
        guard end >= start &+ 8 else { return record.note(.vxlanTruncated) }
        let head = bytes.field(at: start, as: UInt32.self)
        // The identifier is there; what is reserved is zero unless a group policy stands there.
        guard head & 0x0800_0000 != 0, head & 0x8000_0000 != 0 || head == 0x0800_0000 else { return }
        record.enterUDPTunnel()
        decodeInnerEthernet(bytes, at: start &+ 8, end: end, level.inside(.vxlan), into: &record)
    }

    /// VXLAN with a next protocol, Ethernet where it is 0. draft-ietf-nvo3-vxlan-gpe §3.
    private static func decodeVXLANGPE(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, _ level: Level, into record: inout FrameRecord
    ) {
        guard end >= start &+ 8 else { return record.note(.vxlanTruncated) }
        let head = bytes.field(at: start, as: UInt32.self)
        guard head & 0x0800_0000 != 0, head & 0x30ff_ff00 == 0 else { return }  // version 0
        let inner = level.inside(.vxlan)
        switch head & 0xff == 0 ? 3 : head & 0xff {
        case 1:
            record.enterUDPTunnel()
            decodeIPv4(bytes, at: start &+ 8, end: end, inner, into: &record)
        case 2:
            record.enterUDPTunnel()
            decodeIPv6(bytes, at: start &+ 8, end: end, inner, into: &record)
        case 3:
            record.enterUDPTunnel()
            decodeInnerEthernet(bytes, at: start &+ 8, end: end, inner, into: &record)
        case 5:
            record.enterUDPTunnel()
            decodeMPLS(bytes, at: start &+ 8, end: end, inner, into: &record)
        default: break
        }
    }

    /// Version and length of options 1, flags 1, type 2, network identifier 3, reserved 1, options. RFC 8926 §3.4.
    private static func decodeGENEVE(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, _ level: Level, into record: inout FrameRecord
    ) {
        guard end >= start &+ 8 else { return record.note(.geneveTruncated) }
        let first = bytes.field(at: start, as: UInt8.self)
        guard first >> 6 == 0, bytes.field(at: start &+ 1, as: UInt8.self) & 0x3f == 0,
            bytes.field(at: start &+ 7, as: UInt8.self) == 0
        else { return }
        let offset = start &+ 8 &+ Int(first & 0x3f) &* 4
        guard end >= offset else { return record.note(.geneveTruncated) }
        let type = EtherType(rawValue: bytes.field(at: start &+ 2))
        let inner = level.inside(.geneve)
        switch type {
        case .transparentEthernetBridging:
            record.enterUDPTunnel()
            decodeInnerEthernet(bytes, at: offset, end: end, inner, into: &record)
        case .ipv4:
            record.enterUDPTunnel()
            decodeIPv4(bytes, at: offset, end: end, inner, into: &record)
        case .ipv6:
            record.enterUDPTunnel()
            decodeIPv6(bytes, at: offset, end: end, inner, into: &record)
        case .mplsUnicast, .mplsMulticast:
            record.enterUDPTunnel()
            decodeMPLS(bytes, at: offset, end: end, inner, into: &record)
        default: break
        }
    }

    /// Eight bytes of flags, nonce and locator bits, then an IP packet that fits exactly. RFC 9300 §5.3.
    private static func decodeLISP(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, _ level: Level, into record: inout FrameRecord
    ) {
        let offset = start &+ 8
        let declared = Int(record.payloadLength) &- 8
        let isIPv4 =
            looksLikeIPv4(bytes, at: offset, end: end)
            && Int(bytes.field(at: offset &+ 2, as: UInt16.self)) == declared
        let isIPv6 =
            looksLikeIPv6(bytes, at: offset, end: end)
            && Int(bytes.field(at: offset &+ 4, as: UInt16.self)) &+ 40 == declared
        guard isIPv4 || isIPv6 else { return }
        record.enterUDPTunnel()
        decodeRawIP(bytes, at: offset, end: end, level.inside(.lisp), into: &record)
    }
}
