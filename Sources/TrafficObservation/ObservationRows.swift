public import NetworkTypes
public import PacketDecode

/// An address bound to a MAC on a link by one kind of evidence.
public struct BindingRow: Sendable, Equatable {
    package internal(set) var linkNumber: UInt32
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
public struct SourceRow: Sendable, Equatable {
    package internal(set) var linkNumber: UInt32
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
public struct RouterRow: Sendable, Equatable {
    public internal(set) var link: Int
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
public struct DHCPServerRow: Sendable, Equatable {
    public internal(set) var link: Int
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

/// IP in IP, one row for each direction.
public struct TunnelRow: Sendable, Equatable {
    public internal(set) var link: Int
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
public struct AddressConflictRow: Sendable, Equatable {
    public internal(set) var link: Int
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
