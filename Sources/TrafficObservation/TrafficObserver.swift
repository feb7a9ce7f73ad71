public import NetworkTypes
public import PacketDecode

/// Turns decoded frames into an observation set. One value per run; captures are observed one after another.
public struct TrafficObserver {
    var set = ObservationSet()
    let limits: ObservationLimits
    var links: [LinkKey: Int] = [:]
    var lastLink: (key: LinkKey, place: Int)?
    var macs: BoundedTable<LinkMACKey, MACRow>
    var bindings: BoundedTable<BindingKey, BindingRow>
    var sources: BoundedTable<SourceKey, SourceRow>
    var flows: BoundedTable<FlowKey, FlowRow>
    var routers: BoundedTable<RouterKey, RouterRow>
    var dhcpServers: BoundedTable<SourceKey, DHCPServerRow>
    var hostNames: BoundedTable<HostNameKey, HostNameRow>
    var dnsNames: BoundedTable<String, DNSNameRow>
    var resolutions: BoundedTable<LinkAddressKey, ResolutionRow>
    var tunnels: BoundedTable<TunnelKey, TunnelRow>
    var conflicts: BoundedTable<ConflictKey, AddressConflictRow>
    var roles: BoundedTable<RoleKey, RoleHintRow>
    /// The latest duplicate-address probe of each address.
    var probes: [LinkAddressKey: DuplicateAddressProbe] = [:]
    var anomalies = [UInt64](repeating: 0, count: DecodeAnomaly.allCases.count)
    var linksRefused: UInt64 = 0

    public init(limits: ObservationLimits = ObservationLimits()) {
        self.limits = limits
        macs = BoundedTable(limit: limits.macs)
        bindings = BoundedTable(limit: limits.bindings)
        sources = BoundedTable(limit: limits.sources)
        flows = BoundedTable(limit: limits.flows)
        routers = BoundedTable(limit: limits.routers)
        dhcpServers = BoundedTable(limit: limits.dhcpServers)
        hostNames = BoundedTable(limit: limits.hostNames)
        dnsNames = BoundedTable(limit: limits.dnsNames)
        resolutions = BoundedTable(limit: limits.resolutions)
        tunnels = BoundedTable(limit: limits.tunnels)
        conflicts = BoundedTable(limit: limits.conflicts)
        roles = BoundedTable(limit: limits.hostNames)
    }

    /// Starts a capture; what follows belongs to it until `endCapture`.
    public mutating func beginCapture(path: String, format: String) {
        set.captures.append(CaptureObservation(path: path, format: format))
        lastLink = nil
    }

    /// Ends the current capture; what the reader knows of the file goes in here.
    public mutating func endCapture(_ finish: (inout CaptureObservation) -> Void) {
        guard let last = set.captures.indices.last else { return }
        for anomaly in DecodeAnomaly.allCases where anomaly != .none && anomalies[Int(anomaly.rawValue)] > 0 {
            set.captures[last].anomalies[anomaly.name, default: 0] += anomalies[Int(anomaly.rawValue)]
            anomalies[Int(anomaly.rawValue)] = 0
        }
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
        _ record: FrameRecord, _ bytes: borrowing RawSpan, number: UInt64, time: CaptureTime?, interface: UInt32,
        linkType: LinkType
    ) {
        guard let capture = set.captures.indices.last else { return }
        set.captures[capture].packets &+= 1
        set.captures[capture].bytes &+= UInt64(bytes.byteCount)
        set.captures[capture].largestFrame = max(set.captures[capture].largestFrame, bytes.byteCount)
        let moment = time ?? set.captures[capture].lastSeen ?? CaptureTime(nanoseconds: 0)
        if time != nil {
            if set.captures[capture].firstSeen.map({ moment < $0 }) ?? true { set.captures[capture].firstSeen = moment }
            if set.captures[capture].lastSeen.map({ moment > $0 }) ?? true { set.captures[capture].lastSeen = moment }
        }
        guard FrameDecoder.supports(linkType) else {
            set.captures[capture].anomalies["capture.unsupported-link-type.\(linkType.name)", default: 0] += 1
            return
        }
        if record.anomaly != .none { anomalies[Int(record.anomaly.rawValue)] &+= 1 }

        let key = LinkKey(
            capture: UInt32(capture), interface: interface, cookedInterface: record.cookedInterface,
            outerVLAN: record.outerVLAN, innerVLAN: record.innerVLAN)
        guard let link = link(key, moment) else { return }
        set.links[link].frames &+= 1
        if moment < set.links[link].firstSeen { set.links[link].firstSeen = moment }
        if moment > set.links[link].lastSeen { set.links[link].lastSeen = moment }

        let place = Place(
            link: link, linkNumber: UInt32(link),
            proof: Proof(capture: UInt32(capture), frame: number, time: moment))
        if record.hasLinkSource, record.linkSource.isUnicast { observeMAC(record, place) }
        switch record.network {
        case .none: break
        case .arp: observeARP(record, place)
        case .ipv4, .ipv6:
            observeSource(record, place)
            if record.encapsulation == .none {
                observeLinkScope(record, place)
                if record.transport == .icmpv6 { observeICMPv6(record, bytes, place) }
                if record.transport == .udp { observeUDP(record, bytes, place) }
                if record.ip.hasRoutingHeaderType0 { set.links[link].routingHeaderType0.add(place.proof) }
            } else {
                observeTunnel(record, place)
            }
            observeFlow(record, place)
        }
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
        collectUnboundSources()
        set.macs = macs.rows
        set.bindings = bindings.rows
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
        if let last = set.captures.indices.last {
            let refused: [(String, UInt64)] = [
                ("links", linksRefused), ("macs", macs.refused), ("bindings", bindings.refused),
                ("sources", sources.refused), ("flows", flows.refused), ("routers", routers.refused),
                ("dhcp-servers", dhcpServers.refused), ("host-names", hostNames.refused),
                ("dns-names", dnsNames.refused), ("resolutions", resolutions.refused), ("tunnels", tunnels.refused),
                ("conflicts", conflicts.refused),
            ]
            for (name, count) in refused where count > 0 {
                set.captures[last].anomalies["limit.\(name)", default: 0] += count
            }
        }
        return set
    }

    private mutating func collectUnboundSources() {
        var bound: Set<SourceKey> = []
        bound.reserveCapacity(bindings.rows.count)
        for row in bindings.rows {
            bound.insert(SourceKey(link: UInt32(row.link), mac: row.mac, address: row.address))
        }
        for row in sources.rows where row.address.isHostUnicast {
            let key = SourceKey(link: UInt32(row.link), mac: row.mac, address: row.address)
            guard !bound.contains(key), let place = macs.place(of: LinkMACKey(link: UInt32(row.link), mac: row.mac))
            else {
                continue
            }
            macs[place].unboundSources.insert(row.address, upTo: limits.setMembers)
        }
    }
}

/// A Neighbour Solicitation from `::`. RFC 4862 §5.4.2.
struct DuplicateAddressProbe: Sendable {
    let mac: MACAddress
    let nonce: UInt64?
    let time: CaptureTime
}
