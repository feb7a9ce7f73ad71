import PacketDecode

/// One way of feeding bytes to the product that anybody may have written.
///
/// Crashes and endless loops show themselves; what else an input must not bring about is a broken promise in words.
public enum FuzzTarget: String, CaseIterable, Sendable {
    /// The first byte chooses the link type, the rest is a frame.
    case frame
    case pcap
    case pcapng
    /// A capture that may be compressed, through a file.
    case compressed
    case neighbors
    case dhcp4
    case dhcp6
    /// A message, and the same bytes as a stream over TCP.
    case dns
    /// A hello, what a server says up to its certificate, and a certificate.
    case tls
    /// Datagrams of one flow, each behind two bytes of length.
    case quic
    /// Names and descriptions that machines announce: NetBIOS, LLDP, CDP, SSDP, SNMP, RADIUS and others.
    case names
    /// HTTP, SSH, SIP and other protocols of text or sessions.
    case sessions
    case routing
    /// Frames, each behind two bytes of length, whose fragments and streams are put together.
    case reassembly

    /// The broken promise; nil for an input that is handled as it should be.
    public func violation(_ input: UnsafeRawBufferPointer) -> String? {
        let bytes = RawSpan(_unsafeBytes: input)
        let range = ByteRange(start: 0, end: input.count)
        switch self {
        case .frame: return FrameFuzzing.violation(bytes)
        case .pcap, .pcapng: return CaptureFuzzing.violation(Array(input))
        case .compressed: return CaptureFuzzing.compressedViolation(input)
        case .neighbors: MessageFuzzing.readNeighbors(bytes, range)
        case .dhcp4: _ = DHCPv4Message(bytes, range)
        case .dhcp6: return MessageFuzzing.dhcpv6Violation(bytes, range)
        case .dns: return MessageFuzzing.dnsViolation(bytes, range)
        case .tls: MessageFuzzing.readTLS(bytes, range)
        case .quic: return ReassemblyFuzzing.quicViolation(bytes)
        case .names: MessageFuzzing.readNames(bytes, range)
        case .sessions: MessageFuzzing.readSessions(bytes, range)
        case .routing: MessageFuzzing.readRouting(bytes, range)
        case .reassembly: return ReassemblyFuzzing.violation(bytes)
        }
        return nil
    }
}
