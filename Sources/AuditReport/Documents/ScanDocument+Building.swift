public import HostClassification
public import HostCorrelation
import NetworkTypes
public import SiteModel
public import TrafficObservation

extension ScanDocument {
    /// `profiles` are in the order of `table.hosts`; paths of captures are matched with the site's `captures:` as
    /// given and by their part below `siteFolder`.
    ///
    /// - Parameter mostHosts: only so many hosts are described, for a reader who sees no more.
    public init(
        set: ObservationSet, table: HostTable, profiles: [HostProfile], services: [ServiceProfile] = [],
        site: Site? = nil, siteFolder: String = "", mostHosts: Int = .max
    ) {
        let names = NamePolicy(site: site)
        schema = Self.schema
        captures = CaptureDocument.all(set, table: table, site: site, siteFolder: siteFolder)
        let shown = Set(table.links.filter { !$0.isDeclared }.map(\.id))
        hosts = profiles.prefix(mostHosts).map { SeenHostDocument($0, in: set, shown: shown, names: names) }.sorted {
            $0.id < $1.id
        }
        unmergedAddresses = UnmergedAddressDocument.all(table)
        links = LinkDocument.all(set, table: table)
        tunnels = TunnelDocument.all(set, site: site)
        self.names = DNSNameDocument.all(set, names: names)
        anomalies = table.anomalies
        serverNames = ServerNameDocument.all(set, names: names)
        routing = RoutingDocument.all(set, table: table)
        devices = DeviceDocument.all(set, table: table, names: names)
        identities = IdentityDocument.all(set, table: table, names: names)
        self.services = ServiceStateDocument.all(services, in: set, names: names)
    }
}

extension TrafficDocument {
    init(_ count: TrafficCount) { self.init(packets: count.packets, bytes: count.bytes) }
}

extension UnmergedAddressDocument {
    /// By numeric address, capture, MAC.
    static func all(_ table: HostTable) -> [UnmergedAddressDocument] {
        let sorted = table.unmerged.sorted { a, b in
            if a.address != b.address { return a.address < b.address }
            if a.capture != b.capture { return a.capture < b.capture }
            return (a.behind?.value ?? 0) < (b.behind?.value ?? 0)
        }
        return sorted.map { unmerged in
            UnmergedAddressDocument(
                address: "\(unmerged.address)", family: unmerged.address.family.name,
                behind: unmerged.behind.map { "\($0)" }, capture: unmerged.capture, packets: unmerged.traffic.packets,
                bytes: unmerged.traffic.bytes, traffic: TrafficDocument(unmerged.traffic))
        }
    }
}
