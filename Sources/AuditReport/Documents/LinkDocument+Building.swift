import HostCorrelation
import NetworkTypes
import PacketDecode
import TrafficObservation

extension LinkDocument {
    /// By id.
    static func all(_ set: ObservationSet, table: HostTable) -> [LinkDocument] {
        var routers = [[RouterRow]](repeating: [], count: table.links.count)
        for row in set.routers {
            if let link = table.link(ofObserved: row.link) { routers[link].append(row) }
        }
        var servers = [[DHCPServerRow]](repeating: [], count: table.links.count)
        for row in set.dhcpServers {
            if let link = table.link(ofObserved: row.link) { servers[link].append(row) }
        }
        return table.links.enumerated().filter { !$1.isDeclared }.map { index, link in
            let places = link.observed.filter(set.links.indices.contains).map { set.links[$0] }
            let observed = places.sorted { $0.key < $1.key }.map(ObservedLinkDocument.init)
            return LinkDocument(
                id: link.id, capture: observed.first?.capture ?? 0, interface: observed.first?.interface ?? 0,
                segment: link.segment, vlan: observed.first?.vlan, observed: observed, firstSeen: "\(link.firstSeen)",
                lastSeen: "\(link.lastSeen)", ipv6Visible: link.ipv6Visible, routed: link.isRouted,
                ambiguous: link.isAmbiguous, portAuthentication: places.contains { $0.portAuthentication != nil },
                overlay: !places.isEmpty && places.allSatisfy(\.key.isOverlay),
                routers: RouterDocument.all(routers[index]),
                dhcpv4Servers: DHCPv4ServerDocument.all(servers[index]),
                dhcpv6Servers: DHCPv6ServerDocument.all(servers[index]))
        }.sorted { $0.id < $1.id }
    }
}

extension ObservedLinkDocument {
    init(_ link: LinkObservation) {
        self.init(
            capture: Int(link.key.capture), interface: Int(link.key.interface),
            cookedInterface: Int(link.key.cookedInterface), vlan: VLANDocument(link.key), frames: link.frames,
            overlay: link.key.isOverlay)
    }
}

extension VLANDocument {
    init?(_ key: LinkKey) {
        if key.outerVLAN == FrameRecord.noVLAN { return nil }
        self =
            key.innerVLAN == FrameRecord.noVLAN
            ? .single(key.outerVLAN) : .double(outer: key.outerVLAN, inner: key.innerVLAN)
    }
}

extension RouterDocument {
    /// One for each sender, although its link was captured in several places; by MAC, then address.
    static func all(_ rows: [RouterRow]) -> [RouterDocument] {
        struct Sender: Hashable {
            let mac: MACAddress
            let source: IPv6Address
        }
        let groups = Dictionary(grouping: rows) { Sender(mac: $0.mac, source: $0.source) }
        return groups.keys.sorted { ($0.mac, $0.source) < ($1.mac, $1.source) }.compactMap { sender in
            RouterDocument((groups[sender] ?? []).sorted { $0.latestTime < $1.latestTime })
        }
    }

    /// From the rows of one sender, the latest last; nil without rows.
    private init?(_ rows: [RouterRow]) {
        guard let latest = rows.last else { return nil }
        let prefixes = rows.reduce(into: [:]) { all, row in all.merge(row.prefixes) { _, later in later } }
        let announced = latest.latest.nat64Prefix ?? rows.flatMap(\.nat64Prefixes).min()
        self.init(
            mac: "\(latest.mac)", linkLocal: "\(latest.source)", lifetimeSeconds: Int(latest.latest.lifetimeSeconds),
            managed: latest.latest.isManaged, other: latest.latest.hasOtherConfiguration,
            prefixes: prefixes.values.sorted { $0.prefix < $1.prefix }.map(AdvertisedPrefixDocument.init),
            rdnss: Set(rows.flatMap(\.resolvers)).sorted().map { "\($0)" }, pref64: announced.map { "\($0)" },
            firstSeen: "\(rows.map(\.sighting.first.time).min() ?? latest.latestTime)",
            lastSeen: "\(rows.map(\.sighting.last).max() ?? latest.latestTime)")
    }
}

extension AdvertisedPrefixDocument {
    init(_ option: RouterAdvertisement.Prefix) {
        prefix = "\(option.prefix)"
        onLink = option.isOnLink
        autonomous = option.isAutonomous
        validSeconds = option.validSeconds
        preferredSeconds = option.preferredSeconds
    }
}

extension DHCPv4ServerDocument {
    /// By address, then MAC.
    static func all(_ rows: [DHCPServerRow]) -> [DHCPv4ServerDocument] {
        let rows = rows.filter { $0.address.family == .ipv4 }.sorted { ($0.address, $0.mac) < ($1.address, $1.mac) }
        return rows.map { DHCPv4ServerDocument(address: "\($0.address)", mac: "\($0.mac)") }.withoutRepetition
    }
}

extension DHCPv6ServerDocument {
    /// By address, then MAC.
    static func all(_ rows: [DHCPServerRow]) -> [DHCPv6ServerDocument] {
        let rows = rows.filter { $0.address.family == .ipv6 }.sorted { ($0.address, $0.mac) < ($1.address, $1.mac) }
        return rows.map { row in
            DHCPv6ServerDocument(address: "\(row.address)", duid: row.duid?.hexadecimal, mac: "\(row.mac)")
        }.withoutRepetition
    }
}

extension Array where Element: Hashable {
    /// The first of each kind, in order.
    fileprivate var withoutRepetition: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
