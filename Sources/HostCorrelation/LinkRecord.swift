public import NetworkTypes
public import TrafficObservation

/// The id of a link in outputs: `CAPTURE.INTERFACE[.COOKED][/OUTER[.INNER]]`, or the segment's id in a site.
public typealias LinkIdentifier = String

/// A link as hosts refer to it: a segment of the site with its links merged, or one link of one capture.
public struct LinkRecord: Sendable {
    public let id: LinkIdentifier
    /// The site's segment, nil where unresolved.
    public let segment: String?
    /// Indices into `ObservationSet.links` of what was captured.
    public let observed: [Int]
    /// Indices into `ObservationSet.links` of what files and probes say.
    public let declared: [Int]
    /// A declared `vantage: routed`: the capture point is not on the hosts' link.
    public let isRouted: Bool
    /// Two segments matched equally well.
    public let isAmbiguous: Bool
    /// IPv6 could have been seen: multicast NDP, MLD or mDNS of a host was captured, or `vantage: switch|host` is
    /// declared and ARP broadcasts of two hosts were; never for `routed`.
    public let ipv6Visible: Bool
    public let firstSeen: CaptureTime
    public let lastSeen: CaptureTime
    /// Multicast IPv6 senders, to except a host's own frames from the proof that IPv6 could have been seen.
    public let multicastIPv6Senders: Set<MACAddress>
    public let firstMulticastIPv6: Proof?
    /// The members of `observed` that were captured on the hosts' link, not behind a router.
    public let onLink: [Int]
    /// The members of `onLink` whose declared vantage alone proves that IPv6 could have been seen, whoever sent what.
    public let visibleByVantage: [Int]

    public init(
        id: LinkIdentifier, segment: String?, observed: [Int], isRouted: Bool, isAmbiguous: Bool, ipv6Visible: Bool,
        firstSeen: CaptureTime, lastSeen: CaptureTime, multicastIPv6Senders: Set<MACAddress>,
        firstMulticastIPv6: Proof?, onLink: [Int]? = nil, visibleByVantage: [Int] = [], declared: [Int] = []
    ) {
        self.declared = declared
        self.id = id
        self.segment = segment
        self.observed = observed
        self.isRouted = isRouted
        self.isAmbiguous = isAmbiguous
        self.ipv6Visible = ipv6Visible
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
        self.multicastIPv6Senders = multicastIPv6Senders
        self.firstMulticastIPv6 = firstMulticastIPv6
        self.onLink = onLink ?? (isRouted ? [] : observed)
        self.visibleByVantage = visibleByVantage
    }

    /// Nothing was captured there: files and probes alone speak of it.
    public var isDeclared: Bool { observed.isEmpty }

    /// In nanoseconds, from the first to the last frame.
    public var observedNanoseconds: Int64 { lastSeen.nanoseconds(since: firstSeen) }
}
