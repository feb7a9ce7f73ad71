public import NetworkTypes
public import PacketDecode
import StreamReassembly

/// Turns decoded frames into an observation set. One value per run; captures are observed one after another.
public struct TrafficObserver {
    var set = ObservationSet()
    let limits: ObservationLimits
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
    var streams = StreamTable()
    var handshakes = QUICInitialTable()
    /// The name that is being read.
    var name = NameBuffer()
    var tunnels: BoundedTable<TunnelKey, TunnelRow>
    var conflicts: BoundedTable<ConflictKey, AddressConflictRow>
    var roles: FlatTable<RoleHintRow>
    /// The latest duplicate-address probe of each address.
    var probes: [LinkAddressKey: DuplicateAddressProbe] = [:]
    /// The capture whose links the current one goes on with.
    var linkCapture: UInt32 = 0
    /// Of the current capture.
    var counters = CaptureCounters(capture: 0)
    var anomalies = [UInt64](repeating: 0, count: DecodeAnomaly.allCases.count)
    var linksRefused: UInt64 = 0

    public init(limits: ObservationLimits = ObservationLimits()) {
        self.limits = limits
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
        roles = FlatTable(limit: limits.hostNames)
        serverNames = FlatTable(limit: limits.serverNames)
        identities = FlatTable(limit: limits.identities)
        routing = FlatTable(limit: limits.routing)
        devices = FlatTable(limit: limits.devices)
    }

    /// Starts a capture; what follows belongs to it until `endCapture`.
    ///
    /// - Parameter isNextFile: its packets go on where those of the capture before ended, as in the files of a ring:
    ///   links, and with them machines, stay the same ones.
    public mutating func beginCapture(path: String, format: String, isNextFile: Bool = false) {
        set.captures.append(CaptureObservation(path: path, format: format))
        counters = CaptureCounters(capture: UInt32(truncatingIfNeeded: set.captures.count - 1))
        guard !isNextFile else { return }
        linkCapture = counters.capture
        lastLink = nil
        lastSource = -1
    }

    /// Ends the current capture; what the reader knows of the file goes in here.
    public mutating func endCapture(_ finish: (inout CaptureObservation) -> Void) {
        guard let last = set.captures.indices.last else { return }
        anomalies[Int(DecodeAnomaly.fragmentTimeout.rawValue)] &+= fragments.expired &- fragmentsExpired
        fragmentsExpired = fragments.expired
        for anomaly in DecodeAnomaly.allCases where anomaly != .none && anomalies[Int(anomaly.rawValue)] > 0 {
            set.captures[last].anomalies[anomaly.name, default: 0] += anomalies[Int(anomaly.rawValue)]
            anomalies[Int(anomaly.rawValue)] = 0
        }
        set.captures[last].packets = counters.packets
        set.captures[last].bytes = counters.bytes
        set.captures[last].largestFrame = counters.largestFrame
        set.captures[last].firstSeen = counters.firstSeen
        set.captures[last].lastSeen = counters.lastSeen
        finish(&set.captures[last])
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
        let moment = counters.count(bytes.byteCount, time)
        guard FrameDecoder.supports(linkType) else { return noteUnsupported(linkType) }
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

    private mutating func link(_ key: LinkKey, _ time: CaptureTime) -> Int? {
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

    /// The finished set. Limits that bit are anomalies of the last capture.
    public consuming func finish() -> ObservationSet {
        inferRolesFromServices()
        collectSources()
        markOverlayMACs()
        set.macs = macs.rows
        set.bindings = bindings
        set.sources = sources.rows
        set.flows = flows.rows
        set.routers = routers.rows
        set.dhcpServers = dhcpServers.rows
        set.hostNames = hostNames.rows
        set.dnsNames = dnsNames.rows
        set.resolutions = resolutions.rows
        set.tunnels = tunnels.rows
        set.conflicts = conflicts.rows
        set.roleHints = roles.rows
        set.serverNames = serverNames.rows
        set.identities = identities.rows
        set.routing = routing.rows
        set.devices = devices.rows
        if let last = set.captures.indices.last {
            let refused: [(String, UInt64)] = [
                ("links", linksRefused), ("macs", macs.refused), ("bindings", bindingsRefused &+ bound.refused),
                ("sources", sources.refused), ("flows", flows.refused), ("routers", routers.refused),
                ("dhcp-servers", dhcpServers.refused), ("host-names", hostNames.refused),
                ("dns-names", dnsNames.refused), ("resolutions", resolutions.refused), ("tunnels", tunnels.refused),
                ("conflicts", conflicts.refused), ("server-names", serverNames.refused),
                ("identities", identities.refused), ("routing", routing.refused), ("devices", devices.refused),
                ("fragments", fragments.evicted), ("streams", streams.evicted), ("handshakes", handshakes.evicted),
            ]
            for (name, count) in refused where count > 0 {
                set.captures[last].anomalies["limit.\(name)", default: 0] += count
            }
        }
        return set
    }

    private mutating func markOverlayMACs() {
        guard set.links.contains(where: \.key.isOverlay) else { return }
        for number in macs.rows.indices where set.links[macs[number].link].key.isOverlay {
            macs[number].isInsideTunnel = true
        }
    }

    /// What the sources counted belongs to their MACs; those that nothing binds are kept there too, up to a limit.
    private mutating func collectSources() {
        for row in sources.rows where row.mac != .zero {
            let hash = row.mac.hash(macs.seed, row.linkNumber)
            guard let place = macs.find(hash, { $0.mac == row.mac && $0.linkNumber == row.linkNumber }) else {
                continue
            }
            macs[place].add(row)
            if !isBound(row.address, to: row.mac, onLink: row.link) {
                macs[place].unboundSources.insert(row.address, upTo: limits.setMembers)
            }
        }
    }
}

/// What is counted of the current capture.
struct CaptureCounters {
    let capture: UInt32
    var packets: UInt64 = 0
    var bytes: UInt64 = 0
    var largestFrame = 0
    var firstSeen: CaptureTime?
    var lastSeen: CaptureTime?

    /// - Returns: the frame's time; the latest before it where it has none.
    @inline(__always)
    mutating func count(_ byteCount: Int, _ time: CaptureTime?) -> CaptureTime {
        packets &+= 1
        bytes &+= UInt64(truncatingIfNeeded: byteCount)
        if byteCount > largestFrame { largestFrame = byteCount }
        guard let time else { return lastSeen ?? CaptureTime(nanoseconds: 0) }
        if let firstSeen, let lastSeen {
            if time < firstSeen { self.firstSeen = time }
            if time > lastSeen { self.lastSeen = time }
        } else {
            firstSeen = time
            lastSeen = time
        }
        return time
    }
}

/// A Neighbour Solicitation from `::`. RFC 4862 §5.4.2.
struct DuplicateAddressProbe: Sendable {
    let mac: MACAddress
    let nonce: UInt64?
    let time: CaptureTime
}
