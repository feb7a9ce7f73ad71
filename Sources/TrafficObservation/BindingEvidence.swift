/// What bound an address to a link-layer address. Only these do: a source address behind a MAC alone proves nothing,
/// because the Ethernet source of routed traffic is the router.
public enum BindingEvidence: String, Sendable, CaseIterable, Comparable {
    case arpRequest = "arp-request"
    case arpReply = "arp-reply"
    case arpAnnouncement = "arp-announcement"
    /// A DHCPACK to this client hardware address. RFC 2131 §3.1.
    case dhcpAcknowledgement = "dhcp-ack"
    /// A client that names its own address in `ciaddr`. RFC 2131 §4.3.2.
    case dhcpClientAddress = "dhcp-client"
    case solicitationSource = "ndp-ns"
    case routerSolicitationSource = "ndp-rs"
    case advertisementTarget = "ndp-na"
    case routerAdvertisementSource = "ndp-ra"
    /// The target of a probe from `::`: a claim that may still fail. RFC 4862 §5.4.
    case duplicateAddressDetection = "ndp-dad"
    case redirectSource = "ndp-redirect"
    case multicastListener = "mld"
    case dhcpv6Reply = "dhcpv6-reply"
    case dhcpv6Client = "dhcpv6-client"
    /// The source is fe80::/10 or 169.254/16: never forwarded.
    case linkLocalSource = "link-local-source"
    /// The destination cannot have crossed a router: 224.0.0.0/24, 255.255.255.255, ff01::/16, ff02::/16.
    case linkScopeDestination = "link-scope-destination"
    /// The machine's own configuration, or what it says of itself.
    case configuration
    /// A table of ARP or Neighbor Discovery, or of MACs, of a router or switch.
    case neighbourTable = "neighbour-table"
    /// A server's file of leases.
    case leaseFile = "lease-file"
    /// What another tool saw.
    case record
    /// The address answered an active check.
    case probeAnswer = "probe-answer"

    /// From a file or an active check: no frame shows it.
    public var isDeclared: Bool {
        switch self {
        case .configuration, .neighbourTable, .leaseFile, .record, .probeAnswer: true
        default: false
        }
    }

    /// The display filter of the frames that prove this kind, for a MAC and an address in text form; empty where no frame
    /// does.
    public func displayFilter(mac: String, address: String) -> String {
        switch self {
        case .arpRequest: "arp.opcode == 1 && arp.src.hw_mac == \(mac) && arp.src.proto_ipv4 == \(address)"
        case .arpReply: "arp.opcode == 2 && arp.src.hw_mac == \(mac) && arp.src.proto_ipv4 == \(address)"
        case .arpAnnouncement:
            "arp.src.hw_mac == \(mac) && arp.src.proto_ipv4 == \(address) && arp.dst.proto_ipv4 == \(address)"
        case .dhcpAcknowledgement:
            Self.orCut("dhcp.hw.mac_addr == \(mac) && (dhcp.ip.your == \(address) || dhcp.ip.client == \(address))")
        case .dhcpClientAddress: Self.orCut("dhcp.hw.mac_addr == \(mac) && dhcp.ip.client == \(address)")
        case .solicitationSource: "icmpv6.type == 135 && ipv6.src == \(address)"
        case .routerSolicitationSource: "icmpv6.type == 133 && ipv6.src == \(address)"
        case .advertisementTarget:
            "icmpv6.type == 136 && (icmpv6.nd.na.target_address == \(address) || ipv6.src == \(address))"
        case .routerAdvertisementSource: "icmpv6.type == 134 && ipv6.src == \(address)"
        case .duplicateAddressDetection:
            "icmpv6.type == 135 && ipv6.src == :: && icmpv6.nd.ns.target_address == \(address)"
        case .redirectSource: "icmpv6.type == 137 && ipv6.src == \(address)"
        case .multicastListener: "icmpv6.type >= 130 && ipv6.src == \(address)"
        case .dhcpv6Reply, .dhcpv6Client: "dhcpv6.iaaddr.ip == \(address)"
        case .linkLocalSource, .linkScopeDestination:
            address.contains(":") ? "ipv6.src == \(address)" : "ip.src == \(address)"
        case .configuration, .neighbourTable, .leaseFile, .record, .probeAnswer: ""
        }
    }

    /// Wireshark shows no field of a DHCP message whose options were cut by the snap length.
    public static func orCut(_ filter: String) -> String { "(\(filter) || dhcp && _ws.short)" }

    public static func < (a: BindingEvidence, b: BindingEvidence) -> Bool { a.rawValue < b.rawValue }
}
