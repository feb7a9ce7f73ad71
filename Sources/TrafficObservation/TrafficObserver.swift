public import NetworkTypes
public import PacketDecode
import StreamReassembly

/// Turns decoded frames into an observation set. One value per run; captures are observed one after another.
public struct TrafficObserver {
    var set = ObservationSet()
    let limits: ObservationLimits
    /// What depends on earlier frames is kept for later instead of being concluded, see `KeptFrame`.
    let isPiecewise: Bool
    /// The tables that go on from frame to frame advance, but nothing is noted: the frame is kept and read again.
    var isRehearsing = false
    var links: [LinkKey: Int] = [:]
    var lastLink: (key: LinkKey, place: Int)?
    var macs: FlatTable<MACRow>
    var sources: FlatTable<SourceRow>
    /// The row of the latest packet's source, −1: none.
    var lastSource: Int32 = -1
    var flows: FlatTable<FlowRow>
    var bound: FlatTable<BoundAddress>
    /// One list for each bound address, through `BindingRow.next`.
    var bindings: [BindingRow] = []
    var bindingsRefused: UInt64 = 0
    var routers: BoundedTable<RouterKey, RouterRow>
    var dhcpServers: BoundedTable<SourceKey, DHCPServerRow>
    var hostNames: FlatTable<HostNameRow>
    var dnsNames: FlatTable<DNSNameRow>
    var resolutions: FlatTable<ResolutionRow>
    var serverNames: FlatTable<ServerNameRow>
    var identities: FlatTable<IdentityRow>
    var routing: FlatTable<RoutingRow>
    var devices: FlatTable<DeviceRow>
    var fragments = FragmentTable()
    /// Of `fragments`, counted so far.
    private var fragmentsExpired: UInt64 = 0
    /// Members that found no room in a set inside a row, and what made room in the tables of earlier chains.
    private(set) var membersRefused: UInt64 = 0
    private(set) var evicted = Evictions()
    var streams = StreamTable()
    var handshakes = QUICInitialTable()
    /// The name that is being read.
    var name = NameBuffer()
    var tunnels: BoundedTable<TunnelKey, TunnelRow>
    var conflicts: BoundedTable<ConflictKey, AddressConflictRow>
    var roles: FlatTable<RoleHintRow>
    var claims: FlatTable<ClaimRow>
    var unreachables: FlatTable<UnreachableRow>
    /// The latest duplicate-address probe of each address.
    var probes: [LinkAddressKey: DuplicateAddressProbe] = [:]
    /// The capture whose links the current one goes on with.
    var linkCapture: UInt32 = 0
    /// Whether the first capture of these links begins in the middle of its source.
    var isInMiddle = false
    /// With `isPiecewise`.
    var kept = KeptFrames()
    /// Of a set that is gone on with: the chains from which no conclusions were drawn; nil: all.
    var openChains: Set<UInt32>?
    /// Of the current capture.
    var counters = CaptureCounters(capture: 0)
    var anomalies = [UInt64](repeating: 0, count: DecodeAnomaly.allCases.count)
    var linksRefused: UInt64 = 0

    /// - Parameter isPiecewise: captures may be parts of a source whose other parts another observer has: the sets are
    ///   joined by `ObservationSet.merge`, to what one observer of all would have given.
    public init(limits: ObservationLimits = ObservationLimits(), isPiecewise: Bool = false) {
        self.limits = limits
        self.isPiecewise = isPiecewise
        macs = FlatTable(limit: limits.macs)
        sources = FlatTable(limit: limits.sources)
        flows = FlatTable(limit: limits.flows)
        bound = FlatTable(limit: limits.bindings)
        routers = BoundedTable(limit: limits.routers)
        dhcpServers = BoundedTable(limit: limits.dhcpServers)
        hostNames = FlatTable(limit: limits.hostNames)
        dnsNames = FlatTable(limit: limits.dnsNames)
        resolutions = FlatTable(limit: limits.resolutions)
        tunnels = BoundedTable(limit: limits.tunnels)
        conflicts = BoundedTable(limit: limits.conflicts)
        roles = FlatTable(limit: limits.roleHints)
        claims = FlatTable(limit: limits.claims)
        unreachables = FlatTable(limit: limits.unreachables)
        serverNames = FlatTable(limit: limits.serverNames)
        identities = FlatTable(limit: limits.identities)
        routing = FlatTable(limit: limits.routing)
        devices = FlatTable(limit: limits.devices)
    }

