/// The type field of an Ethernet frame. IEEE registry, open: the wire carries values nobody has named.
public struct EtherType: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static let ipv4 = EtherType(rawValue: 0x0800)
    public static let arp = EtherType(rawValue: 0x0806)
    public static let vlan = EtherType(rawValue: 0x8100)
    public static let ipv6 = EtherType(rawValue: 0x86dd)
    public static let providerBridging = EtherType(rawValue: 0x88a8)
    public static let qinqLegacy = EtherType(rawValue: 0x9100)
    public static let lldp = EtherType(rawValue: 0x88cc)
    public static let eapol = EtherType(rawValue: 0x888e)
    /// Ethernet inside GRE or GENEVE. RFC 1701, RFC 7637 §3.2.
    public static let transparentEthernetBridging = EtherType(rawValue: 0x6558)
    public static let mplsUnicast = EtherType(rawValue: 0x8847)
    public static let mplsMulticast = EtherType(rawValue: 0x8848)
    public static let pppoeDiscovery = EtherType(rawValue: 0x8863)
    public static let pppoeSession = EtherType(rawValue: 0x8864)
    /// PPP inside GRE. RFC 2637 §4.1.
    public static let ppp = EtherType(rawValue: 0x880b)
    /// 802.1ah: a customer's frame inside a provider's backbone. IEEE 802.1Q §9.7.
    public static let providerBackbone = EtherType(rawValue: 0x88e7)
    public static let erspan = EtherType(rawValue: 0x88be)
    public static let erspan3 = EtherType(rawValue: 0x22eb)
}

/// The protocol or next-header number of an IP packet. IANA protocol numbers.
public struct IPProtocol: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let hopByHop = IPProtocol(rawValue: 0)
    public static let icmp = IPProtocol(rawValue: 1)
    public static let igmp = IPProtocol(rawValue: 2)
    public static let ipv4 = IPProtocol(rawValue: 4)
    public static let tcp = IPProtocol(rawValue: 6)
    public static let udp = IPProtocol(rawValue: 17)
    public static let dccp = IPProtocol(rawValue: 33)
    public static let ipv6 = IPProtocol(rawValue: 41)
    public static let routing = IPProtocol(rawValue: 43)
    public static let fragment = IPProtocol(rawValue: 44)
    public static let gre = IPProtocol(rawValue: 47)
    public static let encapsulatingSecurityPayload = IPProtocol(rawValue: 50)
    public static let authenticationHeader = IPProtocol(rawValue: 51)
    public static let icmpv6 = IPProtocol(rawValue: 58)
    public static let noNextHeader = IPProtocol(rawValue: 59)
    public static let destinationOptions = IPProtocol(rawValue: 60)
    public static let ospf = IPProtocol(rawValue: 89)
    public static let vrrp = IPProtocol(rawValue: 112)
    public static let l2tp = IPProtocol(rawValue: 115)
    public static let sctp = IPProtocol(rawValue: 132)
    public static let mobility = IPProtocol(rawValue: 135)
    public static let udpLite = IPProtocol(rawValue: 136)
    public static let mpls = IPProtocol(rawValue: 137)
    public static let hostIdentity = IPProtocol(rawValue: 139)
    public static let shim6 = IPProtocol(rawValue: 140)

    /// The name used in outputs and display filters, else the number.
    public var name: String {
        switch self {
        case .icmp: "icmp"
        case .igmp: "igmp"
        case .tcp: "tcp"
        case .udp: "udp"
        case .icmpv6: "icmpv6"
        case .sctp: "sctp"
        case .dccp: "dccp"
        case .udpLite: "udplite"
        default: "\(rawValue)"
        }
    }
}

/// The link-layer header type of a capture. tcpdump.org/linktypes.html, open.
public struct LinkType: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static let null = LinkType(rawValue: 0)
    public static let ethernet = LinkType(rawValue: 1)
    public static let ppp = LinkType(rawValue: 9)
    public static let raw = LinkType(rawValue: 101)
    public static let ciscoHDLC = LinkType(rawValue: 104)
    public static let ieee80211 = LinkType(rawValue: 105)
    public static let loop = LinkType(rawValue: 108)
    public static let linuxCooked = LinkType(rawValue: 113)
    public static let radiotap = LinkType(rawValue: 127)
    public static let ipv4 = LinkType(rawValue: 228)
    public static let ipv6 = LinkType(rawValue: 229)
    public static let nflog = LinkType(rawValue: 239)
    public static let linuxCooked2 = LinkType(rawValue: 276)

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
