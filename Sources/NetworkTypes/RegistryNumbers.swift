/// The type field of an Ethernet frame. IEEE registry, open: the wire carries values nobody has named.
public struct EtherType: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static var ipv4: EtherType { EtherType(rawValue: 0x0800) }
    public static var arp: EtherType { EtherType(rawValue: 0x0806) }
    public static var vlan: EtherType { EtherType(rawValue: 0x8100) }
    public static var ipv6: EtherType { EtherType(rawValue: 0x86dd) }
    public static var providerBridging: EtherType { EtherType(rawValue: 0x88a8) }
    public static var qinqLegacy: EtherType { EtherType(rawValue: 0x9100) }
    public static var lldp: EtherType { EtherType(rawValue: 0x88cc) }
}

/// The protocol or next-header number of an IP packet. IANA protocol numbers.
public struct IPProtocol: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static var hopByHop: IPProtocol { IPProtocol(rawValue: 0) }
    public static var icmp: IPProtocol { IPProtocol(rawValue: 1) }
    public static var igmp: IPProtocol { IPProtocol(rawValue: 2) }
    public static var ipv4: IPProtocol { IPProtocol(rawValue: 4) }
    public static var tcp: IPProtocol { IPProtocol(rawValue: 6) }
    public static var udp: IPProtocol { IPProtocol(rawValue: 17) }
    public static var ipv6: IPProtocol { IPProtocol(rawValue: 41) }
    public static var routing: IPProtocol { IPProtocol(rawValue: 43) }
    public static var fragment: IPProtocol { IPProtocol(rawValue: 44) }
    public static var gre: IPProtocol { IPProtocol(rawValue: 47) }
    public static var encapsulatingSecurityPayload: IPProtocol { IPProtocol(rawValue: 50) }
    public static var authenticationHeader: IPProtocol { IPProtocol(rawValue: 51) }
    public static var icmpv6: IPProtocol { IPProtocol(rawValue: 58) }
    public static var noNextHeader: IPProtocol { IPProtocol(rawValue: 59) }
    public static var destinationOptions: IPProtocol { IPProtocol(rawValue: 60) }
    public static var ospf: IPProtocol { IPProtocol(rawValue: 89) }
    public static var vrrp: IPProtocol { IPProtocol(rawValue: 112) }
    public static var mobility: IPProtocol { IPProtocol(rawValue: 135) }
    public static var hostIdentity: IPProtocol { IPProtocol(rawValue: 139) }
    public static var shim6: IPProtocol { IPProtocol(rawValue: 140) }

    /// The name used in outputs and display filters, else the number.
    public var name: String {
        switch self {
        case .icmp: "icmp"
        case .igmp: "igmp"
        case .tcp: "tcp"
        case .udp: "udp"
        case .icmpv6: "icmpv6"
        default: "\(rawValue)"
        }
    }
}

/// The link-layer header type of a capture. tcpdump.org/linktypes.html, open.
public struct LinkType: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static var null: LinkType { LinkType(rawValue: 0) }
    public static var ethernet: LinkType { LinkType(rawValue: 1) }
    public static var ppp: LinkType { LinkType(rawValue: 9) }
    public static var raw: LinkType { LinkType(rawValue: 101) }
    public static var ciscoHDLC: LinkType { LinkType(rawValue: 104) }
    public static var ieee80211: LinkType { LinkType(rawValue: 105) }
    public static var loop: LinkType { LinkType(rawValue: 108) }
    public static var linuxCooked: LinkType { LinkType(rawValue: 113) }
    public static var radiotap: LinkType { LinkType(rawValue: 127) }
    public static var ipv4: LinkType { LinkType(rawValue: 228) }
    public static var ipv6: LinkType { LinkType(rawValue: 229) }
    public static var nflog: LinkType { LinkType(rawValue: 239) }
    public static var linuxCooked2: LinkType { LinkType(rawValue: 276) }

    /// The registered name without the prefix LINKTYPE_, else the number.
    public var name: String { Self.names[rawValue] ?? "\(rawValue)" }

    private static let names: [UInt16: String] = [
        0: "NULL", 1: "EN10MB", 3: "AX25", 6: "IEEE802_5", 7: "ARCNET_BSD", 8: "SLIP", 9: "PPP", 10: "FDDI",
        50: "PPP_HDLC", 51: "PPP_ETHER", 100: "ATM_RFC1483", 101: "RAW", 104: "C_HDLC", 105: "IEEE802_11",
        106: "ATM_CLIP", 107: "FRELAY", 108: "LOOP", 113: "LINUX_SLL", 114: "LTALK", 117: "PFLOG",
        119: "IEEE802_11_PRISM", 122: "IP_OVER_FC", 123: "SUNATM", 127: "IEEE802_11_RADIOTAP", 129: "ARCNET_LINUX",
        137: "JUNIPER_ATM1", 138: "APPLE_IP_OVER_IEEE1394", 139: "MTP2_WITH_PHDR", 140: "MTP2", 141: "MTP3",
        142: "SCCP", 143: "DOCSIS", 144: "LINUX_IRDA", 163: "IEEE802_11_AVS", 166: "PPP_PPPD", 169: "GPRS_LLC",
        178: "JUNIPER_ETHER", 187: "BLUETOOTH_HCI_H4", 189: "USB_LINUX", 192: "PPI", 195: "IEEE802_15_4_WITHFCS",
        201: "BLUETOOTH_HCI_H4_WITH_PHDR", 220: "USB_LINUX_MMAPPED", 226: "IPNET", 228: "IPV4", 229: "IPV6",
        230: "IEEE802_15_4_NOFCS", 239: "NFLOG", 240: "NETANALYZER", 242: "IPOIB", 247: "INFINIBAND", 249: "USBPCAP",
        251: "BLUETOOTH_LE_LL", 253: "NETLINK", 274: "ETHERNET_MPACKET", 276: "LINUX_SLL2", 281: "DSA_TAG_BRCM",
        282: "DSA_TAG_BRCM_PREPEND", 284: "DSA_TAG_DSA", 285: "DSA_TAG_EDSA",
    ]
}
