public import NetworkTypes
public import PacketDecode

/// A broadcast domain as the capture shows it: one interface of one capture with one stack of tags.
public struct LinkKey: Hashable, Comparable, Sendable, BitwiseCopyable {
    public var capture: UInt32
    /// The interface of the file.
    public var interface: UInt32
    /// The interface index of LINUX_SLL2, else 0.
    public var cookedInterface: UInt32
    /// `FrameRecord.noVLAN` where untagged.
    public var outerVLAN: UInt16
    public var innerVLAN: UInt16
    /// The Ethernet inside the tunnels of this link is a link of its own.
    public var isOverlay: Bool

    public init(
        capture: UInt32, interface: UInt32, cookedInterface: UInt32, outerVLAN: UInt16, innerVLAN: UInt16,
        isOverlay: Bool = false
    ) {
        self.isOverlay = isOverlay
        self.capture = capture
        self.interface = interface
        self.cookedInterface = cookedInterface
        self.outerVLAN = outerVLAN
        self.innerVLAN = innerVLAN
    }

    public static func < (a: LinkKey, b: LinkKey) -> Bool {
        if a.isOverlay != b.isOverlay { return b.isOverlay }
        return (a.capture, a.interface, a.cookedInterface, a.outerVLAN, a.innerVLAN)
            < (b.capture, b.interface, b.cookedInterface, b.outerVLAN, b.innerVLAN)
    }
}

/// One capture file as it was read.
public struct CaptureObservation: Sendable {
    public var path: String
    /// `pcap`, `pcapng` or `unknown`.
    public var format: String
    public var sha256: String?
    /// Registered names, in order of appearance.
    public var linkTypes: [String] = []
    public var packets: UInt64 = 0
    /// Captured bytes of all frames.
    public var bytes: UInt64 = 0
    /// The most bytes that were kept of one frame.
    public var largestFrame: Int = 0
    public var firstSeen: CaptureTime?
    public var lastSeen: CaptureTime?
    /// Read to its end without an error.
    public var isComplete = true
    /// Dotted name to count.
    public var anomalies: [String: UInt64] = [:]

    public init(path: String, format: String) {
        self.path = path
        self.format = format
    }
}

/// What was seen of one link as a whole. Indices of `ObservationSet.links` are link numbers.
public struct LinkObservation: Sendable {
    public let key: LinkKey
    public var frames: UInt64 = 0
    public var firstSeen: CaptureTime
    public var lastSeen: CaptureTime
    /// Multicast NDP, MLD or mDNS over IPv6 by sender: proof that IPv6 could have been seen. Bounded.
    public var multicastIPv6Senders: Set<MACAddress> = []
    public var firstMulticastIPv6: Proof?
    /// Senders of broadcast ARP. Bounded.
    public var broadcastARPSenders: Set<MACAddress> = []
    public var routerSolicitations: Sighting?
    /// Hosts that solicited, with the time of their last solicitation and their count. Bounded.
    public var soliciting: [MACAddress: Sighting] = [:]
    /// ND messages whose hop limit is not 255: forged or forwarded. RFC 4861 §7.1.
    public var neighborDiscoveryWrongHopLimit: Sighting?
    /// ND messages in fragments. RFC 6980 §5.
    public var neighborDiscoveryFragmented: Sighting?
    public var routingHeaderType0: Sighting?
    /// Redirects by sender.
    public var redirects: [MACAddress: Sighting] = [:]
    /// DHCPv6 Solicits by client link-layer address. Bounded.
    public var dhcpv6Solicits: [MACAddress: Sighting] = [:]
    public var dhcpv6InformationRequests: Sighting?
    /// Frames of DHCPv6 answers.
    public var dhcpv6Answers: Sighting?
    /// A Request that names a server: a Solicit was answered, although the answer was not seen.
    public var dhcpv6RequestsNamingServer: Sighting?
    /// Answers that carry a status NoAddrsAvail (2).
    public var dhcpv6NoAddresses: Sighting?
    /// 802.1X is spoken on the link. IEEE 802.1X-2010 §11.3.
    public var portAuthentication: Sighting?
    /// DNS questions to port 53, by family of the transport.
    public var dnsQuestionsIPv4: Sighting?
    public var dnsQuestionsIPv6: Sighting?

