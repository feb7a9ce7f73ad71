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
    case fragmentOverlap
    case fragmentTimeout
    case pppTruncated
    case pppoeTruncated
    case mplsTruncated
    case mplsTooDeep
    case ieee80211Truncated
    case ieee80211Checksum
    case radiotapHeader
    case nflogTruncated
    case nflogAttribute
    case icmpTruncated
    case greTruncated
    case vxlanTruncated
    case geneveTruncated
    case gtpTruncated
    case gtpExtension
    case l2tpTruncated
    case transportTruncated
    case authenticationTruncated

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
        case .fragmentOverlap: "decoder.fragment.overlap"
        case .fragmentTimeout: "decoder.fragment.timeout"
        case .pppTruncated: "decoder.ppp.truncated"
        case .pppoeTruncated: "decoder.pppoe.truncated"
        case .mplsTruncated: "decoder.mpls.truncated"
        case .mplsTooDeep: "decoder.mpls.too-deep"
        case .ieee80211Truncated: "decoder.ieee80211.truncated"
        case .ieee80211Checksum: "decoder.ieee80211.checksum"
        case .radiotapHeader: "decoder.radiotap.header"
        case .nflogTruncated: "decoder.nflog.truncated"
        case .nflogAttribute: "decoder.nflog.attribute"
        case .icmpTruncated: "decoder.icmp.truncated"
        case .greTruncated: "decoder.gre.truncated"
        case .vxlanTruncated: "decoder.vxlan.truncated"
        case .geneveTruncated: "decoder.geneve.truncated"
        case .gtpTruncated: "decoder.gtp.truncated"
        case .gtpExtension: "decoder.gtp.extension"
        case .l2tpTruncated: "decoder.l2tp.truncated"
        case .transportTruncated: "decoder.transport.truncated"
        case .authenticationTruncated: "decoder.ah.truncated"
        }
    }
}
