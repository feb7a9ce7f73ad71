/// The type field of an Ethernet frame. IEEE registry, open: the wire carries values nobody has named.
public struct EtherType: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
    public let rawValue: UInt16
    @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

    @inlinable public static var ipv4: EtherType { EtherType(rawValue: 0x0800) }
    @inlinable public static var arp: EtherType { EtherType(rawValue: 0x0806) }
    @inlinable public static var vlan: EtherType { EtherType(rawValue: 0x8100) }
    @inlinable public static var ipv6: EtherType { EtherType(rawValue: 0x86dd) }
    @inlinable public static var providerBridging: EtherType { EtherType(rawValue: 0x88a8) }
    @inlinable public static var qinqLegacy: EtherType { EtherType(rawValue: 0x9100) }
    @inlinable public static var lldp: EtherType { EtherType(rawValue: 0x88cc) }
    @inlinable public static var eapol: EtherType { EtherType(rawValue: 0x888e) }
    /// Ethernet inside GRE or GENEVE. RFC 1701, RFC 7637 §3.2.
    @inlinable public static var transparentEthernetBridging: EtherType { EtherType(rawValue: 0x6558) }
    @inlinable public static var mplsUnicast: EtherType { EtherType(rawValue: 0x8847) }
    @inlinable public static var mplsMulticast: EtherType { EtherType(rawValue: 0x8848) }
    @inlinable public static var pppoeDiscovery: EtherType { EtherType(rawValue: 0x8863) }
    @inlinable public static var pppoeSession: EtherType { EtherType(rawValue: 0x8864) }
    /// PPP inside GRE. RFC 2637 §4.1.
    @inlinable public static var ppp: EtherType { EtherType(rawValue: 0x880b) }
    /// 802.1ah: a customer's frame inside a provider's backbone. IEEE 802.1Q §9.7.
    @inlinable public static var providerBackbone: EtherType { EtherType(rawValue: 0x88e7) }
    /// A security group tag between addresses and type. draft-smith-kandula-sxp.
    @inlinable public static var ciscoMetadata: EtherType { EtherType(rawValue: 0x8909) }
    @inlinable public static var erspan: EtherType { EtherType(rawValue: 0x88be) }
    @inlinable public static var erspan3: EtherType { EtherType(rawValue: 0x22eb) }
}