    /// Starts a capture; what follows belongs to it until `endCapture`.
    ///
    /// - Parameters:
    ///   - isNextFile: its packets go on where those of the capture before ended, as in the files of a ring: links, and
    ///     with them machines, stay the same ones.
    ///   - frameOffset: frames of the source before the first that is observed; proofs keep the numbers of the source.
    public mutating func beginCapture(
        path: String, format: String, isNextFile: Bool = false, frameOffset: UInt64 = 0
    ) {
        var capture = CaptureObservation(path: path, format: format)
        capture.frameOffset = frameOffset
        capture.lastFrame = frameOffset
        counters = CaptureCounters(capture: UInt32(truncatingIfNeeded: set.captures.count))
        counters.lastFrame = frameOffset
        if isNextFile, !set.captures.isEmpty {
            capture.chain = linkCapture
            set.captures.append(capture)
            return
        }
        endChain()
        linkCapture = counters.capture
        capture.chain = linkCapture
        isInMiddle = frameOffset > 0
        set.captures.append(capture)
        lastLink = nil
        lastSource = -1
    }

    /// What waits for later packets waits on its own links only, so that the order of captures does not matter.
    mutating func endChain() {
        evicted.add(fragments, streams, handshakes)
        fragments = FragmentTable()
        fragmentsExpired = 0
        streams = StreamTable()
        handshakes = QUICInitialTable()
        probes = [:]
        if isPiecewise, !set.captures.isEmpty { kept.endChain(of: linkCapture, in: &set) }
    }

    /// Counts what found no room inside a row.
    @inline(__always)
    mutating func noteMember(_ isKept: Bool) {
        if !isKept { membersRefused &+= 1 }
    }

    /// Ends the current capture; what the reader knows of the file goes in here.
    public mutating func endCapture(_ finish: (inout CaptureObservation) -> Void) {
        guard let last = set.captures.indices.last else { return }
        noteAnomalies(of: last)
        set.captures[last].packets = counters.packets
        set.captures[last].bytes = counters.bytes
        set.captures[last].largestFrame = counters.largestFrame
        set.captures[last].firstSeen = counters.firstSeen
        set.captures[last].lastSeen = counters.lastSeen
        set.captures[last].lastFrame = counters.lastFrame
        finish(&set.captures[last])
    }

    /// What decoding found odd since the last call belongs to this capture.
    mutating func noteAnomalies(of capture: Int) {
        anomalies[Int(DecodeAnomaly.fragmentTimeout.rawValue)] &+= fragments.expired &- fragmentsExpired
        fragmentsExpired = fragments.expired
        for anomaly in DecodeAnomaly.allCases where anomaly != .none && anomalies[Int(anomaly.rawValue)] > 0 {
            set.captures[capture].anomalies[anomaly.name, default: 0] += anomalies[Int(anomaly.rawValue)]
            anomalies[Int(anomaly.rawValue)] = 0
        }
    }

    /// The places of one frame: where its rows are, and the proof it gives.
    struct Place {
        let link: Int
        let linkNumber: UInt32
        let proof: Proof
    }

    /// Observes one frame.
    ///
    /// - Parameter time: nil where the file gives none (Simple Packet Block); the frame then takes the latest time before it.
    public mutating func observe(
        _ record: FrameRecord, _ bytes: borrowing RawSpan, number: UInt64, time: CaptureTime?,
        interface: UInt32, linkType: LinkType
    ) {
        guard !set.captures.isEmpty else { return }
        let moment = counters.count(bytes.byteCount, number, time)
        guard FrameDecoder.supports(linkType) else { return noteUnsupported(linkType) }
        if isPiecewise {
            kept.begin(number, time, interface, linkType, latest: counters.lastSeen)
            // What time a frame without one takes may be known in the part before.
            let unknown = Place(
                link: 0, linkNumber: 0, proof: Proof(capture: counters.capture, frame: number, time: moment))
            if time == nil, keep(bytes, .whole, unknown) { return }
        }
        observe(record, bytes, number: number, moment: moment, interface: interface)
    }