    public init(key: LinkKey, time: CaptureTime) {
        self.key = key
        firstSeen = time
        lastSeen = time
    }

    @inline(__always)
    mutating func count(_ time: CaptureTime) {
        frames &+= 1
        if time < firstSeen { firstSeen = time }
        if time > lastSeen { lastSeen = time }
    }
}

/// An address bound to a MAC on a link by one kind of evidence.
public struct BindingRow: Sendable {
    let linkNumber: UInt32
    /// The next row of the same address, MAC and link; −1: none.
    var next: Int32 = -1
    public let mac: MACAddress
    public let address: IPAddress
    public let evidence: BindingEvidence
    /// NA with the override flag clear: a proxy answers so. RFC 4861 §7.2.8.
    public var withoutOverride: Bool
    public var sighting: Sighting

    public init(
        link: Int, mac: MACAddress, address: IPAddress, evidence: BindingEvidence, sighting: Sighting,
        withoutOverride: Bool = false
    ) {
        linkNumber = UInt32(truncatingIfNeeded: link)
        self.mac = mac
        self.address = address
        self.evidence = evidence
        self.sighting = sighting
        self.withoutOverride = withoutOverride
    }

    public var link: Int { Int(linkNumber) }
}

/// An address as source behind a MAC on a link, bound or not. `mac` is zero on captures without a link layer.
public struct SourceRow: Sendable {
    let linkNumber: UInt32
    /// The largest TTL or hop limit of its TCP and UDP packets to one machine, 0 without any: a forwarded packet has less
    /// than the sender wrote.
    public var largestHopLimit: UInt8 = 0
    /// Messages in which it may have said what it is.
    var announcements: UInt16 = 0
    public let mac: MACAddress
    public let address: IPAddress
    public var sighting: Sighting
    public var traffic = TrafficCount()

    public init(link: Int, mac: MACAddress, address: IPAddress, sighting: Sighting) {
        linkNumber = UInt32(truncatingIfNeeded: link)
        self.mac = mac
        self.address = address
        self.sighting = sighting
    }

    public var link: Int { Int(linkNumber) }

    /// The row before its first packet is counted.
    var uncounted: SourceRow {
        var copy = self
        copy.sighting = sighting.uncounted
        return copy
    }

    @inline(__always)
    mutating func add(_ ip: IPHeaderRecord, _ proof: Proof) {
        sighting.add(proof)
        traffic.add(bytes: ip.length)
        // Neighbour Discovery and mDNS write 255 whatever the machine's own value is.
        if ip.hopLimit > largestHopLimit, ip.upperProtocol == .tcp || ip.upperProtocol == .udp,
            !ip.destination.isMulticast
        {
            largestHopLimit = ip.hopLimit
        }
    }
}

/// An address that something bound to a MAC on a link, with the first row of its evidence.
struct BoundAddress {
    let link: UInt32
    /// −1: none yet.
    var firstBinding: Int32 = -1
    let mac: MACAddress
    let address: IPAddress
}

/// A Router Advertisement sender on a link.
public struct RouterRow: Sendable {
    public let link: Int
    public let mac: MACAddress
    public let source: IPv6Address
    public var sighting: Sighting
    /// The latest message, and the latest with a lifetime above zero.
    public var latest: RouterAdvertisement
    public var latestTime: CaptureTime
    public var hasPositiveLifetime = false
    public var firstPositiveLifetime: Proof?
    /// Union over all its messages. Bounded.
    public var prefixes: [IPPrefix: RouterAdvertisement.Prefix] = [:]
    public var resolvers: Set<IPv6Address> = []
    public var nat64Prefixes: Set<IPPrefix> = []
    public var largestLifetimeSeconds: UInt16 = 0
    public var wasIncomplete = false
    /// Prefixes that were advertised with a preferred lifetime of zero: first and last time.
    public var deprecatedPrefixes: [IPPrefix: Sighting] = [:]
}