/// The protocol or next-header number of an IP packet. IANA protocol numbers.
public struct IPProtocol: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    @inlinable public static var hopByHop: IPProtocol { IPProtocol(rawValue: 0) }
    @inlinable public static var icmp: IPProtocol { IPProtocol(rawValue: 1) }
    @inlinable public static var igmp: IPProtocol { IPProtocol(rawValue: 2) }
    @inlinable public static var ipv4: IPProtocol { IPProtocol(rawValue: 4) }
    @inlinable public static var tcp: IPProtocol { IPProtocol(rawValue: 6) }
    @inlinable public static var udp: IPProtocol { IPProtocol(rawValue: 17) }
    @inlinable public static var dccp: IPProtocol { IPProtocol(rawValue: 33) }
    @inlinable public static var ipv6: IPProtocol { IPProtocol(rawValue: 41) }
    @inlinable public static var routing: IPProtocol { IPProtocol(rawValue: 43) }
    @inlinable public static var fragment: IPProtocol { IPProtocol(rawValue: 44) }
    @inlinable public static var gre: IPProtocol { IPProtocol(rawValue: 47) }
    @inlinable public static var encapsulatingSecurityPayload: IPProtocol { IPProtocol(rawValue: 50) }
    @inlinable public static var authenticationHeader: IPProtocol { IPProtocol(rawValue: 51) }
    @inlinable public static var icmpv6: IPProtocol { IPProtocol(rawValue: 58) }
    @inlinable public static var noNextHeader: IPProtocol { IPProtocol(rawValue: 59) }
    @inlinable public static var destinationOptions: IPProtocol { IPProtocol(rawValue: 60) }
    @inlinable public static var pim: IPProtocol { IPProtocol(rawValue: 103) }
    @inlinable public static var eigrp: IPProtocol { IPProtocol(rawValue: 88) }
    @inlinable public static var ospf: IPProtocol { IPProtocol(rawValue: 89) }
    @inlinable public static var vrrp: IPProtocol { IPProtocol(rawValue: 112) }
    @inlinable public static var l2tp: IPProtocol { IPProtocol(rawValue: 115) }
    @inlinable public static var sctp: IPProtocol { IPProtocol(rawValue: 132) }
    @inlinable public static var mobility: IPProtocol { IPProtocol(rawValue: 135) }
    @inlinable public static var udpLite: IPProtocol { IPProtocol(rawValue: 136) }
    @inlinable public static var mpls: IPProtocol { IPProtocol(rawValue: 137) }
    @inlinable public static var hostIdentity: IPProtocol { IPProtocol(rawValue: 139) }
    @inlinable public static var shim6: IPProtocol { IPProtocol(rawValue: 140) }

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
    @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

    @inlinable public static var null: LinkType { LinkType(rawValue: 0) }
    @inlinable public static var ethernet: LinkType { LinkType(rawValue: 1) }
    @inlinable public static var ppp: LinkType { LinkType(rawValue: 9) }
    /// What some systems wrote for raw IP before 101 was assigned.
    @inlinable public static var rawBSD: LinkType { LinkType(rawValue: 12) }
    @inlinable public static var rawOpenBSD: LinkType { LinkType(rawValue: 14) }
    @inlinable public static var fddi: LinkType { LinkType(rawValue: 10) }
    @inlinable public static var pppHDLC: LinkType { LinkType(rawValue: 50) }
    @inlinable public static var pppEthernet: LinkType { LinkType(rawValue: 51) }
    @inlinable public static var raw: LinkType { LinkType(rawValue: 101) }
    @inlinable public static var ciscoHDLC: LinkType { LinkType(rawValue: 104) }
    @inlinable public static var ieee80211: LinkType { LinkType(rawValue: 105) }
    @inlinable public static var frameRelay: LinkType { LinkType(rawValue: 107) }
    @inlinable public static var loop: LinkType { LinkType(rawValue: 108) }
    @inlinable public static var linuxCooked: LinkType { LinkType(rawValue: 113) }
    @inlinable public static var prism: LinkType { LinkType(rawValue: 119) }
    @inlinable public static var radiotap: LinkType { LinkType(rawValue: 127) }
    @inlinable public static var avs: LinkType { LinkType(rawValue: 163) }
    @inlinable public static var pppd: LinkType { LinkType(rawValue: 166) }
    @inlinable public static var perPacket: LinkType { LinkType(rawValue: 192) }
    @inlinable public static var pppDirection: LinkType { LinkType(rawValue: 204) }
    @inlinable public static var ciscoHDLCDirection: LinkType { LinkType(rawValue: 205) }
    @inlinable public static var mpls: LinkType { LinkType(rawValue: 219) }
    @inlinable public static var ipv4: LinkType { LinkType(rawValue: 228) }
    @inlinable public static var ipv6: LinkType { LinkType(rawValue: 229) }
    @inlinable public static var nflog: LinkType { LinkType(rawValue: 239) }
    @inlinable public static var linuxCooked2: LinkType { LinkType(rawValue: 276) }

    /// The registered name without the prefix LINKTYPE_, else the number.
    public var name: String { Self.names[rawValue] ?? "\(rawValue)" }

    private static let names: [UInt16: String] = [
        0: "NULL", 1: "EN10MB", 3: "AX25", 4: "PRONET", 5: "CHAOS", 6: "IEEE802_5", 7: "ARCNET_BSD", 8: "SLIP",
        9: "PPP", 10: "FDDI", 12: "RAW", 14: "RAW", 50: "PPP_HDLC", 51: "PPP_ETHER",
        99: "SYMANTEC_FIREWALL", 100: "ATM_RFC1483", 101: "RAW", 102: "SLIP_BSDOS", 103: "PPP_BSDOS", 104: "C_HDLC",
        105: "IEEE802_11", 106: "ATM_CLIP", 107: "FRELAY", 108: "LOOP", 109: "ENC", 110: "LANE8023", 111: "HIPPI",
        113: "LINUX_SLL", 114: "LTALK", 115: "ECONET", 116: "IPFILTER", 117: "PFLOG", 118: "CISCO_IOS",
        119: "IEEE802_11_PRISM", 120: "IEEE802_11_AIRONET", 121: "HHDLC", 122: "IP_OVER_FC", 123: "SUNATM",
        124: "RIO", 125: "PCI_EXP", 126: "AURORA", 127: "IEEE802_11_RADIOTAP", 128: "TZSP", 129: "ARCNET_LINUX",
        130: "JUNIPER_MLPPP", 131: "JUNIPER_MLFR", 132: "JUNIPER_ES", 133: "JUNIPER_GGSN", 134: "JUNIPER_MFR",
        135: "JUNIPER_ATM2", 136: "JUNIPER_SERVICES", 137: "JUNIPER_ATM1", 138: "APPLE_IP_OVER_IEEE1394",
        139: "MTP2_WITH_PHDR", 140: "MTP2", 141: "MTP3", 142: "SCCP", 143: "DOCSIS", 144: "LINUX_IRDA", 145: "IBM_SP",
        146: "IBM_SN", 147: "USER0", 148: "USER1", 149: "USER2", 150: "USER3", 151: "USER4", 152: "USER5",
        153: "USER6", 154: "USER7", 155: "USER8", 156: "USER9", 157: "USER10", 158: "USER11", 159: "USER12",
        160: "USER13", 161: "USER14", 162: "USER15", 163: "IEEE802_11_AVS", 164: "JUNIPER_MONITOR",
        165: "BACNET_MS_TP", 166: "PPP_PPPD", 167: "JUNIPER_PPPOE", 168: "JUNIPER_PPPOE_ATM", 169: "GPRS_LLC",
        170: "GPF_T", 171: "GPF_F", 172: "GCOM_T1E1", 173: "GCOM_SERIAL", 174: "JUNIPER_PIC_PEER", 175: "ERF_ETH",
        176: "ERF_POS", 177: "LINUX_LAPD", 178: "JUNIPER_ETHER", 179: "JUNIPER_PPP", 180: "JUNIPER_FRELAY",
        181: "JUNIPER_CHDLC", 182: "MFR", 183: "JUNIPER_VP", 184: "A429", 185: "A653_ICM", 186: "USB_FREEBSD",
        187: "BLUETOOTH_HCI_H4", 188: "IEEE802_16_MAC_CPS", 189: "USB_LINUX", 190: "CAN20B",
        191: "IEEE802_15_4_LINUX", 192: "PPI", 193: "IEEE802_16_MAC_CPS_RADIO", 194: "JUNIPER_ISM",
        195: "IEEE802_15_4_WITHFCS", 196: "SITA", 197: "ERF", 198: "RAIF1", 199: "IPMB_KONTRON", 200: "JUNIPER_ST",
        201: "BLUETOOTH_HCI_H4_WITH_PHDR", 202: "AX25_KISS", 203: "LAPD", 204: "PPP_WITH_DIR", 205: "C_HDLC_WITH_DIR",
        206: "FRELAY_WITH_DIR", 207: "LAPB_WITH_DIR", 209: "IPMB_LINUX", 210: "FLEXRAY", 211: "MOST", 212: "LIN",
        213: "X2E_SERIAL", 214: "X2E_XORAYA", 215: "IEEE802_15_4_NONASK_PHY", 216: "LINUX_EVDEV", 217: "GSMTAP_UM",
        218: "GSMTAP_ABIS", 219: "MPLS", 220: "USB_LINUX_MMAPPED", 221: "DECT", 222: "AOS", 223: "WIHART",
        224: "FC_2", 225: "FC_2_WITH_FRAME_DELIMS", 226: "IPNET", 227: "CAN_SOCKETCAN", 228: "IPV4", 229: "IPV6",
        230: "IEEE802_15_4_NOFCS", 231: "DBUS", 232: "JUNIPER_VS", 233: "JUNIPER_SRX_E2E",
        234: "JUNIPER_FIBRECHANNEL", 235: "DVB_CI", 236: "MUX27010", 237: "STANAG_5066_D_PDU",
        238: "JUNIPER_ATM_CEMIC", 239: "NFLOG", 240: "NETANALYZER", 241: "NETANALYZER_TRANSPARENT", 242: "IPOIB",
        243: "MPEG_2_TS", 244: "NG40", 245: "NFC_LLCP", 246: "PFSYNC", 247: "INFINIBAND", 248: "SCTP", 249: "USBPCAP",
        250: "RTAC_SERIAL", 251: "BLUETOOTH_LE_LL", 252: "WIRESHARK_UPPER_PDU", 253: "NETLINK",
        254: "BLUETOOTH_LINUX_MONITOR", 255: "BLUETOOTH_BREDR_BB", 256: "BLUETOOTH_LE_LL_WITH_PHDR",
        257: "PROFIBUS_DL", 258: "PKTAP", 259: "EPON", 260: "IPMI_HPM_2", 261: "ZWAVE_R1_R2", 262: "ZWAVE_R3",
        263: "WATTSTOPPER_DLM", 264: "ISO_14443", 265: "RDS", 266: "USB_DARWIN", 267: "OPENFLOW", 268: "SDLC",
        269: "TI_LLN_SNIFFER", 270: "LORATAP", 271: "VSOCK", 272: "NORDIC_BLE", 273: "DOCSIS31_XRA31",
        274: "ETHERNET_MPACKET", 275: "DISPLAYPORT_AUX", 276: "LINUX_SLL2", 277: "SERCOS_MONITOR", 278: "OPENVIZSLA",
        279: "EBHSCR", 280: "VPP_DISPATCH", 281: "DSA_TAG_BRCM", 282: "DSA_TAG_BRCM_PREPEND", 283: "IEEE802_15_4_TAP",
        284: "DSA_TAG_DSA", 285: "DSA_TAG_EDSA", 286: "ELEE", 287: "Z_WAVE_SERIAL", 288: "USB_2_0", 289: "ATSC_ALP",
    ]
}
