public import NetworkTypes

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

/// One capture file as it was read, or another source of evidence that stands in its place.
public struct CaptureObservation: Sendable, Equatable {
    /// What its frames are.
    public enum Source: Sendable, Hashable {
        case packets
        /// An imported file: frame numbers are its lines.
        case file(ImportKind)
        /// A run of probes: frame numbers are its results, from 1.
        case probe
    }

    public package(set) var source: Source = .packets
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
    /// Frames of the source before its first one: above zero where only a later part of the source was observed.
    public var frameOffset: UInt64 = 0
    /// The number of its last frame, counted from the source's first; at least `frameOffset`.
    public package(set) var lastFrame: UInt64 = 0
    /// The capture whose links it goes on with, as the files of a ring do; itself where it begins links of its own.
    package var chain: UInt32 = 0

    public init(path: String, format: String) {
        self.path = path
        self.format = format
    }
}

/// What was seen of one link as a whole. Indices of `ObservationSet.links` are link numbers.
public struct LinkObservation: Sendable, Equatable {
    public internal(set) var key: LinkKey
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