/// A DHCP server on a link.
public struct DHCPServerRow: Sendable {
    public let link: Int
    public let mac: MACAddress
    /// The server identifier of DHCPv4, the source of DHCPv6.
    public let address: IPAddress
    public var duid: [UInt8]?
    public var sighting: Sighting
    /// DHCPv6: answered with an IA_NA; DHCPv4: acknowledged a lease.
    public var assignsAddresses: Proof?
    public var resolvers: Set<IPAddress> = []
    public var gateways: Set<IPv4Address> = []
    public var ntpServers: Set<IPv4Address> = []
    public var grantsIPv6Only = false
    public var addressesAssigned: Set<IPAddress> = []
}

/// Where a host's name came from.
public enum NameSource: String, Sendable, CaseIterable { case mdns, dhcp, dhcpv6, llmnr, nbns, dns, lldp, cdp, snmp }

/// A name that a machine gave itself.
public struct HostNameRow: Sendable {
    public let link: Int
    public let mac: MACAddress
    public let name: String
    public let source: NameSource
    public var sighting: Sighting
}

/// A DNS name as asked and answered on port 53 of UDP.
public struct DNSNameRow: Sendable {
    public let name: String
    public var a: Set<IPv4Address> = []
    public var aaaa: Set<IPv6Address> = []
    public var aQuestions: Sighting?
    public var aaaaQuestions: Sighting?
    /// Answers to the AAAA question, with whatever code.
    public var aaaaAnswers: Sighting?
    public var aAnswers: Sighting?
    /// Response codes other than 0 to AAAA, by server; and whether A of the same server was NOERROR with an address.
    public var aaaaErrors: [IPAddress: UInt16] = [:]
    public var firstAAAAError: Proof?
    public var aAnsweredBy: Set<IPAddress> = []
    public var lastAnswer: Proof?

    mutating func addAddress(_ address: IPAddress, upTo limit: Int) {
        if let v4 = address.ipv4 { a.insert(v4, upTo: limit) }
        if let v6 = address.ipv6 { aaaa.insert(v6, upTo: limit) }
    }
}

/// What one machine learnt from DNS. Bounded.
public struct ResolutionRow: Sendable {
    public let link: Int
    public let client: IPAddress
    /// Addresses that answers to this client contained.
    public var answered: Set<IPAddress> = []
    public var aaaaQuestions: Sighting?
    /// An AAAA question that was answered with an address.
    public var aaaaAnswered: Proof?
    public var answers: Sighting?
}

/// IP in IP, one row for each direction.
public struct TunnelRow: Sendable {
    public let link: Int
    public let kind: TunnelKind
    public let outerSource: IPAddress
    public let outerDestination: IPAddress
    public let sourceMAC: MACAddress
    public var innerSources: Set<IPAddress> = []
    public var innerDestinations: Set<IPAddress> = []
    public var sighting: Sighting
}

public enum TunnelKind: String, Sendable, CaseIterable {
    case sixInFour = "6in4"
    case sixToFour = "6to4"
    case isatap
    case teredo
    case fourInSix = "4in6"
    case fourInFour = "4in4"
    case sixInSix = "6in6"
    case gre, erspan, vxlan, geneve, gtp, l2tp, ppp, pseudowire, ayiya, mpls, lisp
}

/// A duplicate address: a probe for X that another machine answered or that two machines sent. RFC 4862 §5.4.
public struct AddressConflictRow: Sendable {
    public let link: Int
    public let address: IPv6Address
    public let first: MACAddress
    public let second: MACAddress
    public var sighting: Sighting
}

/// Roles of a machine that a message or a service proves.
public enum RoleHint: String, Sendable, CaseIterable {
    case router, resolver, printer, camera, phone, server
    case dhcpServer = "dhcp-server"
    case dhcpv6Server = "dhcpv6-server"
}
