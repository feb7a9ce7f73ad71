import NetworkTypes

extension FrameDecoder {
    /// What stands behind the IP headers. `end` is the end of what was captured, `declaredEnd` what the header says.
    /// Of the first fragment of a packet (`isPartial`) only the transport header is read: tunnels wait for the whole.
    @inline(__always)
    static func decodeUpperLayer(
        _ upperProtocol: IPProtocol, _ bytes: borrowing RawSpan, at start: Int, end: Int, declaredEnd: Int,
        carrier: AddressFamily, isPartial: Bool, _ level: Level, into record: inout FrameRecord
    ) {
        if upperProtocol == .tcp {
            decodeTCP(bytes, at: start, end: end, declaredEnd: declaredEnd, into: &record)
        } else {
            decodeOtherUpperLayer(
                upperProtocol, bytes, at: start, end: end, declaredEnd: declaredEnd, carrier: carrier,
                isPartial: isPartial, level, into: &record)
        }
    }

    @inline(never)
    private static func decodeOtherUpperLayer(
        _ upperProtocol: IPProtocol, _ bytes: borrowing RawSpan, at start: Int, end: Int, declaredEnd: Int,
        carrier: AddressFamily, isPartial: Bool, _ level: Level, into record: inout FrameRecord
    ) {
        switch upperProtocol {
        case .udp:
            decodeUDP(bytes, at: start, end: end, into: &record)
            guard !isPartial else { return }
            if mayBeTunnel(from: record.sourcePort, to: record.destinationPort) {
                return decodeUDPTunnel(bytes, level, into: &record)
            }
            if carrier == .ipv4 { decodeTeredo(bytes, level, into: &record) }
        case .icmpv6 where carrier == .ipv6, .icmp where carrier == .ipv4:
            guard end >= start &+ 4 else { return record.note(carrier == .ipv6 ? .icmpv6Truncated : .icmpTruncated) }
            record.transport = upperProtocol
            record.icmpType = bytes.field(at: start)
            record.icmpCode = bytes.field(at: start &+ 1)
            record.payload = ByteRange(start, end)
            record.payloadLength = UInt32(truncatingIfNeeded: max(0, declaredEnd &- start))
        default:
            decodeRareUpperLayer(
                upperProtocol, bytes, at: start, end: end, declaredEnd: declaredEnd, carrier: carrier,
                isPartial: isPartial, level, into: &record)
        }
    }

    /// Other transports and the tunnels that stand right behind an IP header.
    @inline(never)
    private static func decodeRareUpperLayer(
        _ upperProtocol: IPProtocol, _ bytes: borrowing RawSpan, at start: Int, end: Int, declaredEnd: Int,
        carrier: AddressFamily, isPartial: Bool, _ level: Level, into record: inout FrameRecord
    ) {
        switch upperProtocol {
        case .sctp: decodePorts(.sctp, 12, bytes, at: start, end: end, declaredEnd: declaredEnd, into: &record)
        case .udpLite: decodePorts(.udpLite, 8, bytes, at: start, end: end, declaredEnd: declaredEnd, into: &record)
        case .dccp:
            let length = Int(bytes.field(at: start &+ 4, as: UInt8.self)) &* 4
            decodePorts(.dccp, max(length, 12), bytes, at: start, end: end, declaredEnd: declaredEnd, into: &record)
        case _ where isPartial: break
        case .ipv6:  // RFC 4213 §3.5, RFC 2473
            let inner = level.inside(carrier == .ipv4 ? .sixInFour : .sixInSix)
            decodeIPv6(bytes, at: start, end: end, inner, into: &record)
        case .ipv4:  // RFC 2003, RFC 2473
            let inner = level.inside(carrier == .ipv4 ? .fourInFour : .fourInSix)
            decodeIPv4(bytes, at: start, end: end, inner, into: &record)
        case .gre: decodeGRE(bytes, at: start, end: end, level, into: &record)
        case .mpls: decodeMPLS(bytes, at: start, end: end, level.inside(.mpls), into: &record)
        case .l2tp: decodeL2TP3(bytes, at: start, end: end, level, into: &record)
        case .authenticationHeader:
            decodeAuthenticated(bytes, at: start, end: end, declaredEnd: declaredEnd, carrier, level, into: &record)
        case .ospf, .vrrp, .eigrp, .pim:
            record.payload = ByteRange(start, end)
            record.payloadLength = UInt32(truncatingIfNeeded: max(0, declaredEnd &- start))
        default: break
        }
    }

