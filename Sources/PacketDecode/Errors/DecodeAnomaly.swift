/// An oddity of a frame, a fact with a stable dotted name that reports and rules can count and cite.
public enum DecodeAnomaly: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    case none
    case ethernetTruncated
    case linuxCookedTruncated
    case linkTruncated
    case vlanTruncated
    case vlanTooDeep
    case arpTruncated
    case arpUnsupported
    case ipv4Truncated
    case ipv4HeaderLength
    case ipv4TotalLength
    case ipv4Version
    case ipv6Truncated
    case ipv6Version
    case ipv6PayloadLength
    case ipv6ExtensionTruncated
    case ipv6ExtensionTooMany
    case tcpTruncated
    case tcpHeaderLength
    case udpTruncated
    case udpLength
    case icmpv6Truncated
    case tunnelTooDeep
    case neighborDiscoveryOption
    case dhcpv4Malformed
    case dhcpv6Malformed
    case dnsMalformed

    /// `decoder.LAYER.REASON`.
    public var name: String {
        switch self {
        case .none: "none"
        case .ethernetTruncated: "decoder.ethernet.truncated"
        case .linuxCookedTruncated: "decoder.linux-cooked.truncated"
        case .linkTruncated: "decoder.link.truncated"
        case .vlanTruncated: "decoder.vlan.truncated"
        case .vlanTooDeep: "decoder.vlan.too-deep"
        case .arpTruncated: "decoder.arp.truncated"
        case .arpUnsupported: "decoder.arp.unsupported"
        case .ipv4Truncated: "decoder.ipv4.truncated"
        case .ipv4HeaderLength: "decoder.ipv4.header-length"
        case .ipv4TotalLength: "decoder.ipv4.total-length"
        case .ipv4Version: "decoder.ipv4.version"
        case .ipv6Truncated: "decoder.ipv6.truncated"
        case .ipv6Version: "decoder.ipv6.version"
        case .ipv6PayloadLength: "decoder.ipv6.payload-length"
        case .ipv6ExtensionTruncated: "decoder.ipv6.extension-truncated"
        case .ipv6ExtensionTooMany: "decoder.ipv6.extension-too-many"
        case .tcpTruncated: "decoder.tcp.truncated"
        case .tcpHeaderLength: "decoder.tcp.header-length"
        case .udpTruncated: "decoder.udp.truncated"
        case .udpLength: "decoder.udp.length"
        case .icmpv6Truncated: "decoder.icmpv6.truncated"
        case .tunnelTooDeep: "decoder.tunnel.too-deep"
        case .neighborDiscoveryOption: "decoder.ndp.option"
        case .dhcpv4Malformed: "decoder.dhcpv4.malformed"
        case .dhcpv6Malformed: "decoder.dhcpv6.malformed"
        case .dnsMalformed: "decoder.dns.malformed"
        }
    }
}