    /// A frame that is counted, with its time.
    @inline(__always)
    mutating func observe(
        _ record: FrameRecord, _ bytes: borrowing RawSpan, number: UInt64, moment: CaptureTime, interface: UInt32
    ) {
        if record.anomaly != .none { anomalies[Int(record.anomaly.rawValue)] &+= 1 }

        let key = LinkKey(
            capture: linkCapture, interface: interface, cookedInterface: record.cookedInterface,
            outerVLAN: record.outerVLAN, innerVLAN: record.innerVLAN)
        guard let link = link(key, moment) else { return }
        set.links[link].count(moment)

        let place = Place(
            link: link, linkNumber: UInt32(truncatingIfNeeded: link),
            proof: Proof(capture: counters.capture, frame: number, time: moment))
        observe(record, bytes, place)
        if record.direction != .unknown { observeDirection(record, place) }
        if record.hasInnerLink { observeOverlay(record.innerFrame, bytes, key, place) }
    }

    /// A frame on its link.
    @inline(__always)
    private mutating func observe(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        switch record.network {
        case .none:
            observeMAC(record, place)
            if record.linkMessage != .none { observeLinkMessage(record, bytes, place) }
            if record.encapsulation != .none { observeTunnel(record, place) }
        case .arp:
            observeMAC(record, place)
            observeARP(record, place)
        case .ipv4, .ipv6:
            if record.hasInnerLink {
                // What is inside is observed on the link inside.
                _ = observeSource(record, place)
                observeTunnel(record, place)
                return
            }
            observeFlow(record, bytes, place)
            if record.encapsulation == .none {
                observeMessages(record, bytes, place)
            } else {
                observeTunnel(record, place)
            }
            if !record.fragment.isEmpty { observeFragment(record, bytes, place) }
        }
    }

    /// What a packet says beyond its addresses.
    @inline(__always)
    private mutating func observeMessages(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        if record.ip.destination.isMulticast || record.ip.source.isLinkLocal || record.ip.destination.isBroadcast {
            observeLinkScope(record, place)
        }
        switch record.transport {
        case .tcp: break
        case .udp: observeUDP(record, bytes, place)
        case .icmpv6: observeICMPv6(record, bytes, place)
        case .icmp: observeUnreachable(record, bytes, place)
        default: observeRouting(record, bytes, place)
        }
        if record.ip.hasRoutingHeaderType0 { set.links[place.link].routingHeaderType0.add(place.proof) }
    }

    /// The frame inside a tunnel, on a link of its own: it never says anything of the machines outside.
    @inline(never)
    private mutating func observeOverlay(
        _ frame: FrameRecord, _ bytes: borrowing RawSpan, _ outside: LinkKey, _ place: Place
    ) {
        let key = LinkKey(
            capture: outside.capture, interface: outside.interface, cookedInterface: outside.cookedInterface,
            outerVLAN: frame.outerVLAN, innerVLAN: frame.innerVLAN, isOverlay: true)
        guard let link = link(key, place.proof.time) else { return }
        set.links[link].count(place.proof.time)
        observe(
            frame, bytes,
            Place(link: link, linkNumber: UInt32(truncatingIfNeeded: link), proof: place.proof))
    }

    private mutating func noteUnsupported(_ linkType: LinkType) {
        set.captures[Int(counters.capture)].anomalies["capture.unsupported-link-type.\(linkType.name)", default: 0] += 1
    }

    mutating func link(_ key: LinkKey, _ time: CaptureTime) -> Int? {
        if let lastLink, lastLink.key == key { return lastLink.place }
        let place: Int
        if let known = links[key] {
            place = known
        } else {
            guard set.links.count < limits.links else {
                linksRefused &+= 1
                return nil
            }
            place = set.links.count
            links[key] = place
            set.links.append(LinkObservation(key: key, time: time))
        }
        lastLink = (key, place)
        return place
    }
}