    /// An Authentication Header of IPv4; that of IPv6 is walked with the other extension headers. RFC 4302 §2.
    private static func decodeAuthenticated(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, declaredEnd: Int, _ carrier: AddressFamily,
        _ level: Level, into record: inout FrameRecord
    ) {
        guard end >= start &+ 12 else { return record.note(.authenticationTruncated) }
        let next = IPProtocol(rawValue: bytes.field(at: start))
        let offset = start &+ (Int(bytes.field(at: start &+ 1, as: UInt8.self)) &+ 2) &* 4
        guard next != .authenticationHeader else { return }  // once is all there is, RFC 4301 §5
        guard offset <= end else { return record.note(.authenticationTruncated) }
        record.withInnermostIP { $0.upperProtocol = next }
        decodeUpperLayer(
            next, bytes, at: offset, end: end, declaredEnd: declaredEnd, carrier: carrier, isPartial: false, level,
            into: &record)
    }

    /// A transport that begins with two ports. RFC 9260 §3.1, RFC 3828 §3.1, RFC 4340 §5.1.
    private static func decodePorts(
        _ transport: IPProtocol, _ headerLength: Int, _ bytes: borrowing RawSpan, at start: Int, end: Int,
        declaredEnd: Int, into record: inout FrameRecord
    ) {
        guard end >= start &+ headerLength else { return record.note(.transportTruncated) }
        record.transport = transport
        record.sourcePort = bytes.field(at: start)
        record.destinationPort = bytes.field(at: start &+ 2)
        record.payload = ByteRange(start &+ headerLength, end)
        record.payloadLength = UInt32(truncatingIfNeeded: max(0, declaredEnd &- start &- headerLength))
    }

    /// The ports of a header that a short snapshot length cut: enough to tell the conversation.
    @inline(never)
    private static func decodeCutPorts(
        _ transport: IPProtocol, _ bytes: borrowing RawSpan, at start: Int, end: Int, into record: inout FrameRecord
    ) {
        guard end >= start &+ 4 else { return }
        record.transport = transport
        record.sourcePort = bytes.field(at: start)
        record.destinationPort = bytes.field(at: start &+ 2)
    }

    /// RFC 9293 §3.1.
    private static func decodeTCP(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, declaredEnd: Int, into record: inout FrameRecord
    ) {
        guard end >= start &+ 20 else {
            record.note(.tcpTruncated)
            return decodeCutPorts(.tcp, bytes, at: start, end: end, into: &record)
        }
        let place = bytes.field(at: start &+ 12, as: UInt16.self)
        let headerLength = Int(place >> 12) &* 4
        guard headerLength >= 20 else { return record.note(.tcpHeaderLength) }
        record.transport = .tcp
        let first = bytes.field(at: start, as: UInt64.self)
        record.sourcePort = UInt16(truncatingIfNeeded: first >> 48)
        record.destinationPort = UInt16(truncatingIfNeeded: first >> 32)
        record.tcpSequence = UInt32(truncatingIfNeeded: first)
        record.tcpFlags = TCPFlags(rawValue: UInt8(truncatingIfNeeded: place))
        record.payload = ByteRange(min(start &+ headerLength, end), end)
        record.payloadLength = UInt32(truncatingIfNeeded: max(0, declaredEnd &- start &- headerLength))
    }

    /// RFC 768.
    private static func decodeUDP(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, into record: inout FrameRecord
    ) {
        guard end >= start &+ 8 else {
            record.note(.udpTruncated)
            return decodeCutPorts(.udp, bytes, at: start, end: end, into: &record)
        }
        let length = Int(bytes.field(at: start &+ 4, as: UInt16.self))
        record.transport = .udp
        record.sourcePort = bytes.field(at: start)
        record.destinationPort = bytes.field(at: start &+ 2)
        var payloadEnd = end
        if length >= 8 {
            payloadEnd = min(end, start &+ length)
        } else if length != 0 {  // zero is a jumbogram or offload
            record.note(.udpLength)
        }
        record.payload = ByteRange(start &+ 8, payloadEnd)
        record.payloadLength = UInt32(truncatingIfNeeded: max(length &- 8, 0))
    }
}
